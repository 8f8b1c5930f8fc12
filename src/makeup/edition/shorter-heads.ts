/** The way out of a page that a long head keeps open: how short the head must be for the page to close. */
import { both, type Phrase } from '../../fault.ts';
import { headlineOf } from '../../issue/headline.ts';
import { BODY } from '../../units.ts';
import { nameOf, titled } from '../faults.ts';
import { makePage } from '../page/page.ts';
import type { Desk, PageTask, StoryTask } from '../page/task.ts';
import { headRange } from '../shape/rank.ts';

/** Shares of a head that are tried where the longest that stands on one line does not close the page. */
const SHARES = [1, 0.75, 0.5];
/** Stories whose heads are tried. */
const TRIALS = 3;
/** The number of characters is told in steps: nobody counts a head to the letter. */
const STEP = 5;
/** Words of English; a Chinese head is cut between any two characters. */
const PIECES = /\S+\s*/gu;

/** Heads that are longer than their rank has room for, and the length of each at which the page closes. */
export function waysToShorten(desk: Desk, task: PageTask): readonly Phrase[] {
  const long = task.stories.filter((story) => story.part === 1 && isLong(task, story));
  return long.slice(0, TRIALS).flatMap((story) => {
    const short = shortEnough(desk, task, story);
    if (short === undefined) return [];
    const most = Math.max(STEP, Math.floor([...short].length / STEP) * STEP);
    const { article } = story.copy;
    return [
      both(
        `shorten the head of ${nameOf(article)} to about ${most} characters`,
        `把${titled(article)}的标题缩到 ${most} 字左右`,
      ),
    ];
  });
}

/** True for a head that takes more than one line over the whole page even at the least size of its rank. */
const isLong = (task: PageTask, story: StoryTask): boolean =>
  headlineOf(story.copy.article) !== '' && !standsOnOneLine(task, story, story.copy);

function standsOnOneLine(task: PageTask, { rank, nth }: StoryTask, copy: StoryTask['copy']): boolean {
  const { least, most } = headRange(task, rank, nth, false);
  const { grid } = task;
  const width = (grid.columns * (grid.measure + 1) - 1) * BODY;
  return (['song', 'hei'] as const).some((family) =>
    copy.heads({ width, minSize: least, maxSize: most, family, align: 'center' }).some((head) => head.lines === 1),
  );
}

/** The longest beginning of a head that closes the page, of those that are tried. */
function shortEnough(desk: Desk, task: PageTask, story: StoryTask): string | undefined {
  const beginnings = beginningsOf(headlineOf(story.copy.article));
  const withHead = (title: string): StoryTask => ({
    ...story,
    copy: desk.typesetter.copy({ ...story.copy.article, title: [title] }),
  });
  const oneLine = beginnings.findLastIndex((title) => standsOnOneLine(task, story, withHead(title).copy));
  const tried = new Set(SHARES.flatMap((share) => beginnings[Math.floor(oneLine * share)] ?? []));
  return [...tried].find((title) => {
    const shorter = withHead(title);
    const stories = task.stories.map((one) => (one === story ? shorter : one));
    return 'tree' in makePage(desk, { ...task, stories, patience: 'short' });
  });
}

/** What a head can be cut down to, shortest first, itself left out. */
function beginningsOf(title: string): readonly string[] {
  const words = title.match(PIECES) ?? [];
  const pieces = words.length > 2 ? words : [...title];
  return pieces.slice(1).map((_, at) =>
    pieces
      .slice(0, at + 1)
      .join('')
      .trim(),
  );
}
