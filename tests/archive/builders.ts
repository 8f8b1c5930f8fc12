/** Tiny builders of plans: a page of letters, one character a cell of 12 px. */
import { createHash } from 'node:crypto';
import { type FileFacts, issueRecords, pageRecords, type RecordsInput } from '../../src/archive/records.ts';
import type { Article, Issue } from '../../src/issue/model.ts';
import type { Box, Module, PagePlan, Plan } from '../../src/makeup/plan.ts';
import type { LegLine, Run, TextRole } from '../../src/typeset/model.ts';
import { paper, article as plainArticle } from '../builders.ts';

/** A face in which every character is a full em wide, Latin letters half of it. */
export const METRICS = {
  song: {
    ascent: 1151,
    descent: 286,
    shape: (text: string) => Array.from(text, (character) => (character < '\u0100' ? 500 : 1000)),
  },
};

/** In ems. */
const advanceOf = (text: string): number => METRICS.song.shape(text).reduce((sum, mils) => sum + mils, 0) / 1000;

export function run(text: string, options: Partial<Run> = {}): Run {
  const size = options.size ?? 12;
  return { text, face: 'song', size, x: 0, width: advanceOf(text) * size, spacing: 0, ...options };
}

/** Body lines of one paragraph, from a row of the leg on. */
export function paragraph(texts: readonly string[], row = 0, block = 0): LegLine[] {
  return texts.map((text, index) => ({
    runs: [run(text)],
    width: [...text].length * 12,
    stretch: 0,
    row: row + index,
    kind: 'paragraph',
    block,
    opens: index === 0,
    closes: index === texts.length - 1,
  }));
}

export function leg(lines: readonly LegLine[], at: { x?: number; row?: number } = {}): Box {
  const row = at.row ?? 0;
  return { kind: 'leg', x: at.x ?? 0, y: row * 18, width: 156, height: lines.length * 18, row, lines };
}

export function text(role: TextRole, content: string, at: { x?: number; y?: number; size?: number } = {}): Box {
  const size = at.size ?? 24;
  const width = [...content].length * size;
  const line = { runs: [run(content, { size })], width, stretch: 0, x: 0, y: 0, height: size * 1.5 };
  const block = { role, top: 0, height: size * 1.5, lines: [line] };
  return { kind: 'text', x: at.x ?? 0, y: at.y ?? 0, width, height: size * 1.5, text: block };
}

export function picture(file: string, at: { x?: number; y?: number } = {}): Box {
  const crop = { x: 0, y: 0, width: 1, height: 1 };
  return { kind: 'picture', x: at.x ?? 0, y: at.y ?? 0, width: 156, height: 90, file, use: 'photo', crop };
}

export function module(slug: string, boxes: readonly Box[], options: Partial<Module> = {}): Module {
  return {
    kind: 'article',
    slug,
    part: 1,
    column: 0,
    row: 0,
    columns: 1,
    rows: 10,
    legs: 1,
    measure: 13,
    short: 0,
    photos: [],
    boxes,
    ...options,
  };
}

export function page(number: number, modules: readonly Module[], options: Partial<PagePlan> = {}): PagePlan {
  return {
    number,
    color: true,
    trim: { width: 390, height: 550 },
    margins: { left: 71, top: 103 },
    grid: { columns: 8, rows: 104, measure: 13 },
    folio: [text('folio', '版', { y: -40, size: 12 })],
    modules,
    rules: [],
    hard: [],
    soft: [],
    optimal: true,
    fill: 1,
    ...options,
  };
}

export function plan(pages: readonly PagePlan[]): Plan {
  return { schema: 'broadsheet/plan@1', issue: '2026-01-08', pages, articles: [] };
}

export const article = (slug: string, options: Partial<Article> = {}): Article =>
  plainArticle({ slug, place: { file: `issues/2026-01-08/${slug}.md` }, title: [slug], ...options });

export function issue(articles: readonly Article[], options: Partial<Issue> = {}): Issue {
  return {
    paper: paper({ name: '星城晚报', publisher: { name: '星城报业', cn: 'CN 43-0000' } }),
    date: '2026-01-08',
    id: '2026-01-08',
    number: 12345,
    pages: undefined,
    groups: {},
    ads: [],
    fillers: [],
    articles,
    ...options,
  };
}

/** Two pages; the lead jumps from the first to the second, the brief has a picture. */
export function twoPages() {
  const lead = [
    text('headline', '从卖产品到建生态', { size: 48 }),
    leg(paragraph(['本报讯今天，自贸区的外贸', '“含新量”飙升。'], 4), { x: 0 }),
    { ...text('jump', '下转第二版', { y: 150, size: 12 }), link: { page: 2 } } as Box,
  ];
  const pages = [
    page(1, [module('lead', lead)], { name: '要闻' }),
    page(2, [
      module('lead', [text('headline', '上接第一版'), leg(paragraph(['企业供图的第三行。'], 2, 1))], { part: 2 }),
      module('brief', [picture('photos/rig.jpg', { x: 168 }), text('caption', '钻机', { x: 168, y: 90, size: 10 })], {
        column: 1,
      }),
    ]),
  ];
  const articles = [
    article('lead', {
      title: ['从卖产品', '到建生态'],
      deck: ['闯世界'],
      byline: ['周妍'],
      section: '要闻',
      keywords: ['外贸'],
    }),
    article('brief', { title: [] }),
  ];
  return { issue: issue(articles), plan: plan(pages), metrics: METRICS, sources: 'sha256:0' };
}

export const factsOf = (bytes: Uint8Array): FileFacts => ({
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/** Bytes of every file that a full build makes beside the records, by path below the issue's folder. */
const otherFiles = ({ issue: { id }, plan: { pages } }: Pick<RecordsInput, 'issue' | 'plan'>) =>
  new Map(
    [
      `${id}.pdf`,
      ...pages.flatMap(({ number }) => [
        `press/${id}-0${number}.pdf`,
        `page-0${number}/index.html`,
        `page-0${number}/page.webp`,
        `pages/0${number}.jpg`,
      ]),
    ].map((path) => [path, new TextEncoder().encode(path)] as const),
  );

/** All records of an issue, as a build makes them beside these other files; by default all that there can be. */
export function archiveRecords(
  input: Omit<RecordsInput, 'files'>,
  others: ReadonlyMap<string, Uint8Array> = otherFiles(input),
): ReadonlyMap<string, Uint8Array> {
  const { issue, plan: pages, metrics, images = [] } = input;
  const pictures = new Map(images.map(({ page: number, path }) => [number, path]));
  const ofPages = pageRecords({ issue, plan: pages, metrics, images: pictures });
  const files = new Map([...others, ...ofPages].map(([path, bytes]) => [path, factsOf(bytes)]));
  return new Map([...ofPages, ...issueRecords({ ...input, files })]);
}
