/** What an editor is told of a page that does not close: what is over or how much is missing, and the ways out. */
import type { Fault } from '../../fault.ts';
import * as faultOf from '../faults.ts';
import type { FailedPage, MadePage } from '../page/page.ts';
import type { Desk } from '../page/task.ts';
import { troubleOf, waysApart, waysOut, waysToFill } from './ways-out.ts';

/** What the explanation looks at. */
export interface Failure {
  readonly failed: FailedPage;
  /** The page as a draft shows it. */
  readonly draft: MadePage | FailedPage;
  /** Pages behind this one. */
  readonly later: readonly number[];
  /** Fillers that no page has used. */
  readonly fillers: number;
}

/** The faults of a page that does not close. */
export function explain(desk: Desk, { failed, draft, later, fillers }: Failure): readonly Fault[] {
  const { task, cells, homeless } = failed;
  const { number } = task.page;
  const missing = cells.page - cells.most;
  if (missing > 0 && homeless.length === 0) {
    const empty = cells.page - (cells.least + cells.most) / 2;
    return [faultOf.hole(number, Math.round(empty), cells.page, waysToFill(task, empty, fillers))];
  }
  const { over, white } = troubleOf(desk, failed, draft);
  if (over.length > 0) {
    const ways = waysOut(desk, failed, later);
    return over.map(({ story, lines }) => faultOf.overset(story.copy.article, number, lines, ways));
  }
  if (white > 0) return [faultOf.hole(number, white, cells.page, waysToFill(task, white, fillers))];
  return [faultOf.unmade(number, failed.proved, [...waysApart(desk, failed), ...waysOut(desk, failed, later)])];
}
