/** Pages that an earlier run made from the same things, and what is missing. */
import { placementKey, placements } from '../../edition/pictures.ts';
import type { Picture } from '../../photo/model.ts';
import type { Cache } from '../cache.ts';
import type { PressPage } from '../threads/tasks.ts';
import type { PageKeys } from './page-keys.ts';
import type { PressWish } from './press-pages.ts';
import type { Ready } from './ready.ts';

/** What must be printed. */
export interface Missing {
  /** Numbers of the pages whose press file is to be made. */
  readonly press: readonly number[];
  /** Numbers of the pages whose picture is to be made. */
  readonly views: readonly number[];
  readonly reader: boolean;
  /** Keys of the placements whose twins are needed. */
  readonly pictures: ReadonlySet<string>;
  readonly isEmpty: boolean;
}

export interface KeptPages {
  readonly press: ReadonlyMap<number, PressPage>;
  readonly views: ReadonlyMap<number, Uint8Array>;
  readonly reader?: PressPage;
  readonly missing: Missing;
  /** Keeps what was made instead. */
  keep(
    press: ReadonlyMap<number, PressPage>,
    views: ReadonlyMap<number, Uint8Array>,
    reader: PressPage | undefined,
  ): Promise<void>;
}

/** Looks for every page in the cache. */
export async function keptPages(
  { plan, pictures }: Pick<Ready, 'plan' | 'pictures'>,
  cache: Cache,
  keys: PageKeys,
  wish: PressWish,
): Promise<KeptPages> {
  const open = plan.pages.filter(({ number }) => !wish.frozen.has(number));
  const press = await lookUp<PressPage>(open, (page) => cache.find('press-page', keys.page(page)));
  const views = await lookUp<Uint8Array>(wish.views ? plan.pages : [], (page) => cache.find('view', keys.page(page)));
  const reader = wish.reader ? await cache.find<PressPage>('reader', keys.reader) : undefined;
  const missing = {
    press: open.filter(({ number }) => !press.has(number)).map(({ number }) => number),
    views: wish.views ? plan.pages.filter(({ number }) => !views.has(number)).map(({ number }) => number) : [],
    reader: wish.reader && reader === undefined,
  };
  const pages = plan.pages.filter(({ number }) => missing.press.includes(number));
  const sharp = missing.reader ? placements(plan).filter(({ file }) => isSharp(pictures.get(file))) : [];
  return {
    press,
    views,
    ...(reader === undefined ? {} : { reader }),
    missing: {
      ...missing,
      pictures: new Set([...placements({ ...plan, pages }), ...sharp].map(placementKey)),
      isEmpty: missing.press.length === 0 && missing.views.length === 0 && !missing.reader,
    },
    async keep(madePress, allViews, madeReader) {
      for (const page of plan.pages) {
        const file = madePress.get(page.number);
        const view = missing.views.includes(page.number) ? allViews.get(page.number) : undefined;
        if (file !== undefined) await cache.keep('press-page', keys.page(page), file);
        if (view !== undefined) await cache.keep('view', keys.page(page), view);
      }
      if (missing.reader && madeReader !== undefined) await cache.keep('reader', keys.reader, madeReader);
    },
  };
}

/** Does the reader's PDF show what the plates have instead of the browser's stand-in? */
const isSharp = (picture: Picture | undefined): boolean => picture?.kind === 'pdf' || picture?.kind === 'lineart';

/** What is found, by page number. */
async function lookUp<Value>(
  pages: Ready['plan']['pages'],
  find: (page: Ready['plan']['pages'][number]) => Promise<Value | undefined>,
): Promise<ReadonlyMap<number, Value>> {
  const found = await Promise.all(pages.map(async (page) => [page.number, await find(page)] as const));
  return new Map(found.flatMap(([number, value]) => (value === undefined ? [] : [[number, value] as const])));
}
