/** Ads to pages: booked ones where they were booked, the others where there is most room from the back. */
import { both, type Fault, type Phrase } from '../../fault.ts';
import type { AdRequest, Issue, PageRequest } from '../../issue/model.ts';
import type { Rows } from '../../units.ts';
import { adOutOfEar, adTooLarge, adWithoutPage, releasedWithoutAd } from '../faults.ts';
import { earColumns, frontRows } from '../furniture/front.ts';
import type { AdTask, PictureTask } from '../page/task.ts';
import type { Grid } from '../plan.ts';
import { AIR_ROW } from '../shape/shape.ts';
import { isReleased, pageWith, type Released } from './released.ts';

/** Which ad stands where. */
export interface Booking {
  /** Foot and side ads by page. */
  readonly pages: ReadonlyMap<number, readonly AdTask[]>;
  /** Full-page ads by page. */
  readonly full: ReadonlyMap<number, AdTask>;
  /** The ad beside the nameplate. */
  readonly ear: AdTask | undefined;
  readonly faults: readonly Fault[];
  requestOf(task: PictureTask): AdRequest;
}

/**
 * Books all ads of an issue, those of signed-off pages where they stand; one that its page cannot hold is a fault, and the page is
 * made without it.
 */
export function bookAds(issue: Issue, pages: readonly PageRequest[], grid: Grid, released: Released): Booking {
  const tasks = issue.ads.map((ad, index): AdTask => ({ name: `ad-${index + 1}`, file: ad.file, ad }));
  const booked = new Map<number, AdTask[]>();
  const full = new Map<number, AdTask>();
  const faults: Fault[] = [];
  const load = (page: number): number => (booked.get(page) ?? []).reduce((sum, { ad }) => sum + adCells(ad), 0);
  const free = (page: number): Rows => grid.rows - (page === 1 ? frontRows(grid, issue) : 0);
  const isKnown = (page: number): boolean => pages.some(({ number }) => number === page);
  for (const task of tasks
    .filter(({ ad }) => ad.position !== 'ear')
    .toSorted((a, b) => bookedFirst(a) - bookedFirst(b))) {
    const { ad } = task;
    const inner = pages
      .map(({ number }) => number)
      .filter((number) => number > 1 && !full.has(number) && !isReleased(released, number));
    const fitting = inner.filter((number) => ad.position !== 'full' || load(number) === 0);
    const frozen = pageWith(released, ad.file);
    const page =
      frozen ?? ad.page ?? fitting.toReversed().toSorted((a, b) => load(a) - load(b))[0] ?? pages.at(-1)?.number;
    if (page === undefined || !isKnown(page) || full.has(page)) faults.push(adWithoutPage(ad));
    else if (frozen === undefined && isReleased(released, page)) faults.push(releasedWithoutAd(issue.id, ad, page));
    else if (ad.position === 'full' && page > 1) full.set(page, task);
    else if (frozen !== undefined) booked.set(page, [...(booked.get(page) ?? []), task]);
    else if (ad.position === 'full')
      faults.push(adTooLarge({ ...ad, height: grid.rows }, page, { free: free(page), taken: load(page) }));
    else if (ad.height > free(page) || load(page) + adCells(ad) > grid.columns * (free(page) + AIR_ROW))
      faults.push(adTooLarge(ad, page, { free: free(page), taken: load(page) }));
    else booked.set(page, [...(booked.get(page) ?? []), task]);
  }
  const { ear, refused } = bookEar(tasks, { hasFront: isKnown(1), grid });
  if (ear !== undefined && isReleased(released, 1) && !released.files.has(ear.file))
    faults.push(releasedWithoutAd(issue.id, ear.ad, 1));
  faults.push(...refused);
  const requestOf = (one: PictureTask): AdRequest => {
    const task = tasks.find(({ name }) => name === one.name);
    if (!task) throw new RangeError(`Expected an ad of the issue, got “${one.name}”.`);
    return task.ad;
  };
  return { pages: booked, full, ear, faults, requestOf };
}

/** The first ad that was sold for the ear of page 1; why the others cannot stand there. */
function bookEar(
  tasks: readonly AdTask[],
  { hasFront, grid }: { readonly hasFront: boolean; readonly grid: Grid },
): { readonly ear: AdTask | undefined; readonly refused: readonly Fault[] } {
  const asked = tasks.filter(({ ad }) => ad.position === 'ear');
  const here = earColumns(grid) > 0 && hasFront ? asked.filter(({ ad }) => (ad.page ?? 1) === 1) : [];
  const [ear] = here;
  const why = ({ ad }: AdTask): Phrase => {
    if ((ad.page ?? 1) !== 1) return both('only page 1 has an ear', '只有头版有报眼');
    return ear
      ? both(`the ad ${ear.ad.file} is booked there`, `报眼已订给广告 ${ear.ad.file}`)
      : both('page 1 of this issue has none', '本期头版没有报眼');
  };
  return { ear, refused: asked.filter((task) => task !== ear).map((task) => adOutOfEar(task.ad, why(task))) };
}

/** Cells that an ad takes with its label: lines of basic columns. */
export const adCells = ({ width, height }: AdRequest): number => width * (height + AIR_ROW);

const bookedFirst = ({ ad }: AdTask): number => (ad.page === undefined ? 1 : 0);

/** The ad that fills a page. */
export const fullAd = ({ full }: Booking, page: number): AdTask | undefined => full.get(page);

/** The ads that stand on a page, the one beside the nameplate left out. */
export const adsOn = ({ full, pages }: Booking, page: number): readonly AdRequest[] =>
  [...(pages.get(page) ?? []), ...[full.get(page) ?? []].flat()].map(({ ad }) => ad);

/** The page at whose foot the imprint stands: the last that is not one ad. */
export const imprintPage = (pages: readonly PageRequest[], booking: Booking): PageRequest | undefined =>
  pages.findLast(({ number }) => fullAd(booking, number) === undefined);
