/** What the desk has written by now: the issue, its pictures, its signed-off pages. What did not change is not read again. */
import { type Fault, FaultError } from '../../fault.ts';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import { type KnownArticle, readIssue } from '../../issue/read.ts';
import { captioned } from '../../photo/captioned.ts';
import type { Picture } from '../../photo/model.ts';
import { isRefused } from '../build/pages.ts';
import { type FrozenPage, readReleased } from '../release/store.ts';
import { termFaults } from '../release/terms.ts';
import { underTodaysNames } from '../release/todays-names.ts';
import { warmInspection } from './inspection.ts';

/** An issue that was read without error, with what its make-up needs. */
export interface Read {
  readonly issue: Issue;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly released: ReadonlyMap<number, FrozenPage>;
  readonly faults: readonly Fault[];
}

/** Why an issue cannot be made up as it lies there. */
export interface Unread {
  readonly faults: readonly Fault[];
}

/** Opens the reading of an issue: each call reads it as it lies there, and remembers what it read for the next. */
export function openReading(folder: IssueFolder): () => Promise<Read | Unread> {
  const known = new Map<string, KnownArticle>();
  const inspect = warmInspection();
  const readNow = async (): Promise<Read | Unread> => {
    const read = await readIssue(folder.issue, { draft: true, known });
    const { issue } = read;
    if (issue === undefined) return { faults: read.faults };
    const inspection = await inspect(folder, issue);
    const told = [...read.faults, ...inspection.faults];
    if (isRefused(told)) return { faults: told };
    const { pictures } = inspection;
    const named = underTodaysNames(await readReleased(folder.issue), issue, pictures);
    const { frozen: released } = named;
    const faults = [...told, ...named.faults, ...(await termFaults(issue, folder, released))];
    return { issue: captioned(issue, pictures), pictures, released, faults };
  };
  return () => readNow().catch((error: unknown) => ({ faults: faultsOf(error) }));
}

/**
 * A fault of the input as it was thrown.
 * @throws whatever else it is: a bug
 */
export function faultsOf(error: unknown): readonly Fault[] {
  if (error instanceof FaultError) return error.faults;
  throw error;
}
