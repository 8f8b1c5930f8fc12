/**
 * 改样对红: what is other on a page than on its last proof, as marks at their places. Text is compared passage by passage,
 * so that a story that was only poured anew has no mark; modules are compared by their rectangles, pictures by file and
 * crop.
 */
import { areaOf } from '../../makeup/grid.ts';
import type { Module, PagePlan } from '../../makeup/plan.ts';
import type { Metrics } from '../../typeset/font/metrics.ts';
import { BODY } from '../../units.ts';
import { nameOf } from '../release/changes.ts';
import { changesOf } from './diff.ts';
import { type Passage, type Place, passagesOf } from './placed.ts';
import type { Proof } from './store.ts';

/** One change, numbered as on the proof sheet. */
export interface Mark {
  /** 1, 2, … in reading order. */
  readonly number: number;
  readonly what: 'text' | 'added' | 'removed' | 'moved' | 'picture';
  readonly slug: string;
  /** Of a text: the passage; of a module: its kind. */
  readonly field: string;
  /** Of a text: what it reads now, and what it read. */
  readonly now?: string;
  readonly was?: string;
  /** Of a module: rows and columns as a person counts them. */
  readonly from?: string;
  readonly to?: string;
  /** Rectangles of the characters added, or of the module; for characters taken away the gap where they stood. */
  readonly places: readonly Place[];
}

/** Height of the gap's mark where nothing stands any more. */
const GAP: Place = { x: 0, y: 3, width: 2, height: 12 };

/**
 * Marks of a page against proofs.
 * @param before the page's last proof
 * @param elsewhere last proofs of the other pages: a story that came from one is compared with its text there
 */
export function marksOf(
  after: PagePlan,
  before: PagePlan,
  elsewhere: readonly PagePlan[],
  metrics: Metrics,
): readonly Mark[] {
  const old = passagesOf(before, metrics);
  const moved = elsewhere.flatMap((page) => passagesOf(page, metrics));
  const find = (one: Passage): Passage | undefined =>
    [old, moved].map((among) => among.find((other) => isSame(one, other))).find((found) => found !== undefined);
  const texts = passagesOf(after, metrics).flatMap((now) => textMarks(now, find(now)));
  const modules = moduleMarks(after, before, elsewhere);
  return [...modules, ...texts].toSorted(inReadingOrder).map((mark, index) => ({ ...mark, number: index + 1 }));
}

/** Changes of a page since its last proof; undefined when there was none. */
export function marksSince(
  page: PagePlan,
  proofs: ReadonlyMap<number, Proof>,
  metrics: Metrics,
): readonly Mark[] | undefined {
  const last = proofs.get(page.number);
  if (last === undefined) return undefined;
  const elsewhere = [...proofs.values()].filter((one) => one !== last).map(({ plan }) => plan);
  return marksOf(page, last.plan, elsewhere, metrics);
}

const isSame = (one: Passage, other: Passage): boolean => one.slug === other.slug && one.field === other.field;

function inReadingOrder(one: Mark, other: Mark): number {
  const [a, b] = [one.places[0] ?? GAP, other.places[0] ?? GAP];
  return a.y - b.y || a.x - b.x;
}

function textMarks(now: Passage, was: Passage | undefined): readonly Mark[] {
  const { slug, field, characters, places } = now;
  // A whole story or field that is new is told by its module, or is one addition.
  const before = was?.characters ?? [];
  return changesOf(before, characters).map(({ from, to, at, until }): Mark => {
    const added = places.slice(at, until);
    return {
      number: 0,
      what: 'text',
      slug,
      field,
      ...(until > at ? { now: characters.slice(at, until).join('') } : {}),
      ...(to > from ? { was: before.slice(from, to).join('') } : {}),
      places: added.length > 0 ? linesOf(added) : [gapAt(places, at)],
    };
  });
}

/** Characters of one line that follow each other share a rectangle. */
function linesOf(places: readonly Place[]): readonly Place[] {
  const lines: Place[] = [];
  for (const place of places) {
    const last = lines.at(-1);
    const follows = last !== undefined && last.y === place.y && Math.abs(last.x + last.width - place.x) < BODY;
    if (follows) lines[lines.length - 1] = { ...last, width: place.x + place.width - last.x };
    else lines.push(place);
  }
  return lines;
}

function gapAt(places: readonly Place[], at: number): Place {
  const next = places[at];
  if (next !== undefined) return { ...next, x: next.x - GAP.width / 2, width: GAP.width };
  const last = places[at - 1];
  return last === undefined ? GAP : { ...last, x: last.x + last.width - GAP.width / 2, width: GAP.width };
}

function moduleMarks(after: PagePlan, before: PagePlan, elsewhere: readonly PagePlan[]): readonly Mark[] {
  const old = new Map(before.modules.map((module) => [nameOf(module), module]));
  const away = new Map(
    elsewhere.flatMap((page) => page.modules.map((module) => [nameOf(module), { page, module }] as const)),
  );
  const now = new Set(after.modules.map(nameOf));
  const changed = after.modules.flatMap((module): Mark[] => {
    const was = old.get(nameOf(module));
    const from = away.get(nameOf(module));
    if (was === undefined && from === undefined) return [moduleMark('added', module, after, { to: placeOf(module) })];
    if (was === undefined && from)
      return [
        moduleMark('moved', module, after, {
          from: `${from.page.number}: ${placeOf(from.module)}`,
          to: placeOf(module),
        }),
      ];
    const marks: Mark[] = [];
    if (was && placeOf(was) !== placeOf(module))
      marks.push(moduleMark('moved', module, after, { from: placeOf(was), to: placeOf(module) }));
    if (was && picturesOf(was) !== picturesOf(module)) marks.push(...pictureMarks(module, was));
    return marks;
  });
  const removed = before.modules
    .filter((module) => !now.has(nameOf(module)))
    .map((module) => moduleMark('removed', module, before, { from: placeOf(module) }));
  return [...changed, ...removed];
}

/** Column and row as a person counts them, from one. */
const placeOf = ({ column, row, columns, rows }: Module): string => `${column + 1}/${row + 1} ${columns}×${rows}`;

/** Pictures whose file or crop is other; a size that changed alone is the module's move. */
function pictureMarks(module: Module, was: Module): readonly Mark[] {
  const known = new Set(
    was.boxes.flatMap((box) => (box.kind === 'picture' ? [JSON.stringify([box.file, box.crop])] : [])),
  );
  return module.boxes.flatMap((box): Mark[] => {
    if (box.kind !== 'picture' || known.has(JSON.stringify([box.file, box.crop]))) return [];
    const { x, y, width, height } = box;
    return [{ number: 0, what: 'picture', slug: module.slug, field: box.file, places: [{ x, y, width, height }] }];
  });
}

function moduleMark(
  what: Mark['what'],
  module: Module,
  { grid }: PagePlan,
  moved: { readonly from?: string; readonly to?: string },
): Mark {
  const { slug, kind } = module;
  return { number: 0, what, slug, field: kind, ...moved, places: [areaOf(module, grid)] };
}

const picturesOf = ({ boxes }: Module): string =>
  JSON.stringify(boxes.flatMap((box) => (box.kind === 'picture' ? [[box.file, box.crop]] : [])));
