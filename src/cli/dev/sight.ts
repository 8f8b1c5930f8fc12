/** What the desk sees of an issue at one moment: the last good form of each page, what is wrong, and how far the make-up is. */
import type { Fault } from '../../fault.ts';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import type { PagePlan, Plan } from '../../makeup/plan.ts';
import type { Picture } from '../../photo/model.ts';

/**
 * How a page came to stand as it is shown: `searched` as a build would print it; `held` with new words in its old places
 * while the search goes on; `waiting` for a search after an edit that no held page can show, or for the others
 * of the first search; `failed` as it last closed, because it cannot be made now; `draft` as a draft prints it, because it
 * never closed since the desk was opened; `released` as it was signed off.
 */
export type Standing = 'searched' | 'held' | 'waiting' | 'failed' | 'draft' | 'released';

/** A page as it is shown. */
export interface SeenPage {
  readonly plan: PagePlan;
  readonly standing: Standing;
  /** The page as a draft prints it, with its holes and without what does not fit; only of a page that last failed. */
  readonly draft?: PagePlan;
}

/** True of a page whose plan is none that a build prints. */
export const isUnprintable = ({ standing }: SeenPage): boolean => standing === 'failed' || standing === 'draft';

/** The moment. */
export interface Sight {
  readonly folder: IssueFolder;
  /** The last issue that could be read. */
  readonly issue?: Issue;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly pages: readonly SeenPage[];
  /** The plan that the pages are of. */
  readonly plan?: Plan;
  readonly faults: readonly Fault[];
  /** No search is under way. */
  readonly isSettled: boolean;
  /** What the last change did. */
  readonly last: Doing;
}

/** Which pages a change made anew, by number. */
export interface Doing {
  /** Paths below the paper's folder that were saved. */
  readonly saved: readonly string[];
  readonly held: readonly number[];
  readonly searched: readonly number[];
  readonly milliseconds: number;
}

/** Before the first save. */
export const NOTHING_DONE: Doing = { saved: [], held: [], searched: [], milliseconds: 0 };

/** True when a page would print otherwise: what is only known of it does not count. */
export function isOtherPage(one: PagePlan, other: PagePlan): boolean {
  return one !== other && printed(one) !== printed(other);
}

const printed = ({ hard, soft, optimal, fill, ...page }: PagePlan): string => JSON.stringify(page);
