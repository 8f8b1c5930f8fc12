/**
 * Prints the pages of an issue: loads the edition's print document, lets Paged.js (through pagedjs-cli's Printer) make
 * one sheet a page, measures what is drawn, and prints the sheets. A sheet is the trimmed page and the bleed around
 * it; the marks are the press room's.
 */
import { fileURLToPath, pathToFileURL } from 'node:url';
import Printer from 'pagedjs-cli';
import type { Page, Viewport } from 'puppeteer-core';
import { FaultError } from '../fault.ts';
import { type Mm, mmToPx } from '../units.ts';
import type { DrawnPage } from './drawn.ts';
import { browserLost, notLoaded } from './faults.ts';
import { fontsOf } from './fonts.ts';
import type { BrowserDoor } from './open.ts';

/** What to print. */
export interface PrintJob {
  /** Absolute path of the print document; its relative addresses are resolved against it. */
  readonly document: string;
  readonly trim: { readonly width: Mm; readonly height: Mm };
  readonly bleed: Mm;
  /**
   * Pages of which a PDF is wanted; all when absent. It has none of Chromium's tags, which say nothing of a newspaper: the press
   * room tags the reader's file by the plan.
   */
  readonly pdf?: readonly number[];
  /** Pictures of the trimmed pages (of these, or of all) at this resolution, JPEG. */
  readonly pictures?: { readonly dpi: number; readonly quality: number; readonly of?: readonly number[] };
  readonly signal?: AbortSignal;
  /** Called with each page as soon as it is printed, and how many there are now of how many. */
  readonly onPage?: (page: PrintedPage, done: number, of: number) => void;
}

/** One printed page. */
export interface PrintedPage {
  readonly page: number;
  /** The page as Chromium wrote it; absent when it is not wanted. */
  readonly pdf?: Uint8Array;
  /** JPEG of the trimmed page. */
  readonly picture?: Uint8Array;
}

/** What the browser printed, and what it says of it. */
export interface Printed {
  readonly pages: readonly PrintedPage[];
  readonly drawn: readonly DrawnPage[];
  /** PostScript names of the fonts that the browser really used. */
  readonly fonts: readonly string[];
}

const SHELLS = fileURLToPath(new URL('./page/shells.js', import.meta.url));
const MEASURE = fileURLToPath(new URL('./page/measure.js', import.meta.url));

/**
 * Prints pages.
 * @throws FaultError when a file of the document is missing or the browser ends.
 */
export async function printPages(door: BrowserDoor, job: PrintJob): Promise<Printed> {
  const missing: string[] = [];
  let page: Page | undefined;
  try {
    page = await render(door, job, missing);
    if (missing.length > 0) throw new FaultError([...new Set(missing)].map(notLoaded));
    const drawn = await measure(page);
    const pages = await printEach(page, drawn, job);
    return { pages, drawn, fonts: fontsUsed(pages) };
  } catch (error) {
    job.signal?.throwIfAborted();
    if (error instanceof FaultError) throw error;
    throw door.browser.connected ? error : new FaultError([browserLost(String(error))]);
  } finally {
    if (door.browser.connected) await page?.close();
  }
}

/** The document in the browser, one sheet a page. */
async function render(door: BrowserDoor, job: PrintJob, missing: string[]): Promise<Page> {
  const printer = new Printer({ allowLocal: true, closeAfter: false, additionalScripts: [SHELLS, MEASURE] });
  printer.browser = {
    newPage: async () => prepare(await door.browser.newPage(), job, missing),
    close: () => door.browser.close(),
  };
  return printer.render({ url: pathToFileURL(job.document).href });
}

/**
 * A fresh tab that knows the sheet, notes what does not load, and does not wait for a network that it has no use for. Pages are
 * drawn when they stand in their sheets, and not before: laying them out and painting them twice cost more than all the rest.
 */
async function prepare(page: Page, job: PrintJob, missing: string[]): Promise<Page> {
  page.on('requestfailed', (request) => missing.push(decodeURI(request.url()).split('/').slice(-3).join('/')));
  await page.evaluateOnNewDocument(
    `window.broadsheetPrint = ${JSON.stringify({ bleed: mmToPx(job.bleed) })};
     const waiting = new CSSStyleSheet();
     waiting.replaceSync('body > section[data-page] { display: none }');
     document.adoptedStyleSheets.push(waiting);
     document.addEventListener('DOMContentLoaded', () => {
       const style = document.createElement('style');
       style.setAttribute('data-sheet', '');
       style.textContent = ${JSON.stringify(sheetStyle(job))};
       document.head.append(style);
     });`,
  );
  // A script by its address costs a quarter of one that is sent through the protocol as text.
  const addScriptTag = page.addScriptTag.bind(page);
  page.addScriptTag = ({ path, ...rest } = {}) =>
    addScriptTag(path === undefined ? rest : { url: pathToFileURL(path).href });
  // pagedjs-cli waits for half a second without requests; the page's own `after` hook has waited for fonts and pictures.
  page.waitForNetworkIdle = async () => undefined;
  return page;
}

/** The sheet for Paged.js: it must hold the shell exactly, and nothing may hang out of it. */
function sheetStyle({ trim, bleed }: PrintJob): string {
  const width = `${mmToPx(trim.width + 2 * bleed)}px`;
  const height = `${mmToPx(trim.height + 2 * bleed)}px`;
  return `@page { size: ${width} ${height}; margin: 0 }
    html, body { margin: 0; padding: 0; background: none }
    .broadsheet-shell { position: relative; width: ${width}; height: ${height}; overflow: hidden; break-after: page; break-inside: avoid }`;
}

/** As one text: values that Chromium has to take apart itself cost twice as much. */
const measure = async (page: Page): Promise<readonly DrawnPage[]> =>
  JSON.parse((await page.evaluate('JSON.stringify(window.broadsheetMeasure())')) as string) as readonly DrawnPage[];

/** Fonts of the pages that were printed. */
const fontsUsed = (pages: readonly PrintedPage[]): readonly string[] => [
  ...new Set(pages.flatMap(({ pdf }) => (pdf === undefined ? [] : fontsOf(pdf)))),
];

/** One PDF and one picture a page. Only the page that is printed is displayed, since printing lays all of them out again. */
async function printEach(page: Page, drawn: readonly DrawnPage[], job: PrintJob): Promise<readonly PrintedPage[]> {
  const printed: PrintedPage[] = [];
  if (job.pictures !== undefined && drawn.some(({ page: number }) => isAmong(number, job.pictures?.of)))
    await page.setViewport(windowFor(job));
  for (const [index, { page: number }] of drawn.entries()) {
    job.signal?.throwIfAborted();
    const pdf = isAmong(number, job.pdf);
    const picture = job.pictures !== undefined && isAmong(number, job.pictures.of);
    if (pdf || picture) await showOnly(page, index);
    const one = {
      page: number,
      ...(pdf ? { pdf: await pdfOf(page) } : {}),
      ...(picture ? { picture: await pictureOf(page, job) } : {}),
    };
    printed.push(one);
    job.onPage?.(one, index + 1, drawn.length);
  }
  return printed;
}

const isAmong = (page: number, wanted: readonly number[] | undefined): boolean => wanted?.includes(page) ?? true;

const showOnly = (page: Page, index: number): Promise<unknown> =>
  page.evaluate(`document.querySelectorAll('.pagedjs_page').forEach((sheet, at) => {
    sheet.style.display = at === ${index} ? '' : 'none';
  })`);

const pdfOf = (page: Page): Promise<Uint8Array> =>
  page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false, outline: false, waitForFonts: false });

/** A window that holds the whole sheet: what lies outside of it is not painted. */
const windowFor = ({ trim, bleed }: PrintJob): Viewport => ({
  width: Math.ceil(mmToPx(trim.width + 2 * bleed)),
  height: Math.ceil(mmToPx(trim.height + 2 * bleed)),
});

async function pictureOf(page: Page, { trim, bleed, pictures }: PrintJob): Promise<Uint8Array> {
  const { dpi, quality } = pictures ?? { dpi: 96, quality: 80 };
  const clip = { x: mmToPx(bleed), y: mmToPx(bleed), width: mmToPx(trim.width), height: mmToPx(trim.height) };
  return page.screenshot({ type: 'jpeg', quality, clip: { ...clip, scale: dpi / 96 }, captureBeyondViewport: true });
}
