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
import { TYPED, TYPED_ENGLISH } from './typed.ts';

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

const SAMPLE = path.resolve(import.meta.dirname, '../../issues/2026-01-08');
const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-parity-'));
let door: BrowserDoor;
let page: Page;

beforeAll(async () => {
  door = await openBrowser();
  page = await door.browser.newPage();
}, 60_000);
afterAll(async () => {
  await door?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const bare = (text: string): string => text.replace(/\p{White_Space}+/gu, '');
/** Quotes as typed: the page sets them curled. */
const straight = (text: string): string => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
/** Compatibility forms as poppler reads them. */
const plain = (text: string): string => straight(bare(text)).normalize('NFKC');

/** An issue in all its forms. */
interface Published extends Made {
  /** The output folder. */
  readonly output: string;
  /** The printed pages, word by word. */
  readonly words: readonly Word[];
}

const open = ({ output, issue }: Pick<Published, 'output' | 'issue'>, name: string) =>
  page.goto(`file://${path.join(output, issue.id, name, 'index.html')}`);

/** The article's own page, in the order of the digest. */
async function onItsPage(published: Published, slug: string): Promise<string> {
  await open(published, slug);
  return (await page.evaluate(`(() => {
    const text = (selector) => [...document.querySelectorAll('.article ' + selector)].map((one) => one.textContent).join('');
    return ['[data-kicker]', '[data-title]', '[data-deck]', '[data-byline]', '[data-body]', '.caption, .article .credit'].map(text).join('');
  })()`)) as string;
}

/**
 * A text in a replica: as the copy has it; the same with the quotes that are drawn for the copy's; and as it is drawn,
 * with the hyphens, marks and dashes that the page puts in.
 */
interface Text {
  readonly copy: string;
  readonly curled: string;
  readonly drawn: string;
}

/** A module's texts; several of one story are its parts. */
interface Part {
  readonly slug: string;
  readonly head: readonly Text[];
  readonly body: readonly Text[];
  readonly captions: readonly Text[];
}

/** What the replicas of all pages say of a story: its heads, then its text, then its captions. */
async function inReplicas({ output, issue, plan }: Published): Promise<(slug: string) => Text> {
  const parts: Part[] = [];
  for (const { number } of plan.pages) {
    await open({ output, issue }, `page-${String(number).padStart(2, '0')}`);
    const found = (await page.evaluate(`(() => {
      const text = (one) => {
        const copy = one.cloneNode(true);
        for (const run of copy.querySelectorAll('[data-source]')) run.textContent = run.dataset.source;
        const curled = one.cloneNode(true);
        const straight = (text) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
        for (const run of curled.querySelectorAll('[data-source]')) {
          const drawn = [...run.textContent];
          const ofCopy = (character) => {
            const at = drawn.findIndex((one) => straight(one) === straight(character));
            return at < 0 ? character : drawn.splice(0, at + 1).at(-1);
          };
          run.textContent = [...run.dataset.source].map(ofCopy).join('');
        }
        return { copy: copy.textContent, curled: curled.textContent, drawn: one.textContent };
      };
      return [...document.querySelectorAll('[data-module="article"]')].map((module) => {
        const all = (selector) => [...module.querySelectorAll(selector)].map(text);
        return {
          slug: module.dataset.slug,
          head: ['kicker', 'headline', 'deck', 'byline'].flatMap((role) => all('.set.' + role)),
          body: [...all('.leg [data-kind="byline"]'), ...all('.leg > :not([data-kind="byline"], [data-kind="note"])')],
          captions: all('.set.caption, .set.credit'),
        };
      });
    })()`)) as Part[];
    parts.push(...found);
  }
  return (slug) => {
    const own = parts.filter((part) => part.slug === slug);
    const texts = (['head', 'body', 'captions'] as const).flatMap((kind) => own.flatMap((part) => part[kind]));
    const joined = (form: keyof Text) => texts.map((text) => text[form]).join('');
    return { copy: joined('copy'), curled: joined('curled'), drawn: joined('drawn') };
  };
}

/** Publishes an issue and prints it. */
async function publishAll(issueFolder: string, name: string): Promise<Published> {
  const made = await make(issueFolder);
  const output = path.join(folder, name);
  await publish(made, output);
  const document = await writePrintDocument({
    issue: made.issue,
    plan: made.plan,
    standIns: new Map(),
    subset: subsetOf,
    into: path.join(folder, `${name}-print`),
  });
  const { format, press } = made.issue.paper;
  const { pages } = await printPages(door, { document, trim: format.trim, bleed: press.bleed });
  const words = pages.flatMap(({ pdf }, index): readonly Word[] => {
    const file = path.join(folder, `${name}-${index}.pdf`);
    writeFileSync(file, pdf ?? new Uint8Array());
    return readWords(file).map((word) => ({ ...word, page: index }));
  });
  return { ...made, output, words };
}

describe('one text in four forms: Markdown, the story’s page, the replicas, the PDF', () => {
  /** Compares every story of the issue; answers their number. */
  async function compare(published: Published): Promise<number> {
    const onReplicas = await inReplicas(published);
    const stories = published.issue.articles.filter(({ web, genre }) => web === true && genre !== 'index');
    for (const article of stories) {
      const { slug } = article;
      const written = articleText(article);
      const { copy, curled, drawn } = onReplicas(slug);
      const onPage = bare(await onItsPage(published, slug));
      expect(straight(onPage), `${slug} on its page`).toBe(straight(written));
      expect(onPage, `${slug} on its page, quotes as in print`).toBe(bare(curled));
      expect(straight(bare(copy)), `${slug} in the replicas`).toBe(straight(written));
      expect(plain(inPdf(published, slug)), `${slug} in the PDF`).toBe(plain(drawn));
    }
    return stories.length;
  }

  needsPoppler(
    'is the same in the small paper, which holds all that Markdown may',
    async () => {
      using paper = await writePaper();
      expect(await compare(await publishAll(paper.issue, 'small'))).toBeGreaterThan(4);
    },
    120_000,
  );

  needsPoppler(
    'is the same where the desk types the quotes of a typewriter, which print and web curl alike',
    async () => {
      using paper = await writePaper({ 'bridge.md': TYPED, 'school.md': TYPED_ENGLISH });
      const published = await publishAll(paper.issue, 'typed');
      await compare(published);
      const onPage = await onItsPage(published, 'bridge');
      expect(onPage).toContain('“桥宽了”');
      expect(onPage).toContain('print("旧桥")');
      expect(await onItsPage(published, 'school')).toContain('“It’s the ’90s,” she said');
      expect(await page.evaluate(`document.querySelector('[data-body]').lang`), 'an English story').toBe('en');
    },
    120_000,
  );

  needsPoppler(
    'is the same in every story of the sample',
    async () => {
      expect(await compare(await publishAll(SAMPLE, 'sample'))).toBeGreaterThan(30);
    },
    300_000,
  );
});

interface Word {
  readonly page: number;
  /** Middle, points from the sheet's top left corner. */
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly text: string;
}

function readWords(file: string): readonly Omit<Word, 'page'>[] {
  const xml = execFileSync(POPPLER, ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return [...xml.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(
    (match) => {
      const [left = 0, top = 0, right = 0, bottom = 0] = match.slice(1, 5).map(Number);
      const text = (match[5] ?? '').replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
      return { x: (left + right) / 2, y: (top + bottom) / 2, left, text };
    },
  );
}
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A story's text in the PDF: each box of the plan read as a reader's eye would, line by line. */
function inPdf({ plan, words, issue }: Published, slug: string): string {
  const { bleed } = issue.paper.press;
  const stands = plan.pages.flatMap((sheet, at) =>
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
