/** What stays warm between two edits: set type by article, made pages by task. Lives as long as its thread. */
import type { Article, Newspaper } from '../../issue/model.ts';
import { type MakeUpInput, makeUp, propose } from '../../makeup/make-up.ts';
import { rememberPages } from '../../makeup/memory.ts';
import type { PageMemory } from '../../makeup/page/page.ts';
import type { PagePlan } from '../../makeup/plan.ts';
import type { Copy, Typesetter } from '../../typeset/model.ts';
import { openTypesetter } from '../../typeset/typesetter.ts';
import { keptSearches } from '../build/kept-searches.ts';
import type { MakeUpOrder, ProposeOrder, Remade } from '../threads/tasks.ts';

/** Set articles that are kept: those of an issue, and what an editor goes back to. */
const MOST_COPIES = 512;

/** Typesetters that give the same `Copy` for the same article. */
export function warmTypesetters(): (paper: Newspaper) => Promise<Typesetter> {
  const typesetters = new Map<string, Promise<Typesetter>>();
  return (paper) => {
    const key = JSON.stringify(paper);
    const known = typesetters.get(key) ?? openTypesetter(paper).then(keepingCopies);
    typesetters.clear();
    typesetters.set(key, known);
    return known;
  };
}

function keepingCopies(typesetter: Typesetter): Typesetter {
  const names = new WeakMap<Article, string>();
  const copies = new Map<string, Copy>();
  const nameOf = (article: Article): string => {
    const name = names.get(article) ?? JSON.stringify(article);
    names.set(article, name);
    return name;
  };
  return {
    ...typesetter,
    copy(article) {
      const name = nameOf(article);
      const copy = copies.get(name) ?? typesetter.copy(article);
      copies.delete(name);
      copies.set(name, copy);
      if (copies.size > MOST_COPIES) copies.delete(copies.keys().next().value ?? '');
      return copy;
    },
  };
}

/** A make-up that remembers. */
export interface WarmMakeUp {
  /** Searches only the pages whose task changed, and answers only the pages that are other than before. */
  remake(order: MakeUpOrder): Promise<Remade>;
  /** Other ways to make up a page, the page itself first. */
  propose(order: ProposeOrder): Promise<readonly PagePlan[]>;
}

/** Opens a make-up for one issue at a time. */
export function warmMakeUp(): WarmMakeUp {
  const typesetterOf = warmTypesetters();
  let kept: { readonly paper: string; readonly memory: PageMemory } | undefined;
  const { memory, searched } = rememberPages((desk, task, make) =>
    kept === undefined ? make(desk, task) : kept.memory(desk, task, make),
  );
  const answered = new Map<number, string>();
  const inputOf = async ({ cache, ...order }: MakeUpOrder): Promise<MakeUpInput> => {
    const { paper } = order.issue;
    const name = JSON.stringify(paper);
    if (cache !== undefined && kept?.paper !== name) kept = { paper: name, memory: keptSearches(cache, paper) };
    return { ...order, typesetter: await typesetterOf(paper), memory };
  };
  const isOther = (page: PagePlan): boolean => {
    const text = JSON.stringify(page);
    const other = answered.get(page.number) !== text;
    answered.set(page.number, text);
    return other;
  };
  return {
    async remake(order) {
      const { plan, faults } = makeUp(await inputOf(order));
      const numbers = plan.pages.map(({ number }) => number);
      return { plan: { ...plan, pages: plan.pages.filter(isOther) }, numbers, faults, searched: searched() };
    },
    async propose({ plan, page, ...order }) {
      return propose(await inputOf(order), plan, page);
    },
  };
}
