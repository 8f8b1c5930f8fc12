/** What an editor is glad to be told before the press runs. Nothing here stops a page. */
import type { Fault } from '../../fault.ts';
import type { Issue } from '../../issue/model.ts';
import type { Picture } from '../../photo/model.ts';
import type { Plan } from '../plan.ts';
import { datesOf } from './dates.ts';
import { headsThatReadOn } from './heads.ts';
import { numberOf } from './number.ts';
import { cutFaces, samePictures } from './pictures.ts';
import { sameEvents } from './same-event.ts';

/** What the warnings look at. */
export interface WarningSource {
  readonly issue: Issue;
  readonly plan: Plan;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** The issue before this one, where the desk has it. */
  readonly yesterday?: Issue;
}

/** All warnings of an issue. */
export function warnings(source: WarningSource): readonly Fault[] {
  return [sameEvents, numberOf, datesOf, headsThatReadOn, samePictures, cutFaces].flatMap((find) => find(source));
}
