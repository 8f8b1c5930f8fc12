/** All pages of an issue: who goes where, what jumps, what is taken over from before, what is the matter. */
import type { Fault } from '../../fault.ts';
import type { Issue, PageRequest } from '../../issue/model.ts';
import * as faultOf from '../faults.ts';
import { front } from '../furniture/front.ts';
import { indexEntries } from '../furniture/index.ts';
import { gridOf } from '../grid.ts';
import type { MakeUpInput } from '../make-up.ts';
import { drawPage } from '../page/draw.ts';
import { type FailedPage, type MadePage, makePage } from '../page/page.ts';
import type { Desk, PageTask, PictureTask } from '../page/task.ts';
import type { Grid, PagePlan, Plan } from '../plan.ts';
import { weightsOf } from '../rules.ts';
import { type Booking, bookAds, fullAd } from './ads.ts';
import { closePage, draftPage, hasWishes, isOverfull, withoutWishes } from './close.ts';
import { keepCopies } from './copies.ts';
import { type Assignment, distribute } from './distribute.ts';
import { explain } from './explain.ts';
import { jumpers, restOf } from './jumps.ts';
import { otherWays } from './proposals.ts';
import { frozenJumps, isReleased, type Released, releasedPages } from './released.ts';
import { type JumpPart, taskOf } from './tasks.ts';

/** Jumps tried from one page. */
const JUMP_TRIALS = 4;

/** One issue's make-up. */
export class Edition {
  readonly #input: MakeUpInput;
  readonly #issue: Issue;
  readonly #desk: Desk;
  readonly #grid: Grid;
  readonly #released: Released;
  readonly #booking: Booking;
  readonly #assignments: readonly Assignment[];
  readonly #faults: Fault[] = [];
  /** Second parts by the page that takes them. */
  readonly #over = new Map<number, JumpPart[]>();
  readonly #made = new Map<number, MadePage>();
  #fillers: readonly PictureTask[];

  constructor(input: MakeUpInput) {
    const { issue, pictures, memory } = input;
    const typesetter = keepCopies(input.typesetter);
    const { makeup, language, format } = issue.paper;
    this.#input = input;
    this.#issue = issue;
    this.#grid = gridOf(format);
    this.#desk = { typesetter, pictures, weights: weightsOf(makeup), language, ...(memory && { memory }) };
    this.#released = releasedPages(input);
    this.#assignments = distribute(issue, this.#desk, this.#grid, this.#released);
    this.#booking = bookAds(
      issue,
      this.#assignments.map(({ page }) => page),
    );
    this.#fillers = issue.fillers
      .map(({ file }, index) => ({ name: `filler-${index + 1}`, file }))
      .filter(({ file }) => !this.#released.files.has(file));
  }

  /** The pages and what is the matter with them. */
  pages(): { readonly pages: readonly PagePlan[]; readonly faults: readonly Fault[] } {
    this.#faults.push(...this.#booking.faults);
    for (const [page, jumps] of frozenJumps(this.#input, this.#released)) this.#over.set(page, [...jumps]);
    const drawn = this.#assignments.map((assignment) => this.#page(assignment));
    const plans = drawn.map((draw) => draw());
    return { pages: plans, faults: this.#faults };
  }

  /** The plan's own page, then up to two others that differ in more than a line. */
  proposals(plan: Plan, number: number): readonly PagePlan[] {
    const own = plan.pages.find((page) => page.number === number);
    const assignment = this.#assignments.find(({ page }) => page.number === number);
    if (!own || !assignment || isReleased(this.#released, number)) return own ? [own] : [];
    this.pages();
    const made = this.#made.get(number);
    if (!made) return [own];
    return [own, ...otherWays(this.#desk, made).map((other) => this.#draw(other))];
  }

  /** Makes a page; drawn later, when all are made, since the index of page 1 points to the others. */
  #page(assignment: Assignment): () => PagePlan {
    const { page } = assignment;
    const frozen = this.#released.pages.get(page.number);
    if (frozen) return () => frozen;
    const ad = fullAd(this.#booking, page.number);
    if (ad) return () => this.#adPage(page, ad);
    const made = this.#close(assignment);
    this.#made.set(page.number, made.page);
    this.#report(made.page);
    const used = new Set(made.page.placed.map(({ item }) => made.page.names[item]));
    this.#fillers = this.#fillers.filter(({ name }) => !used.has(name));
    return () => this.#draw(made.page);
  }

  #task({ page, articles }: Assignment, jumps: readonly JumpPart[]): PageTask {
    const previous = this.#input.previous?.pages.find(({ number }) => number === page.number);
    return taskOf({
      issue: this.#issue,
      desk: this.#desk,
      grid: this.#grid,
      page,
      articles,
      ads: this.#booking.pages.get(page.number) ?? [],
      jumps: [...(this.#over.get(page.number) ?? []), ...jumps],
      ...(previous && { previous }),
    });
  }

  #close(assignment: Assignment): { readonly page: MadePage } {
    const { page } = assignment;
    const task = this.#task(assignment, []);
    const made = closePage(this.#desk, task, this.#fillers);
    if ('tree' in made) return { page: made };
    const jumped = this.#jump(assignment, made);
    if (jumped) return { page: jumped };
    const freed = hasWishes(task) ? closePage(this.#desk, withoutWishes(task), this.#fillers) : undefined;
    if (freed && 'tree' in freed) {
      const asked = task.stories.filter((story) => hasWishes({ ...task, stories: [story] }));
      this.#faults.push(
        faultOf.wishRefused(
          asked.map(({ copy }) => copy.article),
          page.number,
        ),
      );
      return { page: freed };
    }
    const draft = draftPage(this.#desk, task);
    const later = this.#assignments.map((one) => one.page.number).filter((number) => number > page.number);
    const fillers = this.#fillers.length;
    this.#faults.push(...explain(this.#desk, { failed: made, draft, later, fillers }));
    return { page: 'tree' in draft ? draft : emptyPage(task, page) };
  }

  /** The page with one of its stories going on further back; undefined where that does not help either. */
  #jump(assignment: Assignment, failed: FailedPage): MadePage | undefined {
    const { page, articles } = assignment;
    if (!isOverfull(failed) && failed.cells.least < 0.93 * failed.cells.page) return undefined;
    const { top, rows } = failed.task;
    const front = page.number === 1 && top > 0;
    const target = this.#jumpTarget(page.number);
    if (target === undefined) return undefined;
    for (const { article } of jumpers(articles, this.#desk, this.#grid, rows, front).slice(0, JUMP_TRIALS)) {
      const part: JumpPart = { slug: article.slug, part: 1, to: { page: target } };
      const made = makePage(this.#desk, this.#task(assignment, [part]));
      const cut = 'tree' in made ? restOf(made, article.slug) : undefined;
      if (!('tree' in made) || !cut) continue;
      const over: JumpPart = { slug: article.slug, part: 2, from: { cut, page: page.number } };
      this.#over.set(target, [...(this.#over.get(target) ?? []), over]);
      return made;
    }
    return undefined;
  }

  /** The page that takes the rest: one that takes another already, else the later one with the most room. */
  #jumpTarget(from: number): number | undefined {
    const later = this.#assignments.filter(({ page }) => page.number > from && !this.#closed(page.number));
    const known = later.find(({ page }) => this.#over.has(page.number));
    const roomiest = later.toSorted((a, b) => b.room - a.room)[0];
    return (known ?? roomiest)?.page.number;
  }

  #closed(number: number): boolean {
    return isReleased(this.#released, number) || fullAd(this.#booking, number) !== undefined;
  }

  #draw(made: MadePage): PagePlan {
    const { page } = made.task;
    if (page.number !== 1) return drawPage(this.#desk, this.#issue, made, { modules: [], rules: [] });
    const { typesetter, pictures } = this.#desk;
    const placed = { assignments: this.#assignments, booking: this.#booking };
    const pages = this.#assignments.length;
    const context = { issue: this.#issue, grid: this.#grid, typesetter, pictures, pages, ear: indexEntries(placed) };
    return drawPage(this.#desk, this.#issue, made, front(context));
  }

  /** A page that is one ad. */
  #adPage(page: PageRequest, ad: PictureTask): PagePlan {
    const task = this.#task({ page, articles: [], loose: new Set(), room: 0 }, []);
    const leaf = { kind: 'ad', cost: 0, topLeft: 3, topRight: 3 } as const;
    const { columns, rows } = this.#grid;
    const placed = [{ item: 0, column: 0, row: 0, columns, rows, leaf }];
    const tree = { kind: 'leaf', item: 0, leaf, columns, rows, cost: 0 } as const;
    const made = { ...emptyPage(task, page), tree, placed, names: [ad.name], optimal: true };
    return this.#draw({ ...made, task: { ...task, ads: [{ ...ad, ad: this.#booking.requestOf(ad) }] } });
  }

  /** Stories that the desk let be held and that are held. */
  #report(made: MadePage): void {
    if (made.task.holes) return;
    const placed = new Set(made.placed.map(({ item }) => item));
    made.task.stories.forEach(({ copy, leftOut }, index) => {
      if (leftOut !== undefined && !placed.has(index))
        this.#faults.push(faultOf.heldOut(copy.article, made.task.page.number));
    });
  }
}

/** A page with nothing on it, for a draft of what cannot be drawn at all. */
function emptyPage(task: PageTask, _page: PageRequest): MadePage {
  const leaf = { kind: 'hole', cost: 0, topLeft: 3, topRight: 3 } as const;
  const { columns } = task.grid;
  const tree = { kind: 'leaf', item: 0, leaf, columns, rows: task.rows, cost: 0 } as const;
  const nothing = { placed: [], groups: [], stories: [], names: [], soft: [] };
  return { task: { ...task, holes: true }, tree, ...nothing, cost: 0, optimal: false, judged: 0 };
}
