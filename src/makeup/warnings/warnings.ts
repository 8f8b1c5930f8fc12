/** What an editor is glad to be told before the press runs. Nothing here stops a page. */
import type { Fault } from '../../fault.ts';
import type { Issue } from '../../issue/model.ts';
import type { Picture } from '../../photo/model.ts';
import type { Plan } from '../plan.ts';
import { looseAds } from './ads.ts';
import { datesOf } from './dates.ts';
import { headsThatReadOn } from './heads.ts';
import { littleCopy } from './little-copy.ts';
import { numberAfter } from './number.ts';
import { partedStories } from './parted.ts';
import { cutFaces } from './pictures.ts';
import { sameEvents, toldBefore } from './same-event.ts';
import { strainedLines } from './strained.ts';
import { tablesAsText } from './tables.ts';
import { weatherUnprinted } from './weather.ts';

/** What the warnings look at. */
export interface WarningSource {
  readonly issue: Issue;
  readonly plan: Plan;
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** All warnings of an issue by itself. */
export function warnings(source: WarningSource): readonly Fault[] {
  const finders = [
    sameEvents,
    datesOf,
    headsThatReadOn,
    cutFaces,
    strainedLines,
    tablesAsText,
    littleCopy,
    looseAds,
    weatherUnprinted,
    partedStories,
  ];
  return finders.flatMap((find) => find(source));
}

/** What the issue before this one says of it: a running number that does not follow, an event told again. */
export function lookBack(issue: Issue, before: Issue): readonly Fault[] {
  return [...numberAfter(issue, before), ...toldBefore(issue, before)];
}
