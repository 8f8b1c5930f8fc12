/** The site under hands: zoom, swipe, keyboard, search, offline, and what is not to be read on the web. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, filesBelow, KINDS, type Opened, openSite, PHONE, visitorOf } from './visit.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await openSite();
}, 120_000);
afterAll(async () => {
  await opened?.[Symbol.asyncDispose]();
});

const visit = visitorOf(() => opened);

/** What a phone shows of a page: its picture or its type, the fonts that it fetched, and whether a story can be heard. */
async function shownOf(page: Page): Promise<{ poster: boolean; ink: string; fonts: number; heard: boolean }> {
  const seen = (await page.evaluate(`({
    poster: document.querySelector('.poster img').checkVisibility(),
    ink: getComputedStyle(document.querySelector('[data-slug="bridge"] [data-line]')).color,
    fonts: [...document.fonts].filter(({ status }) => status === 'loaded').length,
  })`)) as { poster: boolean; ink: string; fonts: number };
  const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));
  return { ...seen, heard: tree.includes('早晨有人跑步') };
}

/** The plain text that a page gives for what is chosen of it; `choose` sets the ends of `range`. */
const copiedFrom = (page: Page, choose: string): Promise<string> =>
  page.evaluate(`(() => {
    const range = document.createRange();
    ${choose};
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
    document.querySelector('.desk').dispatchEvent(event);
    return event.clipboardData.getData('text/plain');
  })()`) as Promise<string>;

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
      const copied = await copiedFrom(page, `range.selectNodeContents(document.querySelector('[data-slug="bridge"]'))`);
      expect(copied).toMatch(/步道修好了，早晨有人跑步，傍晚有人散步，孩子们/);
      // No paragraph ends within a sentence where it goes on in the next leg.
      expect(await page.$$eval('[data-slug="bridge"] [data-continues]', ({ length }) => length)).toBeGreaterThan(0);
      const paragraphs = copied.split('\n').filter((one) => one.includes('早晨有人跑步'));
      expect(paragraphs.filter((one) => !/[。！？”]$/.test(one))).toEqual([]);
      // Within one paragraph too, and no more than was chosen.
      const some = await copiedFrom(
        page,
        `const block = [...document.querySelectorAll('[data-slug="bridge"] p')].find(({ children }) => children.length > 2);
         const first = document.createTreeWalker(block.children[1], NodeFilter.SHOW_TEXT).nextNode();
         const last = document.createTreeWalker(block.children[2], NodeFilter.SHOW_TEXT).nextNode();
         range.setStart(first, 1);
         range.setEnd(last, 2);`,
      );
      expect(some).not.toContain('\n');
      expect([some.length > 4, copied.includes(some)]).toEqual([true, true]);
      await Promise.all([page.waitForNavigation(), page.keyboard.press('ArrowRight')]);
      expect(page.url()).toContain('/page-02/');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('PageUp')]);
      expect(page.url()).toContain('/page-01/');
    });
  });

  it('begins as a picture on a phone, comes alive by a pinch, turns by a swipe', async () => {
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
      expect(await shownOf(page)).toEqual({ poster: true, ink: 'rgba(0, 0, 0, 0)', fonts: 0, heard: true });
      // What is below the picture is reached from the picture: a fitted page scrolls nothing but the window.
      await page.mouse.move(180, y);
      await page.mouse.wheel({ deltaY: 120 });
      await page.waitForFunction('scrollY > 0');
      await page.evaluate('scrollTo({ top: 0, behavior: "instant" })');
      await touch('touchStart', [150, y], [240, y]);
      await touch('touchMove', [100, y], [290, y]);
      await touch('touchMove', [60, y], [330, y]);
      await touch('touchEnd');
      expect(await width()).toBeGreaterThan(fit * 1.5);
      await page.waitForFunction('document.fonts.status === "loaded"');
      const live = await shownOf(page);
      expect(live).toMatchObject({ poster: false, ink: 'rgb(0, 0, 0)', heard: true });
      expect(live.fonts).toBeGreaterThan(1);
      await page.keyboard.press('0');
      expect(await width()).toBeCloseTo(fit, 0);
      // One touch makes captions legible, on a phone too, where the fitted page is a quarter of the printed one.
      await page.tap('[data-zoom="in"]');
      const printed = await page.$eval('.sheet', (sheet) => (sheet as HTMLElement).offsetWidth);
      expect((await width()) / printed).toBeCloseTo(0.6, 1);
      await page.tap('[data-zoom="fit"]');
      await touch('touchStart', [300, y]);
      await touch('touchMove', [200, y + 5]);
      await touch('touchMove', [100, y + 8]);
      await Promise.all([page.waitForNavigation(), touch('touchEnd')]);
      expect(page.url()).toContain('/page-02/');
    });
  });
});

it('a table of many columns is printed whole, over the width of the page', async () => {
  await visit(KINDS.article, 794, async (page) => {
    const sizes = `(() => {
      for (const row of document.querySelectorAll('.table tr'))
        for (let more = 0; more < 7; more++) row.append(row.lastElementChild.cloneNode(true));
      const [table, body] = ['.table table', '.body'].map((one) => document.querySelector(one).getBoundingClientRect());
      return { table: table.width, right: table.right, body: body.width, end: body.right };
    })()`;
    await page.emulateMediaType('print');
    const { table, right, body, end } = (await page.evaluate(sizes)) as Record<string, number>;
    expect(table).toBeCloseTo(body as number, 0);
    expect(right).toBeLessThanOrEqual((end as number) + 1);
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
  it('keeps the stories and pages of the newest issue once it was visited', async () => {
    const page = await opened.door.browser.newPage();
    try {
      await page.goto(opened.site.url, { waitUntil: 'load' });
      await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
      await page.waitForFunction(`caches.keys().then(async (names) => {
        const name = names.find((one) => one.startsWith('issue-'));
        return name !== undefined && (await (await caches.open(name)).keys()).length > 8;
      })`);
      await page.setOfflineMode(true);
      await page.goto(`${opened.site.url}2026-01-08/school/`);
      expect(await page.$eval('h1', (head) => head.textContent)).toBe('新校舍开学');
      await page.setViewport({ width: PHONE, height: 844 });
      await page.goto(`${opened.site.url}2026-01-08/page-02/`);
      expect(await page.$eval('.poster img', (picture) => picture.naturalWidth)).toBeGreaterThan(600);
    } finally {
      await page.setOfflineMode(false);
      await page.close();
    }
  });
});

describe('what is not to be read on the web', () => {
  const text = (file: string) => readFileSync(path.join(opened.output, file), 'utf8');

  it('a story for the paper only is nowhere', () => {
    for (const file of filesBelow(opened, '.').filter((name) => /\.(?:html|xml|json|js)$/.test(name))) {
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
    expect(opened.siteFiles.every((file) => !file.includes('..'))).toBe(true);
    const page = text('2026-01-08/hostile/index.html');
    expect(page).toContain('&lt;script&gt;alert(4)&lt;/script&gt;');
    expect(page).toContain('{{ 7 * 7 }}');
    expect(/<script>|<img src=x|href="javascript:/.test(page)).toBe(false);
    await visit('2026-01-08/hostile/', DESK, async (opened) => {
      const inline = await opened.$$eval('script:not([src]):not([type="application/ld+json"])', (all) =>
        all.map(({ textContent }) => textContent ?? ''),
      );
      // The house's own script, and the page lets no other run: the policy names its hash.
      const hashes = inline.map((code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
      expect(page).toContain(`script-src 'self' ${hashes.join(' ')};`);
      expect(hashes).toHaveLength(1);
      expect(await opened.$$eval('[onclick], [onerror]', (all) => all.length)).toBe(0);
      expect(await opened.$$eval('a[href^="javascript"]', (all) => all.length)).toBe(0);
    });
  });
});
