/**
 * The door of the room: an issue's folder to an Issue, or every fault of the folder at once. Reads files and writes
 * none; the order of everything is that of the file names, so the same folder gives the same Issue on any machine.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Fault } from '../fault.ts';
import { type ReadArticle, readArticle } from './article.ts';
import { isDate } from './calendar.ts';
import { reasonOf } from './faults/reasons.ts';
import {
  dateImpossible,
  editionConflict,
  fileTooBig,
  fileUnreadable,
  issueEmpty,
  issueMissing,
  mergeUnfinished,
  newspaperMissing,
  slugDuplicate,
  slugReserved,
  slugUnsafe,
  tooMany,
} from './faults.ts';
import { findPaper, issueName, type Listing, listFolder, shownPath } from './folder.ts';
import { fillIndex } from './index-lines.ts';
import { decideAds, decidePages } from './issue-file.ts';
import { noteExamples, noteUnread, noteUnused } from './leftovers.ts';
import type { Article, Issue, IssueFolder, Limits, Newspaper } from './model.ts';
import { decideNewspaper, LIMITS, limitsOf } from './newspaper.ts';
import { checkPaperFiles, checkPictures } from './pictures.ts';
import { checkReferences } from './references.ts';
import { type IssueSource, issueSchema } from './schema/issue.ts';
import { newspaperSchema } from './schema/newspaper.ts';
import { isReserved, isSlug, suggestSlug } from './slug.ts';
import { decodeText, mergeMarks } from './source.ts';
import { type Locate, readYaml } from './yaml.ts';

/** How much an issue may lack. */
export interface ReadOptions {
  /** What may not be printed is a warning: photos that are still to come, the example of `new`. */
  readonly draft?: boolean;
  /** Photos that are still to come are a warning and `missing: true`, not an error. */
  readonly lenient?: boolean;
  /** Articles read before, by slug, for a desk that reads the same folder after every edit: the same text is not read twice. */
  readonly known?: Map<string, KnownArticle>;
}

/** An article with the text that it was read from. */
export interface KnownArticle {
  readonly text: string;
  readonly limits: Limits;
  readonly read: ReadArticle;
}

/** An issue as far as it could be read. */
export interface ReadIssue {
  /** Absent exactly when a fault is an error. */
  readonly issue?: Issue;
  /** Absent when newspaper.yaml could not be read. */
  readonly paper?: Newspaper;
  readonly folder: IssueFolder;
  /** By file and line; those of newspaper.yaml and issue.yaml first. */
  readonly faults: readonly Fault[];
}

/** Reads one issue. Bad input is never thrown, always reported. */
export async function readIssue(issueFolder: string, options: ReadOptions = {}): Promise<ReadIssue> {
  const folder = path.resolve(issueFolder);
  const paperFolder = findPaper(folder);
  const folders: IssueFolder = { paper: paperFolder ?? path.dirname(folder), issue: folder };
  if (!isFolder(folder)) return { folder: folders, faults: [issueMissing(shownPath('.', folder) || '.')] };
  if (paperFolder === undefined) return { folder: folders, faults: [newspaperMissing(path.basename(folder))] };

  const desk: Desk = { folders, faults: [], limits: LIMITS, known: options.known ?? new Map() };
  const news = await readPaper(desk);
  const listing = await listFolder(folder);
  const header = await readHeader(desk, listing);
  const read = await readArticles(desk, listing);
  const articles = [...read.values()].flatMap(({ article }) => (article ? [article] : []));
  const draft = {
    ...header.issue,
    articles: await checkPictures(articles, {
      desk,
      listing,
      read,
      lenient: options.lenient ?? options.draft ?? false,
    }),
    pages: decidePages(header.source),
    ads: decideAds(header.source, news.paper?.format),
    fillers: header.source.fillers ?? [],
    groups: groupsOf(header.source),
  };
  checkPaperFiles(desk, listing, { ...news, ads: draft.ads, fillers: draft.fillers, locateIssue: header.locate });
  if (news.paper) {
    const slugs = new Set(read.keys());
    const { paper } = news;
    desk.faults.push(
      ...checkReferences({ issue: draft, paper, limits: desk.limits, read, slugs, locate: header.locate }),
    );
  }
  noteExamples(desk, read, options.draft ?? false);
  // A story that could not be read may name them.
  if (desk.faults.every(({ severity }) => severity !== 'error')) noteUnused(desk, listing, draft);
  const faults = sortFaults(desk.faults);
  const { paper } = news;
  if (!paper) return { folder: folders, faults };
  if (faults.some(({ severity }) => severity === 'error')) return { paper, folder: folders, faults };
  return { issue: finish({ paper, ...draft }), paper, folder: folders, faults };
}

/** What all steps of one reading share: where, what was found wrong, and which bounds hold. */
export interface Desk {
  readonly folders: IssueFolder;
  readonly faults: Fault[];
  limits: Limits;
  readonly known: Map<string, KnownArticle>;
}

const isFolder = (folder: string): boolean => existsSync(folder) && statSync(folder).isDirectory();

/** Reads a text file of the desk; absent when it is too big, unreadable or not UTF-8, and the fault is noted. */
function readText(desk: Desk, file: string, bound: { key: string; limit: number }): string | undefined {
  const place = { file: shownPath(desk.folders.paper, file) };
  try {
    const { size } = statSync(file);
    if (size > bound.limit) {
      desk.faults.push(fileTooBig(place, { bytes: size, ...bound }));
      return undefined;
    }
    const { text, faults } = decodeText(readFileSync(file), place.file);
    desk.faults.push(...faults);
    const marks = mergeMarks(text);
    if (marks.length > 0) desk.faults.push(mergeUnfinished(place, marks));
    return marks.length > 0 || faults.some(({ severity }) => severity === 'error') ? undefined : text;
  } catch (error) {
    desk.faults.push(fileUnreadable(place, reasonOf(error)));
    return undefined;
  }
}

/** `newspaper.yaml` as far as it could be read. */
export interface ReadPaper {
  readonly paper?: Newspaper;
  readonly locatePaper: Locate;
}

async function readPaper(desk: Desk): Promise<ReadPaper> {
  const file = path.join(desk.folders.paper, 'newspaper.yaml');
  const text = readText(desk, file, { key: 'yamlBytes', limit: desk.limits.yamlBytes });
  const nowhere: Locate = () => ({ file: 'newspaper.yaml' });
  if (text === undefined) return { locatePaper: nowhere };
  const { value, faults, locate } = readYaml({ text, file: 'newspaper.yaml', firstLine: 1 }, newspaperSchema);
  desk.faults.push(...faults);
  if (!value) return { locatePaper: locate };
  desk.limits = limitsOf(value);
  const decided = decideNewspaper(value, locate);
  desk.faults.push(...decided.faults);
  return { paper: decided.paper, locatePaper: locate };
}

interface Header {
  readonly issue: Pick<Issue, 'date' | 'edition' | 'id' | 'number' | 'weather'>;
  readonly source: IssueSource;
  readonly locate: Locate;
}

/** The folder's name and issue.yaml. */
async function readHeader(desk: Desk, listing: Listing): Promise<Header> {
  const { paper, issue } = desk.folders;
  const name = path.basename(issue);
  const { date = '', edition: suffix } = issueName(name) ?? {};
  if (!isDate(date)) desk.faults.push(dateImpossible(name, { file: shownPath(paper, issue) || '.' }));
  const file = shownPath(paper, path.join(issue, 'issue.yaml'));
  const bound = { key: 'yamlBytes', limit: desk.limits.yamlBytes };
  const text = listing.files.has('issue.yaml') ? readText(desk, path.join(issue, 'issue.yaml'), bound) : '';
  const { value, faults, locate } = readYaml({ text: text ?? '', file, firstLine: 1 }, issueSchema);
  desk.faults.push(...faults);
  const source = value ?? {};
  if (source.edition && suffix && source.edition !== suffix)
    desk.faults.push(editionConflict(locate(['edition']), source.edition, suffix));
  const edition = source.edition ?? suffix;
  const { number, weather } = source;
  return {
    issue: {
      date,
      id: edition ? `${date}-${edition}` : date,
      ...(edition && { edition }),
      ...(number !== undefined && { number }),
      ...(weather && { weather }),
    },
    source,
    locate,
  };
}

function groupsOf({ groups = {} }: IssueSource): Issue['groups'] {
  const entries = Object.entries(groups).map(([name, { title, note }]) => [name, { title, ...(note && { note }) }]);
  return Object.fromEntries(entries);
}

/** Every article file of the folder's top, by slug in file-name order, those with faults included. */
async function readArticles(desk: Desk, listing: Listing): Promise<Map<string, ReadArticle>> {
  const { paper, issue } = desk.folders;
  const files = [...listing.files].filter((name) => !name.includes('/') && name.endsWith('.md')).sort();
  noteUnread(desk, listing);
  const { articles: limit } = desk.limits;
  if (files.length > limit)
    desk.faults.push(
      tooMany({ file: shownPath(paper, issue) }, 'articles', { count: files.length, limit, key: 'articles' }),
    );
  if (files.length === 0 && !listing.closed.has('')) desk.faults.push(issueEmpty({ file: shownPath(paper, issue) }));
  checkNames(desk, files);
  const articles = new Map<string, ReadArticle>();
  for (const name of files.slice(0, limit)) {
    const file = path.join(issue, name);
    const slug = name.slice(0, -'.md'.length);
    const shown = shownPath(paper, file);
    const text = readText(desk, file, { key: 'articleBytes', limit: desk.limits.articleBytes });
    const unread = { faults: [], locate: () => ({ file: shown }), photoLines: [], slugLinks: [] };
    const read = text === undefined ? unread : readOnce(desk, { slug, file: shown, text });
    desk.faults.push(...read.faults);
    articles.set(slug, read);
  }
  return articles;
}

/** Reads an article, unless its text was read before under the same limits. */
function readOnce({ known, limits }: Desk, source: { slug: string; file: string; text: string }): ReadArticle {
  const { slug, text } = source;
  const before = known.get(slug);
  if (before?.text === text && isDeepStrictEqual(before.limits, limits)) return before.read;
  const read = readArticle(source, limits);
  known.set(slug, { text, limits, read });
  return read;
}

function checkNames(desk: Desk, files: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const name of files) {
    const slug = name.slice(0, -'.md'.length);
    const place = { file: shownPath(desk.folders.paper, path.join(desk.folders.issue, name)) };
    const key = slug.normalize('NFC').toLowerCase();
    const other = seen.get(key);
    if (other !== undefined) desk.faults.push(slugDuplicate(place, other));
    else if (!isSlug(slug))
      desk.faults.push(
        slugUnsafe(
          place,
          slug,
          freeSlug(
            suggestSlug(slug),
            files.filter((file) => file !== name),
          ),
        ),
      );
    else if (isReserved(slug)) desk.faults.push(slugReserved(place, slug));
    seen.set(key, place.file);
  }
}

/** A slug, numbered where a file has it already. */
function freeSlug(slug: string, files: readonly string[]): string {
  const names = new Set(files.map((name) => name.toLowerCase()));
  for (let copy = 1; ; copy++) {
    const free = copy === 1 ? slug : `${slug}-${copy}`;
    if (!names.has(`${free}.md`)) return free;
  }
}

/** Fills 导读 lines, which need all heads, once everything else is known to be sound. */
function finish(issue: Issue): Issue {
  const bySlug = new Map(issue.articles.map((article) => [article.slug, article]));
  const fill = (article: Article): Article => (article.genre === 'index' ? fillIndex(article, bySlug) : article);
  return { ...issue, articles: issue.articles.map(fill) };
}

function sortFaults(faults: readonly Fault[]): Fault[] {
  const rank = ({ place }: Fault): string => {
    const file = place?.file ?? '';
    const first = file === 'newspaper.yaml' ? 0 : file.endsWith('/issue.yaml') ? 1 : 2;
    return `${first} ${file} ${String(place?.line ?? 0).padStart(7, '0')}`;
  };
  const keyed = faults.map((fault, index) => ({ fault, key: rank(fault), index }));
  keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : one.index - other.index));
  return keyed.map(({ fault }) => fault);
}
