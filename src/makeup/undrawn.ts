/**
 * Characters that no font has, in what a page says beside its stories: the paper's name, the forecast, standing heads.
 * Those of the stories stop the make-up before.
 */
import type { Fault } from '../fault.ts';
import type { Article } from '../issue/model.ts';
import { GETA } from '../typeset/collect.ts';
import { glyphMissing } from '../typeset/faults.ts';
import type { Line } from '../typeset/model.ts';
import type { Box, PagePlan } from './plan.ts';

/** A fault for each of them and each line that holds it; one of a story says which. */
export function undrawn(pages: readonly PagePlan[], articles: readonly Article[]): readonly Fault[] {
  const faults = new Map<string, Fault>();
  const look = (boxes: readonly Box[], article?: Article): void => {
    for (const line of linesOf(boxes))
      for (const character of lostIn(line)) {
        const fault = glyphMissing(character, article ?? { slug: sourceOf(line) });
        if (!faults.has(fault.message)) faults.set(fault.message, fault);
      }
  };
  for (const { folio, modules } of pages) {
    look(folio);
    for (const { slug, boxes } of modules)
      look(
        boxes,
        articles.find((article) => article.slug === slug),
      );
  }
  return [...faults.values()];
}

const linesOf = (boxes: readonly Box[]): readonly Line[] =>
  boxes.flatMap((box) => (box.kind === 'text' ? box.text.lines : []));

const sourceOf = ({ runs }: Line): string => runs.map(({ text, source }) => source ?? text).join('');

/** What a line has a geta for. */
const lostIn = ({ runs }: Line): readonly string[] =>
  runs.flatMap(({ text, source = text }) =>
    text.includes(GETA) ? [...source].filter((character) => !text.includes(character) && PRINTS.test(character)) : [],
  );

const PRINTS = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}]/u;
