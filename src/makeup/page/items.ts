/** Stories, ads and fillers as items of the search. */
import type { Picture } from '../../photo/model.ts';
import type { Galley, Pour } from '../../typeset/model.ts';
import { pour } from '../../typeset/pour.ts';
import { PITCH, type Rows } from '../../units.ts';
import { wordsOf } from '../furniture/words.ts';
import { spanWidth } from '../grid.ts';
import type { Grid } from '../plan.ts';
import type { Weights } from '../rules.ts';
import { CostSheet, type Costs, FACE_PAIRS, NO_COSTS } from '../search/costs.ts';
import { type Item, type Leaf, type Leaves, leavesOf } from '../search/problem.ts';
import { JUMP_LINES } from '../shape/galleys.ts';
import { mainPhoto } from '../shape/panel.ts';
import { headRange, type PhotoRange, photoRange, smaller } from '../shape/rank.ts';
import { AIR_ROW, DEMERITS, FACES, type Shape } from '../shape/shape.ts';
import { type ShapeTable, tableOf } from '../shape/table.ts';
import { splitsWord } from './jump-cut.ts';
import type { AdTask, Desk, KnownPlace, PageTask, PictureTask, StoryTask } from './task.ts';

/** A story's leaf: a shape, and its text once it is poured. */
export interface StoryLeaf extends Leaf, Shape {
  readonly kind: 'story';
  readonly pour?: Pour;
}

/** A picture of fixed or elastic size: an ad, a filler, a hole in a draft. */
export interface PictureLeaf extends Leaf {
  readonly kind: 'ad' | 'filler' | 'hole';
}

/** A leaf of a page's search. */
export type PageLeaf = StoryLeaf | PictureLeaf;

/** Points of a module that has another size than on the page before (R68): less than a flaw that anybody sees. */
const MOVED = 0.4;
/** Points of using a filler, and for each share of its proportion lost to white (R67). */
const FILLER = { use: 4, misfit: 20 } as const;
/** A filler may be this much taller or flatter than its picture, the rest stays white inside its frame. */
const FILLER_BOUND = 0.12;
/** Cost of a hole in a draft, and of each grid cell of it. */
const HOLE = { use: 200, cell: 1 } as const;

/** The story item of the search. */
export class StoryItem implements Item<StoryLeaf> {
  readonly name: string;
  readonly task: StoryTask;
  readonly table: ShapeTable;
  readonly leftOut?: number;
  readonly #page: PageTask;
  readonly #known: KnownPlace | undefined;
  readonly #leaves = new Map<number, Leaves<StoryLeaf>>();
  readonly #costs: Costs[] = [];
  readonly #weights: Weights;

  constructor(desk: Desk, page: PageTask, task: StoryTask, dominant: boolean) {
    const { article } = task.copy;
    const { grid } = page;
    const head = headRange(page, task.rank, task.nth, task.wishes.order !== undefined);
    this.name = article.slug;
    this.task = task;
    this.#page = page;
    this.#known = page.known.find(({ slug }) => slug === article.slug);
    this.#weights = desk.weights;
    if (task.leftOut !== undefined) this.leftOut = task.leftOut;
    this.table = tableOf({
      copy: task.copy,
      typesetter: desk.typesetter,
      words: wordsOf(desk.language, desk.labels),
      grid,
      pictures: desk.pictures,
      weights: desk.weights,
      head: page.relaxed ? smaller(head) : head,
      photos: task.part === 2 ? [] : photoRanges(task, dominant, grid),
      family: task.rank <= 2 ? 'song' : 'hei',
      most: page.rows,
      aside: task.aside,
      relaxed: page.relaxed,
      open: task.to !== undefined,
      ...(task.from && { from: task.from }),
    });
  }

  costs(columns: number): Costs {
    const known = this.#costs[columns];
    if (known) return known;
    const made = this.#allows(columns) ? this.#disturbed(this.table.costs(columns), columns) : NO_COSTS;
    this.#costs[columns] = made;
    return made;
  }

  leaves(columns: number, rows: Rows): Leaves<StoryLeaf> {
    const key = columns * 1000 + rows;
    const known =
      this.#leaves.get(key) ?? new StoryLeaves(this.table.shapes(columns, rows), this.#moved(columns, rows));
    this.#leaves.set(key, known);
    return known;
  }

  /** Pours the text; undefined when the legs cannot be filled without breaking a rule of R20, R21 or R40. */
  prove(leaf: StoryLeaf): StoryLeaf | undefined {
    const bounds = this.table.bounds(leaf.plan.measure);
    if (!bounds || leaf.legs.length === 0) return leaf;
    const key = `${leaf.plan.measure}:${leaf.legs.join()}`;
    const { pours } = this.table;
    if (!pours.has(key)) pours.set(key, this.#pour(bounds.galley, leaf.legs));
    const poured = pours.get(key);
    if (!poured) return undefined;
    const [depth = 0] = leaf.legs;
    const isEven = leaf.legs.every((leg) => leg === depth);
    const capacity = leaf.legs.reduce((sum, leg) => sum + leg, 0);
    const bound = isEven ? bounds.evenCost(depth, leaf.legs.length) : bounds.cost(capacity, leaf.legs.length);
    const demerits = poured.cost + poured.short * this.table.shortDemerits;
    const excess = Math.max(0, demerits - bound);
    return { ...leaf, pour: poured, cost: leaf.cost + (excess * this.#weights.R22) / DEMERITS.pour };
  }

  /** A closed story fills its legs; an open one leaves the last row to the jump line and must stop at a good place. */
  #pour(galley: Galley, legs: readonly Rows[]): Pour | undefined {
    if (this.task.to === undefined) return pour(galley, legs);
    const shortened = legs.map((leg, index) => (index === legs.length - 1 ? leg - 1 : leg));
    const poured = pour(galley, shortened, { open: true });
    if (!poured?.rest || splitsWord(this.task.copy.article, poured.rest)) return undefined;
    const after = this.task.copy.body(galley.measure, poured.rest).rows.best;
    return after < JUMP_LINES.after ? undefined : poured;
  }

  #allows(columns: number): boolean {
    const { pin } = this.task.wishes;
    const avoided = this.#page.avoid.some((one) => one.slug === this.name && one.columns === columns);
    return (pin?.columns ?? columns) === columns && !avoided;
  }

  /** Points of another size than the module had on the page before (R68). */
  #moved(columns: number, rows: Rows): number {
    if (!this.#known || (this.#known.columns === columns && this.#known.rows === rows)) return 0;
    return this.#weights.R68 * MOVED;
  }

  #disturbed(costs: Costs, columns: number): Costs {
    if (!this.#known || costs.high < costs.low) return costs;
    const { low, high, from, pairs } = costs;
    const end = from + high - low + 1;
    const moved = (at: number): number => this.#moved(columns, low + at);
    const cost = costs.cost.slice(from * FACE_PAIRS, end * FACE_PAIRS);
    const least = costs.least.slice(from, end).map((one, at) => one + moved(at));
    const dearer = cost.map((one, at) => one + moved(Math.floor(at / FACE_PAIRS)));
    return { low, high, from: 0, pairs: pairs.slice(from, end), cost: dearer, least, priced: least };
  }
}

/** The shapes of a story as leaves; a shape is the table's, a leaf this page's. */
class StoryLeaves implements Leaves<StoryLeaf> {
  readonly #shapes: Leaves<Shape>;
  /** Points of standing in another size than before. */
  readonly #moved: number;
  readonly #made: StoryLeaf[] = [];

  constructor(shapes: Leaves<Shape>, moved: number) {
    this.#shapes = shapes;
    this.#moved = moved;
  }

  get count(): number {
    return this.#shapes.count;
  }

  cost(nth: number): number {
    return this.#shapes.cost(nth) + this.#moved;
  }

  faces(nth: number): number {
    return this.#shapes.faces(nth);
  }

  leaf(nth: number): StoryLeaf {
    this.#made[nth] ??= { ...this.#shapes.leaf(nth), cost: this.cost(nth), kind: 'story' };
    return this.#made[nth];
  }
}

/** Wanted spans of a story's photos: one of the page's is dominant (R30), the others stay well below it. */
function photoRanges({ copy, photoScale }: StoryTask, dominant: boolean, grid: Grid): readonly PhotoRange[] {
  const { article } = copy;
  const isPhotos = article.body.length === 0 || article.genre === 'photo';
  const main = mainPhoto(article);
  return article.photos.map((photo, index) => {
    const role = photo.prominence === 'head' ? 'head' : index !== main ? 'support' : dominant ? 'dominant' : 'main';
    // Beside a main photo that is not the page's the lesser ones stay small, or the set has no main one.
    const { ideal, most } = photoRange(role, isPhotos && (dominant || role !== 'support'), grid);
    return { ideal: ideal * photoScale, most: most * photoScale };
  });
}

/** Pictures by width and height; quiet at the top. */
class PictureItem implements Item<PictureLeaf> {
  readonly name: string;
  readonly leftOut?: number;
  readonly edge?: 'foot' | 'right' | 'left';
  readonly #kind: PictureLeaf['kind'];
  readonly #most: Rows;
  readonly #costOf: (columns: number, rows: Rows) => number | undefined;
  readonly #costs: Costs[] = [];
  readonly #leaves = new Map<number, Leaves<PictureLeaf>>();

  constructor(
    made: { name: string; kind: PictureLeaf['kind']; most: Rows; leftOut?: number; edge?: 'foot' | 'right' | 'left' },
    costOf: (columns: number, rows: Rows) => number | undefined,
  ) {
    this.name = made.name;
    this.#kind = made.kind;
    this.#most = made.most;
    this.#costOf = costOf;
    if (made.leftOut !== undefined) this.leftOut = made.leftOut;
    if (made.edge !== undefined) this.edge = made.edge;
  }

  costs(columns: number): Costs {
    const known = this.#costs[columns];
    if (known) return known;
    const sheet = new CostSheet(this.#most);
    for (let rows = 1; rows <= this.#most; rows += 1) {
      const cost = this.#costOf(columns, rows);
      if (cost !== undefined) sheet.offer(rows, FACES.quiet * 5, cost);
    }
    this.#costs[columns] = sheet.take();
    return this.#costs[columns];
  }

  leaves(columns: number, rows: Rows): Leaves<PictureLeaf> {
    const key = columns * 1000 + rows;
    const known = this.#leaves.get(key);
    if (known) return known;
    const cost = this.#costOf(columns, rows);
    const leaf = { kind: this.#kind, cost: cost ?? 0, topLeft: FACES.quiet, topRight: FACES.quiet };
    const leaves = leavesOf(cost === undefined ? [] : [leaf]);
    this.#leaves.set(key, leaves);
    return leaves;
  }

  prove(leaf: PictureLeaf): PictureLeaf {
    return leaf;
  }
}

/** An ad: its booked size and one row of air with its label, which an ad as high as the page gives up of its own. */
export function adItem({ name, ad }: AdTask, { grid, page, rows: free }: PageTask): Item<PictureLeaf> {
  const outer = page.number % 2 === 0 ? 'left' : 'right';
  const edge = ad.position === 'side' ? outer : 'foot';
  const width = Math.min(ad.width, grid.columns);
  const height = Math.min(ad.height + AIR_ROW, free);
  return new PictureItem({ name, kind: 'ad', most: grid.rows, edge }, (columns, rows) =>
    columns === width && rows === height ? 0 : undefined,
  );
}

/** A filler: its picture's proportion at any width, within bounds; may be left out. */
export function fillerItem(
  task: PictureTask,
  grid: Grid,
  picture: Picture | undefined,
  weight: number,
): Item<PictureLeaf> {
  const aspect = picture ? picture.width / picture.height : 1;
  return new PictureItem({ name: task.name, kind: 'filler', most: grid.rows, leftOut: 0 }, (columns, rows) => {
    const natural = spanWidth(grid, columns) / aspect / PITCH;
    const misfit = Math.abs(Math.log(Math.max(1e-9, rows - AIR_ROW) / natural));
    return misfit > FILLER_BOUND ? undefined : weight * (FILLER.use + FILLER.misfit * misfit);
  });
}

/** White space of any size, so that a draft can show how much is missing. */
export function holeItem(name: string, grid: Grid): Item<PictureLeaf> {
  const made = { name, kind: 'hole', most: grid.rows, leftOut: 0 } as const;
  return new PictureItem(made, (columns, rows) => HOLE.use + HOLE.cell * columns * rows);
}
