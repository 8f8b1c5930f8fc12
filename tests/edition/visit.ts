/** The tests' own site, built, published and served once a test file, and a browser that visits it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { type BrowserDoor, openBrowser } from '#src/browser/open.ts';
import { writePaper } from './paper.ts';
import { type Made, make, publish, type Served, serve } from './site.ts';

/** One of each kind of page. */
export const KINDS = {
  home: '',
  front: '2026-01-08/',
  article: '2026-01-08/bridge/',
  withdrawn: '2026-01-08/gone/',
  correction: '2026-01-08/sorry/',
  section: '2026-01-08/sections/城建/',
  replica: '2026-01-08/page-01/',
  archive: 'archive/',
  year: 'archive/2026/',
  search: 'search/',
  lost: '404.html',
} as const;
export const PHONE = 390;
export const DESK = 1280;

/** A published site with a browser before it. */
export interface Opened extends AsyncDisposable {
  readonly door: BrowserDoor;
  readonly site: Served;
  readonly made: Made;
  /** The output folder. */
  readonly output: string;
  /** Site-wide files, relative to the output folder. */
  readonly siteFiles: readonly string[];
}

/** Builds the tests' paper, publishes it into a folder of its own, and serves that. */
export async function openSite(): Promise<Opened> {
  using paper = await writePaper();
  const output = mkdtempSync(path.join(tmpdir(), 'broadsheet-output-'));
  const made = await make(paper.issue);
  const siteFiles = await publish(made, output);
  const site = await serve(output);
  const door = await openBrowser();
  return {
    door,
    site,
    made,
    output,
    siteFiles,
    async [Symbol.asyncDispose]() {
      await door[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
      rmSync(output, { recursive: true, force: true });
    },
  };
}

/** Every file below a folder of the output, relative to the output. */
export const filesBelow = ({ output }: Opened, folder: string): string[] =>
  readdirSync(path.join(output, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(output, path.join(entry.parentPath, entry.name)));

/** A way to visit an opened site, which may open later than the way is made. */
export const visitorOf =
  (opened: () => Opened) =>
  <Answer>(
    address: string,
    width: number,
    look: (page: Page) => Promise<Answer>,
    how?: { readonly scripts?: boolean },
  ): Promise<Answer> =>
    visitSite(opened(), address, width, look, how);

/** Opens a page of the site, notes everything that it should not do, and closes it. */
export async function visitSite<Answer>(
  { door, site }: Opened,
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
