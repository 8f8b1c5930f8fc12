import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserDoor, openBrowser } from '#src/browser/open.ts';
import { writePaper } from './paper.ts';
import { type Made, make, publish, type Served, serve } from './site.ts';

/** One of each kind of page. */
const KINDS = {
  home: '',
  front: '2026-01-08/',
  article: '2026-01-08/bridge/',
  withdrawn: '2026-01-08/gone/',
  section: '2026-01-08/sections/城建/',
  replica: '2026-01-08/page-01/',
  archive: 'archive/',
  year: 'archive/2026/',
  search: 'search/',
  lost: '404.html',
} as const;
const PHONE = 390;
const DESK = 1280;

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const output = mkdtempSync(path.join(tmpdir(), 'broadsheet-output-'));
let door: BrowserDoor;
let site: Served;
let siteFiles: readonly string[];
let made: Made;

beforeAll(async () => {
  using paper = await writePaper();
  made = await make(paper.issue);
  siteFiles = await publish(made, output);
  site = await serve(output);
  door = await openBrowser();
}, 120_000);
afterAll(async () => {
  await door?.[Symbol.asyncDispose]();
  await site?.[Symbol.asyncDispose]();
  rmSync(output, { recursive: true, force: true });
});

const filesBelow = (folder: string): string[] =>
  readdirSync(path.join(output, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(output, path.join(entry.parentPath, entry.name)));

/** Opens a page of the site, notes everything that it should not do, and closes it. */
async function visit<Answer>(
  address: string,
  width: number,
  look: (page: Page) => Promise<Answer>,
  { scripts = true }: { readonly scripts?: boolean } = {},
): Promise<Answer> {
  const page = await door.browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url)) complaints.push(`asks others: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  try {
    await page.setJavaScriptEnabled(scripts);
    await page.setViewport({ width, height: 844, hasTouch: width === PHONE });
    await page.goto(site.url + encodeURI(address), { waitUntil: 'load' });
    const answer = await look(page);
    expect(complaints, address).toEqual([]);
    return answer;
  } finally {
    await page.close();
  }
}

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
    for (const file of filesBelow('.').filter((name) => name.endsWith('.html'))) {
      const report = await checker.validateString(readFileSync(path.join(output, file), 'utf8'));
      for (const { messages } of report.results) {
        faults.push(...messages.map(({ line, ruleId, message }) => `${file}:${line} ${ruleId} ${message}`));
      }
    }
    expect(faults).toEqual([]);
  });

  it('links only to what is there', () => {
    const broken: string[] = [];
    for (const file of filesBelow('.').filter((name) => /\.(?:html|css)$/.test(name))) {
      const text = readFileSync(path.join(output, file), 'utf8');
      const base = new URL(file, 'http://here/');
      const links = [...text.matchAll(/(?:href|src|action)="([^"]*)"/g), ...text.matchAll(/url\("([^"]*)"\)/g)].map(
        ([, link = '']) => link.replaceAll('&amp;', '&'),
      );
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
          const html = readFileSync(path.join(output, name), 'utf8');
          const id = decodeURIComponent(target.hash.slice(1));
          if (!html.includes(`id="${id}"`)) broken.push(`${file}: ${link} (no such place)`);
        }
      }
    }
    expect([...new Set(broken)]).toEqual([]);
  });

  it('has no style attribute and asks nobody else for anything', () => {
    for (const file of filesBelow('.').filter((name) => name.endsWith('.html'))) {
      const html = readFileSync(path.join(output, file), 'utf8');
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
    return statSync(path.join(output, name)).isFile();
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
        const bytes = readFileSync(path.join(output, name));
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
    const planned = made.plan.pages[0]?.modules.flatMap(({ kind, boxes }) =>
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

describe('the replica under hands', () => {
  it('zooms by buttons and keys around the same point, turns by keys, and copies whole paragraphs', async () => {
    await visit(KINDS.replica, DESK, async (page) => {
      const width = () => page.$eval('.frame', (frame) => frame.getBoundingClientRect().width);
      const fit = await width();
      await page.click('[data-zoom="in"]');
      expect(await width()).toBeGreaterThan(fit * 1.3);
      await page.keyboard.press('+');
      expect(await width()).toBeGreaterThan(fit * 1.8);
      await page.keyboard.press('0');
      expect(Math.abs((await width()) - fit)).toBeLessThan(1);
      const copied = await page.evaluate(`(() => {
        const leg = document.querySelector('[data-slug="bridge"] .leg');
        getSelection().selectAllChildren(leg);
        const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
        leg.dispatchEvent(event);
        return event.clipboardData.getData('text/plain');
      })()`);
      expect(copied).toMatch(/步道修好了，早晨有人跑步，傍晚有人散步，孩子们/);
      await Promise.all([page.waitForNavigation(), page.keyboard.press('ArrowRight')]);
      expect(page.url()).toContain('/page-02/');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('PageUp')]);
      expect(page.url()).toContain('/page-01/');
    });
  });

  it('turns by a swipe and zooms by a pinch on a phone', async () => {
    await visit(KINDS.replica, PHONE, async (page) => {
      const desk = await page.$eval('.desk', (one) => one.getBoundingClientRect().toJSON());
      const y = desk.y + desk.height / 2;
      const client = await page.createCDPSession();
      const touch = (type: string, ...points: readonly (readonly [number, number])[]) =>
        client.send('Input.dispatchTouchEvent', {
          type: type as 'touchStart',
          touchPoints: points.map(([x, at], id) => ({ x, y: at, id })),
        });
      const width = () => page.$eval('.frame', (frame) => frame.getBoundingClientRect().width);
      const fit = await width();
      await touch('touchStart', [150, y], [240, y]);
      await touch('touchMove', [100, y], [290, y]);
      await touch('touchMove', [60, y], [330, y]);
      await touch('touchEnd');
      expect(await width()).toBeGreaterThan(fit * 1.5);
      await page.keyboard.press('0');
      await touch('touchStart', [300, y]);
      await touch('touchMove', [200, y + 5]);
      await touch('touchMove', [100, y + 8]);
      await Promise.all([page.waitForNavigation(), touch('touchEnd')]);
      expect(page.url()).toContain('/page-02/');
    });
  });
});

describe('a keyboard alone', () => {
  it('reaches every link and button of a front in order, and sees where it is', async () => {
    await visit(KINDS.front, DESK, async (page) => {
      const count = (await page.$$eval(
        'a[href]:not([tabindex="-1"]), button, input, select, [tabindex="0"]',
        (all) => all.filter((one) => one.checkVisibility()).length,
      )) as number;
      const seen = new Set<string>();
      for (let step = 0; step < count; step++) {
        await page.keyboard.press('Tab');
        const [place, outline] = (await page.evaluate(`(() => {
          const one = document.activeElement;
          const style = getComputedStyle(one);
          return [[...document.querySelectorAll('*')].indexOf(one), style.outlineStyle];
        })()`)) as [number, string];
        seen.add(String(place));
        expect(outline).not.toBe('none');
      }
      expect(seen.size).toBe(count);
    });
  });

  it('changes the type size and light or dark, and remembers both', async () => {
    await visit(KINDS.article, DESK, async (page) => {
      const size = () => page.$eval('[data-body]', (body) => getComputedStyle(body).fontSize);
      const before = await size();
      await page.focus('[data-size="1"]');
      await page.keyboard.press('Enter');
      const larger = await size();
      expect(Number.parseFloat(larger)).toBeGreaterThan(Number.parseFloat(before));
      await page.click('[data-theme]');
      const ground = () => page.$eval('body', (body) => getComputedStyle(body).backgroundColor);
      const dark = await ground();
      await page.reload();
      expect([await size(), await ground()]).toEqual([larger, dark]);
      await page.evaluate('localStorage.clear()');
    });
  });
});

describe('search', () => {
  it('finds Chinese words, filters by section, and leaves out what is not on the web', async () => {
    await visit(`${KINDS.search}?q=步道`, DESK, async (page) => {
      await page.waitForSelector('.results li');
      const titles = () => page.$$eval('.results a', (all) => all.map((one) => one.textContent));
      const found = await titles();
      expect(found).toContain('新校舍开学');
      expect(found).not.toContain('只在报上');
      expect(found).not.toContain('撤回的报道');
      await page.select('[name="section"]', '教育');
      await page.waitForFunction('document.querySelectorAll(".results li").length === 1');
      expect(await titles()).toEqual(['新校舍开学']);
      await Promise.all([page.waitForNavigation(), page.click('.results a')]);
      expect(await page.$eval('h1', (head) => head.textContent)).toBe('新校舍开学');
    });
  });
});

describe('offline', () => {
  it('keeps the newest issue once it was visited', async () => {
    const page = await door.browser.newPage();
    try {
      await page.goto(site.url, { waitUntil: 'load' });
      await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
      await page.waitForFunction(`caches.keys().then(async (names) => {
        const name = names.find((one) => one.startsWith('issue-'));
        return name !== undefined && (await (await caches.open(name)).keys()).length > 8;
      })`);
      await page.setOfflineMode(true);
      await page.goto(`${site.url}2026-01-08/school/`);
      expect(await page.$eval('h1', (head) => head.textContent)).toBe('新校舍开学');
    } finally {
      await page.setOfflineMode(false);
      await page.close();
    }
  });
});

describe('what is not to be read on the web', () => {
  const text = (file: string) => readFileSync(path.join(output, file), 'utf8');

  it('a story for the paper only is nowhere', () => {
    for (const file of filesBelow('.').filter((name) => /\.(?:html|xml|json|js)$/.test(name))) {
      expect(/只在报上|syndicated\//.test(text(file)), file).toBe(false);
    }
    expect(text('2026-01-08/page-02/index.html')).toContain('本篇仅见于报纸');
  });

  it('a withdrawn story leaves a notice: on its page, in the replica and in the feeds', () => {
    const page = text('2026-01-08/gone/index.html');
    expect(page).toContain('撤回的报道');
    expect(page).toContain('本文已撤回');
    expect(page).not.toContain('江边的步道');
    expect(text('2026-01-08/page-02/index.html')).toContain('本文已撤回');
    expect(text('feed.xml')).toMatch(/撤回的报道[\s\S]*?本文已撤回/);
    expect(text('2026-01-08/sitemap.xml')).not.toContain('/gone/');
  });

  it('hostile Markdown is text: nothing of it runs, nothing leaves the site’s folders', async () => {
    expect(siteFiles.every((file) => !file.includes('..'))).toBe(true);
    const page = text('2026-01-08/hostile/index.html');
    expect(page).toContain('&lt;script&gt;alert(4)&lt;/script&gt;');
    expect(page).toContain('{{ 7 * 7 }}');
    expect(/<script>|<img src=x|href="javascript:/.test(page)).toBe(false);
    await visit('2026-01-08/hostile/', DESK, async (opened) => {
      const strange = await opened.$$eval(
        'script:not([src]):not([type="application/ld+json"]), [onclick], [onerror]',
        (all) => all.length,
      );
      expect(strange).toBe(0);
      expect(await opened.$$eval('a[href^="javascript"]', (all) => all.length)).toBe(0);
    });
  });
});
