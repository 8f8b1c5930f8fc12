/**
 * What was made before and would come out the same. An entry's name is the SHA-256 of everything that it was made
 * from, the program's own code and packages included, so a stale entry is never asked for; each entry carries the
 * SHA-256 of its bytes, so a damaged one is made again. The folder may be deleted at any time.
 */
import { createHash, type Hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Anything that a result can be made from. */
export type Ingredient =
  | string
  | number
  | boolean
  | null
  | undefined
  | Uint8Array
  | readonly Ingredient[]
  | ReadonlyMap<string, Ingredient>
  | { readonly [key: string]: Ingredient };

/** Plain data as an ingredient: functions and classes would be a bug of the type that is passed. */
export const plain = (value: unknown): Ingredient => value as Ingredient;

/** A cache as plain data. */
export interface CachePlace {
  readonly folder: string;
  readonly stamp: string;
}

/** What earlier runs made, by all that it was made from. */
export interface Cache {
  /** The bytes that `make` made from these ingredients before, or makes now. */
  bytes(kind: string, ingredients: Ingredient, make: () => Promise<Uint8Array>): Promise<Uint8Array>;
  /** The same for plain data; maps and bytes in it stay what they are. */
  value<T>(kind: string, ingredients: Ingredient, make: () => Promise<T>): Promise<T>;
  /** What was kept for these ingredients; undefined when there is nothing. */
  find<T>(kind: string, ingredients: Ingredient): Promise<T | undefined>;
  /** Keeps a value for these ingredients. */
  keep<T>(kind: string, ingredients: Ingredient, value: T): Promise<void>;
  /** Where it lies, for another thread; undefined when it never holds anything. */
  readonly place: CachePlace | undefined;
  /** How often something was found, and how often it had to be made. */
  readonly tally: { found: number; made: number };
}

/** SHA-256 over ingredients; different ones never run together, whatever they hold. */
export function keyOf(ingredients: Ingredient): string {
  const writing: Writing = { hash: createHash('sha256'), text: '' };
  take(writing, ingredients);
  return writing.hash.update(writing.text).digest('hex');
}

/** Text on its way into a hash: a plan has hundreds of thousands of values, too many to hand over one by one. */
interface Writing {
  readonly hash: Hash;
  text: string;
}

/** Characters that are handed over at a time. */
const HANDFUL = 1 << 16;

/** Every value is written as its kind, its length and itself. */
function take(into: Writing, value: Ingredient): void {
  if (into.text.length > HANDFUL) hashText(into);
  if (typeof value === 'string') into.text += `s${value.length}:${value}`;
  else if (value === null || value === undefined) into.text += value === null ? 'n;' : 'u;';
  else if (typeof value !== 'object') into.text += `${typeof value}${String(value)};`;
  else if (value instanceof Uint8Array) takeBytes(into, value);
  else if (Array.isArray(value)) {
    into.text += `a${value.length}:`;
    for (const item of value) take(into, item);
  } else if (value instanceof Map) takeEntries(into, [...value.keys()], (key) => value.get(key));
  else takeEntries(into, Object.keys(value), (key) => (value as { readonly [key: string]: Ingredient })[key]);
}

function hashText(into: Writing): void {
  into.hash.update(into.text);
  into.text = '';
}

function takeBytes(into: Writing, bytes: Uint8Array): void {
  into.text += `b${bytes.length}:`;
  hashText(into);
  into.hash.update(bytes);
}

function takeEntries(into: Writing, keys: string[], at: (key: string) => Ingredient): void {
  into.text += `o${keys.length}:`;
  for (const key of keys.sort()) {
    take(into, key);
    take(into, at(key));
  }
}

/** Bytes of the digest that heads an entry. */
const DIGEST = 32;

/**
 * Opens a cache.
 * @param folder Absolute path; made when something is kept.
 * @param stamp Stands for everything that has a hand in every result: code, packages, runtime.
 */
export function openCache(folder: string, stamp: string): Cache {
  const tally = { found: 0, made: 0 };
  const fileFor = (kind: string, ingredients: Ingredient) => fileIn({ folder, stamp }, kind, ingredients);
  const bytes: Cache['bytes'] = async (kind, ingredients, make) => {
    const file = fileFor(kind, ingredients);
    const kept = await readEntry(file);
    tally[kept === undefined ? 'made' : 'found'] += 1;
    if (kept !== undefined) return kept;
    const made = await make();
    await writeEntry(file, made);
    return made;
  };
  return {
    place: { folder, stamp },
    tally,
    bytes,
    async value<T>(kind: string, ingredients: Ingredient, make: () => Promise<T>): Promise<T> {
      let made: { readonly value: T } | undefined;
      const kept = await bytes(kind, ingredients, async () => {
        made = { value: await make() };
        return serialize(made.value);
      });
      return made === undefined ? (deserialize(kept) as T) : made.value;
    },
    async find<T>(kind: string, ingredients: Ingredient): Promise<T | undefined> {
      const kept = await readEntry(fileFor(kind, ingredients));
      tally[kept === undefined ? 'made' : 'found'] += 1;
      return kept === undefined ? undefined : (deserialize(kept) as T);
    },
    keep: (kind, ingredients, value) => writeEntry(fileFor(kind, ingredients), serialize(value)),
  };
}

/** A cache that never holds anything. */
export function noCache(): Cache {
  const tally = { found: 0, made: 0 };
  const make = async <T>(work: () => Promise<T>): Promise<T> => {
    tally.made += 1;
    return work();
  };
  return {
    place: undefined,
    tally,
    bytes: (_, __, work) => make(work),
    value: (_, __, work) => make(work),
    async find() {
      tally.made += 1;
      return undefined;
    },
    keep: async () => undefined,
  };
}

/** The cache of another thread. */
export const cacheAt = (place: CachePlace | undefined): Cache =>
  place === undefined ? noCache() : openCache(place.folder, place.stamp);

/**
 * The same at once, for work that cannot wait: the search of a page. What `make` makes must be plain data.
 * @returns What was kept for these ingredients, or what `make` makes now.
 */
export function valueNow<T>(place: CachePlace, kind: string, ingredients: Ingredient, make: () => T): T {
  const file = fileIn(place, kind, ingredients);
  try {
    const kept = bytesOf(readFileSync(file));
    if (kept !== undefined) {
      const now = new Date();
      utimesSync(file, now, now);
      return deserialize(kept) as T;
    }
  } catch {
    // Not there, or not to be read: it is made.
  }
  const made = make();
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}~${process.pid}`, entryOf(serialize(made)));
    renameSync(`${file}~${process.pid}`, file);
  } catch {
    // A cache that cannot be written is no fault: the next run makes it again.
  }
  return made;
}

const fileIn = ({ folder, stamp }: CachePlace, kind: string, ingredients: Ingredient): string => {
  const key = keyOf([stamp, kind, ingredients]);
  return path.join(folder, kind, key.slice(0, 2), key.slice(2));
};

const entryOf = (bytes: Uint8Array): Uint8Array => Buffer.concat([createHash('sha256').update(bytes).digest(), bytes]);

/** The bytes of an entry as a copy that begins where its memory begins; undefined when the entry is damaged. */
function bytesOf(entry: Uint8Array): Uint8Array | undefined {
  if (entry.length < DIGEST) return undefined;
  const bytes = new Uint8Array(entry.subarray(DIGEST));
  const digest = createHash('sha256').update(bytes).digest();
  return digest.equals(entry.subarray(0, DIGEST)) ? bytes : undefined;
}

async function readEntry(file: string): Promise<Uint8Array | undefined> {
  const entry = await readFile(file).catch(() => undefined);
  const bytes = entry === undefined ? undefined : bytesOf(entry);
  if (bytes === undefined) return undefined;
  // Read lately is kept longest.
  const now = new Date();
  await utimes(file, now, now).catch(() => undefined);
  return bytes;
}

/** A cache that cannot be written is no fault: the next run makes it again. */
async function writeEntry(file: string, bytes: Uint8Array): Promise<void> {
  const beside = `${file}~${process.pid}`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(beside, entryOf(bytes));
    await rename(beside, file);
  } catch {
    await rm(beside, { force: true }).catch(() => undefined);
  }
}

/** Removes what was not used longest until the rest is smaller than this many bytes. */
export async function pruneCache(folder: string, limit: number): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const file = path.join(entry.parentPath, entry.name);
        const { size, mtimeMs } = await stat(file);
        return { file, size, mtimeMs };
      }),
  );
  let total = files.reduce((sum, { size }) => sum + size, 0);
  for (const { file, size } of files.toSorted((one, other) => one.mtimeMs - other.mtimeMs)) {
    if (total <= limit) return;
    await rm(file, { force: true });
    total -= size;
  }
}
