/** What the records of one issue share: its pages taken apart, its articles, its files and its addresses. */
import { pressPath, textPaths } from '../../edition/data/address.ts';
import { sectionOf } from '../../edition/data/order.ts';
import { bodyFaceOf } from '../../edition/draw/sheet.ts';
import { wordsFor } from '../../edition/words.ts';
import type { Article, Issue } from '../../issue/model.ts';
import { wordsOf } from '../../makeup/furniture/words.ts';
import type { Plan } from '../../makeup/plan.ts';
import type { Metrics } from './lines.ts';
import { type ModuleRegions, type PageRegions, pageRegions, twoDigits } from './regions.ts';

/** A picture of a whole page, trim area, for viewers that show pictures. */
export interface PageImage {
  readonly page: number;
  /** Path below the issue's output folder. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** What the METS says of a file. */
export interface FileFacts {
  /** Bytes. */
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
}

/** Everything that the records of pages are made of. */
export interface PagesInput {
  readonly issue: Issue;
  readonly plan: Plan;
  /** Metrics of the faces that the pages were set in: `openMetrics()` of the typesetter. */
  readonly metrics: Metrics;
  /** Pictures of the pages by their number: paths below the issue's output folder. */
  readonly images?: ReadonlyMap<number, string>;
}

/** Everything that the records of an issue are made of. */
export interface RecordsInput extends Omit<PagesInput, 'images'> {
  /** `sourceDigest()` of the sources that the issue was built from; the METS notes it. */
  readonly sources: string;
  /** True of a draft, which is for nobody's archive: the METS says so. */
  readonly draft?: boolean;
  readonly images?: readonly PageImage[];
  /**
   * The issue's output files (PDFs, page HTML, pictures, records of its pages) by path below its output folder: the METS lists
   * them with size and SHA-256.
   */
  readonly files: ReadonlyMap<string, FileFacts>;
}

/** An article on one page: the first part or its continuation. */
export interface Part {
  readonly page: PageRegions;
  readonly module: ModuleRegions;
}

/** An article with all its parts in reading order. */
export interface PlacedArticle {
  readonly slug: string;
  readonly title: string;
  /** As on the web: the article's own, its page's name (版面), corrections by themselves. */
  readonly section: string;
  readonly article?: Article;
  readonly parts: readonly Part[];
}

/** A plan taken apart. */
export interface Contents {
  readonly pages: readonly PageRegions[];
  readonly articles: readonly PlacedArticle[];
}

/** A plan taken apart, and the addresses that the records give to its parts. */
export interface Records extends Contents {
  readonly input: RecordsInput;
  /** The site's root, with a slash at its end. */
  readonly root: string;
  /** The issue's own folder on the site, with a slash at its end. */
  readonly base: string;
}

/** Used in identifiers when `newspaper.yaml` has no `url`; RFC 6761 keeps `.invalid` from ever being somebody's. */
export const NOWHERE = 'https://newspaper.invalid/';

/** Takes the plan apart. */
export function contentsOf({ issue, plan, metrics }: PagesInput): Contents {
  const measures = { metrics, bodyFace: bodyFaceOf(plan) };
  const pages = plan.pages.map((page) => pageRegions(page, measures));
  return { pages, articles: placedArticles(issue, pages) };
}

/** Takes the plan apart once for all records of the issue. */
export function gather(input: RecordsInput): Records {
  const { issue, plan, metrics } = input;
  const root = issue.paper.url ?? NOWHERE;
  return { input, ...contentsOf({ issue, plan, metrics }), root, base: `${root}${issue.id}/` };
}

function placedArticles(issue: Issue, pages: readonly PageRegions[]): readonly PlacedArticle[] {
  const bySlug = new Map(issue.articles.map((article) => [article.slug, article]));
  const parts = new Map<string, Part[]>();
  for (const page of pages) {
    for (const module of page.modules) {
      const { kind, slug } = module.module;
      if (kind === 'article') parts.set(slug, [...(parts.get(slug) ?? []), { page, module }]);
    }
  }
  return [...parts].map(([slug, list]) => {
    const article = bySlug.get(slug);
    const ordered = [...list].sort((a, b) => a.module.module.part - b.module.module.part);
    const first = ordered[0]?.page.page;
    const { language } = issue.paper;
    const section =
      article === undefined || first === undefined
        ? (first?.name ?? wordsOf(language).pageMark(first?.number ?? 0))
        : sectionOf({ article, page: first }, wordsFor(language), language);
    return { slug, title: titleOf(article, slug), section, parts: ordered, ...(article ? { article } : {}) };
  });
}

/** A title in one line; a story without a head goes by its first picture's caption or its slug. */
export function titleOf(article: Article | undefined, slug: string): string {
  const title = article?.title.join(' ').replace(/\s+/gu, ' ').trim();
  return title || article?.photos.find((photo) => photo.caption)?.caption || slug;
}

/**
 * Address of an article's web page from the issue's folder. One kept on paper has none, nor has one that a signed-off page prints
 * though the desk took it out.
 */
export const articlePath = (article: Article | undefined): string | undefined =>
  article === undefined || article.web === false ? undefined : `${encodeURIComponent(article.slug)}/index.html`;

/** Paths of what every page has, from the issue's folder. */
export const pagePaths = (issue: string, page: number) => ({
  ...textPaths(page),
  press: pressPath(issue, page),
  html: `page-${twoDigits(page)}/index.html`,
});

/** The name of a page in the paper's language: `第1版 要闻`, `Page 1 News`, or `A01 要闻` where the desk gave it a label. */
export function pageName({ page: { number, label, name } }: PageRegions, { input }: Pick<Records, 'input'>): string {
  return [label ?? wordsOf(input.issue.paper.language).pageMark(number), name].filter(Boolean).join(' ');
}

/** Title, edition and date for people: `星城晚报 2026-01-08`. */
export function issueName(issue: Issue): string {
  return [issue.paper.name, issue.edition, issue.date].filter(Boolean).join(' ');
}
