/** A page as it was printed, with what a reader needs around it. */
import assert from 'node:assert/strict';
import type { Issue } from '../../issue/model.ts';
import type { Plan } from '../../makeup/plan.ts';
import { WHOLE } from '../../photo/crop.ts';
import { Geometry } from '../draw/geometry.ts';
import type { Drawing } from '../draw/module.ts';
import { bodyFaceOf, drawSheet, trimOf } from '../draw/sheet.ts';
import type { SheetView } from '../draw/view.ts';
import { pageWanted, type Renditions, shownPart, wantedKey } from '../make/pictures.ts';
import type { Words } from '../words.ts';
import { articlePath, pageFolder, pageFonts, pagePath, posterPath, pressPath } from './address.ts';
import type { LinkView } from './article.ts';
import { labelOf } from './order.ts';
import { sourcesOf } from './picture.ts';
import { type IssueRecord, titleOf } from './record.ts';
import { isWhole } from './withheld.ts';

/** Path from a page's replica to its issue's folder. */
const BASE = '../';

/** A page's replica, as `replica.njk` shows it. */
export interface ReplicaView {
  readonly number: number;
  readonly label: string;
  readonly name?: string;
  readonly folder: string;
  readonly title: string;
  readonly sheet: SheetView;
  readonly fonts: string;
  /** The page's picture, which a phone begins with, and a small one of the same shape. */
  readonly poster: string;
  readonly thumbnail: string;
  readonly width: number;
  readonly height: number;
  readonly articles: readonly LinkView[];
  readonly previous?: LinkView;
  readonly next?: LinkView;
  /** The page's own PDF, where it prints nothing that is not to be read on the web. */
  readonly download?: string;
}

/** What the replicas of an issue are made from. */
export interface ReplicaJob {
  readonly issue: Issue;
  readonly plan: Plan;
  readonly record: IssueRecord;
  readonly renditions: Renditions;
  readonly words: Words;
  readonly downloads: boolean;
}

/** Views of all pages, and the stylesheet of their geometry. */
export function replicaViews(job: ReplicaJob): { readonly pages: readonly ReplicaView[]; readonly geometry: string } {
  const { plan, record, words, issue } = job;
  const geometry = new Geometry(issue.paper.colours);
  const drawing = drawingFor(job, geometry);
  const pages = plan.pages.map((page, at): ReplicaView => {
    const label = labelOf(page, issue.paper.language);
    return {
      number: page.number,
      label,
      ...(page.name === undefined ? {} : { name: page.name }),
      folder: pageFolder(page.number),
      title: [words.page(label), page.name].filter((part) => part !== undefined).join(' '),
      sheet: drawSheet(page, drawing),
      fonts: BASE + pageFonts(page.number),
      poster: BASE + posterPath(page.number),
      ...pictureOf(page.number, record),
      articles: record.articles
        .filter(({ print }) => print.page === page.number || print.continued === page.number)
        .map((article) => ({ href: BASE + articlePath(article.print.slug), title: titleOf(article) })),
      ...turn('previous', plan.pages[at - 1], job),
      ...turn('next', plan.pages[at + 1], job),
      ...(job.downloads && isWhole(page, issue) ? { download: BASE + pressPath(issue.id, page.number) } : {}),
    };
  });
  return { pages, geometry: geometry.stylesheet(trimOf(plan)) };
}

function pictureOf(page: number, { pages }: IssueRecord): Pick<ReplicaView, 'thumbnail' | 'width' | 'height'> {
  const known = pages.find(({ number }) => number === page);
  assert(known, `bug: page ${page} has no record`);
  return { thumbnail: BASE + known.thumbnail, width: known.width, height: known.height };
}

function turn(
  side: 'previous' | 'next',
  page: Plan['pages'][number] | undefined,
  { words, issue }: ReplicaJob,
): Partial<Record<typeof side, LinkView>> {
  if (page === undefined) return {};
  const title = words.page(labelOf(page, issue.paper.language));
  return { [side]: { href: BASE + pagePath(page.number), title } };
}

function drawingFor({ issue, plan, record, renditions, words }: ReplicaJob, geometry: Geometry): Drawing {
  const sheetWidth = trimOf(plan).width;
  const onWeb = new Set(record.articles.map(({ print }) => print.slug));
  const articles = new Map(issue.articles.map((article) => [article.slug, article]));
  const slugLink = (slug: string) => (onWeb.has(slug) ? BASE + articlePath(slug) : undefined);
  return {
    geometry,
    bodyFace: bodyFaceOf(plan),
    articles,
    paperName: issue.paper.name,
    language: issue.paper.language,
    slugLink,
    pageLink: (page) => (plan.pages.some(({ number }) => number === page) ? BASE + pagePath(page) : undefined),
    textLink: (href) => (/^(?:https?:\/\/|mailto:|tel:)/i.test(href) ? href : slugLink(href)),
    show: (box) => {
      const made = renditions.get(wantedKey(pageWanted(box)));
      const [source] = made === undefined ? [] : sourcesOf(made, BASE);
      const largest = made?.findLast(({ contentType }) => contentType === 'image/webp');
      if (source === undefined || largest === undefined) return undefined;
      const part = shownPart(box);
      const whole = box.width / part.width;
      const share = Math.ceil((100 * whole) / sheetWidth);
      return {
        src: BASE + largest.href,
        // A phone shows the sheet as wide as its window; the viewer asks for more when the page is enlarged.
        sources: [{ ...source, sizes: `(max-width: 52rem) ${share}vw, ${Math.ceil(whole)}px` }],
        ...(part === WHOLE ? {} : { part }),
        lazy: true,
      };
    },
    notice: (slug) => {
      const web = articles.get(slug)?.web;
      return web === false ? words.paperOnly : web === 'withdrawn' ? words.withdrawn : undefined;
    },
  };
}
