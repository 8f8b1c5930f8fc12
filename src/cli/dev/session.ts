/**
 * A session at the live desk. Every save is read at once; words that fit where they stand are shown at once (`hold.ts`);
 * the search, in its own thread, then makes the touched pages as a build would. Whatever goes wrong is a fault beside
 * the last good page.
 */
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Fault } from '../../fault.ts';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import { holdPlan } from '../../makeup/hold.ts';
import type { MadeUp } from '../../makeup/make-up.ts';
import type { PagePlan, Plan } from '../../makeup/plan.ts';
import { findMakeUp, keepMakeUp } from '../build/kept-make-up.ts';
import { searchTogether } from '../build/make-up-together.ts';
import { signedOff } from '../build/pages.ts';
import { verdict } from '../build/verdict.ts';
import type { Cache } from '../cache.ts';
import type { FrozenPage } from '../release/store.ts';
import type { MakeUpOrder, Remade } from '../threads/make-up-tasks.ts';
import type { Pool } from '../threads/pool.ts';
import { warmTypesetters } from '../threads/typesetters.ts';
import { faultsOf, openReading, type Read, type Unread } from './reading.ts';
import { NOTHING_DONE, type SeenPage, type Sight } from './sight.ts';

/** What a session works with, and whom it tells. */
export interface SessionOptions {
  readonly folder: IssueFolder;
  readonly pool: Pool;
  /** Where an earlier make-up of the same copy may be found: the desk then opens with finished pages. */
  readonly cache: Cache;
  /** Called after every change with what is to be shown. */
  readonly show: (sight: Sight) => void;
}

/** The desk's work on one issue, from save to save. */
export interface Session {
  /** Takes in what was saved: absolute paths, or none at the beginning. Answers when it is shown; the search goes on. */
  take(changed: readonly string[]): Promise<void>;
  /** Answers when no search is under way. */
  settled(): Promise<void>;
  /** What a make-up of the issue as it is shown is asked for; undefined before there is one. */
  order(): MakeUpOrder | undefined;
  readonly sight: Sight;
}

/** By this the search lets the window go first; a second save in this time needs no search of its own. */
const HEAD_START_MS = 80;

/** The same where the pages are known: the search only fills the memory, and the window has fonts to load. */
const KNOWN_START_MS = 1500;

/** A pause of the editor. */
const QUIET_MS = 2000;

/** Opens a session; nothing is read before the first `take`. */
export function openSession(options: SessionOptions): Session {
  return new LiveSession(options);
}

class LiveSession implements Session {
  sight: Sight;
  readonly #options: SessionOptions;
  readonly #read: () => Promise<Read | Unread>;
  readonly #typesetterOf = warmTypesetters();
  /** The issue that the shown plan is of: an edit that could not be held leaves it behind. */
  #planned: Issue | undefined;
  /** Pages as they last closed, by number, with the words that were poured into them since. */
  readonly #good = new Map<number, PagePlan>();
  /** The plan of the last search, whole. */
  #searched: Plan | undefined;
  #order: MakeUpOrder | undefined;
  #made: { readonly order: MakeUpOrder; readonly made: MadeUp } | undefined;
  #keeping: NodeJS.Timeout | undefined;
  /** What is to be searched for next, and the search under way. */
  #next: Read | undefined;
  #searching: Promise<void> | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#read = openReading(options.folder);
    this.sight = {
      folder: options.folder,
      pictures: new Map(),
      pages: [],
      faults: [],
      isSettled: false,
      last: NOTHING_DONE,
    };
  }

  async take(changed: readonly string[]): Promise<void> {
    const from = performance.now();
    const { folder } = this.#options;
    const saved = changed.map((file) => path.relative(folder.paper, file).split(path.sep).join('/'));
    const read = await this.#read();
    if (!('issue' in read)) {
      const last = { ...NOTHING_DONE, saved, milliseconds: performance.now() - from };
      this.#show({ faults: read.faults, isSettled: this.#searching === undefined, last });
      return;
    }
    const held = await this.#hold(read);
    this.#show({
      issue: read.issue,
      pictures: read.pictures,
      faults: read.faults,
      isSettled: false,
      ...held,
      last: { saved, held: numbersOf(held.pages, 'held'), searched: [], milliseconds: performance.now() - from },
    });
    this.#next = read;
    this.#searching ??= this.#searchAll();
  }

  async settled(): Promise<void> {
    await this.#searching;
  }

  order(): MakeUpOrder | undefined {
    return this.#order;
  }

  /** Keeps the make-up when nobody has saved for a while: the next session, and a build, begin with it. */
  #keepSoon(): void {
    const { cache } = this.#options;
    globalThis.clearTimeout(this.#keeping);
    this.#keeping = globalThis.setTimeout(() => {
      if (this.#made === undefined) return;
      const { order, made } = this.#made;
      keepMakeUp(cache, order, made).catch(() => undefined);
    }, QUIET_MS);
    this.#keeping.unref();
  }

  #show(news: Partial<Sight>): void {
    this.sight = { ...this.sight, ...news };
    this.#options.show(this.sight);
  }

  /** The pages after an edit, as far as they can be shown before they are searched for. */
  async #hold({ issue }: Read): Promise<Pick<Sight, 'pages'> & { readonly plan?: Plan }> {
    const { plan, pages, issue: last } = this.sight;
    const before = this.#planned;
    if (plan === undefined || before === undefined) return { pages };
    const waiting = () => ({ pages: waitingPages(pages, last ?? before, issue) });
    try {
      const typesetter = await this.#typesetterOf(issue.paper);
      const held = holdPlan({ plan, before, issue, typesetter });
      if (held === undefined) return waiting();
      this.#planned = issue;
      return { plan: held, pages: pages.map((page) => this.#heldPage(page, held)) };
    } catch {
      // A character that no face has, say: the search tells it as a fault.
      return waiting();
    }
  }

  /** Searches for the newest issue until there is none newer. */
  async #searchAll(): Promise<void> {
    try {
      while (this.#next !== undefined) {
        // The window paints what is held, if anything is, before the search takes a processor.
        if (this.#searched !== undefined) await setTimeout(HEAD_START_MS);
        const read = this.#next;
        this.#next = undefined;
        await this.#search(read);
      }
    } finally {
      this.#searching = undefined;
    }
  }

  async #search(read: Read): Promise<void> {
    const from = performance.now();
    const { pool, cache } = this.#options;
    const { place } = cache;
    const order = orderOf(read);
    this.#order = order;
    try {
      if (this.#searched === undefined) {
        const known = await findMakeUp(cache, order);
        if (known !== undefined) {
          this.#showMade(read, known, { isSettled: false });
          await setTimeout(KNOWN_START_MS);
        } else if (place !== undefined) await searchTogether(pool, { ...order, cache: place });
      }
      const remade = await pool.lead.run(
        'remakeIssue',
        place === undefined ? order : { ...order, cache: place },
        this.#planned === undefined ? (page) => this.#showFirst(read, page) : undefined,
      );
      const plan = wholePlan(this.#searched, remade);
      this.#searched = plan;
      // Something newer was saved meanwhile: what is shown is ahead of this answer.
      if (this.#next !== undefined) return;
      const last = { ...this.sight.last, searched: remade.searched, milliseconds: performance.now() - from };
      this.#made = { order, made: { plan, faults: remade.faults, proposals: [] } };
      this.#showMade(read, this.#made.made, { isSettled: true, last });
      this.#keepSoon();
    } catch (error) {
      if (this.#next === undefined) this.#show({ faults: [...read.faults, ...faultsOf(error)], isSettled: true });
    }
  }

  /** A page of the first search, which the desk need not wait for the others to see. It may yet be made up anew. */
  #showFirst({ issue }: Read, page: PagePlan): void {
    if (this.#next !== undefined) return;
    const others = this.sight.pages.filter(({ plan }) => plan.number !== page.number);
    const pages = [...others, { plan: page, standing: 'waiting' as const }];
    const plan = { schema: 'broadsheet/plan@1', issue: issue.id, pages: [], articles: [] } as const;
    this.#show({ pages, plan: shownPlan(plan, pages) });
  }

  #showMade({ issue, released, faults }: Read, made: MadeUp, news: Pick<Sight, 'isSettled'> & Partial<Sight>): void {
    const judged = verdict(made.plan, { draft: false, released: new Set(released.keys()), known: made.faults });
    const pages = made.plan.pages.map((page) => this.#searchedPage(page, [...made.faults, ...judged], released));
    this.#planned = issue;
    this.#show({ ...news, pages, plan: shownPlan(made.plan, pages), faults: [...faults, ...made.faults, ...judged] });
  }

  #heldPage(seen: SeenPage, held: Plan): SeenPage {
    const plan = held.pages.find(({ number }) => number === seen.plan.number);
    if (plan === undefined || plan === seen.plan || seen.standing === 'released') return seen;
    if (this.#good.get(plan.number) === seen.plan) this.#good.set(plan.number, plan);
    return { ...seen, plan, standing: 'held' };
  }

  /** A page that failed stays as it last closed; one that never did is followed as the draft that it is. */
  #searchedPage(plan: PagePlan, faults: readonly Fault[], released: ReadonlyMap<number, FrozenPage>): SeenPage {
    if (released.has(plan.number)) return { plan, standing: 'released' };
    const isFailed = faults.some(({ page, severity }) => page === plan.number && severity === 'error');
    const good = this.#good.get(plan.number);
    if (isFailed && good !== undefined) return { plan: good, standing: 'failed', draft: plan };
    const before = this.sight.pages.find((page) => page.plan.number === plan.number)?.plan;
    const shown = before === undefined ? plan : keepingModules(plan, before);
    if (isFailed) return { plan: shown, standing: 'draft' };
    this.#good.set(plan.number, shown);
    return { plan: shown, standing: 'searched' };
  }
}

/** The same page with the modules that it had where they are equal: what is the same object is not drawn again. */
function keepingModules(plan: PagePlan, before: PagePlan): PagePlan {
  const had = new Map(before.modules.map((module) => [JSON.stringify(module), module]));
  return { ...plan, modules: plan.modules.map((module) => had.get(JSON.stringify(module)) ?? module) };
}

const numbersOf = (pages: readonly SeenPage[], wanted: SeenPage['standing']): readonly number[] =>
  pages.filter(({ standing }) => standing === wanted).map(({ plan }) => plan.number);

/** The answer's pages, and for the others those of the last answer. */
function wholePlan(before: Plan | undefined, { plan, numbers }: Remade): Plan {
  const pages = numbers.flatMap((number) => {
    const isThis = (page: PagePlan): boolean => page.number === number;
    return plan.pages.find(isThis) ?? before?.pages.find(isThis) ?? [];
  });
  return { ...plan, pages };
}

/** The plan of the pages that are shown, which of a failed page is an older one. */
const shownPlan = (plan: Plan, pages: readonly SeenPage[]): Plan => ({
  ...plan,
  pages: pages.map((page) => page.plan),
});

/** What the make-up is asked for; a signed-off page stays as it is. */
const orderOf = ({ issue, pictures, released }: Read): MakeUpOrder => ({
  issue,
  pictures,
  ...signedOff(issue, released, released),
});

/** Pages that an edit touches wait for their search; an edit of the issue or of a story without a page touches all. */
function waitingPages(pages: readonly SeenPage[], before: Issue, after: Issue): readonly SeenPage[] {
  const text = (issue: Issue, slug: string) => JSON.stringify(issue.articles.find((article) => article.slug === slug));
  const slugs = [...new Set([...before.articles, ...after.articles].map(({ slug }) => slug))];
  const edited = new Set(slugs.filter((slug) => text(before, slug) !== text(after, slug)));
  const holds = ({ plan }: SeenPage): boolean => plan.modules.some(({ slug }) => edited.has(slug));
  const isAll = !pages.some(holds);
  return pages.map((page) =>
    page.standing !== 'released' && (isAll || holds(page)) ? { ...page, standing: 'waiting' } : page,
  );
}
