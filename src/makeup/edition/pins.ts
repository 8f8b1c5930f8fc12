/** Why the pins of a page cannot all be kept, where that is plain to see without a search. */
import { both, type Phrase } from '../../fault.ts';
import type { Article, Pin } from '../../issue/model.ts';
import { nameOf, titled } from '../faults.ts';
import type { PageTask, StoryTask } from '../page/task.ts';

/** A pin that cannot be kept: why, and whose it is. */
export interface PinAtOdds {
  readonly reason: Phrase;
  readonly article: Article;
}

/** Pins that lie on the nameplate, and pins that overlap; those of one story at most once each. */
export function pinsAtOdds({ stories, top }: Pick<PageTask, 'stories' | 'top'>): readonly PinAtOdds[] {
  const pinned = stories.flatMap((story) => pinnedOf(story));
  const onNameplate = pinned.filter(({ pin }) => pin.row !== undefined && pin.row < top);
  const overlaps = pinned.flatMap((one, index) => {
    const other = pinned.slice(0, index).find((earlier) => overlap(earlier.pin, one.pin));
    return other === undefined ? [] : [overlapping(other, one)];
  });
  return [...onNameplate.map((one) => tooHigh(one, top)), ...overlaps];
}

interface Pinned {
  readonly article: Article;
  readonly pin: Pin;
}

const pinnedOf = ({ copy: { article }, wishes: { pin } }: StoryTask): readonly Pinned[] =>
  pin === undefined ? [] : [{ article, pin }];

/** True when both begin in the same row and share a column, however high they are. */
function overlap(one: Pin, other: Pin): boolean {
  if (one.row === undefined || one.row !== other.row) return false;
  if (one.column === undefined || other.column === undefined) return false;
  const [end, otherEnd] = [one.column + (one.columns ?? 1), other.column + (other.columns ?? 1)];
  return one.column < otherEnd && other.column < end;
}

const tooHigh = ({ article, pin: { row } }: Pinned, top: number): PinAtOdds => ({
  article,
  reason: both(
    `${nameOf(article)} is pinned to row ${row}, on the nameplate, and stories begin in row ${top}`,
    `${titled(article)}锁定在第 ${row} 行，压住报头，稿件从第 ${top} 行排起`,
  ),
});

const overlapping = (one: Pinned, { article, pin: { row } }: Pinned): PinAtOdds => ({
  article,
  reason: both(
    `${nameOf(one.article)} and ${nameOf(article)} are pinned over each other in row ${row}`,
    `${titled(one.article)}和${titled(article)}锁定的位置在第 ${row} 行重叠`,
  ),
});
