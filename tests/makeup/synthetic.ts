/**
 * A typesetter without fonts: every character is as wide as its size, lines are full, a paragraph may be set one line
 * looser or tighter. Enough to make pages up in a test, and fast. Builders: `story(40)` has about forty lines in a basic column.
 */
import type { Article, Block, Issue, Newspaper, PhotoRequest } from '../../src/issue/model.ts';
import type { Picture } from '../../src/photo/model.ts';
import type {
  BlockLine,
  Copy,
  DisplayLine,
  Galley,
  HeadRequest,
  HeadSetting,
  SetBlock,
  TextBlock,
  TextStyle,
  Typesetter,
  Variant,
} from '../../src/typeset/model.ts';
import { BODY, PITCH, type Px } from '../../src/units.ts';
import { article, paper } from '../builders.ts';

const MEASURE = 13;

export const PAPER: Newspaper = paper({ name: '试验报' });

export const issueOf = (articles: readonly Article[], more: Partial<Issue> = {}): Issue => ({
  paper: PAPER,
  date: '2026-01-08',
  id: '2026-01-08',
  pages: 1,
  groups: {},
  ads: [],
  fillers: [],
  articles,
  ...more,
});

let made = 0;
const next = (): number => {
  made += 1;
  return made;
};

export const photo = (more: Partial<PhotoRequest> = {}): PhotoRequest => ({
  file: `photos/${next()}.jpg`,
  caption: '图为试验现场。',
  focus: [0.5, 0.5],
  prominence: 'support',
  missing: false,
  ...more,
});

export const picture = (file: string, width = 3000, height = 2000): Picture => ({
  file,
  kind: 'photo',
  width,
  height,
  grey: false,
  sha256: file,
});

/** Paragraphs of about eighty characters that fill this many lines of a basic column. */
export function paragraphs(lines: number, measure = MEASURE): Block[] {
  const blocks: Block[] = [];
  for (let left = lines; left > 0; ) {
    const take = left <= 9 ? left : Math.min(left - 3, 5 + ((left * 7) % 5));
    const length = Math.max(3, take * measure - 2 - ((left * 5) % 7));
    blocks.push({ kind: 'paragraph', spans: [{ text: '文'.repeat(length) }] });
    left -= take;
  }
  return blocks;
}

export const story = (lines: number, more: Partial<Article> = {}): Article =>
  article({
    slug: `s${next()}`,
    place: { file: 'x.md' },
    title: ['十二个字的标题在这里了吧'],
    body: paragraphs(lines),
    ...more,
  });

const textOf = (block: Block): string => ('spans' in block ? block.spans.map((span) => span.text).join('') : '');

function lineOf(text: string, row: number, characters: number): BlockLine {
  const width = Math.min(characters, [...text].length) * BODY;
  const run = { text, face: 'song', size: BODY, x: 0, width, spacing: 0 };
  return { row, runs: [run], width, stretch: 0 };
}

function setParagraph(text: string, block: number, characters: number): SetBlock {
  const set = (looseness: -1 | 0 | 1): Variant => {
    const indent = 2;
    const natural = Math.max(1, Math.ceil((text.length + indent) / characters));
    const rows = natural + looseness;
    const per = Math.ceil((text.length + indent) / rows);
    const lines = Array.from({ length: rows }, (_, row) =>
      lineOf(text.slice(Math.max(0, row * per - indent), (row + 1) * per - indent), row, characters),
    );
    return { looseness, cost: looseness === 0 ? 0 : 60, lines, rows };
  };
  const natural = Math.ceil((text.length + 2) / characters);
  const fill = (text.length + 2) / (natural * characters);
  const looseness: (-1 | 0 | 1)[] = [0];
  if (natural >= 5 && fill < 1 - 1 / natural + 0.08) looseness.push(-1);
  if (natural >= 4 && fill > 0.93) looseness.push(1);
  const variants = looseness.map(set);
  const breaks = variants.map(({ rows }) =>
    Array.from({ length: Math.max(0, rows - 1) }, (_, row) => row + 1).slice(0, -1),
  );
  return { kind: 'paragraph', block, variants, breaks, keepWithNext: 0 };
}

function display(role: TextBlock['role'], text: string, size: Px, lead: Px, width: Px, top = 0): TextBlock {
  const per = Math.max(1, Math.floor(width / size));
  const lines: DisplayLine[] = [];
  for (let at = 0; at < text.length; at += per) {
    const part = text.slice(at, at + per);
    const runs = [{ text: part, face: 'hei', size, x: 0, width: part.length * size, spacing: 0 }];
    lines.push({ runs, width: part.length * size, stretch: 0, x: 0, y: lines.length * lead, height: lead });
  }
  return { role, top, height: lines.length * lead, lines };
}

class SyntheticCopy implements Copy {
  readonly article: Article;
  readonly characters: number;
  readonly #galleys = new Map<Px, Galley>();
  constructor(article: Article) {
    this.article = article;
    this.characters = article.body.map(textOf).join('').length;
  }
  body(measure: Px): Galley {
    const known = this.#galleys.get(measure);
    if (known) return known;
    const blocks = this.article.body.map((block, at) => setParagraph(textOf(block), at, measure / BODY));
    const sum = (pick: (variants: readonly Variant[]) => number) =>
      blocks.reduce((total, block) => total + pick(block.variants), 0);
    const rows = {
      min: sum((variants) => Math.min(...variants.map((v) => v.rows))),
      best: sum((variants) => variants[0]?.rows ?? 0),
      max: sum((variants) => Math.max(...variants.map((v) => v.rows))),
    };
    const galley = { measure, blocks, rows };
    this.#galleys.set(measure, galley);
    return galley;
  }
  heads({ width, maxSize, minSize, family }: HeadRequest): readonly HeadSetting[] {
    const text = this.article.title.join('');
    if (text === '') return [];
    const found: HeadSetting[] = [];
    for (const size of [16, 18, 20, 22, 24, 28, 32, 36, 42, 48, 56, 64, 72]) {
      if (size < minSize || size > maxSize) continue;
      const lines = Math.ceil(text.length / Math.max(1, Math.floor(width / size)));
      if (lines > 2) continue;
      const fill = (text.length * size) / (lines * width);
      const rows = Math.ceil((lines * size * 1.25 + 10) / PITCH);
      const headline = display('headline', text, size, size * 1.25, width, 5);
      found.push({ size, lines, family, rows, cost: Math.max(0, 0.8 - fill) * 500, fill, parts: [headline] });
    }
    return found.sort((a, b) => a.cost - b.cost);
  }
  caption(at: number, width: Px) {
    const { caption, credit } = this.article.photos[at] ?? {};
    const text = `${caption ?? ''}${credit ?? ''}`;
    if (text === '') return undefined;
    const block = display('caption', text, 11, PITCH, width);
    return { rows: block.lines.length, block };
  }
}

/** Sets by counting characters. */
export const syntheticTypesetter = (): Typesetter => {
  const copies = new Map<Article, Copy>();
  return {
    copy(article) {
      const known = copies.get(article) ?? new SyntheticCopy(article);
      copies.set(article, known);
      return known;
    },
    text: (text: string, style: TextStyle, width: Px) => display(style.role, text, style.size, style.lead, width),
    fit: (text: string, style: TextStyle, width: Px, maxSize: Px) => {
      const size = Math.min(maxSize, Math.floor((width / Math.max(1, text.length)) * 4) / 4);
      return display(style.role, text, size, style.lead, width + 1);
    },
  };
};
