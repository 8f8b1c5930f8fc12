/** A tiny plan and the HTML that draws it, for tests of printing and of the witness. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Box, Module, PagePlan } from '../../src/makeup/plan.ts';
import type { LegLine, Run } from '../../src/typeset/model.ts';

/** A static TrueType font with Latin letters, small enough to load at once. */
const FONT = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
);
export const FONT_NAME = 'NotoSansSC-Regular';

/** A run of Han characters at 12 px: each is exactly one em wide. */
export const hanRun = (text: string, x = 0): Run => ({
  text,
  face: 'sans',
  size: 12,
  x,
  width: [...text].length * 12,
  spacing: 0,
});

/** Lines of a leg, one below the other. */
export const legOf = (texts: readonly string[], x = 0, row = 0): Box => ({
  kind: 'leg',
  x,
  y: row * 18,
  width: 156,
  height: texts.length * 18,
  row,
  lines: texts.map(
    (text, index): LegLine => ({
      runs: [hanRun(text)],
      width: [...text].length * 12,
      stretch: 0,
      row: index,
      kind: 'paragraph',
      block: 0,
      opens: index === 0,
      closes: index === texts.length - 1,
    }),
  ),
});

export const moduleOf = (slug: string, boxes: readonly Box[]): Module => ({
  kind: 'article',
  slug,
  part: 1,
  column: 0,
  row: 0,
  columns: 1,
  rows: 4,
  legs: 1,
  measure: 13,
  short: 0,
  photos: [],
  boxes,
});

/** A page of 100 × 80 mm. */
export const pageOf = (number: number, modules: readonly Module[]): PagePlan => ({
  number,
  color: true,
  trim: { width: 100, height: 80 },
  margins: { left: 20, top: 30 },
  grid: { columns: 2, rows: 10, measure: 13 },
  folio: [],
  modules,
  rules: [],
  hard: [],
  soft: [],
  optimal: true,
  fill: 1,
});

/** How a page is to be spoiled. */
export interface Spoiling {
  /** Styles appended to the print document. */
  readonly css?: string;
  /** Changes the finished markup. */
  readonly html?: (html: string) => string;
}

/** Writes a print document that draws these pages; answers its path. */
export async function drawPages(pages: readonly PagePlan[], spoiling: Spoiling = {}): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-print-'));
  const file = path.join(folder, 'index.html');
  const html = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>Probe</title>
<link rel="stylesheet" href="a.css"><style>${spoiling.css ?? ''}</style><body>${pages.map(pageHtml).join('')}</body></html>`;
  await writeFile(path.join(folder, 'a.css'), CSS);
  await writeFile(file, spoiling.html?.(html) ?? html);
  return file;
}

const CSS = `@font-face{font-family:probe;src:url("${pathToFileURL(FONT).href}")}
section[data-page]{position:relative;width:377.953px;height:302.362px}
[data-area]{position:absolute;left:20px;top:30px}
[data-line]{position:absolute;white-space:pre;font:12px/18px probe;height:18px;width:156px}
[data-box]{position:absolute;background:#000}`;

const pageHtml = (page: PagePlan): string =>
  `<section data-page="${page.number}"><div data-area>${page.modules.map(moduleHtml).join('')}</div></section>`;

const moduleHtml = ({ slug, boxes }: Module): string =>
  `<article data-module="article" data-slug="${slug}" data-part="1">${boxes.map(boxHtml).join('')}</article>`;

function boxHtml(box: Box, index: number): string {
  if (box.kind === 'leg') {
    return box.lines
      .map((line) => {
        const row = box.row + line.row;
        const runs = line.runs.map((run) => run.text).join('');
        return `<div data-line="${row}" style="left:${box.x}px;top:${row * 18}px">${runs}</div>`;
      })
      .join('');
  }
  if (box.kind === 'text') return '';
  const { x, y, width, height } = box;
  return `<div data-box="${index}" style="left:${x}px;top:${y}px;width:${width}px;height:${height}px"></div>`;
}
