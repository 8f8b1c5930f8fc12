/**
 * The search index. Pagefind indexes once and for all, so the issues are bundled by thirds of a month (旬): a new day
 * indexes at most eleven issues again, however many years lie before it, and a reader who searches one year loads at
 * most 36 small bundles, which Pagefind merges. The pages are indexed from their records, never from old HTML.
 */
import { readFile } from 'node:fs/promises';
import { articlePath, pagePath } from '../data/address.ts';
import { escapeHtml } from '../data/body.ts';
import { headlineOf, type IssueRecord, type RecordArticle, titleOf } from '../data/record.ts';
import type { Output } from '../make/output.ts';
import { type Catalogue, type Published, readRecord } from './catalogue.ts';

/** Folder of the program that searches, with an index that holds nothing: the real ones are merged into it. */
const RUNTIME = 'search/pagefind';
/** What an index says of itself. */
const ENTRY = 'pagefind-entry.json';

/** What a reader's browser needs of Pagefind's own files; its user interfaces stay behind. */
const PROGRAM = /^(?:pagefind\.js|pagefind-worker\.js|wasm\..+\.pagefind)$/;
const isIndex = (name: string): boolean => !/\.(?:js|css)$/.test(name) && !name.startsWith('wasm.');

/** Bundle of a date: `2026-01-1`, first to third part of the month. */
export function bundleOf(date: string): string {
  const day = Number(date.slice(8, 10));
  return `${date.slice(0, 7)}-${day <= 10 ? 1 : day <= 20 ? 2 : 3}`;
}

/** All bundles of these dates, newest first. */
export const bundlesOf = (dates: readonly string[]): readonly string[] =>
  [...new Set(dates.map(bundleOf))].sort().reverse();

/** Where the search reads and writes. */
interface SearchJob {
  /** The output whose records are read. */
  readonly published: Published;
  readonly language: string;
  readonly output: Output;
  /** Ids of the issues that changed: only their bundles are made. */
  readonly changed: readonly string[];
}

/** Writes the bundles that changed, and the searching program where its version did; answers their folders. */
export async function searchPages({ issues }: Catalogue, job: SearchJob): Promise<readonly string[]> {
  const bundles = bundlesOf(job.changed.map((id) => id.slice(0, 10)));
  const entry = await readFile(job.published(`${RUNTIME}/${ENTRY}`), 'utf8').catch(() => undefined);
  const first = entry === undefined ? writeRuntime(job.language, job.output) : undefined;
  let version: string | undefined;
  for (const bundle of bundles) {
    const ids = issues.filter(({ date }) => bundleOf(date) === bundle).map(({ id }) => id);
    const records = await Promise.all(ids.map((id) => readRecord(job.published, id)));
    const present = records.filter((record) => record !== undefined);
    if (present.length > 0) version = await writeBundle(bundle, present, job.output);
  }
  const isThere = version !== undefined && versionOf(entry ?? '') === version;
  if (!isThere) await (first ?? writeRuntime(job.language, job.output));
  const { close } = await import('pagefind');
  await close();
  return [...(isThere ? [] : [RUNTIME]), ...bundles.map((bundle) => `search/${bundle}`)];
}

/** The version of Pagefind that made an index. */
const versionOf = (entry: string): string | undefined => /"version":"([^"]+)"/.exec(entry)?.[1];

/** Indexes the issues of one bundle into `search/BUNDLE/`; answers the version of Pagefind that did. */
async function writeBundle(
  bundle: string,
  records: readonly IssueRecord[],
  output: Output,
): Promise<string | undefined> {
  const pages = records.flatMap((record) =>
    record.articles
      .filter(({ pubStatus }) => pubStatus === 'usable')
      .map((article) => ({ url: `/${record.id}/${articlePath(article.print.slug)}`, html: pageOf(article, record) })),
  );
  const files = await indexed(pages, records[0]?.language ?? 'zh-CN');
  await Promise.all(
    files
      .filter(({ name }) => isIndex(name))
      .map(({ name, content }) => output.write(`search/${bundle}/${name}`, content)),
  );
  const entry = files.find(({ name }) => name === ENTRY)?.content ?? new Uint8Array();
  return versionOf(Buffer.from(entry).toString('utf8'));
}

/** Writes the searching program with its empty index. */
async function writeRuntime(language: string, output: Output): Promise<void> {
  const files = await indexed([{ url: '/', html: '<html><body><p>pagefindruntime</p></body></html>' }], language);
  await Promise.all(
    files
      .filter(({ name }) => PROGRAM.test(name) || isIndex(name))
      .map(({ name, content }) => output.write(`${RUNTIME}/${name}`, content)),
  );
}

interface Indexed {
  readonly name: string;
  readonly content: Uint8Array;
}

async function indexed(
  pages: readonly { readonly url: string; readonly html: string }[],
  language: string,
): Promise<readonly Indexed[]> {
  const { createIndex } = await import('pagefind');
  const { index, errors } = await createIndex({ forceLanguage: language.toLowerCase(), writePlayground: false });
  if (index === undefined) throw new Error(`bug: Pagefind made no index: ${errors.join('; ')}`);
  // Pagefind reads one after the other in the order sent, and goes on while the templates keep this thread busy.
  await Promise.all(pages.map(({ url, html }) => index.addHTMLFile({ url, content: html })));
  const { files } = await index.getFiles();
  await index.deleteIndex();
  return files
    .map(({ path: name, content }) => ({ name, content }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** A story as Pagefind reads it: the headline weighs most, and the facts to filter by stand outside the text. */
function pageOf(article: RecordArticle, record: IssueRecord): string {
  const { print } = article;
  const body = article.bodies.find(({ role }) => role === 'main')?.value ?? '';
  const filters = { year: record.date.slice(0, 4), section: print.section, page: print.label };
  const meta = {
    date: record.date,
    section: print.section,
    page: print.label,
    issue: record.id,
    replica: pagePath(print.page),
  };
  const heads = [headlineOf(article, 'kicker'), headlineOf(article, 'deck')].filter((head) => head !== undefined);
  const captions = article.associations.flatMap(({ descriptions }) => descriptions.map(({ value }) => value));
  return [
    '<html><head><title></title></head><body>',
    ...Object.entries(filters).map(([key, value]) => `<i data-pagefind-filter="${key}">${escapeHtml(value)}</i>`),
    ...Object.entries(meta).map(([key, value]) => `<i data-pagefind-meta="${key}">${escapeHtml(value)}</i>`),
    `<i data-pagefind-sort="date">${record.date}</i>`,
    `<main data-pagefind-body><h1>${escapeHtml(titleOf(article))}</h1>`,
    ...heads.map((head) => `<p data-pagefind-weight="4">${escapeHtml(head)}</p>`),
    ...body.split('\n').map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...captions.map((caption) => `<p>${escapeHtml(caption)}</p>`),
    '</main></body></html>',
  ].join('\n');
}
