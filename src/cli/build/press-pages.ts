/** The press pages of a plan and the reader's PDF: pictures, printing, prepress and preflight, without writing anything. */
import path from 'node:path';
import type { Printed } from '../../browser/print.ts';
import { faceTexts } from '../../edition/draw/faces.ts';
import type { Subset } from '../../edition/font/face.ts';
import type { Fault } from '../../fault.ts';
import type { PagePlan } from '../../makeup/plan.ts';
import type { Twin } from '../../photo/model.ts';
import type { StandIn } from '../../photo/press.ts';
import type { OutputProfile, PressJob } from '../../press/model.ts';
import { judgeProfile, readProfile } from '../../press/profile.ts';
import { allOf, awaitedLater, together } from '../../together.ts';
import { preflightFinding } from '../faults.ts';
import type { PressPage } from '../threads/tasks.ts';
import { frozenStandIns, pictureChanges } from './frozen-pictures.ts';
import { type KeptPages, keptPages, type MadePages } from './kept-pages.ts';
import { pageKeys } from './page-keys.ts';
import { lookOf, type Placed, placedPictures, standInsOf, targetOf, twinsOf } from './pictures.ts';
import { PressLine } from './press-line.ts';
import { type PressShop, printIssue, startSubsets } from './print.ts';
import { leavesOf, readerOf, sharpAmong } from './reader-file.ts';
import type { Ready } from './ready.ts';
import type { PressFinding } from './report.ts';

/** The finished pages. */
export interface PressPages {
  readonly faults: readonly Fault[];
  readonly findings: readonly PressFinding[];
  /** Bytes of the PDF/X-4 by page number; empty when the witness refused what was drawn. */
  readonly pages: ReadonlyMap<number, Uint8Array>;
  /** What each page was made with, in the plan's order. */
  readonly jobs: readonly PressJob[];
  /** The reader's PDF, when it is wanted. */
  readonly reader?: Uint8Array;
  readonly standIns: ReadonlyMap<string, StandIn>;
  /** JPEG of each page by its number, when viewers want them. */
  readonly views: ReadonlyMap<number, Uint8Array>;
  /** Done when all is in the cache; it may be used before. */
  readonly keeping: Promise<void>;
}

/** What is wanted of the pages. */
export interface PressWish {
  /** Press files. */
  readonly press: boolean;
  readonly reader: boolean;
  /** Pictures of the pages. */
  readonly views: boolean;
  /** The browser prints the pictures too, for somebody will see its pages or keep them; otherwise only where they belong. */
  readonly shown: boolean;
  /** Press files of pages that are signed off, by number: they are passed through. */
  readonly frozen: ReadonlyMap<number, Uint8Array>;
}

/** What is done while the rest is still being made. */
export interface PressNews {
  /** The browser has printed all pages, as the plan says. */
  readonly onPrinted?: () => Promise<void>;
  /** All press pages are there. */
  readonly onPressed?: (made: Pick<PressPages, 'jobs' | 'pages'>) => Promise<void>;
}

/** Makes the press pages. What was made before from the same things is not printed again. */
export async function makePressPages(
  ready: Ready,
  shop: PressShop,
  wish: PressWish,
  { onPrinted, onPressed }: PressNews = {},
): Promise<PressPages> {
  const begun = await begin(ready, shop, wish);
  const { kept, jobs, standIns, line } = begun;
  const printed = await printMissing(ready, shop, begun);
  const fresh = filesOf(printed);
  const isDrawn = printed.faults.length === 0;
  const pressAll = async (): Promise<ReadonlyMap<number, PressPage>> => {
    const pages = new Map([...kept.press, ...(await allOf(line.pages))]);
    if (isDrawn) await onPressed?.({ jobs, pages: bytesOf(pages, wish) });
    return pages;
  };
  const [newReader, made, leaves] = await shop.desk.reporter.stage('prepress and preflight', () =>
    together([
      kept.missing.reader && isDrawn ? bindReader(ready, shop, begun, fresh.printed) : undefined,
      pressAll(),
      allOf(line.leaves),
      begun.twinsDone,
      isDrawn ? onPrinted?.() : undefined,
    ]),
  );
  const changed = pictureChanges(ready);
  const views = new Map([...kept.views, ...fresh.views]);
  if (!isDrawn) {
    const faults = [...changed, ...printed.faults];
    return { jobs, standIns, views, faults, findings: [], pages: new Map(), keeping: Promise.resolve() };
  }
  const press = new Map([...made].filter(([number]) => kept.missing.press.includes(number)));
  const keeping = awaitedLater(kept.keep({ ...fresh, press, leaves, reader: newReader }));
  const reader = kept.reader ?? newReader;
  const inOrder = ready.plan.pages.flatMap(({ number }) => made.get(number) ?? []);
  const findings = [...inOrder.flatMap((page) => page.findings), ...(reader?.findings ?? [])];
  return {
    jobs,
    standIns,
    views,
    keeping,
    faults: [...changed, ...begun.judged, ...findings.map(preflightFinding)],
    findings,
    pages: bytesOf(made, wish),
    ...(reader === undefined ? {} : { reader: reader.bytes }),
  };
}

/** What is known, and under way, when the browser begins to print. */
interface Begun extends Pick<PressPages, 'jobs' | 'standIns'> {
  readonly kept: KeptPages;
  /** Placements whose twins are made. */
  readonly open: readonly Placed[];
  readonly twins: ReadonlyMap<string, Promise<Twin>>;
  readonly twinsDone: Promise<unknown>;
  readonly line: PressLine;
  /** Fonts of the pages that are to be printed; absent where there are none. */
  readonly subset: Subset | undefined;
  /** What is to be said of the printer's own profile. */
  readonly judged: readonly Fault[];
}

/** Looks for what was made before and begins all that waits for no print: pictures, fonts, pages that were printed already. */
async function begin(ready: Ready, shop: PressShop, wish: PressWish): Promise<Begun> {
  const { plan } = ready;
  const { reporter } = shop.desk;
  const placed = placedPictures(plan, ready.pictures, ready.folder);
  const profile = await profileOf(ready);
  const judged = wish.press ? await profileFaults(ready, profile) : [];
  const drawing = awaitedLater(
    reporter.stage('pictures for the browser', () => standInsOf(placed, shop.line, lookOf(ready, wish.shown))),
  );
  const leafJobs = wish.reader ? leavesOf(ready) : [];
  const keys = await pageKeys(ready, placed, profile);
  const kept = await keptPages(ready, shop.cache, keys, { ...wish, leafJobs });
  const { missing } = kept;
  const jobs = plan.pages.map((page) => jobOf(ready, page, profile));
  const isPrinted = missing.printed.length === 0 && missing.views.length === 0;
  const subset = isPrinted ? undefined : startSubsets(plan, shop);
  const open = placed.filter(({ key }) => missing.pictures.has(key));
  const started = twinsOf(open, shop.line, targetOf(ready));
  const standIns = new Map([...(await drawing), ...frozenStandIns(ready)]);
  const twins = byStandIn(started, standIns);
  const plates = {
    jobs: jobs.filter(({ page }) => missing.press.includes(page.number)),
    leafJobs: leafJobs.filter(({ page }) => missing.leaves.includes(page.number)),
    standIns,
    twins,
  };
  const line = new PressLine(ready, plates, shop.pool);
  for (const [number, raw] of kept.printed) line.take(number, raw);
  const twinsDone = awaitedLater(reporter.stage('pictures for the press', () => allOf(twins)));
  return { kept, jobs, standIns, open, twins, twinsDone, line, subset, judged };
}

/** Prints what was not printed before; each page goes on to its plates at once. */
async function printMissing(
  ready: Ready,
  shop: PressShop,
  { kept: { missing }, standIns, subset, line }: Begun,
): Promise<typeof NOT_PRINTED> {
  if (subset === undefined) return NOT_PRINTED;
  const order = { ...missing, standIns, subset };
  return printIssue(ready, shop, order, ({ page, pdf }) => pdf && line.take(page, pdf));
}

/** The reader's PDF, as soon as all of its leaves are there. */
async function bindReader(
  ready: Ready,
  { pool }: PressShop,
  { kept, jobs, line, twins, open, standIns }: Begun,
  printed: MadePages['printed'],
): Promise<PressPage | undefined> {
  const raws = new Map([...kept.printed, ...printed]);
  const leaves = new Map([...kept.leaves, ...(await allOf(line.leaves))]);
  return readerOf(ready, { jobs, raws, leaves, twins: sharpAmong(twins, open, standIns) }, pool);
}

/** Twins by the SHA-256 of the stand-in that each replaces. */
const byStandIn = (
  twins: ReadonlyMap<string, Promise<Twin>>,
  standIns: ReadonlyMap<string, StandIn>,
): ReadonlyMap<string, Promise<Twin>> =>
  new Map(
    [...twins].flatMap(([key, twin]) => {
      const sha256 = standIns.get(key)?.sha256;
      return sha256 === undefined ? [] : [[sha256, twin] as const];
    }),
  );

/** Press files by page number, signed-off ones among them. */
const bytesOf = (made: ReadonlyMap<number, PressPage>, { press, frozen }: PressWish): PressPages['pages'] =>
  new Map([...(press ? frozen : []), ...[...made].map(([number, { bytes }]) => [number, bytes] as const)]);

const NOT_PRINTED: Printed & { readonly faults: readonly Fault[] } = { pages: [], drawn: [], fonts: [], faults: [] };

/** What the browser made, by page number: PDFs and pictures. */
const filesOf = ({ pages }: Printed): Pick<MadePages, 'printed' | 'views'> => ({
  printed: new Map(pages.flatMap(({ page, pdf }) => (pdf === undefined ? [] : [[page, pdf] as const]))),
  views: new Map(pages.flatMap(({ page, picture }) => (picture === undefined ? [] : [[page, picture] as const]))),
});

/** What is to be said of the printer's own profile. */
const profileFaults = async ({ issue }: Ready, profile: OutputProfile): Promise<readonly Fault[]> => {
  const { profile: own, inkLimit } = issue.paper.press;
  return own === undefined ? [] : judgeProfile(profile, own, inkLimit);
};

const profileOf = ({ issue, folder }: Ready): Promise<OutputProfile> => {
  const { profile } = issue.paper.press;
  return profile === undefined ? readProfile() : readProfile(path.join(folder.paper, profile), profile);
};

/** A page's job without its pictures. */
function jobOf({ issue }: Ready, page: PagePlan, profile: OutputProfile): PressJob {
  const { paper, date, id } = issue;
  const { number, name, color, trim } = page;
  return {
    paper: paper.name,
    language: paper.language,
    date,
    issue: id,
    page: { number, color, trim, ...(name === undefined ? {} : { name }) },
    press: paper.press,
    colours: paper.colours,
    profile,
    characters: [...faceTexts([page]).values()].join(''),
    twins: new Map(),
  };
}
