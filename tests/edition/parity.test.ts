/** One text in four forms: what the desk wrote, what the article's page says, what the replica says, what the PDF says. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserDoor, openBrowser } from '#src/browser/open.ts';
import { printPages } from '#src/browser/print.ts';
import { subsetOf } from '#src/edition/font/face.ts';
import { writePrintDocument } from '#src/edition/print.ts';
import { articleText } from '#src/issue/digest.ts';
import type { Box, Module, PagePlan } from '#src/makeup/plan.ts';
import { writePaper } from './paper.ts';
import { type Made, make, publish } from './site.ts';

const POPPLER = 'pdftotext';
const hasPoppler = (() => {
  try {
    execFileSync(POPPLER, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const needsPoppler = hasPoppler || process.env['CI'] ? it : it.skip;

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-parity-'));
const output = path.join(folder, 'output');
let door: BrowserDoor;
let made: Made;
let page: Page;

beforeAll(async () => {
  using paper = await writePaper();
  made = await make(paper.issue);
  await publish(made, output);
  door = await openBrowser();
  page = await door.browser.newPage();
}, 120_000);
afterAll(async () => {
  await door?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const bare = (text: string): string => text.replace(/\p{White_Space}+/gu, '');
/** Quotes as typed: the page sets them curled. Compatibility forms as poppler reads them. */
const plain = (text: string): string => bare(text).normalize('NFKC');

const open = (name: string) => page.goto(`file://${path.join(output, made.issue.id, name, 'index.html')}`);

/** The article's own page, in the order of the digest. */
async function onItsPage(slug: string): Promise<string> {
  await open(slug);
  return (await page.evaluate(`(() => {
    const text = (selector) => [...document.querySelectorAll('.article ' + selector)].map((one) => one.textContent).join('');
    return ['[data-kicker]', '[data-title]', '[data-deck]', '[data-byline]', '[data-body]', '.caption, .article .credit'].map(text).join('');
  })()`)) as string;
}

/** The replicas of all pages: as the copy says it, or as it is drawn. */
async function inReplicas(slug: string, form: 'copy' | 'drawn'): Promise<string> {
  const parts: Record<string, string[]> = { head: [], body: [], captions: [] };
  for (const { number } of made.plan.pages) {
    await open(`page-${String(number).padStart(2, '0')}`);
    const found = (await page.evaluate(`(() => {
      const modules = [...document.querySelectorAll('[data-module="article"][data-slug="${slug}"]')];
      const text = (one) => {
        const copy = one.cloneNode(true);
        if ('${form}' === 'copy') for (const run of copy.querySelectorAll('[data-source]')) run.textContent = run.dataset.source;
        return copy.textContent;
      };
      const all = (selector) => modules.flatMap((module) => [...module.querySelectorAll(selector)]).map(text);
      return {
        head: ['kicker', 'headline', 'deck', 'byline'].flatMap((role) => all('.set.' + role)),
        body: [...all('.leg [data-kind="byline"]'), ...all('.leg > :not([data-kind="byline"], [data-kind="note"])')],
        captions: all('.set.caption, .set.credit'),
      };
    })()`)) as Record<string, string[]>;
    for (const [part, texts] of Object.entries(found)) parts[part]?.push(...texts);
  }
  return Object.values(parts).flat().join('');
}

describe('one text', () => {
  const onTheWeb = () => made.issue.articles.filter(({ web }) => web === true);

  it('on the article’s page is the desk’s, character for character', async () => {
    for (const article of onTheWeb())
      expect(bare(await onItsPage(article.slug)), article.slug).toBe(articleText(article));
  });

  it('in the replicas is the desk’s, hyphens and marks of the page left out', async () => {
    for (const article of onTheWeb()) {
      expect(straight(bare(await inReplicas(article.slug, 'copy'))), article.slug).toBe(straight(articleText(article)));
    }
  });

  needsPoppler('in the PDF is the replicas’, read back by poppler', async () => {
    const document = await writePrintDocument({
      issue: made.issue,
      plan: made.plan,
      standIns: new Map(),
      subset: subsetOf,
      into: path.join(folder, 'print'),
    });
    const { trim, press } = { trim: made.issue.paper.format.trim, press: made.issue.paper.press };
    const job = { document, trim, bleed: press.bleed, want: { press: false, reader: true } };
    const { reader } = await printPages(door, job);
    const file = path.join(folder, 'reader.pdf');
    writeFileSync(file, reader ?? new Uint8Array());
    const words = readWords(file);
    for (const article of onTheWeb()) {
      const read = inPdf(article.slug, words, press.bleed);
      expect(plain(read), article.slug).toBe(plain(await inReplicas(article.slug, 'drawn')));
    }
  });
});

const straight = (text: string): string => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");

interface Word {
  readonly page: number;
  /** Middle, points from the sheet's top left corner. */
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly text: string;
}

function readWords(file: string): readonly Word[] {
  const xml = execFileSync(POPPLER, ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return xml
    .split('<page ')
    .slice(1)
    .flatMap((sheet, index) =>
      [...sheet.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(
        (match): Word => {
          const [left = 0, top = 0, right = 0, bottom = 0] = match.slice(1, 5).map(Number);
          const text = (match[5] ?? '').replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
          return { page: index, x: (left + right) / 2, y: (top + bottom) / 2, left, text };
        },
      ),
    );
}
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A story's text in the PDF: each box of the plan read as a reader's eye would, line by line. */
function inPdf(slug: string, words: readonly Word[], bleed: number): string {
  const stands = made.plan.pages.flatMap((sheet, at) =>
    sheet.modules.filter((module) => module.slug === slug).map((module) => ({ sheet, at, module })),
  );
  const texts = (wanted: (box: Box) => boolean): string[] =>
    stands.flatMap(({ sheet, at, module }) =>
      linesOf(module, wanted).map((line) =>
        lineText(line, { words: words.filter((word) => word.page === at), sheet, bleed }),
      ),
    );
  const role = (name: string) => texts((box) => box.kind === 'text' && box.text.role === name);
  return [
    ...['kicker', 'headline', 'deck', 'byline'].flatMap(role),
    ...texts((box) => box.kind === 'leg'),
    ...texts((box) => box.kind === 'text' && ['caption', 'credit'].includes(box.text.role)),
  ].join('');
}

interface Strip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function linesOf(module: Module, wanted: (box: Box) => boolean): readonly Strip[] {
  return module.boxes.filter(wanted).flatMap((box): Strip[] => {
    if (box.kind === 'leg') {
      return box.lines
        .filter((line) => line.kind !== 'note')
        .map((line) => ({ x: box.x, y: box.y + line.row * 18, width: box.width, height: 18 }));
    }
    if (box.kind !== 'text') return [];
    return box.text.lines.map((line) => ({
      x: box.x + line.x,
      y: box.y + line.y,
      width: line.width,
      height: line.height,
    }));
  });
}

function lineText(
  strip: Strip,
  { words, sheet, bleed }: { readonly words: readonly Word[]; readonly sheet: PagePlan; readonly bleed: number },
): string {
  const edge = (bleed * 72) / 25.4;
  const left = edge + (sheet.margins.left + strip.x) * 0.75 - 6;
  const top = edge + (sheet.margins.top + strip.y) * 0.75;
  const isIn = ({ x, y }: Word) =>
    x > left && x < left + strip.width * 0.75 + 12 && y > top && y < top + strip.height * 0.75;
  return words
    .filter(isIn)
    .sort((one, other) => one.left - other.left)
    .map(({ text }) => text)
    .join('');
}
