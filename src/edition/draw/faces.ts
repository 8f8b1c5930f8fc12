/** Which characters of which face a page shows: what its font subsets must hold. */
import type { Box, PagePlan } from '../../makeup/plan.ts';
import type { FaceId, Line } from '../../typeset/model.ts';

/** Face → its characters, sorted, each once. */
export type FaceTexts = ReadonlyMap<FaceId, string>;

/** Characters by face of some pages together. */
export function faceTexts(pages: readonly PagePlan[]): FaceTexts {
  const found = new Map<FaceId, Set<string>>();
  const take = (line: Line): void => {
    for (const run of line.runs) {
      const set = found.get(run.face) ?? new Set();
      found.set(run.face, set);
      for (const character of run.text) set.add(character);
    }
  };
  for (const page of pages) {
    for (const box of boxesOf(page)) {
      if (box.kind === 'leg') box.lines.forEach(take);
      else if (box.kind === 'text') box.text.lines.forEach(take);
    }
  }
  const faces = [...found.keys()].sort();
  return new Map(faces.map((face) => [face, [...(found.get(face) ?? [])].sort().join('')]));
}

/** Every box of a page. */
export function boxesOf(page: PagePlan): readonly Box[] {
  return [...page.folio, ...page.modules.flatMap((module) => module.boxes), ...page.rules];
}
