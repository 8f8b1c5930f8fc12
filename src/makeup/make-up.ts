/** Where everything stands: an issue's stories, photos and ads become the plan of its pages. Pure: no files, no clock. */
import type { Fault } from '../fault.ts';
import type { Article, Issue } from '../issue/model.ts';
import type { Picture } from '../photo/model.ts';
import type { Typesetter } from '../typeset/model.ts';
import { checkJumps } from './check/jumps.ts';
import { type Estimates, estimateCells } from './edition/distribute.ts';
import { Edition, type Turn } from './edition/edition.ts';
import { textLost } from './faults.ts';
import { gridOf } from './grid.ts';
import type { PageMemory } from './page/page.ts';
import type { PagePlan, Plan } from './plan.ts';
import { proofs } from './proof.ts';
import { warnings } from './warnings/warnings.ts';

/** What the make-up works on. */
export interface MakeUpInput {
  readonly issue: Issue;
  readonly typesetter: Typesetter;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** The plan of an earlier run: at nearly equal cost the new one moves as little as it can. */
  readonly previous?: Plan;
  /** Numbers of pages that are signed off: they are taken from `previous` as they are. */
  readonly released?: readonly number[];
  /** Pages made before, for a session that makes the same issue many times (`memory.ts`). */
  readonly memory?: PageMemory;
  /** Room that stories will take, as far as other threads have guessed it (`estimate`). */
  readonly estimates?: Estimates;
  /** Called with a page as soon as it is made up. It may yet be made up anew, and the front's index may yet change. */
  readonly onPage?: (page: PagePlan) => void;
}

/** Other ways to make up a page. */
export interface Proposals {
  readonly page: number;
  readonly plans: readonly PagePlan[];
}

/** What the make-up made. */
export interface MadeUp {
  readonly plan: Plan;
  readonly faults: readonly Fault[];
  readonly proposals: readonly Proposals[];
}

/** Makes up all pages of an issue. A page that cannot be made up is a fault; the plan then shows it as a draft. */
export function makeUp(input: MakeUpInput): MadeUp {
  const { issue, pictures } = input;
  const edition = new Edition(input);
  const { pages: drawn, faults } = edition.pages();
  const pages = withJumpsChecked(drawn, input);
  const articles = proofs(issue.articles, pages);
  const plan: Plan = { schema: 'broadsheet/plan@1', issue: issue.id, pages, articles };
  const told = new Set(faults.filter(({ name }) => name === 'overset').map(({ place }) => place?.file));
  const whole = issue.articles.filter(({ place }) => !told.has(place.file));
  const lost = whole.flatMap((article) => lostText(article, plan, input));
  return { plan, faults: [...faults, ...lost, ...warnings({ issue, plan, pictures })], proposals: [] };
}

/** The pages with what is wrong with their jumps; a released page is judged no more. */
function withJumpsChecked(pages: readonly PagePlan[], { released = [] }: MakeUpInput): readonly PagePlan[] {
  const found = checkJumps(pages);
  return pages.map((page) => {
    const flaws = found.get(page.number);
    return flaws === undefined || released.includes(page.number) ? page : { ...page, hard: [...page.hard, ...flaws] };
  });
}

/** Searches for pages as its turn comes, so that the input's memory has them: several threads can take turns. */
export function searchPages(input: MakeUpInput, next: Turn): void {
  new Edition(input).search(next);
}

/** The room that stories will take, of those whose turn it is. */
export function estimate({ issue, typesetter }: MakeUpInput, next: Turn): Estimates {
  const grid = gridOf(issue.paper.format);
  const cells = new Map<string, number>();
  for (let article = issue.articles[next()]; article; article = issue.articles[next()])
    cells.set(article.slug, estimateCells(article, { typesetter }, grid));
  return cells;
}

/**
 * Up to three ways to make up one page that differ in more than a line: the plan's own page first.
 * Asked for by the desk, not by every run.
 */
export function propose(input: MakeUpInput, plan: Plan, page: number): readonly PagePlan[] {
  return new Edition(input).proposals(plan, page);
}

/**
 * The fault of an article whose placed text is not what was written; not of one that has no place, or is released. Nor
 * is it asked for one that is told to be over: a draft may show its beginning and leave out the rest.
 */
function lostText(article: Article, plan: Plan, { released = [] }: MakeUpInput): Fault[] {
  const { slug } = article;
  const proof = plan.articles.find((one) => one.slug === slug);
  const pages = plan.pages.filter(({ modules }) => modules.some((module) => module.slug === slug));
  if (!proof || pages.length === 0 || proof.digest === proof.placedDigest) return [];
  return pages.some(({ number }) => released.includes(number)) ? [] : [textLost(article, pages[0]?.number ?? 0)];
}
