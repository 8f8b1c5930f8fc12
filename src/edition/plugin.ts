/**
 * The Eleventy plugin: templates of an issue and of the site, with the filters, collections and shortcodes that
 * layouts use. It reads nothing and decides nothing; what it shows was prepared as plain data. `docs/web.md` is its
 * handbook.
 */
import type { EleventyConfig } from '@11ty/eleventy';
import type { Newspaper } from '../issue/model.ts';
import type { PictureViewData } from './data/picture.ts';
import { FILTERS } from './filters.ts';
import type { Assets } from './make/assets.ts';
import type { EditionData } from './prepare.ts';
import { calendarOf } from './site/calendar.ts';
import type { SiteData } from './site/prepare-site.ts';
import { openTemplates } from './templates.ts';
import { wordsFor } from './words.ts';

/** Options of {@link broadsheet}: the paper, and what was prepared for its pages. */
export interface BroadsheetOptions {
  readonly paper: Newspaper;
  /** Absolute path of the paper's folder: its `layouts/` and `styles/` win over the house's. */
  readonly folder?: string;
  readonly assets: Omit<Assets, 'files'>;
  /** The issue to make pages of. */
  readonly edition?: EditionData;
  /** The site around the issues to make pages of. */
  readonly site?: SiteData;
  /** Path of the folder in the output, with a slash at its end; '' when the output is that folder. */
  readonly prefix?: string;
}

/** Adds the newspaper to an Eleventy configuration. */
export function broadsheet(config: EleventyConfig, options: BroadsheetOptions): void {
  const { paper, edition, site, assets, folder, prefix = '' } = options;
  const words = wordsFor(paper.language);
  const templates = openTemplates(folder);
  config.setLibrary('njk', templates);
  for (const [name, filter] of Object.entries(FILTERS)) config.addFilter(name, filter);
  config.addShortcode('picture', (picture: PictureViewData) =>
    templates.render('parts/picture.njk', { picture, words }),
  );
  for (const [name, value] of Object.entries({ paper, words, assets })) config.addGlobalData(name, value);
  if (edition !== undefined) addEdition(config, edition, prefix);
  if (site !== undefined) addSite(config, site, paper);
}

/** A virtual template that is one of the layouts; the date is the issue's, so that no file's time comes in. */
function add(config: EleventyConfig, layout: string, data: Readonly<Record<string, unknown>>): void {
  const name = String(data['permalink']).replace(/\W+/g, '-');
  config.addTemplate(`${layout}-${name}.njk`, `{% extends "${layout}.njk" %}`, data);
}

/** Pages of an issue. Each list is also an Eleventy collection: `articles`, `sections`, `pages`. */
function addEdition(config: EleventyConfig, edition: EditionData, prefix: string): void {
  const common = { edition, record: edition.record, date: edition.record.date, depth: 1 };
  add(config, 'front', { ...common, front: edition.front, permalink: `${prefix}index.html` });
  const lists = [
    { layout: 'article', data: 'edition.articles', alias: 'article', tags: 'articles', folder: 'article.slug' },
    {
      layout: 'section',
      data: 'edition.sections',
      alias: 'section',
      tags: 'sections',
      folder: 'section.folder',
    },
    { layout: 'replica', data: 'edition.pages', alias: 'replica', tags: 'pages', folder: 'replica.folder' },
  ] as const;
  for (const { layout, data, alias, tags, folder } of lists) {
    const under = layout === 'section' ? 'sections/' : '';
    add(config, layout, {
      ...common,
      front: edition.front,
      depth: layout === 'section' ? 3 : 2,
      tags,
      pagination: { data, alias, size: 1, addAllPagesToCollections: true },
      permalink: `${prefix}${under}{{ ${folder} }}/index.html`,
    });
  }
  add(config, 'sitemap-issue', { ...common, permalink: `${prefix}sitemap.xml` });
}

/** Pages of the site: home, calendar, feeds, search, and what readers and machines look for at the root. */
function addSite(config: EleventyConfig, site: SiteData, paper: Newspaper): void {
  const lasting = { site, date: site.newest?.date ?? '1970-01-01' };
  const common = { ...lasting, record: site.newest };
  if (site.front !== undefined)
    add(config, 'front', { ...common, front: site.front, home: true, depth: 0, permalink: 'index.html' });
  // A year that is over is not written again, so its calendar does not speak of the newest issue.
  for (const year of site.years) {
    add(config, 'archive', { ...lasting, year, depth: 2, permalink: `${calendarOf(year.year)}/index.html` });
  }
  const [newest] = site.years;
  if (site.calendar !== undefined && newest !== undefined) {
    add(config, 'archive', { ...common, year: site.calendar, depth: 1, permalink: 'archive/index.html' });
  }
  add(config, 'search', { ...common, depth: 1, permalink: 'search/index.html' });
  // A server answers with this page under any address, so its links begin at the root of the paper's site.
  const home = new URL(paper.url ?? 'http://localhost/').pathname;
  add(config, 'notfound', { ...common, depth: 0, from: home, permalink: '404.html' });
  for (const [layout, permalink] of FILES) add(config, layout, { ...common, permalink });
}

/** Files for machines at the site's root: layout → name. */
const FILES: readonly (readonly [string, string])[] = [
  ['feed', 'feed.xml'],
  ['atom', 'atom.xml'],
  ['json-feed', 'feed.json'],
  ['sitemap', 'sitemap.xml'],
  ['sitemap-news', 'sitemap-news.xml'],
  ['robots', 'robots.txt'],
  ['manifest', 'manifest.webmanifest'],
  ['service-worker', 'sw.js'],
];
