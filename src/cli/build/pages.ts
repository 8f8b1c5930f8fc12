/** From the issue's folder to its made-up pages: what `build`, `check`, `release` and `dev` begin with. */
import assert from 'node:assert/strict';
import { type Fault, FaultError } from '../../fault.ts';
import type { Issue, IssueFolder, Newspaper } from '../../issue/model.ts';
import { type ReadIssue, readIssue } from '../../issue/read.ts';
import type { MadeUp } from '../../makeup/make-up.ts';
import type { PagePlan, Plan } from '../../makeup/plan.ts';
import { undrawn } from '../../makeup/undrawn.ts';
import { captioned } from '../../photo/captioned.ts';
import type { Picture } from '../../photo/model.ts';
import type { Cache } from '../cache.ts';
import type { Desk } from '../desk.ts';
import { type FrozenPage, readReleased } from '../release/store.ts';
import { termFaults } from '../release/terms.ts';
import { underTodaysNames } from '../release/todays-names.ts';
import type { MakeUpOrder } from '../threads/make-up-tasks.ts';
import { openPool, type Pool } from '../threads/pool.ts';
import { getReady } from './hands.ts';
import { inspection } from './inspection.ts';
import { keptMakeUp } from './kept-make-up.ts';
import { makeUpTogether } from './make-up-together.ts';
import type { Ready } from './ready.ts';
import { judgePictures } from './resolution.ts';
import { atTheirLines } from './wish-lines.ts';

/** How much a page may lack. */
export interface PageOptions {
  /** Print what may not go to the plates too, marked 草样. */
  readonly draft: boolean;
  /** Do without pictures that are still to come. */
  readonly lenient?: boolean;
  /** A signed-off page that is to be made anew. */
  readonly thaw?: number;
  /** Threads that are open already; otherwise some are opened and closed. */
  readonly pool?: Pool;
  /** What was read of the issue already. */
  readonly read?: ReadIssue;
  /** Called when others are at work, and this thread has time; more than once. */
  readonly meanwhile?: () => void;
  /** Called when the copy and its pictures are known, before any page is made up. */
  readonly onCopy?: (copy: Copy) => void;
  /** Called when the pages are being made up and a thread has nothing to do. */
  readonly onSpare?: () => void;
  /** Called with the page that is made up first of all pages of that number; it may yet be made up anew. */
  readonly onPage?: (page: PagePlan, copy: Copy) => void;
  /** Where an earlier make-up of the same copy may be found. */
  readonly cache?: Cache;
}

/** What pages are made up from. */
export type Copy = Pick<Ready, 'issue' | 'folder' | 'pictures' | 'released'>;

/** The pages of an issue, or why there are none. */
export interface Made {
  readonly folder: IssueFolder;
  /** Absent when the issue could not be read. */
  readonly issue?: Issue;
  /** Absent when newspaper.yaml could not be read. */
  readonly paper?: Newspaper;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Absent when faults before the make-up left nothing to make up. */
  readonly plan?: Plan;
  readonly proposals?: MadeUp['proposals'];
  /** Pages that are signed off, by number, without one that is made anew. */
  readonly released: ReadonlyMap<number, FrozenPage>;
  /** The one that is made anew, as it was signed off. */
  readonly thawed?: FrozenPage | undefined;
  readonly faults: readonly Fault[];
}

/** True when nothing may be made of these faults. */
export const isRefused = (faults: readonly Fault[]): boolean => faults.some((fault) => fault.severity === 'error');

/** Reads, inspects, typesets and makes up one issue. Faults of a stage stop the later ones, never its own others. */
export async function makePages(
  issueFolder: string,
  { reporter, signal }: Pick<Desk, 'reporter' | 'signal'>,
  options: PageOptions,
): Promise<Made> {
  const { cache, draft, lenient = false, thaw } = options;
  const kept = await readReleased(issueFolder);
  const stays = <Page>(pages: ReadonlyMap<number, Page>) => new Map([...pages].filter(([number]) => number !== thaw));
  const {
    issue: written,
    folder,
    faults,
    paper,
  } = options.read ??
  (await reporter.stage('reading', () => readIssue(issueFolder, { draft, lenient: draft || lenient })));
  if (written === undefined)
    return { folder, pictures: new Map(), released: stays(kept), faults, ...(paper && { paper }) };
  await using own = options.pool === undefined ? openPool(signal) : undefined;
  const pool = options.pool ?? own;
  assert(pool, 'bug: there are threads');
  getReady(pool);
  const { pictures, ...looked } = await reporter.stage('inspecting pictures', () =>
    inspection(folder, written, { cache, pool, begun: options.meanwhile }),
  );
  const issue = captioned(written, pictures);
  const { frozen, faults: renamed } = underTodaysNames(kept, issue, pictures);
  const released = stays(frozen);
  const known = [...faults, ...looked.faults];
  if (isRefused(known)) return { folder, issue, pictures, released, faults: known };
  const order = { issue, pictures, draft, ...signedOff(issue, frozen, released) };
  const copy = { issue, folder, pictures, released };
  options.onCopy?.(copy);
  const make = () => {
    const { onSpare, onPage } = options;
    const made = makeUpTogether(pool, order, cache, {
      ...(onSpare && { onSpare }),
      ...(onPage && { onPage: (page) => onPage(page, copy) }),
    });
    options.meanwhile?.();
    return made;
  };
  const made = await reporter
    .stage('making up', () => (cache === undefined ? make() : keptMakeUp(cache, order, make)))
    .catch(refusalOf);
  const told = [...(made.plan === undefined ? [] : undrawn(made.plan.pages, issue.articles)), ...made.faults];
  const located = await atTheirLines(issueFolder, issue, told);
  if (made.plan === undefined) return { folder, issue, pictures, released, faults: [...known, ...located] };
  const { plan, proposals } = made;
  const found = [
    ...located,
    ...judgePictures({ folder, issue }, plan, pictures),
    ...renamed.filter(({ page }) => page !== thaw),
    ...(await termFaults(issue, folder, released)),
  ];
  return {
    folder,
    issue,
    pictures,
    plan,
    proposals,
    released,
    thawed: thaw === undefined ? undefined : frozen.get(thaw),
    faults: [...known, ...(draft ? found.map(soften) : found)],
  };
}

/** The faults for which no page can be made up, such as a character that no font has. */
function refusalOf(error: unknown): { readonly plan?: undefined; readonly faults: readonly Fault[] } {
  if (error instanceof FaultError) return { faults: error.faults };
  throw error;
}

/** In a draft what the press would refuse is a warning, but never a lost text. */
const soften = (fault: Fault): Fault =>
  fault.exit === 4 && fault.name !== 'text-lost' ? { ...fault, severity: 'warning' } : fault;

/** What the make-up is told of signed-off pages: those that stay as they are, and one that is to move as little as it can. */
export function signedOff(
  issue: Issue,
  frozen: ReadonlyMap<number, FrozenPage>,
  released: ReadonlyMap<number, FrozenPage>,
): Pick<MakeUpOrder, 'previous' | 'released'> {
  if (frozen.size === 0) return {};
  const pages = [...frozen.values()].map(({ plan }) => plan);
  const previous: Plan = { schema: 'broadsheet/plan@1', issue: issue.id, pages, articles: [] };
  return { previous, released: [...released.keys()] };
}
