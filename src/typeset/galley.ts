/** An article's body at one measure: every block with every way it may be set. */
import { dashAfter, dashedDateline } from '../issue/dateline.ts';
import type { Article } from '../issue/model.ts';
import { BODY, type Px } from '../units.ts';
import { paragraph, setBlock } from './blocks.ts';
import { flow, StackVariant } from './flow.ts';
import type { Cut, Galley, SetBlock } from './model.ts';
import { indentOf } from './parts.ts';
import { blockOf } from './set-block.ts';
import type { Setter } from './setter.ts';
import { bylineWords } from './small.ts';
import type { Desk } from './stacked.ts';
import type { StyledText } from './style.ts';

/** Sets the body of an article from its beginning, or from a cut. */
export function setGalley(article: Article, setter: Setter, measure: Px, from?: Cut): Galley {
  const desk: Desk = { setter, measure };
  const blocks = from ? restOf(article, from, desk) : wholeBody(article, desk);
  return { measure, blocks, rows: rowsOf(blocks) };
}

function wholeBody(article: Article, desk: Desk): readonly SetBlock[] {
  const opening = openingOf(article, desk.setter);
  const alone = opening.length > 0 && firstText(article) < 0 ? paragraph(opening, -1, desk, {}) : [];
  return [...noteOf(article, desk), ...bylineOf(article, desk), ...alone, ...restOf(article, START, desk)];
}

const START: Cut = { block: 0, offset: 0 };

/** The block that a dateline opens: none of a body without a paragraph. */
const firstText = ({ body }: Article): number => body.findIndex(({ kind }) => kind === 'paragraph');

/** Blocks that lie behind a cut; the one that is cut goes on without an indent. */
function restOf(article: Article, cut: Cut, desk: Desk): readonly SetBlock[] {
  const first = firstText(article);
  return article.body.flatMap((block, index) => {
    if (index < cut.block) return [];
    const closes = index === article.body.length - 1;
    if (index === cut.block && cut.offset > 0) return setBlock(block, index, desk, { from: cut.offset, closes });
    const opening = index === first ? openingOf(article, desk.setter) : [];
    const follows = article.body[index - 1]?.kind === 'paragraph';
    return setBlock(block, index, desk, { opening, closes, follows });
  });
}

/** Not drawn: keeps a text as long as it was written. */
const UNSEEN = '\u2063';

/** 电头 in Hei, with the blank that sets it off; in letters with a dash too. */
function openingOf({ dateline }: Article, { palette }: Setter): readonly StyledText[] {
  if (!dateline) return [];
  const style = { face: palette.lead, size: BODY };
  const dash = dashAfter(dateline) === '' ? '' : ` ${dashAfter(dateline)}`;
  return [
    { text: dashedDateline(dateline).padEnd(dateline.length, UNSEEN), written: dateline, style, prefix: true },
    { text: palette.latin ? `${dash} ` : '\u3000', style, prefix: true, inserted: true },
  ];
}

/** An article without a head still names its writer. */
function bylineOf({ title, byline }: Article, { setter, measure }: Desk): readonly SetBlock[] {
  if (title.some((line) => line.trim() !== '') || byline.length === 0) return [];
  const texts = [{ ...bylineWords(byline, setter.palette.latin), style: { face: setter.palette.em, size: BODY } }];
  const variants = flow(setter.strip(texts, BODY), { measure, indent: 0, ragged: true, align: 'center' });
  return [blockOf({ kind: 'byline', block: -1, variants: variants.slice(0, 1), keepWithNext: 2 }, measure)];
}

/** 编者按, in Kai, with a blank row under it. */
function noteOf({ note }: Article, { setter, measure }: Desk): readonly SetBlock[] {
  if (!note) return [];
  const texts = [{ text: note, style: { face: setter.palette.em, size: BODY } }];
  const flows = flow(setter.strip(texts, BODY), { measure, indent: indentOf(setter.palette.latin) });
  const variants = flows.map((variant) => new StackVariant([variant, 1], variant));
  return [blockOf({ kind: 'note', block: -1, variants }, measure)];
}

function rowsOf(blocks: readonly SetBlock[]): Galley['rows'] {
  let min = 0;
  let best = 0;
  let max = 0;
  for (const { variants } of blocks) {
    const rows = variants.map((variant) => variant.rows);
    min += Math.min(...rows);
    best += rows[0] ?? 0;
    max += Math.max(...rows);
  }
  return { min, best, max };
}
