/** Which characters of which face a page shows: what its font subsets must hold. */
import type { Box, PagePlan } from '../../makeup/plan.ts';
import type { FaceId, Line } from '../../typeset/model.ts';

/** Face → its characters, sorted, each once. */
export type FaceTexts = ReadonlyMap<FaceId, string>;

/** Characters by face of some pages together. */
export const faceTexts = (pages: readonly PagePlan[]): FaceTexts => mergedTexts(pages.map(textsOf));

/** Characters by face of several such lists together. */
function mergedTexts(all: readonly FaceTexts[]): FaceTexts {
  const faces = [...new Set(all.flatMap((texts) => [...texts.keys()]))].sort();
  const together = (face: FaceId): string => all.map((texts) => texts.get(face) ?? '').join('');
  return new Map(faces.map((face) => [face, [...new Set(together(face))].sort().join('')]));
}

const known = new WeakMap<PagePlan, FaceTexts>();

function textsOf(page: PagePlan): FaceTexts {
  const texts = known.get(page) ?? charactersOf(page);
  known.set(page, texts);
  return texts;
}

function charactersOf(page: PagePlan): FaceTexts {
  const found = new Map<FaceId, Set<string>>();
  const take = (line: Line): void => {
    for (const run of line.runs) {
      const set = found.get(run.face) ?? new Set();
      found.set(run.face, set);
      for (const character of run.text) set.add(character);
    }
  };
  for (const box of boxesOf(page)) {
    if (box.kind === 'leg') box.lines.forEach(take);
    else if (box.kind === 'text') box.text.lines.forEach(take);
  }
  return new Map([...found].map(([face, characters]) => [face, [...characters].join('')]));
}

/** Every box of a page. */
export function boxesOf(page: PagePlan): readonly Box[] {
  return [...page.folio, ...page.modules.flatMap((module) => module.boxes), ...page.rules];
}
