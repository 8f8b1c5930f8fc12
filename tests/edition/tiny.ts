/** A tiny issue and its plan, built by hand: full-width Han text only, so that every advance is the size itself. */
import type { CatalogueEntry } from '#src/edition/site/catalogue.ts';
import type { Article, Issue } from '#src/issue/model.ts';
import type { Box, Module, PagePlan, Plan } from '#src/makeup/plan.ts';
import type { DisplayLine, LegLine, Run, TextRole } from '#src/typeset/model.ts';
import { article, paper } from '../builders.ts';

export const SONG = 'song';
export const HEAVY = 'song-black';

const run = (text: string, x = 0, size = 12, face = SONG): Run => ({
  text,
  face,
  size,
  x,
  width: [...text].length * size,
  spacing: 0,
});

/** A paragraph in lines of so many characters, indented by two. */
export function paragraph(text: string, measure: number, block: number, row: number): LegLine[] {
  const characters = [...`　　${text}`];
  const lines: LegLine[] = [];
  for (let at = 0; at < characters.length; at += measure) {
    const first = at === 0;
    const piece = characters
      .slice(at, at + measure)
      .join('')
      .replace('　　', '');
    lines.push({
      runs: [run(piece, first ? 24 : 0)],
      width: measure * 12,
      stretch: 0,
      row: row + lines.length,
      kind: 'paragraph',
      block,
      opens: first,
      closes: at + measure >= characters.length,
    });
  }
  return lines;
}

/** One line of display type in a block of its own. */
export function display(role: TextRole, text: string, at: { x: number; y: number; size: number; height: number }): Box {
  const line: DisplayLine = {
    runs: [run(text, 0, at.size, HEAVY)],
    width: [...text].length * at.size,
    stretch: 0,
    x: 0,
    y: 0,
    height: at.height,
  };
  return {
    kind: 'text',
    x: at.x,
    y: at.y,
    width: line.width,
    height: at.height,
    text: { role, top: 0, height: at.height, lines: [line] },
  };
}

const story = (slug: string, title: string, text: string): Article =>
  article({
    slug,
    place: { file: `issues/2026-01-08/${slug}.md` },
    title: [title],
    byline: ['本报记者'],
    priority: 1,
    body: [{ kind: 'paragraph', spans: [{ text }] }],
  });

const TEXT = '春天的风吹过江边的小城人们走出家门看花开满街这是一篇为了试验而写的短文没有别的意思';

export const TINY_ISSUE: Issue = {
  paper: paper({ name: '试验报', url: 'https://example.org/' }),
  date: '2026-01-08',
  id: '2026-01-08',
  number: 1,
  pages: undefined,
  groups: {},
  ads: [],
  fillers: [],
  articles: [story('spring', '春到小城', TEXT), story('river', '江边花开', TEXT)],
};

function module(slug: string, title: string, column: number): Module {
  const x = column * 14 * 12;
  const lines = paragraph(TEXT, 13, 0, 0);
  return {
    kind: 'article',
    slug,
    part: 1,
    column,
    row: 10,
    columns: 1,
    rows: 3 + lines.length,
    legs: 1,
    measure: 13,
    short: 0,
    headline: { size: 36, lines: 1, family: 'song' },
    photos: [],
    boxes: [
      display('headline', title, { x, y: 180, size: 36, height: 54 }),
      { kind: 'leg', x, y: 234, width: 156, height: lines.length * 18, row: 13, lines },
      { kind: 'rule', x, y: 234 + lines.length * 18, width: 156, height: 0.5, ink: { black: 1 }, style: 'solid' },
      { kind: 'frame', x: x - 4.5, y: 176, width: 165, height: 400, ink: { black: 1 }, weight: 0.4 },
    ],
  };
}

const page = (number: number): PagePlan => ({
  number,
  name: number === 1 ? '要闻' : '副刊',
  color: true,
  trim: { width: 390, height: 550 },
  margins: { left: 71, top: 103 },
  grid: { columns: 8, rows: 104, measure: 13 },
  folio: [display('folio', '第一版要闻', { x: 0, y: -36, size: 12, height: 18 })],
  modules: number === 1 ? [module('spring', '春到小城', 0)] : [module('river', '江边花开', 2)],
  rules: [{ kind: 'rule', x: 162, y: 0, width: 0.5, height: 1872, ink: { black: 1 }, style: 'dotted' }],
  hard: [],
  soft: [],
  optimal: true,
  fill: 1,
});

export const TINY_PLAN: Plan = {
  schema: 'broadsheet/plan@1',
  issue: '2026-01-08',
  pages: [page(1), page(2)],
  articles: [],
};

/** An issue as the catalogue of the site has it. */
export const tinyEntry = (date: string, more: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  id: date,
  date,
  pages: 2,
  articles: 2,
  title: '春到小城',
  ...more,
});
