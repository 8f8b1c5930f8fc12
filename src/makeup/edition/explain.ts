/** What an editor is told of a page that does not close: what is over or how much is missing, and the ways out. */
import { both, type Fault } from '../../fault.ts';
import { languageOfAll } from '../../typeset/script.ts';
import { BODY } from '../../units.ts';
import * as faultOf from '../faults.ts';
import { type FailedPage, type MadePage, MOST_ITEMS } from '../page/page.ts';
import type { Desk, StoryTask } from '../page/task.ts';
import type { Grid } from '../plan.ts';
import { LONG_HEAD } from '../shape/heads.ts';
import { aspectOf, LEAST_PPI, ppiOf } from '../shape/panel.ts';
import { headRange, smaller } from '../shape/rank.ts';
import { waysToShorten } from './shorter-heads.ts';
import { type OfferedJump, troubleOf, waysApart, waysOut, waysToFill, waysToJump } from './ways-out.ts';

/** CSS pixels to an inch. */
const CSS_PPI = 96;

/** What helps where a story went on from another page already. */
const DIVIDE = both(
  'cut it, or divide it into two stories: a story goes on once',
  '删短，或分成两篇：一篇稿件只转一次版',
);

/** What the explanation looks at. */
export interface Failure {
  readonly failed: FailedPage;
  /** The page as a draft shows it. */
  readonly draft: MadePage | FailedPage;
  /** A jump that would close it if the desk asked for it. */
  readonly jump: OfferedJump | undefined;
  /** Fillers that no page has used. */
  readonly fillers: number;
}

/** The faults of a page that does not close. */
export function explain(desk: Desk, { failed, draft, jump, fillers }: Failure): readonly Fault[] {
  const { task, cells, homeless } = failed;
  const language = languageOfAll(
    task.stories.map(({ copy }) => copy.article),
    desk.language,
  );
  const { number } = task.page;
  const items = task.stories.length + task.ads.length;
  if (items > MOST_ITEMS) return [faultOf.tooCrowded(number, items, MOST_ITEMS)];
  const missing = cells.page - cells.most;
  if (missing > 0 && homeless.length === 0) {
    const empty = cells.page - (cells.least + cells.most) / 2;
    const lack = { page: number, lines: Math.round(empty), language };
    return [faultOf.hole(lack, cells.page, waysToFill(task, empty, fillers))];
  }
  const headless = task.stories.filter(
    (story) => homeless.includes(story.copy.article.slug) && !hasRoomForHead(failed, story),
  );
  if (headless.length > 0) return headless.map(({ copy }) => faultOf.headTooLong(copy.article, number));
  const { over, white } = troubleOf(desk, failed, draft);
  if (over.length > 0) {
    const ways = [...waysToShorten(desk, task), ...waysOut(desk, failed), ...waysToJump(jump)];
    return over.map(({ story, lines }) => {
      const small = photoWithoutRoom(desk, story, task.grid);
      if (small !== undefined) return faultOf.photoTooSmall(story.copy.article, number, small);
      const own = story.from === undefined ? ways : [...ways, DIVIDE];
      return faultOf.overset(story.copy.article, { page: number, lines, language }, own);
    });
  }
  if (white > 0) {
    return [faultOf.hole({ page: number, lines: white, language }, cells.page, waysToFill(task, white, fillers))];
  }
  const ways = [
    ...waysToShorten(desk, task),
    ...waysApart(desk, failed),
    ...waysOut(desk, failed),
    ...waysToJump(jump),
  ];
  return [faultOf.unmade(number, failed.proved, ways)];
}

/** The first photo of a story that has too few pixels for a place of one column; portraits may stand in less. */
function photoWithoutRoom({ pictures }: Desk, { copy: { article } }: StoryTask, { measure }: Grid) {
  const column = measure * BODY;
  const index = article.photos.findIndex(({ file, prominence }, photo) => {
    const ppi = ppiOf(pictures.get(file), column, column / aspectOf(article, photo, pictures));
    return prominence !== 'head' && ppi !== undefined && ppi < LEAST_PPI;
  });
  const { file = '' } = article.photos[index] ?? {};
  const width = pictures.get(file)?.width;
  return width === undefined ? undefined : { file, width, needs: Math.ceil((column * LEAST_PPI) / CSS_PPI) };
}

/** True when the head of a story can be set over the whole width of the page, at the least size of its rank. */
function hasRoomForHead({ task }: FailedPage, story: StoryTask): boolean {
  const { grid } = task;
  const { title } = story.copy.article;
  if (title.length === 0) return true;
  const { least, most } = smaller(headRange(task, story.rank, story.nth, false));
  const width = (grid.columns * (grid.measure + 1) - 1) * BODY;
  const lines = Math.max(LONG_HEAD.most, title.length);
  return (['song', 'hei'] as const).some((family) =>
    story.copy
      .heads({ width, minSize: least, maxSize: most, family, align: 'center' })
      .some((head) => head.lines <= lines),
  );
}
