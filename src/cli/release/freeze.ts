/** Signing a page off: made up, printed and checked like any other, then frozen. Faults of other pages do not stop it. */
import { placementKey, placements } from '../../edition/pictures.ts';
import type { Fault } from '../../fault.ts';
import { FaultError } from '../../fault.ts';
import { isRefused, type Made, makePages } from '../build/pages.ts';
import { cacheFor } from '../build/paper-cache.ts';
import { PictureLine } from '../build/picture-line.ts';
import { makePressPages } from '../build/press-pages.ts';
import { framesOf } from '../build/resolution.ts';
import { verdict } from '../build/verdict.ts';
import { warmBrowser } from '../build/warm-browser.ts';
import type { Desk } from '../desk.ts';
import { neverReleased, noSuchPage, releasedAlready, replateUnchanged } from '../faults.ts';
import { openPool } from '../threads/pool.ts';
import { plateChanges } from './changes.ts';
import { type FrozenPage, folderOf, readReleased, writeReleased } from './store.ts';
import { termsOf } from './terms.ts';

/** A page to be signed off. */
export interface FreezeOrder {
  /** Absolute path of the issue folder. */
  readonly issue: string;
  readonly page: number;
  /** Make a page anew that is frozen already. */
  readonly replate: boolean;
}

/** The page that was frozen, or the faults that kept it from being. */
export interface Freezing {
  readonly faults: readonly Fault[];
  readonly frozen?: Pick<FrozenPage, 'revision' | 'replates'> & { readonly folder: string };
}

/** Freezes one page of an issue. */
export async function freezePage(desk: Desk, order: FreezeOrder): Promise<Freezing> {
  const { issue, page, replate } = order;
  const isFrozen = (await readReleased(issue)).has(page);
  if (isFrozen && !replate) throw new FaultError([releasedAlready(page)]);
  if (!isFrozen && replate) throw new FaultError([neverReleased(page)]);
  await using browser = warmBrowser(desk.signal);
  await using pool = openPool(desk.signal);
  const made = await makePages(issue, desk, {
    draft: false,
    lenient: true,
    thaw: page,
    pool,
    meanwhile: browser.start,
  });
  const judged = faultsOfPage(made, page);
  const plan = made.plan?.pages.find(({ number }) => number === page);
  if (made.issue === undefined || made.plan === undefined || isRefused(judged)) return { faults: judged };
  if (plan === undefined) throw new FaultError([noSuchPage(String(page), made.plan.pages.length)]);
  const ready = { ...made, issue: made.issue, plan: { ...made.plan, pages: [plan] } };
  const cache = await cacheFor(issue, true);
  const shop = { desk, browser, pool, cache, line: new PictureLine({ pool, cache }) };
  const wish = { press: true, reader: false, views: false, shown: true, frozen: new Map() };
  const { faults, pages, jobs, standIns, keeping } = await makePressPages(ready, shop, wish);
  await keeping;
  const [pdf, job] = [pages.get(page), jobs[0]];
  const all = [...judged, ...faults];
  if (isRefused(all) || pdf === undefined || job === undefined) return { faults: all };
  const before = made.thawed;
  const shown = new Set(placements({ pages: [plan] }).map(placementKey));
  const pictures = new Map(
    [...standIns].flatMap(([key, { bytes }]) => (shown.has(key) ? [[key, bytes] as const] : [])),
  );
  const plate = { plan, pictures, terms: termsOf(made.issue, job.profile) };
  if (before !== undefined && Buffer.compare(before.pdf, pdf) === 0) {
    // The plate serves today's settings and names too; otherwise they would be told for ever.
    await writeReleased(issue, { ...before, ...plate });
    return { faults: [...all, replateUnchanged(page)] };
  }
  const revision = (before?.revision ?? 0) + 1;
  const replates = before === undefined ? [] : [...before.replates, { revision, changes: plateChanges(before, plate) }];
  await writeReleased(issue, { ...plate, pdf, revision, replates });
  return { faults: all, frozen: { revision, replates, folder: folderOf(issue, page) } };
}

/** What concerns this page: its own faults, and those of what stands on it. */
function faultsOfPage(made: Made, page: number): readonly Fault[] {
  const { plan, faults } = made;
  if (plan === undefined) return faults;
  const slugs = new Set(plan.pages.find(({ number }) => number === page)?.modules.map(({ slug }) => slug));
  const own = { ...plan, articles: plan.articles.filter(({ slug }) => slugs.has(slug)) };
  return [...faults.map(framesRefused(made, page)), ...verdict(own, { draft: false, known: faults })].filter(
    (fault) => fault.page === undefined || fault.page === page,
  );
}

/** A photo that is still to come is a warning of the issue, but no page is signed off with its empty frame. */
function framesRefused({ issue, plan }: Made, number: number): (fault: Fault) => Fault {
  const page = plan?.pages.find((one) => one.number === number);
  const frames = new Set(page === undefined ? [] : framesOf(page).map(({ file }) => file));
  const waiting = issue?.articles.filter(({ photos }) => photos.some(({ file }) => frames.has(file))) ?? [];
  const files = new Set(waiting.map(({ place }) => place.file));
  return (fault) =>
    fault.name === 'photo-to-come' && files.has(fault.place?.file ?? '') ? { ...fault, severity: 'error' } : fault;
}
