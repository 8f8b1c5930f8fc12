/** Searches of pages that an earlier run made: after an edit only the pages that it touches are searched for again. */
import type { Article, Newspaper } from '../../issue/model.ts';
import { searchName } from '../../makeup/memory.ts';
import type { FailedPage, MadePage, PageMemory } from '../../makeup/page/page.ts';
import { type CachePlace, keyOf, valueNow } from '../cache.ts';

/** What is kept of a search: all but the task, which whoever asks brings along. */
type Kept = Omit<MadePage, 'task'> | Omit<FailedPage, 'task'>;

/** Searches by their names: plain data, for another thread. */
export type KnownSearches = ReadonlyMap<string, Kept>;

/** Where searches may be found. */
export interface Shelves {
  /** The cache's folder. */
  readonly place?: CachePlace | undefined;
  /** Searches that other threads have made. */
  readonly known?: KnownSearches | undefined;
}

/** A memory that looks on these shelves, and all searches that it was asked for. */
export interface KeptSearches {
  readonly memory: PageMemory;
  readonly searches: KnownSearches;
}

/** Opens a memory. The paper stands for how type is set, an article for its copy. */
export function keptSearches(paper: Newspaper, { place, known }: Shelves): KeptSearches {
  const setting = JSON.stringify(paper);
  const names = new WeakMap<Article, string>();
  const nameOf = (article: Article): string => {
    const name = names.get(article) ?? keyOf(JSON.stringify(article));
    names.set(article, name);
    return name;
  };
  const searches = new Map<string, Kept>();
  const memory: PageMemory = (desk, task, make) => {
    const name = keyOf([setting, searchName(desk, task, ({ article }) => nameOf(article))]);
    const search = (): Kept => {
      const { task: _, ...made } = make(desk, task);
      return settled(made);
    };
    const kept = known?.get(name) ?? (place === undefined ? search() : valueNow(place, 'page-search', name, search));
    searches.set(name, kept);
    return { ...kept, task } as MadePage | FailedPage;
  };
  return { memory, searches };
}

/**
 * A copy as plain data: the typesetter deals out lines when somebody looks at them, by getters. What stands twice in
 * the original stands twice in the copy. Articles stay what they are: plain, and the order's own.
 */
function settled<T>(value: T, seen = new Map<object, unknown>()): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  const known = seen.get(value);
  if (known !== undefined) return known as T;
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    seen.set(value, copy);
    for (const part of value) copy.push(settled(part as unknown, seen));
    return copy as T;
  }
  const original = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  seen.set(value, copy);
  for (const key in original) copyPart(original, copy, key, seen);
  for (const key of getters(value)) copyPart(original, copy, key, seen);
  return copy as T;
}

function copyPart(
  original: Readonly<Record<string, unknown>>,
  copy: Record<string, unknown>,
  key: string,
  seen: Map<object, unknown>,
): void {
  const part = original[key];
  if (typeof part !== 'object' || part === null) {
    // A group of units asks its head's rows by a function, which nobody needs once the page is made.
    if (typeof part !== 'function') copy[key] = part;
  } else copy[key] = key === 'article' ? part : settled(part, seen);
}

/** Names of the getters of each class that was met. */
const known = new WeakMap<object, readonly string[]>();

/** Names of the getters that an object has from its class. */
function getters(value: object): readonly string[] {
  const from: unknown = Object.getPrototypeOf(value);
  if (typeof from !== 'object' || from === null || from === Object.prototype) return [];
  const described = known.get(from) ?? gettersOf(from);
  known.set(from, described);
  return described;
}

const gettersOf = (prototype: object): readonly string[] =>
  Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, { get }]) => (get ? [name] : []));
