/**
 * Corrections that link both ways. A page of an old issue is never rendered again; it carries a marked place for
 * notices, and when a later issue corrects it, the notice is put there. Taking all notices out gives the page as built.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { escapeHtml } from '../data/body.ts';
import type { Output } from '../make/output.ts';
import type { Words } from '../words.ts';
import type { Catalogue } from './catalogue.ts';
import { withoutNeighbours } from './neighbours.ts';

const PLACE = /<!--notices-->[\s\S]*?<!--\/notices-->/;

/** The empty place, as a template prints it. */
export const NOTICE_PLACE = '<!--notices--><!--/notices-->';

interface Notice {
  readonly text: string;
  readonly href: string;
  readonly title: string;
}

/** The page as it was built: without notices of other issues and the ways to them. */
export const withoutNotices = (html: string): string => withoutNeighbours(html.replace(PLACE, NOTICE_PLACE));

function withNotices(html: string, notices: readonly Notice[]): string {
  const links = notices
    .map(({ text, href, title }) => `<p>${escapeHtml(text)}<a href="${escapeHtml(href)}">${escapeHtml(title)}</a></p>`)
    .join('');
  return html.replace(PLACE, () => `<!--notices--><aside class="correction">${links}</aside><!--/notices-->`);
}

/**
 * Writes anew the pages that a correction of a changed issue touches, on both sides.
 * @param changed ids of the issues that changed
 */
export async function writeNotices(
  catalogue: Catalogue,
  {
    published,
    output,
    words,
    changed,
  }: {
    readonly published: string;
    readonly output: Output;
    readonly words: Words;
    readonly changed: readonly string[];
  },
): Promise<void> {
  const notices = new Map<string, Notice[]>();
  const touched = new Set<string>();
  const add = (page: string, notice: Notice) => notices.set(page, [...(notices.get(page) ?? []), notice]);
  for (const { id, corrections = [] } of [...catalogue.issues].reverse()) {
    for (const { slug, title, corrects } of corrections) {
      if (!(await exists(path.join(published, corrects, 'index.html')))) continue;
      add(corrects, { text: words.corrected + words.colon, href: `../../${id}/${slug}/`, title: `${title} (${id})` });
      add(`${id}/${slug}`, { text: words.corrects + words.colon, href: `../../${corrects}/`, title: corrects });
      const issues = [id, corrects.split('/')[0] ?? ''];
      if (!issues.some((issue) => changed.includes(issue))) continue;
      touched.add(corrects);
      touched.add(`${id}/${slug}`);
    }
  }
  for (const page of touched) {
    const html = await readFile(path.join(published, page, 'index.html'), 'utf8').catch(() => undefined);
    if (html !== undefined) await output.write(`${page}/index.html`, withNotices(html, notices.get(page) ?? []));
  }
}

const exists = async (file: string): Promise<boolean> => (await readFile(file).catch(() => undefined)) !== undefined;
