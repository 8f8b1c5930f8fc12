/**
 * All issues that are out, one short entry each: `archive/issues.json`. It says nothing that the issues' records do
 * not say, so it can be lost and made again; it only spares reading a thousand records to add one day.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isIssueName } from '../../issue/folder.ts';
import { type IssueRecord, RECORD_SCHEMA, titleOf } from '../data/record.ts';

/** Name of this form; another form gets another number. */
const CATALOGUE_SCHEMA = 'broadsheet/issues@1';
/** From the site's root. */
export const CATALOGUE_FILE = 'archive/issues.json';

/** What the calendar says of an issue. */
export interface CatalogueEntry {
  readonly id: string;
  readonly date: string;
  readonly edition?: string;
  readonly number?: number;
  readonly pages: number;
  readonly articles: number;
  /** The lead headline. */
  readonly title: string;
  /** Picture of the first page, relative to the issue's folder. */
  readonly picture?: { readonly src: string; readonly width: number; readonly height: number };
  /** Files of its folder that are not for a public server. */
  readonly withheld?: readonly string[];
  /** Stories of this issue that correct others. */
  readonly corrections?: readonly { readonly slug: string; readonly title: string; readonly corrects: string }[];
}

/** The whole file. */
export interface Catalogue {
  readonly schema: typeof CATALOGUE_SCHEMA;
  /** Newest first. */
  readonly issues: readonly CatalogueEntry[];
}

/** A catalogue, and what is to be made anew for it. */
export interface Reading {
  readonly catalogue: Catalogue;
  /** Ids, newest first: issues that were built, that the last catalogue did not know, or that are gone. */
  readonly changed: readonly string[];
  /** What the last catalogue said of issues that changed. */
  readonly former: readonly CatalogueEntry[];
}

/** Absolute path of a file of the output by its name from the root, which need not be there. */
export type Published = (name: string) => string;

/** An issue whose folder is finished and not yet in its place. */
export interface StagedIssue {
  readonly id: string;
  /** Absolute path of its folder. */
  readonly folder: string;
}

/** The output as it will be when a staged issue has taken its place. */
export const publishedIn =
  (output: string, staged?: StagedIssue): Published =>
  (name) =>
    staged !== undefined && name.startsWith(`${staged.id}/`)
      ? path.join(staged.folder, name.slice(staged.id.length + 1))
      : path.join(output, name);

/**
 * The catalogue of an output folder as it is now.
 * @param built ids of the issues that were built since it was last made; everything is read again when absent
 */
export async function readCatalogue(published: Published, built?: readonly string[]): Promise<Reading> {
  const ids = await issuesIn(published(''), built);
  const known = built === undefined ? new Map<string, CatalogueEntry>() : await knownEntries(published);
  const changed = new Set(built);
  const entries = await Promise.all(
    ids.map(async (id) => {
      const entry = changed.has(id) ? undefined : known.get(id);
      if (entry !== undefined) return entry;
      changed.add(id);
      const record = await readRecord(published, id);
      return record === undefined ? undefined : entryOf(record);
    }),
  );
  const issues = entries.filter((entry) => entry !== undefined).sort((one, other) => (one.id < other.id ? 1 : -1));
  const listed = new Set(issues.map(({ id }) => id));
  for (const id of known.keys()) if (!listed.has(id)) changed.add(id);
  const former = [...known.values()].filter(({ id }) => changed.has(id));
  return { catalogue: { schema: CATALOGUE_SCHEMA, issues }, changed: [...changed].sort().reverse(), former };
}

/** Ids of the issues in an output, in order, with those that are about to be. */
export async function issuesIn(output: string, more: readonly string[] = []): Promise<readonly string[]> {
  const folders = await readdir(output, { withFileTypes: true }).catch(() => []);
  const there = folders.filter((entry) => entry.isDirectory() && isIssueName(entry.name)).map(({ name }) => name);
  return [...new Set([...there, ...more])].sort();
}

async function knownEntries(published: Published): Promise<ReadonlyMap<string, CatalogueEntry>> {
  const catalogue = await readJson<Catalogue>(published(CATALOGUE_FILE));
  if (catalogue?.schema !== CATALOGUE_SCHEMA) return new Map();
  return new Map(catalogue.issues.map((entry) => [entry.id, entry]));
}

/** An issue's record; `undefined` where there is none that this version can read. */
export async function readRecord(published: Published, id: string): Promise<IssueRecord | undefined> {
  const record = await readJson<IssueRecord>(published(`${id}/issue.json`));
  return record?.schema === RECORD_SCHEMA ? record : undefined;
}

async function readJson<Value>(file: string): Promise<Value | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}

function entryOf(record: IssueRecord): CatalogueEntry {
  const corrections = record.articles.flatMap((article) =>
    article.corrects === undefined
      ? []
      : [{ slug: article.print.slug, title: titleOf(article), corrects: article.corrects }],
  );
  const lead = record.articles[0];
  const page = record.pages[0];
  return {
    id: record.id,
    date: record.date,
    ...(record.edition === undefined ? {} : { edition: record.edition }),
    ...(record.number === undefined ? {} : { number: record.number }),
    pages: record.pages.length,
    articles: record.articles.length,
    title: lead === undefined ? record.paper.name : titleOf(lead),
    ...(page === undefined ? {} : { picture: { src: page.thumbnail, width: page.width, height: page.height } }),
    ...(record.withheld === undefined ? {} : { withheld: record.withheld }),
    ...(corrections.length === 0 ? {} : { corrections }),
  };
}
