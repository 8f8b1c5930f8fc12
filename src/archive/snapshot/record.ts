/**
 * `data/snapshot.json`: what a snapshot says of itself, and what a revision changes. In: the issue and its files.
 * Out: plain data; no clock is asked, so sealing the same issue twice gives the same bytes.
 */
import { articleText, digestOf } from '../../issue/digest.ts';
import type { Issue } from '../../issue/model.ts';
import type { Entry } from '../bag/bag.ts';
import { titleOf } from '../records/context.ts';
import { digestOfSources, SOURCE } from './payload.ts';

/** Added, removed and changed names, each list sorted. */
export interface Changes {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** `data/snapshot.json`: what was sealed, and with what. */
export interface SnapshotRecord {
  readonly schema: 'broadsheet/snapshot@1';
  /** Folder name: `2026-01-08` or `2026-01-08.r2`. */
  readonly snapshot: string;
  /** Output id of the issue. */
  readonly issue: string;
  readonly title: string;
  readonly date: string;
  readonly edition?: string;
  readonly number?: number;
  /** 1 = as first sealed. */
  readonly revision: number;
  /** When the newest text was updated, as the desk wrote it (ISO 8601); without that the issue's date. */
  readonly updated: string;
  /** SHA-256 over the paths and digests of all sources: the same sources, the same value. */
  readonly sources: string;
  readonly articles: readonly { readonly slug: string; readonly title: string; readonly digest: string }[];
  /** Of a revision only. */
  readonly reason?: string;
  readonly previous?: string;
  readonly changes?: { readonly articles: Changes; readonly sources: Changes };
}

/** What the record is made of. */
export interface RecordInput {
  readonly issue: Issue;
  readonly revision: number;
  readonly sources: readonly Entry[];
  readonly reason?: string;
  readonly previous?: { readonly record: SnapshotRecord; readonly sources: ReadonlyMap<string, string> };
}

/** Name of a snapshot's folder. */
export const snapshotName = (issue: string, revision: number): string =>
  revision === 1 ? issue : `${issue}.r${revision}`;

/** Makes the record of a snapshot. */
export function snapshotRecord(input: RecordInput): SnapshotRecord {
  const { issue, revision, sources, reason, previous } = input;
  const articles = issue.articles.map((article) => ({
    slug: article.slug,
    title: titleOf(article, article.slug),
    digest: digestOf(articleText(article)),
  }));
  const updates = issue.articles.map((article) => article.updated).filter((updated) => updated !== undefined);
  const newest = updates.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
  const now = new Map(sources.map((entry) => [entry.path.slice(SOURCE.length + 1), entry.sha256]));
  const digestsOf = (list: SnapshotRecord['articles']) => new Map(list.map(({ slug, digest }) => [slug, digest]));
  const changes = previous && {
    articles: compare(digestsOf(previous.record.articles), digestsOf(articles)),
    sources: compare(previous.sources, now),
  };
  return {
    schema: 'broadsheet/snapshot@1',
    snapshot: snapshotName(issue.id, revision),
    issue: issue.id,
    title: issue.paper.name,
    date: issue.date,
    ...(issue.edition === undefined ? {} : { edition: issue.edition }),
    ...(issue.number === undefined ? {} : { number: issue.number }),
    revision,
    updated: newest ?? issue.date,
    sources: digestOfSources(sources),
    articles,
    ...(reason === undefined ? {} : { reason }),
    ...(previous === undefined ? {} : { previous: previous.record.snapshot }),
    ...(changes === undefined ? {} : { changes }),
  };
}

function compare(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Changes {
  const names = (list: Iterable<string>) => [...list].sort();
  return {
    added: names([...after.keys()].filter((name) => !before.has(name))),
    removed: names([...before.keys()].filter((name) => !after.has(name))),
    changed: names(
      [...after].filter(([name, digest]) => before.has(name) && before.get(name) !== digest).map(([name]) => name),
    ),
  };
}
