/** Tasks of the make-up. A thread keeps its set type from one order to the next. */
import type { Fault } from '../../fault.ts';
import type { Issue } from '../../issue/model.ts';
import type { Estimates } from '../../makeup/edition/distribute.ts';
import type { MadeUp, MakeUpInput } from '../../makeup/make-up.ts';
import type { PagePlan, Plan } from '../../makeup/plan.ts';
import type { Picture } from '../../photo/model.ts';
import type { KnownSearches } from '../build/kept-searches.ts';
import type { CachePlace } from '../cache.ts';
import type { WarmMakeUp } from '../dev/warm.ts';

/** What the make-up is asked for. */
export interface MakeUpOrder {
  readonly issue: Issue;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly previous?: Plan;
  readonly released?: readonly number[];
  /** Pages that may not go to the plates are marked 草样. */
  readonly draft?: boolean;
  /** Where the searches of pages are kept. */
  readonly cache?: CachePlace;
  /** Searches that other threads have made. */
  readonly known?: KnownSearches;
  /** Room that stories will take, as other threads have guessed it. */
  readonly estimates?: Estimates;
}

/** Loads what the make-up needs and opens the fonts, so that a later task finds both. */
export async function getReady(): Promise<void> {
  const [{ openMetrics }] = await Promise.all([
    import('../../typeset/font/metrics.ts'),
    import('../../makeup/make-up.ts'),
    import('./typesetters.ts'),
    import('../build/kept-searches.ts'),
  ]);
  await openMetrics();
}

/** Sets the type and makes up the pages; tells of each as soon as it is made up. */
export async function makeUpIssue(order: MakeUpOrder, tell?: (page: PagePlan) => void): Promise<MadeUp> {
  const [{ makeUp }, { markDrafts }, { judgePage }] = await Promise.all([
    import('../../makeup/make-up.ts'),
    import('../build/draft-mark.ts'),
    import('../build/resolution.ts'),
  ]);
  const { input } = await inputOf(order);
  const made = makeUp({ ...input, ...(tell && { onPage: tell }) });
  const { draft = false, issue, pictures } = order;
  if (!draft) return made;
  const { press, language } = issue.paper;
  const coarse = made.plan.pages.flatMap((page) => judgePage(page, pictures, press.resolution, ({ file }) => file));
  return { ...made, plan: markDrafts(made.plan, [...made.faults, ...coarse], input.typesetter, language) };
}

/** Work that several threads take piece by piece. */
export interface SharedOrder extends MakeUpOrder {
  /** One number: how many pieces are taken. Who takes which changes nothing but the time. */
  readonly taken: SharedArrayBuffer;
}

const turnOf = (taken: SharedArrayBuffer) => {
  const count = new Int32Array(taken);
  return (): number => Atomics.add(count, 0, 1);
};

/** Searches for pages together with other threads; for whoever makes up the issue then. */
export async function searchShare({ taken, ...order }: SharedOrder): Promise<KnownSearches> {
  const { searchPages } = await import('../../makeup/make-up.ts');
  const { input, searches } = await inputOf(order);
  searchPages(input, turnOf(taken));
  return searches;
}

/** Guesses together with other threads how much room stories will take. */
export async function estimateShare({ taken, ...order }: SharedOrder): Promise<Estimates> {
  const { estimate } = await import('../../makeup/make-up.ts');
  const { input } = await inputOf(order);
  return estimate(input, turnOf(taken));
}

async function inputOf(order: MakeUpOrder): Promise<{ readonly input: MakeUpInput; readonly searches: KnownSearches }> {
  const { issue, pictures, previous, released, cache, known, estimates } = order;
  const [{ typesetterFor }, { keptSearches }] = await Promise.all([
    import('./typesetters.ts'),
    import('../build/kept-searches.ts'),
  ]);
  const { memory, searches } = keptSearches(issue.paper, { place: cache, known });
  const input = {
    issue,
    pictures,
    typesetter: await typesetterFor(issue.paper),
    memory,
    ...(previous === undefined ? {} : { previous }),
    ...(released === undefined ? {} : { released }),
    ...(estimates === undefined ? {} : { estimates }),
  };
  return { input, searches };
}

/** What a live desk's make-up answers. */
export interface Remade {
  /** The plan; of its pages only those that are other than in the last answer. */
  readonly plan: Plan;
  /** Numbers of all pages. */
  readonly numbers: readonly number[];
  readonly faults: readonly Fault[];
  /** Numbers of the pages that were searched for: the others were known. */
  readonly searched: readonly number[];
}

/** A page that other ways are looked for. */
export interface ProposeOrder extends MakeUpOrder {
  readonly plan: Plan;
  readonly page: number;
}

let session: Promise<WarmMakeUp> | undefined;

/** The thread's own session: set type and made pages stay from one order to the next. */
function warmSession(): Promise<WarmMakeUp> {
  session ??= import('../dev/warm.ts').then(({ warmMakeUp }) => warmMakeUp());
  return session;
}

/** Makes up an issue again in a session: only what an edit touches is made anew. */
export const remakeIssue = async (order: MakeUpOrder, tell?: (page: PagePlan) => void): Promise<Remade> =>
  (await warmSession()).remake(order, tell);

/** Other ways to make up a page, the page itself first. */
export const proposePages = async (order: ProposeOrder): Promise<readonly PagePlan[]> =>
  (await warmSession()).propose(order);
