/** The site opened from a disk: read and walked through as on a server, without a complaint in the browser's console. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, KINDS, type Opened, openSite, visitorOf } from './visit.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await openSite();
}, 120_000);
afterAll(async () => {
  await opened?.[Symbol.asyncDispose]();
});

const visit = visitorOf(() => opened);

const fileOf = (address: string): string =>
  pathToFileURL(path.join(opened.output, address.replace(/(?:^|\/)$/, '$&index.html'))).href;

/** Opens a page from the disk and answers what the browser has to say besides. */
async function fromDisk(address: string, look: (page: Page) => Promise<void> = async () => {}): Promise<string[]> {
  const page = await opened.door.browser.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('requestfailed', (request) => said.push(`${request.failure()?.errorText} ${request.url()}`));
  try {
    await page.goto(fileOf(address), { waitUntil: 'networkidle0' });
    await look(page);
    return said;
  } finally {
    await page.close();
  }
}

/** The page for what is missing is a server's own: its links begin at the root of the paper's site. */
const { lost: _, ...READ } = KINDS;

describe('from a disk', () => {
  it.each(Object.entries(READ))('%s says nothing in the console', async (_, address) => {
    expect(await fromDisk(address)).toEqual([]);
  });

  it('every link leads to a page, not to the list of a folder', async () => {
    const said = await fromDisk(KINDS.home, async (page) => {
      const step = async (link: string): Promise<string> => {
        await Promise.all([
          page.waitForNavigation({ waitUntil: 'load' }),
          page.evaluate(`document.querySelector('${link}').click()`),
        ]);
        return path.relative(opened.output, decodeURIComponent(new URL(page.url()).pathname));
      };
      expect(await step('.story.lead h2 a')).toBe('2026-01-08/bridge/index.html');
      expect(await step('.meta .print')).toBe('2026-01-08/page-01/index.html');
      expect(await step('[data-slug="bridge"] h2 a')).toBe('2026-01-08/bridge/index.html');
      expect(await step('.masthead .plate')).toBe('index.html');
      expect(
        await page.$$eval('a[href$="/"]', (links) => links.filter(({ href }) => href.startsWith('file:')).length),
      ).toBe(0);
    });
    expect(said).toEqual([]);
  });

  it('search says why it cannot, and where to look instead', async () => {
    await fromDisk(KINDS.search, async (page) => {
      expect(await page.$eval('.finder', (form) => form.checkVisibility())).toBe(false);
      expect(await page.$eval('#disk', (notice) => notice.checkVisibility())).toBe(true);
    });
  });
});

describe('on a server', () => {
  it('the headline’s font and the manifest are fetched as the page begins, by the one script that stands in it', async () => {
    for (const address of [KINDS.front, KINDS.article]) {
      await visit(address, DESK, async (page) => {
        const font = await page.$eval('link[rel="preload"]', (link) => link.href);
        const fetched = await page.evaluate(
          `performance.getEntriesByType('resource').filter(({ name }) => name === ${JSON.stringify(font)}).map(({ initiatorType }) => initiatorType)`,
        );
        expect(fetched).toEqual(['link']);
        expect(await page.$eval('link[rel="manifest"]', (link) => link.href)).toMatch(/manifest\.webmanifest$/);
      });
    }
  });
});
