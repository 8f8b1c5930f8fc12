/** From the issue's folder to its made-up pages: what `build`, `check`, `release` and `dev` begin with. */
import assert from 'node:assert/strict';
import type { Fault } from '../../fault.ts';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import { readIssue } from '../../issue/read.ts';
import type { MadeUp } from '../../makeup/make-up.ts';
import type { Plan } from '../../makeup/plan.ts';
import type { Picture } from '../../photo/model.ts';
import type { Desk } from '../desk.ts';
import { type FrozenPage, readReleased } from '../release/store.ts';
import type { MakeUpOrder } from '../threads/tasks.ts';
import { openThread, type Thread } from '../threads/thread.ts';
import { together } from './together.ts';

export interface PageOptions {
  readonly draft: boolean;
  /** A signed-off page that is to be made anew. */
  readonly thaw?: number;
  /** A thread that is open already, with warm fonts; otherwise one is opened and closed. */
  readonly thread?: Thread;
}

/** The pages of an issue, or why there are none. */
export interface Made {
  readonly folder: IssueFolder;
  /** Absent when the issue could not be read. */
  readonly issue?: Issue;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Absent when faults before the make-up left nothing to make up. */
  readonly plan?: Plan;
  readonly proposals?: MadeUp['proposals'];
  /** Pages that are signed off, by number. */
  readonly released: ReadonlyMap<number, FrozenPage>;
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
  await using own = options.thread === undefined ? openThread(signal) : undefined;
  const thread = options.thread ?? own;
  assert(thread, 'bug: there is a thread');
  const fonts = reporter.stage('opening fonts', () => thread.run('openFonts', undefined));
  fonts.catch(() => undefined);
  const { issue, folder, faults } = await reporter.stage('reading', () =>
    readIssue(issueFolder, { draft: options.draft }),
  );
  const frozen = await readReleased(issueFolder);
  const released = new Map([...frozen].filter(([number]) => number !== options.thaw));
  if (issue === undefined) return { folder, pictures: new Map(), released, faults };
  const inspection = await reporter.stage('inspecting pictures', async () => {
    const { inspectPictures } = await import('../../photo/inspect.ts');
    return inspectPictures(folder, issue);
  });
  const { pictures } = inspection;
  const known = [...faults, ...inspection.faults];
  if (isRefused(known)) return { folder, issue, pictures, released, faults: known };
  const [, { plan, proposals, ...made }] = await together([
    fonts,
    reporter.stage('making up', () =>
      thread.run('makeUpIssue', { issue, pictures, ...signedOff(issue, frozen, released) }),
    ),
  ]);
  return { folder, issue, pictures, plan, proposals, released, faults: [...known, ...made.faults] };
}

/** What the make-up is told of signed-off pages: those that stay as they are, and one that is to move as little as it can. */
function signedOff(
  issue: Issue,
  frozen: ReadonlyMap<number, FrozenPage>,
  released: ReadonlyMap<number, FrozenPage>,
): Pick<MakeUpOrder, 'previous' | 'released'> {
  if (frozen.size === 0) return {};
  const pages = [...frozen.values()].map(({ plan }) => plan);
  const previous: Plan = { schema: 'broadsheet/plan@1', issue: issue.id, pages, articles: [] };
  return { previous, released: [...released.keys()] };
}
