/** Made pages as the plan holds them, with what stands above and below their stories. */
import type { Issue } from '../../issue/model.ts';
import type { FrontContext } from '../furniture/ear.ts';
import { front } from '../furniture/front.ts';
import { drawImprint, type Imprint } from '../furniture/imprint.ts';
import { indexEntries } from '../furniture/index.ts';
import { drawPage, type Furniture } from '../page/draw.ts';
import type { MadePage } from '../page/page.ts';
import type { Desk, PageTask, PictureTask } from '../page/task.ts';
import type { Grid, PagePlan } from '../plan.ts';
import type { Booking } from './ads.ts';
import type { Assignment } from './distribute.ts';

/** What the pages of one issue are drawn from. */
export interface IssueDrawing {
  readonly issue: Issue;
  readonly desk: Desk;
  readonly grid: Grid;
  readonly assignments: readonly Assignment[];
  readonly booking: Booking;
  /** The imprint and its page. */
  readonly imprint?: Imprint & { readonly page: number };
}

/** Draws a made page. */
export function drawMade(drawing: IssueDrawing, made: MadePage): PagePlan {
  const { issue, desk, grid, imprint } = drawing;
  const { page } = made.task;
  const above = page.number === 1 ? frontOf(drawing, page.color) : { modules: [], rules: [] };
  const below = imprint?.page === page.number ? [drawImprint(imprint, grid)] : [];
  return drawPage(desk, issue, made, { ...above, modules: [...above.modules, ...below] });
}

const frontOf = (drawing: IssueDrawing, color: boolean): Furniture => front(frontContext(drawing, color));

/** What nameplate and ear are drawn from. */
export function frontContext(drawing: IssueDrawing, color: boolean): FrontContext {
  const { issue, desk, grid, assignments, booking } = drawing;
  const { typesetter, pictures } = desk;
  const ear = indexEntries({ assignments, booking });
  return { issue, grid, typesetter, pictures, pages: assignments.length, color, ear };
}

/** A page with nothing on it, for a draft of what cannot be drawn at all. */
export function emptyPage(task: PageTask): MadePage {
  const leaf = { kind: 'hole', cost: 0, topLeft: 3, topRight: 3 } as const;
  const { columns } = task.grid;
  const tree = { kind: 'leaf', item: 0, leaf, columns, rows: task.rows, cost: 0 } as const;
  const nothing = { placed: [], groups: [], stories: [], names: [], soft: [] };
  return { task: { ...task, holes: true }, tree, ...nothing, cost: 0, optimal: false, judged: 0 };
}

/** A page that is one ad. */
export function adPage(task: PageTask, ad: PictureTask): MadePage {
  const leaf = { kind: 'ad', cost: 0, topLeft: 3, topRight: 3 } as const;
  const { columns, rows } = task.grid;
  const placed = [{ item: 0, column: 0, row: 0, columns, rows, leaf }];
  const tree = { kind: 'leaf', item: 0, leaf, columns, rows, cost: 0 } as const;
  const whole = { ...task, fillers: [ad] };
  return { ...emptyPage(whole), task: whole, tree, placed, names: [ad.name], optimal: true };
}
