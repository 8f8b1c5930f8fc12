/**
 * Corrections that link both ways. A page of an old issue is never rendered again; it carries a marked place for
 * notices, and when a later issue corrects it, the notice is put there. Taking all notices out gives the page as built.
 */
import { readFile } from 'node:fs/promises';
import { escapeHtml } from '../data/body.ts';
import { longDate } from '../data/dates.ts';
import { titleOf } from '../data/record.ts';
import type { Output } from '../make/output.ts';
import type { Words } from '../words.ts';
import { type CatalogueEntry, type Published, type Reading, readRecord } from './catalogue.ts';
import { withoutNeighbours } from './neighbours.ts';

const PLACE = /<!--notices-->[\s\S]*?<!--\/notices-->/;

/** The empty place, as a template prints it. */
const NOTICE_PLACE = '<!--notices--><!--/notices-->';

interface Notice {
  readonly text: string;
  readonly href: string;
  readonly title: string;
}

/** The page as it was built: without notices of other issues and the ways to them. */
export const withoutNotices = (html: string): string => withoutNeighbours(withoutNotice(html));

const withoutNotice = (html: string): string => html.replace(PLACE, NOTICE_PLACE);

function withNotices(html: string, notices: readonly Notice[]): string {
  if (notices.length === 0) return withoutNotice(html);
  const links = notices
    .map(({ text, href, title }) => `<p>${escapeHtml(text)}<a href="${escapeHtml(href)}">${escapeHtml(title)}</a></p>`)
    .join('');
  return html.replace(PLACE, () => `<!--notices--><aside class="correction">${links}</aside><!--/notices-->`);
}

/** Where notices are read and written. */
interface NoticeJob {
  readonly published: Published;
  readonly output: Output;
  readonly words: Words;
  readonly language: string;
}

/** Writes anew the pages that a correction of a changed issue touches, on both sides, or touched until it was taken back. */
export async function writeNotices({ catalogue, changed, former }: Reading, job: NoticeJob): Promise<void> {
  const { published, output } = job;
  const all = correctionsOf(catalogue.issues);
  const isTouched = ({ page, corrects }: Correction): boolean =>
    [page, corrects].some((one) => changed.includes(issueOf(one)));
  const touching = [...all.filter(isTouched), ...correctionsOf(former)];
  const touched = new Set(touching.flatMap(({ page, corrects }) => [page, corrects]));
  const titles = await titlesIn(new Set([...touched].map(issueOf)), published);
  for (const page of touched) {
    const html = await readFile(published(`${page}/index.html`), 'utf8').catch(() => undefined);
    if (html === undefined) continue;
    const notices = all.flatMap((correction) => noticesOn(page, correction, { ...job, titles }));
    await output.write(`${page}/index.html`, withNotices(html, notices));
  }
}

/** A correction and what it corrects: DATE/SLUG. */
interface Correction {
  readonly page: string;
  readonly title: string;
  readonly corrects: string;
}

/** The corrections of issues, oldest first. */
const correctionsOf = (issues: readonly CatalogueEntry[]): readonly Correction[] =>
  issues
    .toReversed()
    .flatMap(({ id, corrections = [] }) =>
      corrections.map(({ slug, title, corrects }) => ({ page: `${id}/${slug}`, title, corrects })),
    );

const issueOf = (page: string): string => page.split('/')[0] ?? '';

/** Headlines of the stories of these issues, by DATE/SLUG. */
async function titlesIn(issues: ReadonlySet<string>, published: Published): Promise<ReadonlyMap<string, string>> {
  const records = await Promise.all([...issues].map((id) => readRecord(published, id)));
  return new Map(
    records.flatMap((record) =>
      record === undefined
        ? []
        : record.articles.map((article) => [`${record.id}/${article.print.slug}`, titleOf(article)] as const),
    ),
  );
}

/** What a correction puts on a page: on the old story that it is corrected, on its own what it corrects. */
function noticesOn(
  page: string,
  { page: own, title, corrects }: Correction,
  { words, language, titles }: Pick<NoticeJob, 'words' | 'language'> & { readonly titles: ReadonlyMap<string, string> },
): readonly Notice[] {
  const corrected = titles.get(corrects);
  if (corrected === undefined) return [];
  const notice = (text: string, to: string, named: string): Notice => ({
    text: text + words.colon,
    href: `../../${to}/`,
    title: words.onDay(named, longDate(issueOf(to).slice(0, 10), language)),
  });
  return [
    ...(page === corrects ? [notice(words.corrected, own, title)] : []),
    ...(page === own ? [notice(words.corrects, corrects, corrected)] : []),
  ];
}
