/** The site in a real browser: every kind of page, weights, links, and the replica as planned. */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, filesBelow, KINDS, type Opened, openSite, PHONE, visitorOf } from './visit.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let opened: Opened;
beforeAll(async () => {
  opened = await openSite();
}, 120_000);
afterAll(async () => {
  await opened?.[Symbol.asyncDispose]();
});

const visit = visitorOf(() => opened);

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const { violations } = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as {
    violations: readonly Violation[];
  };
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target} ${nodes[0]?.failureSummary} (${nodes.length})`);
}

describe('every kind of page', () => {
  for (const [kind, address] of Object.entries(KINDS)) {
    it(`${kind}: axe finds nothing on a phone and on a desk, light and dark; nothing runs over at 320 px`, async () => {
      for (const width of [PHONE, DESK]) {
        await visit(address, width, async (page) => {
          for (const value of ['light', 'dark']) {
            await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
            expect(await axe(page), `${kind} ${width} ${value}`).toEqual([]);
          }
          if (width !== PHONE) return;
          await page.setViewport({ width: 320, height: 640 });
          const over = await page.evaluate('document.documentElement.scrollWidth');
          expect(over, `${kind} at 320 px`).toBeLessThanOrEqual(320);
        });
      }
    });
  }

  it('is valid HTML', async () => {
    const checker = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        // The sheet's long lines and the style of the source are nobody's concern but the template's.
        'no-trailing-whitespace': 'off',
        'attribute-boolean-style': 'off',
        'void-style': 'off',
        'doctype-style': 'off',
        'no-inline-style': 'error',
        'long-title': 'off',
        'no-implicit-button-type': 'error',
      },
    });
    const faults: string[] = [];
    for (const file of filesBelow(opened, '.').filter((name) => name.endsWith('.html'))) {
      const report = await checker.validateString(readFileSync(path.join(opened.output, file), 'utf8'));
      for (const { messages } of report.results) {
        faults.push(...messages.map(({ line, ruleId, message }) => `${file}:${line} ${ruleId} ${message}`));
      }
    }
    expect(faults).toEqual([]);
  });

  it('links only to what is there', () => {
    const broken: string[] = [];
    for (const file of filesBelow(opened, '.').filter((name) => /\.(?:html|css)$/.test(name))) {
      const text = readFileSync(path.join(opened.output, file), 'utf8');
      const base = new URL(file, 'http://here/');
      const links = [
        ...text.matchAll(/(?:href|src|action|data-font|data-manifest)="([^"]*)"/g),
        ...text.matchAll(/url\("([^"]*)"\)/g),
      ].map(([, link = '']) => link.replaceAll('&amp;', '&'));
      const pictures = [...text.matchAll(/srcset="([^"]*)"/g)].flatMap(([, set = '']) =>
        set.split(',').map((one) => one.trim().split(' ')[0] ?? ''),
      );
      for (const link of [...links, ...pictures]) {
        const target = new URL(link, base);
        if (target.host !== 'here') {
          if (target.host === 'paper.example') {
            const own = decodeURIComponent(target.pathname).replace(/\/$/, '/index.html');
            if (!exists(own)) broken.push(`${file}: ${link}`);
          }
          continue;
        }
        const name = decodeURIComponent(target.pathname).replace(/\/$/, '/index.html');
        if (!exists(name)) broken.push(`${file}: ${link}`);
        else if (target.hash && name.endsWith('.html')) {
          const html = readFileSync(path.join(opened.output, name), 'utf8');
          const id = decodeURIComponent(target.hash.slice(1));
          if (!html.includes(`id="${id}"`)) broken.push(`${file}: ${link} (no such place)`);
        }
      }
    }
    expect([...new Set(broken)]).toEqual([]);
  });

  it('has no style attribute and asks nobody else for anything', () => {
    for (const file of filesBelow(opened, '.').filter((name) => name.endsWith('.html'))) {
      const html = readFileSync(path.join(opened.output, file), 'utf8');
      expect(html, file).not.toMatch(/\sstyle=/);
      expect(html, file).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none';/);
      expect(html, file).not.toMatch(
        /<(?:script|link|img|source)[^>]+(?:src|href|srcset)="https?:(?!\/\/paper\.example)/,
      );
    }
  });
});

const exists = (name: string): boolean => {
  try {
    return statSync(path.join(opened.output, name)).isFile();
  } catch {
    return false;
  }
};

describe('weights, compressed and without pictures', () => {
  /** Compressed bytes of everything that a page loads, by kind. */
  async function weigh(address: string): Promise<{ all: number; scripts: number; fonts: number; shift: number }> {
    return visit(address, DESK, async (page) => {
      await page.evaluate('document.fonts.ready');
      const shift = (await page.evaluate(`new Promise((done) => {
        let sum = 0;
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
          .observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 300);
      })`)) as number;
      const loaded = (await page.evaluate(
        '[location.href, ...performance.getEntriesByType("resource").map((entry) => entry.name)]',
      )) as string[];
      const weights = { all: 0, scripts: 0, fonts: 0, shift };
      for (const url of new Set(loaded)) {
        const name = decodeURIComponent(new URL(url).pathname).replace(/\/$/, '/index.html');
        if (/\.(?:avif|webp|jpg)$/.test(name) || name.endsWith('sw.js') || !exists(name)) continue;
        const bytes = readFileSync(path.join(opened.output, name));
        const size = name.endsWith('.woff2') ? bytes.length : gzipSync(bytes).length;
        weights.all += size;
        if (name.endsWith('.js')) weights.scripts += size;
        if (name.endsWith('.woff2')) weights.fonts += size;
      }
      return weights;
    });
  }

  it('article: 40 kB', async () => {
    const { all, scripts, shift } = await weigh(KINDS.article);
    expect(all).toBeLessThanOrEqual(40_000);
    expect(scripts).toBeLessThanOrEqual(15_000);
    expect(shift).toBeLessThanOrEqual(0.01);
  });

  it('front: 60 kB', async () => {
    const { all, shift } = await weigh(KINDS.front);
    expect(all).toBeLessThanOrEqual(60_000);
    expect(shift).toBeLessThanOrEqual(0.01);
  });

  it('replica: 120 kB without fonts, 450 kB with', async () => {
    const { all, fonts, scripts, shift } = await weigh(KINDS.replica);
    expect(all - fonts).toBeLessThanOrEqual(120_000);
    expect(all).toBeLessThanOrEqual(450_000);
    expect(scripts).toBeLessThanOrEqual(15_000);
    expect(shift).toBeLessThanOrEqual(0.01);
  });
});

describe('without scripts', () => {
  it('everything can be read and reached', async () => {
    const plain = { scripts: false };
    await visit(
      KINDS.article,
      PHONE,
      async (page) => {
        const text = await page.$eval('[data-body]', (body) => body.textContent);
        expect(text).toContain('江边的步道修好了');
        expect(await page.$eval('.tools', (tools) => tools.checkVisibility())).toBe(false);
      },
      plain,
    );
    await visit(
      KINDS.replica,
      PHONE,
      async (page) => {
        const frame = await page.$eval('.frame', (one) => one.getBoundingClientRect().width);
        const sheet = await page.$eval('.sheet', (one) => one.getBoundingClientRect().width);
        expect(Math.abs(sheet - frame)).toBeLessThan(1);
        expect(sheet).toBeLessThanOrEqual(PHONE);
        await page.click('[data-slug="bridge"] .open');
        expect(new URL(page.url()).pathname).toBe('/2026-01-08/bridge/');
      },
      plain,
    );
  });
});

describe('the sections of a front', () => {
  it('go over the whole width on a desk, one, two or three', async () => {
    const gaps = (await visit(KINDS.front, DESK, (page) =>
      page.evaluate(`(() => {
        const part = document.querySelector('.sections');
        const first = part.querySelector('.column');
        return [1, 2, 3].map((count) => {
          part.replaceChildren(...Array.from({ length: count }, () => first.cloneNode(true)));
          const ends = [...part.querySelectorAll('h2, .story, .line')].map((one) => one.getBoundingClientRect().right);
          return part.getBoundingClientRect().right - Math.max(...ends);
        });
      })()`),
    )) as number[];
    for (const gap of gaps) expect(Math.abs(gap)).toBeLessThan(1);
  });
});

describe('the replica', () => {
  it('stands as planned: the site’s own styles move no line', async () => {
    const drawn = (await visit(KINDS.replica, DESK, (page) =>
      page.evaluate(`(() => {
        const area = document.querySelector('[data-area]').getBoundingClientRect();
        const scale = area.width / document.querySelector('[data-area]').offsetWidth;
        const range = document.createRange();
        const left = (line) => {
          const text = document.createTreeWalker(line, NodeFilter.SHOW_TEXT).nextNode();
          range.setStart(text, 0);
          range.setEnd(text, 1);
          return (range.getBoundingClientRect().left - area.left) / scale;
        };
        return [...document.querySelectorAll('[data-module="article"] [data-line]')].map((line) => [
          left(line), (line.getBoundingClientRect().top - area.top) / scale,
        ]);
      })()`),
    )) as [number, number][];
    const planned = opened.made.plan.pages[0]?.modules.flatMap(({ kind, boxes }) =>
      kind !== 'article'
        ? []
        : boxes.flatMap((box) =>
            box.kind !== 'leg'
              ? []
              : box.lines.map(({ runs, row, drop = 0 }) => [box.x + (runs[0]?.x ?? 0), box.y + row * 18 + drop]),
          ),
    );
    expect(drawn).toHaveLength(planned?.length ?? 0);
    for (const [at, [x, y]] of drawn.entries()) {
      expect(Math.abs(x - (planned?.[at]?.[0] ?? 0)), `line ${at}, across`).toBeLessThan(0.15);
      expect(Math.abs(y - (planned?.[at]?.[1] ?? 0)), `line ${at}, down`).toBeLessThan(0.15);
    }
  });
});
