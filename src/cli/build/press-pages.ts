/** The press pages of a plan: pictures, printing, prepress and preflight, without writing anything. */
import path from 'node:path';
import type { Printed } from '../../browser/print.ts';
import { faceTexts } from '../../edition/draw/faces.ts';
import { placementKey, placements } from '../../edition/pictures.ts';
import type { Fault } from '../../fault.ts';
import type { PagePlan, Plan } from '../../makeup/plan.ts';
import type { Twin } from '../../photo/model.ts';
import type { StandIn } from '../../photo/press.ts';
import type { OutputProfile, PressJob } from '../../press/model.ts';
import { readProfile } from '../../press/profile.ts';
import { preflightFinding } from '../faults.ts';
import type { Pool } from '../threads/pool.ts';
import type { PressPage } from '../threads/tasks.ts';
import { makeStandIns, makeTwins, placedPictures } from './pictures.ts';
import { type PrintShop, printIssue } from './print.ts';
import type { Ready } from './ready.ts';
import type { PressFinding } from './report.ts';
import { together } from './together.ts';

/** The finished pages. */
export interface PressPages {
  readonly faults: readonly Fault[];
  readonly findings: readonly PressFinding[];
  /** Bytes of the PDF/X-4 by page number; empty when the witness refused what was drawn. */
  readonly pages: ReadonlyMap<number, Uint8Array>;
  /** What each page was made with, in the plan's order. */
  readonly jobs: readonly PressJob[];
  /** Chromium's tagged PDF of all pages, when a reader wants it. */
  readonly reader?: Uint8Array;
  readonly standIns: ReadonlyMap<string, StandIn>;
  /** JPEG of each page by its number, when viewers want them. */
  readonly views: ReadonlyMap<number, Uint8Array>;
}

/**
 * Makes the press pages.
 * @param frozen Press files of pages that are signed off, by number: they are passed through.
 */
export async function makePressPages(
  ready: Ready,
  shop: PrintShop,
  frozen: ReadonlyMap<number, Uint8Array> = new Map(),
): Promise<PressPages> {
  const { issue, folder, plan, pictures } = ready;
  const { reporter } = shop.desk;
  const placed = placedPictures(plan, pictures, folder);
  const profile = await profileOf(ready);
  const { inkLimit, resolution } = issue.paper.press;
  const standIns = await reporter.stage('pictures for the browser', () => makeStandIns(placed));
  const [printed, twins] = await together([
    printIssue(ready, shop, standIns),
    reporter.stage('pictures for the press', () =>
      makeTwins(placed, standIns, { inkLimit, resolution, profile: profile.path }, shop.pool),
    ),
  ]);
  const jobs = plan.pages.map((page) => jobOf(ready, page, profile, twinsOf(plan, page, standIns, twins)));
  const views = viewsOf(printed);
  if (printed.faults.length > 0)
    return { faults: printed.faults, findings: [], pages: new Map(), jobs, standIns, views };
  const raw = new Map(printed.pages.map(({ page, pdf }) => [page, pdf]));
  const open = jobs.filter(({ page }) => !frozen.has(page.number));
  const made = await reporter.stage('prepress and preflight', () => pressPages(open, raw, shop.pool));
  const findings = made.flatMap((page) => page.findings);
  const { reader } = printed;
  return {
    faults: findings.map(faultOf),
    findings,
    pages: new Map([...frozen, ...made.map(({ number, bytes }) => [number, bytes] as const)]),
    jobs,
    standIns,
    views,
    ...(reader === undefined ? {} : { reader }),
  };
}

/** Pictures of the pages by number. */
export const viewsOf = ({ pages }: Printed): ReadonlyMap<number, Uint8Array> =>
  new Map(pages.flatMap(({ page, picture }) => (picture === undefined ? [] : [[page, picture] as const])));

const profileOf = ({ issue, folder }: Ready): Promise<OutputProfile> => {
  const { profile } = issue.paper.press;
  return profile === undefined ? readProfile() : readProfile(path.join(folder.paper, profile), profile);
};

function jobOf({ issue }: Ready, page: PagePlan, profile: OutputProfile, twins: ReadonlyMap<string, Twin>): PressJob {
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
    twins,
  };
}

/** The twins of the pictures on one page. */
function twinsOf(
  plan: Plan,
  page: PagePlan,
  standIns: ReadonlyMap<string, StandIn>,
  twins: ReadonlyMap<string, Twin>,
): ReadonlyMap<string, Twin> {
  const own = placements({ ...plan, pages: [page] }).flatMap((placement) => {
    const sha256 = standIns.get(placementKey(placement))?.sha256;
    const twin = sha256 === undefined ? undefined : twins.get(sha256);
    return sha256 === undefined || twin === undefined ? [] : [[sha256, twin] as const];
  });
  return new Map(own);
}

/** Each page in a thread, with the twins of its own pictures. */
const pressPages = (
  jobs: readonly PressJob[],
  raw: ReadonlyMap<number, Uint8Array | undefined>,
  pool: Pool,
): Promise<readonly (PressPage & { readonly number: number })[]> =>
  together(
    jobs.map(async (job) => {
      const { number } = job.page;
      const page = await pool.run('makePressPage', { raw: raw.get(number) ?? new Uint8Array(), job });
      return { number, ...page };
    }),
  );

const faultOf = ({ severity, rule, page, message }: PressFinding): Fault =>
  preflightFinding(severity, rule, page, message);
