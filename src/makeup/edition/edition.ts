/** All pages of an issue: who goes where, what moves and jumps, what is taken over from before, what is the matter. */
import type { Fault } from '../../fault.ts';
import type { Article, Issue, PageRequest } from '../../issue/model.ts';
import { BODY } from '../../units.ts';
import * as faultOf from '../faults.ts';
import { type Imprint, imprintOf } from '../furniture/imprint.ts';
import { labelsOf } from '../furniture/words.ts';
import { gridOf } from '../grid.ts';
import type { MakeUpInput } from '../make-up.ts';
import { type FailedPage, type MadePage, makePage } from '../page/page.ts';
import type { Desk, PageTask, PictureTask } from '../page/task.ts';
import type { Grid, PagePlan, Plan } from '../plan.ts';
import { weightsOf } from '../rules.ts';
import { type Booking, fullAd, imprintPage } from './ads.ts';
import { areasBehind, backOf, type Standing } from './behind.ts';
import { closePage, draftPage, hasWishes, isOverfull, tryPage, withoutWishes } from './close.ts';
import { keepCopies } from './copies.ts';
import { type Assignment, distribute, estimateCells } from './distribute.ts';
import { adPage, drawMade, emptyPage, type IssueDrawing } from './drawn.ts';
import { explain } from './explain.ts';
import { indexFaults } from './index-faults.ts';
import { type Carried, jumpers, jumpTarget, kinTarget, mayJump, restOf } from './jumps.ts';
import { type Move, moved, movesOf } from './moves.ts';
import { pinsAtOdds } from './pins.ts';
import { otherWays } from './proposals.ts';
import { bookedTooLate, changedTooLate, frozenJumps, isReleased, type Released, releasedPages } from './released.ts';
import { type JumpPart, taskOf } from './tasks.ts';
import type { OfferedJump } from './ways-out.ts';

/** Jumps tried from one page. */
const JUMP_TRIALS = 4;

/** Work that several threads take piece by piece: hands out 0, 1, 2 … each once, to whichever asks next. */
export type Turn = () => number;

/** One issue's make-up. */
export class Edition {
  readonly #input: MakeUpInput;
  readonly #issue: Issue;
  readonly #desk: Desk;
  readonly #grid: Grid;
  readonly #released: Released;
  readonly #booking: Booking;
  readonly #imprint: (Imprint & { readonly page: number }) | undefined;
  readonly #fillers: readonly PictureTask[];
  readonly #faults: Fault[] = [];
  /** Second parts by the page that takes them. */
  readonly #over = new Map<number, JumpPart[]>();
  readonly #made = new Map<number, MadePage>();
  /** Drawn pages that no other page has a say in. */
  readonly #drawnAlone = new Map<MadePage, PagePlan>();
  /** By page, a jump that would close it if the desk asked for it. */
  readonly #offered = new Map<number, OfferedJump>();
  #assignments: readonly Assignment[];

  constructor(input: MakeUpInput) {
    const { issue, pictures, memory, estimates } = input;
    const typesetter = keepCopies(input.typesetter);
    const { makeup, language, format } = issue.paper;
    this.#input = input;
    this.#issue = issue;
    this.#grid = gridOf(format);
    this.#desk = {
      typesetter,
      pictures,
      weights: weightsOf(makeup),
      language,
      labels: labelsOf(issue),
      ...(memory && { memory }),
    };
    this.#released = releasedPages(input);
    const imprint = imprintOf(issue, this.#grid, typesetter);
    const taken = (imprint?.rows ?? 0) * this.#grid.columns;
    const source = { typesetter, pictures, imprint: taken, ...(estimates && { estimates }) };
    const { assignments, booking } = distribute(issue, source, this.#grid, this.#released);
    this.#assignments = assignments;
    this.#booking = booking;
    const pages = assignments.map(({ page }) => page);
    const last = imprintPage(pages, booking);
    this.#imprint = imprint && last && { ...imprint, page: last.number };
    this.#fillers = issue.fillers
      .map(({ file }, index) => ({ name: `filler-${index + 1}`, file }))
      .filter(({ file }) => !this.#released.files.has(file));
  }

  /** The pages and what is the matter with them. */
  pages(): { readonly pages: readonly PagePlan[]; readonly faults: readonly Fault[] } {
    const there = this.#assignments.map(({ page }) => page.number);
    this.#faults.push(...this.#booking.faults, ...changedTooLate(this.#issue, this.#released));
    this.#faults.push(...bookedTooLate(this.#issue, this.#released, there));
    for (const [page, jumps] of frozenJumps(this.#input, this.#released)) this.#over.set(page, [...jumps]);
    for (const { page } of this.#assignments)
      if (!this.#isFixed(page.number)) {
        this.#make(page);
        this.#input.onPage?.(this.#drawn(page));
      }
    this.#tellHomeless();
    for (const made of this.#made.values()) this.#report(made);
    this.#faults.push(...indexFaults(this.#drawing(), this.#released));
    // Drawn when all are made, since the index of page 1 points to the others.
    return { pages: this.#assignments.map(({ page }) => this.#drawn(page)), faults: this.#faults };
  }

  /** Searches for pages as they stand, before anything jumps, moves or has taken a filler. The fullest come first. */
  search(next: Turn): void {
    const open = this.#assignments.filter(({ page }) => !this.#isFixed(page.number));
    const fullest = open.toSorted((one, other) => other.articles.length - one.articles.length);
    for (let assignment = fullest[next()]; assignment; assignment = fullest[next()])
      closePage(this.#desk, this.#task(assignment.page.number, []), this.#freeFillers());
  }

  /** The plan's own page, then up to two others that differ in more than a line. */
  proposals(plan: Plan, number: number): readonly PagePlan[] {
    const own = plan.pages.find((page) => page.number === number);
    if (!own || this.#isFixed(number)) return own ? [own] : [];
    this.pages();
    const made = this.#made.get(number);
    if (!made) return [own];
    return [own, ...otherWays(this.#desk, made).map((other) => drawMade(this.#drawing(), other))];
  }

  /** True for a page that nothing is searched for: it is frozen, or one ad. */
  #isFixed(number: number): boolean {
    return isReleased(this.#released, number) || fullAd(this.#booking, number) !== undefined;
  }

  #drawing(): IssueDrawing {
    const [issue, desk, grid] = [this.#issue, this.#desk, this.#grid];
    const drawing = { issue, desk, grid, assignments: this.#assignments, booking: this.#booking };
    return { ...drawing, ...(this.#imprint && { imprint: this.#imprint }) };
  }

  #drawn(page: PageRequest): PagePlan {
    const frozen = this.#released.pages.get(page.number);
    if (frozen) return frozen;
    const ad = fullAd(this.#booking, page.number);
    const made = ad ? adPage(this.#task(page.number, []), ad) : this.#made.get(page.number);
    if (made === undefined || page.number === 1)
      return drawMade(this.#drawing(), made ?? emptyPage(this.#task(page.number, [])));
    const drawn = this.#drawnAlone.get(made) ?? drawMade(this.#drawing(), made);
    this.#drawnAlone.set(made, drawn);
    return drawn;
  }

  /** Fillers that no page uses. */
  #freeFillers(): readonly PictureTask[] {
    const used = new Set(
      [...this.#made.values()].flatMap(({ placed, names }) => placed.map(({ item }) => names[item])),
    );
    return this.#fillers.filter(({ name }) => !used.has(name));
  }

  #task(number: number, jumps: readonly JumpPart[], assignments = this.#assignments): PageTask {
    const assignment = assignments.find(({ page }) => page.number === number);
    if (!assignment) throw new RangeError(`Expected a page of the issue, got ${number}.`);
    const { page, articles } = assignment;
    const previous = this.#input.previous?.pages.find((one) => one.number === number);
    const behind = this.#standingOn(backOf(number));
    return taskOf({
      issue: this.#issue,
      desk: this.#desk,
      grid: this.#grid,
      page,
      articles,
      ads: this.#booking.pages.get(number) ?? [],
      jumps: [...(this.#over.get(number) ?? []), ...jumps],
      foot: this.#imprint?.page === number ? this.#imprint.rows : 0,
      offOf: (article) => areasBehind(article, this.#issue.articles, behind, this.#grid),
      ...(previous && { previous }),
    });
  }

  /** Where stories stand on a page that is made already. */
  #standingOn(number: number): readonly Standing[] {
    const frozen = this.#released.pages.get(number)?.modules;
    return frozen ?? (this.#made.get(number)?.stories ?? []).map((one) => ({ ...one, slug: one.article.slug }));
  }

  #make(page: PageRequest): void {
    const task = this.#task(page.number, []);
    const made = closePage(this.#desk, task, this.#freeFillers());
    if ('tree' in made) this.#made.set(page.number, made);
    else if (page.locked || !(this.#move(page, made) || this.#jump(page, made))) this.#giveUp(task, made);
  }

  /** Closes a page by one story that goes to another page or comes from one; true when that helped. */
  #move(page: PageRequest, failed: FailedPage): boolean {
    const open = this.#assignments.filter(
      (one) => one.page.number !== page.number && !one.page.locked && !this.#isFixed(one.page.number),
    );
    const [later, earlier] = [true, false].map((is) => open.filter((one) => one.page.number > page.number === is));
    const assignment = this.#assignments.find((one) => one.page === page);
    if (!assignment) return false;
    const cellsOf = (article: Article): number => estimateCells(article, this.#desk, this.#grid);
    const others = [later ?? [], (earlier ?? []).filter((one) => this.#mayBeRemade(one.page.number))];
    return others.some((group) =>
      movesOf({ failed, assignment, others: group, cellsOf }).some((move) => this.#tryMove(page, move)),
    );
  }

  /** True for a page that is made, and on which nothing goes on or comes from elsewhere. */
  #mayBeRemade(number: number): boolean {
    const made = this.#made.get(number);
    return (
      made !== undefined && !made.task.holes && made.task.stories.every(({ to, from }) => (to ?? from) === undefined)
    );
  }

  #tryMove(page: PageRequest, move: Move): boolean {
    const assignments = moved(this.#assignments, move);
    const other = move.from === page.number ? move.to : move.from;
    const numbers = this.#made.has(other) ? [page.number, other] : [page.number];
    const made: MadePage[] = [];
    for (const number of numbers) {
      const one = tryPage(this.#desk, this.#task(number, [], assignments), this.#freeFillers());
      if (!('tree' in one)) return false;
      made.push(one);
    }
    this.#assignments = assignments;
    for (const one of made) this.#made.set(one.task.page.number, one);
    return true;
  }

  /** Closes a page by one of its stories that goes on further back; true when that helped. */
  #jump(page: PageRequest, failed: FailedPage): boolean {
    if (!isOverfull(failed) && failed.cells.least < 0.93 * failed.cells.page) return false;
    const { top, rows } = failed.task;
    const later = this.#assignments.filter(
      (one) => one.page.number > page.number && !one.page.locked && !this.#isFixed(one.page.number),
    );
    const usual = jumpTarget(later, (number) => this.#over.has(number));
    const articles = this.#assignments.find((one) => one.page === page)?.articles ?? [];
    if (usual === undefined) return false;
    const front = page.number === 1 && top > 0;
    const candidates = jumpers(articles, this.#desk, this.#grid, { rows, front });
    for (const jumper of candidates.slice(0, JUMP_TRIALS)) {
      const { article } = jumper;
      const carried = this.#carry(article, page.number, usual);
      if (!carried || !(jumper.isUsual || this.#takes(carried))) continue;
      const kin = kinTarget(article, failed, { later, usual });
      const nearer = kin === undefined ? undefined : this.#carry(article, page.number, kin);
      const { made, target, over } = nearer && this.#takes(nearer) ? nearer : carried;
      if (!mayJump(jumper)) {
        this.#offered.set(page.number, { article, target });
        return false;
      }
      this.#over.set(target, [...(this.#over.get(target) ?? []), over]);
      this.#made.set(page.number, made);
      return true;
    }
    return false;
  }

  /** A page with one of its stories that goes on on another; undefined where it does not close so. */
  #carry({ slug }: Article, page: number, target: number): Carried | undefined {
    const made = makePage(this.#desk, this.#task(page, [{ slug, part: 1, to: { page: target } }]));
    const cut = 'tree' in made ? restOf(made, slug) : undefined;
    return 'tree' in made && cut ? { made, target, over: { slug, part: 2, from: { cut, page } } } : undefined;
  }

  /** True for a page that closes with the rest of a story too, as it stands. */
  #takes({ target, over }: Carried): boolean {
    return 'tree' in closePage(this.#desk, this.#task(target, [over]), this.#freeFillers());
  }

  /** A page that does not close: without the desk's wishes if that helps, else as a draft; the faults say why. */
  #giveUp(task: PageTask, failed: FailedPage): void {
    const { page } = task;
    const free = this.#freeFillers();
    const freed = hasWishes(task) ? closePage(this.#desk, withoutWishes(task), free) : undefined;
    if (freed && 'tree' in freed) {
      const asked = task.stories.filter((story) => hasWishes({ ...task, stories: [story] }));
      const articles = asked.map(({ copy }) => copy.article);
      const refused = () => faultOf.wishRefused(articles, page.number, pinsAtOdds(task));
      this.#faults.push(page.locked ? faultOf.lockBroken(articles, page.number) : refused());
      this.#made.set(page.number, freed);
      return;
    }
    const draft = draftPage(this.#desk, task);
    this.#faults.push(
      ...explain(this.#desk, { failed, draft, jump: this.#offered.get(page.number), fillers: free.length }),
    );
    this.#made.set(page.number, 'tree' in draft ? draft : emptyPage(task));
  }

  /** Stories that the desk sent to a page that one ad fills. */
  #tellHomeless(): void {
    const measure = this.#grid.measure * BODY;
    for (const { page, articles } of this.#assignments)
      if (fullAd(this.#booking, page.number))
        for (const article of articles) {
          const lines = this.#desk.typesetter.copy(article).body(measure).rows.best;
          this.#faults.push(faultOf.overset(article, { page: page.number, lines, language: this.#desk.language }, []));
        }
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
