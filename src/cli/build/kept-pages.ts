/** Pages that an earlier run made from the same things, and what is missing. */
import { placementKey, placements } from '../../edition/pictures.ts';
import type { PagePlan } from '../../makeup/plan.ts';
import type { Picture } from '../../photo/model.ts';
import type { LeafJob } from '../../press/reader/leaf-job.ts';
import type { Cache } from '../cache.ts';
import type { PressPage, ReaderLeaf } from '../threads/tasks.ts';
import type { PageKeys } from './page-keys.ts';
import type { PressWish } from './press-pages.ts';
import type { Ready } from './ready.ts';

/** What must be made. */
export interface Missing {
  /** Numbers of the pages whose press file is to be made. */
  readonly press: readonly number[];
  /** Numbers of the pages that are to be printed for it, or for the reader's PDF. */
  readonly printed: readonly number[];
  /** Numbers of the pages whose picture is to be made. */
  readonly views: readonly number[];
  /** Numbers of the pages whose leaf for the reader's PDF is to be made. */
  readonly leaves: readonly number[];
  readonly reader: boolean;
  /** Keys of the placements whose twins are needed. */
  readonly pictures: ReadonlySet<string>;
}

/** What a run made. */
export interface MadePages {
  readonly press: ReadonlyMap<number, PressPage>;
  readonly printed: ReadonlyMap<number, Uint8Array>;
  readonly views: ReadonlyMap<number, Uint8Array>;
  readonly leaves: ReadonlyMap<number, ReaderLeaf>;
  readonly reader: PressPage | undefined;
}

/** Pages from an earlier build, and those that have to be printed. */
export interface KeptPages extends MadePages {
  readonly missing: Missing;
  /** Keeps what was made instead. */
  keep(made: MadePages): Promise<void>;
}

/** Looks for every page in the cache. */
export async function keptPages(
  { plan, pictures }: Pick<Ready, 'plan' | 'pictures'>,
  cache: Cache,
  keys: PageKeys,
  wish: PressWish & { readonly leafJobs: readonly LeafJob[] },
): Promise<KeptPages> {
  const find = <Value>(kind: string, pages: readonly PagePlan[]) =>
    lookUp(
      pages,
      ({ number }) => number,
      (page) => cache.find<Value>(kind, keys.page(page)),
    );
  const open = wish.press ? plan.pages.filter(({ number }) => !wish.frozen.has(number)) : [];
  const press = await find<PressPage>('press-page', open);
  const views = await find<Uint8Array>('view', wish.views ? plan.pages : []);
  const reader = wish.reader ? await cache.find<PressPage>('reader', keys.reader) : undefined;
  const bound = reader === undefined ? wish.leafJobs : [];
  const leaves = await lookUp(
    bound,
    ({ page }) => page.number,
    (job) => cache.find<ReaderLeaf>('reader-leaf', keys.leaf(job)),
  );
  const pressed = open.filter(({ number }) => !press.has(number));
  const forReader = wish.reader && reader === undefined ? plan.pages : [];
  const needed = plan.pages.filter((page) => pressed.includes(page) || forReader.includes(page));
  const raw = wish.shown ? 'printed-page' : 'marked-page';
  const printed = await find<Uint8Array>(raw, needed);
  const viewed = wish.views ? plan.pages.filter(({ number }) => !views.has(number)) : [];
  const sharp = placements({ pages: forReader }).filter(({ file }) => isSharp(pictures.get(file)));
  return {
    press,
    printed,
    views,
    leaves,
    reader,
    missing: {
      press: numbersOf(pressed),
      printed: numbersOf(needed).filter((number) => !printed.has(number)),
      views: numbersOf(viewed),
      leaves: numbersOf(forReader).filter((number) => !leaves.has(number)),
      reader: forReader.length > 0,
      pictures: new Set([...placements({ pages: pressed }), ...sharp].map(placementKey)),
    },
    async keep(made) {
      const kinds = { 'press-page': made.press, [raw]: made.printed, view: made.views };
      for (const page of plan.pages)
        for (const [kind, files] of Object.entries<ReadonlyMap<number, unknown>>(kinds))
          if (files.has(page.number)) await cache.keep(kind, keys.page(page), files.get(page.number));
      for (const job of wish.leafJobs) {
        const leaf = made.leaves.get(job.page.number);
        if (leaf !== undefined) await cache.keep('reader-leaf', keys.leaf(job), leaf);
      }
      if (made.reader !== undefined) await cache.keep('reader', keys.reader, made.reader);
    },
  };
}

const numbersOf = (pages: readonly PagePlan[]): readonly number[] => pages.map(({ number }) => number);

/** Does the reader's PDF show what the plates have instead of the browser's stand-in? */
export const isSharp = (picture: Picture | undefined): boolean =>
  picture?.kind === 'pdf' || picture?.kind === 'lineart';

/** What is found, by page number. */
async function lookUp<Page, Value>(
  pages: readonly Page[],
  numberOf: (page: Page) => number,
  find: (page: Page) => Promise<Value | undefined>,
): Promise<ReadonlyMap<number, Value>> {
  const found = await Promise.all(pages.map(async (page) => [numberOf(page), await find(page)] as const));
  return new Map(found.flatMap(([number, value]) => (value === undefined ? [] : [[number, value] as const])));
}
