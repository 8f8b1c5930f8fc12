/** What stays warm between two edits: set type by article, made pages by task. Lives as long as its thread. */
import { type MakeUpInput, makeUp, propose } from '../../makeup/make-up.ts';
import { rememberPages } from '../../makeup/memory.ts';
import type { PageMemory } from '../../makeup/page/page.ts';
import type { PagePlan } from '../../makeup/plan.ts';
import { keptSearches } from '../build/kept-searches.ts';
import type { MakeUpOrder, ProposeOrder, Remade } from '../threads/make-up-tasks.ts';
import { typesetterFor } from '../threads/typesetters.ts';

/** A make-up that remembers. */
export interface WarmMakeUp {
  /**
   * Searches only the pages whose task changed, and answers only the pages that are other than before.
   * @param tell called with each page as soon as it is made up, changed or not
   */
  remake(order: MakeUpOrder, tell?: (page: PagePlan) => void): Promise<Remade>;
  /** Other ways to make up a page, the page itself first. */
  propose(order: ProposeOrder): Promise<readonly PagePlan[]>;
}

/** Opens a make-up for one issue at a time. */
export function warmMakeUp(): WarmMakeUp {
  let kept: { readonly paper: string; readonly memory: PageMemory } | undefined;
  const { memory, searched } = rememberPages((desk, task, make) =>
    kept === undefined ? make(desk, task) : kept.memory(desk, task, make),
  );
  const answered = new Map<number, string>();
  const inputOf = async ({ cache, ...order }: MakeUpOrder): Promise<MakeUpInput> => {
    const { paper } = order.issue;
    const name = JSON.stringify(paper);
    if (cache !== undefined && kept?.paper !== name)
      kept = { paper: name, memory: keptSearches(paper, { place: cache }).memory };
    return { ...order, typesetter: await typesetterFor(paper), memory };
  };
  const isOther = (page: PagePlan): boolean => {
    const text = JSON.stringify(page);
    const other = answered.get(page.number) !== text;
    answered.set(page.number, text);
    return other;
  };
  return {
    async remake(order, tell) {
      const { plan, faults } = makeUp({ ...(await inputOf(order)), ...(tell && { onPage: tell }) });
      const numbers = plan.pages.map(({ number }) => number);
      return { plan: { ...plan, pages: plan.pages.filter(isOther) }, numbers, faults, searched: searched() };
    },
    async propose({ plan, page, ...order }) {
      return propose(await inputOf(order), plan, page);
    },
  };
}
