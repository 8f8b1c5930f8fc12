/**
 * IIIF Presentation API 3.0: the issue as a Manifest (navDate), a page as a Canvas, sections and articles as Ranges
 * over parts of canvases; a story that jumps is one Range whose parts lie on two canvases (cookbook recipes 0025,
 * 0046, 0068, 0230). The canvas is measured in CSS pixels; a picture of the page is painted on it when there is one.
 */
import { thumbnailPath, thumbnailSize } from '../../edition/data/address.ts';
import { isTraditional } from '../../fault.ts';
import type { PageImage, PlacedArticle, Records } from './context.ts';
import { articlePath, issueName, pageName, pagePaths } from './context.ts';
import { imageType } from './mets.ts';
import type { PageRegions, Rect } from './regions.ts';

const CONTEXT = 'http://iiif.io/api/presentation/3/context.json';
const ALTO_PROFILE = 'http://www.loc.gov/standards/alto/';

type Json = Readonly<Record<string, unknown>>;

/** What the record itself says: in simplified and in traditional Chinese, and in English. */
type Said = readonly [simplified: string, traditional: string, english: string];

/** Chinese as the paper writes it, and English. */
const inBoth = ([simplified, traditional, english]: Said, language: string): Json =>
  isTraditional(language) ? { 'zh-Hant': [traditional], en: [english] } : { zh: [simplified], en: [english] };

/** `manifest.json` of one issue. */
export function issueManifest(records: Records): Uint8Array {
  const { issue } = records.input;
  const { publisher, language, name } = issue.paper;
  const label = (text: string) => ({ [language]: [text] });
  const fact = (said: Said, value: string | number | undefined) =>
    value === undefined ? [] : [{ label: inBoth(said, language), value: { none: [String(value)] } }];
  const manifest = {
    '@context': CONTEXT,
    id: `${records.base}manifest.json`,
    type: 'Manifest',
    label: label(issueName(issue)),
    navDate: navDate(issue.date, issue.edition),
    metadata: [
      ...fact(['报名', '報名', 'Title'], name),
      ...fact(['日期', '日期', 'Date'], issue.date),
      ...fact(['版次', '版次', 'Edition'], issue.edition),
      ...fact(['总期号', '總期號', 'Number'], issue.number),
      ...fact(['主办单位', '主辦單位', 'Publisher'], publisher.name),
      ...fact(['国内统一连续出版物号', '國內統一連續出版物號', 'CN'], publisher.cn),
    ],
    viewingDirection: 'left-to-right',
    behavior: ['paged'],
    provider: [
      {
        id: `${records.root}#publisher`,
        type: 'Agent',
        label: label(publisher.name ?? name),
        homepage: [{ id: records.root, type: 'Text', format: 'text/html', label: label(name) }],
      },
    ],
    ...thumbnail(records.pages[0], records),
    partOf: [{ id: `${records.root}archive/collection-${issue.date.slice(0, 4)}.json`, type: 'Collection' }],
    homepage: [{ id: `${records.base}index.html`, type: 'Text', format: 'text/html', label: label(issueName(issue)) }],
    rendering: [pdf(`${records.base}${issue.id}.pdf`, label('PDF'))],
    seeAlso: [
      { id: `${records.base}mets.xml`, type: 'Dataset', format: 'text/xml', profile: 'http://www.loc.gov/METS/' },
    ],
    items: records.pages.map((page) => canvas(page, records)),
    structures: structures(records),
  };
  return json(manifest);
}

/** The day; editions A, B, C of one day get the hours 0, 1, 2, so that viewers keep them in order (recipe 0230). */
export function navDate(date: string, edition?: string): string {
  const letter = edition === undefined ? 0 : edition.toUpperCase().charCodeAt(0) - 'A'.charCodeAt(0);
  const hour = letter >= 0 && letter < 24 ? letter : 0;
  return `${date}T${String(hour).padStart(2, '0')}:00:00Z`;
}

const canvasId = (page: PageRegions, records: Records): string => `${records.base}canvas/${page.id}`;

function canvas(page: PageRegions, records: Records): Json {
  const { issue, images = [] } = records.input;
  const { language } = issue.paper;
  const id = canvasId(page, records);
  const image = images.find((picture) => picture.page === page.page.number);
  const paths = pagePaths(issue.id, page.page.number);
  const label = (text: string) => ({ [language]: [text] });
  return {
    id,
    type: 'Canvas',
    label: label(pageName(page, records)),
    width: Math.round(page.trim.width),
    height: Math.round(page.trim.height),
    ...thumbnail(page, records),
    items: image === undefined ? [] : [painting(id, image, records)],
    rendering: [
      pdf(`${records.base}${paths.press}`, label('PDF/X-4')),
      {
        id: `${records.base}${paths.text}`,
        type: 'Text',
        format: 'text/plain',
        label: inBoth(['纯文本', '純文字', 'Plain text'], language),
      },
      { id: `${records.base}${paths.html}`, type: 'Text', format: 'text/html', label: label(pageName(page, records)) },
    ],
    seeAlso: [
      {
        id: `${records.base}${paths.alto}`,
        type: 'Dataset',
        format: 'application/xml',
        profile: ALTO_PROFILE,
        label: label('ALTO 4.4'),
      },
    ],
  };
}

/** The small picture of a page that the web edition has, where it has one. */
function thumbnail(page: PageRegions | undefined, { input, base }: Records): Json {
  if (page === undefined) return {};
  const path = thumbnailPath(page.page.number);
  if (!input.files.has(path)) return {};
  const size = thumbnailSize(page.page.trim);
  return { thumbnail: [{ id: `${base}${path}`, type: 'Image', format: imageType(path), ...size }] };
}

function painting(canvasId: string, image: PageImage, records: Records): Json {
  return {
    id: `${canvasId}/painting`,
    type: 'AnnotationPage',
    items: [
      {
        id: `${canvasId}/painting/1`,
        type: 'Annotation',
        motivation: 'painting',
        body: {
          id: `${records.base}${image.path}`,
          type: 'Image',
          format: imageType(image.path),
          width: image.width,
          height: image.height,
        },
        target: canvasId,
      },
    ],
  };
}

const pdf = (id: string, label: Json): Json => ({ id, type: 'Text', format: 'application/pdf', label });

function structures(records: Records): readonly Json[] {
  const { language } = records.input.issue.paper;
  const sections = [...new Set(records.articles.map((article) => article.section))];
  if (sections.length === 0) return [];
  const items = sections.map((section, order) => ({
    id: `${records.base}range/section-${order + 1}`,
    type: 'Range',
    label: { [language]: [section] },
    items: records.articles
      .filter((article) => article.section === section)
      .map((article) => articleRange(article, records)),
  }));
  return [
    {
      id: `${records.base}range/contents`,
      type: 'Range',
      label: inBoth(['目录', '目錄', 'Contents'], language),
      items,
    },
  ];
}

function articleRange(article: PlacedArticle, records: Records): Json {
  const { language } = records.input.issue.paper;
  const path = articlePath(article.article);
  const label = { [language]: [article.title] };
  return {
    id: `${records.base}range/${encodeURIComponent(article.slug)}`,
    type: 'Range',
    label,
    ...(path === undefined
      ? {}
      : { homepage: [{ id: `${records.base}${path}`, type: 'Text', format: 'text/html', label }] }),
    items: article.parts.map(({ page, module }) => ({
      type: 'SpecificResource',
      source: { id: canvasId(page, records), type: 'Canvas' },
      selector: {
        type: 'FragmentSelector',
        conformsTo: 'http://www.w3.org/TR/media-frags/',
        value: `xywh=${pixels(module.rect)}`,
      },
    })),
  };
}

const pixels = (rect: Rect): string => [rect.x, rect.y, rect.width, rect.height].map(Math.round).join(',');

/** JSON with a final line feed. */
export function json(value: Json): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);
}
