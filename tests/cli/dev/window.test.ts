/** The desk's window in a real browser: it shows the page, follows an edit, can be used without a mouse, asks nobody else. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserDoor, openBrowser } from '../../../src/browser/open.ts';
import { type LiveDesk, openLiveDesk } from '../../../src/cli/dev/live.ts';
import type { MadePaper } from '../paper.ts';
import { deskPaper, save } from './desk-paper.ts';

let paper: MadePaper;
let desk: LiveDesk;
let door: BrowserDoor;
let page: Page;
const asked: string[] = [];
const failures: string[] = [];

beforeAll(async () => {
  paper = await deskPaper();
  [desk, door] = await Promise.all([
    openLiveDesk({ folder: paper, port: 0, signal: new AbortController().signal }),
    openBrowser(),
  ]);
  await desk.take([]);
  page = await door.browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => failures.push(String(error)));
  await page.goto(desk.url);
  await desk.settled();
  await page.waitForFunction('window.deskPainted.length > 0 && window.deskState.isSettled');
});

afterAll(async () => {
  await desk?.[Symbol.asyncDispose]();
  await door?.[Symbol.asyncDispose]();
});

const painted = (): Promise<number> => page.evaluate('window.deskPainted.length') as Promise<number>;
const sheetText = (): Promise<string> =>
  page.evaluate("document.getElementById('sheet').shadowRoot.textContent") as Promise<string>;

describe('the desk’s window', () => {
  it('shows the page with the paper’s own fonts', async () => {
    expect(await sheetText()).toContain('江城早报道出新消息');
    expect(await page.evaluate("[...document.fonts].filter((font) => font.status === 'error').length")).toBe(0);
  });

  it('puts an edit into its place and touches no other module', async () => {
    const before = await painted();
    await desk.take([await save(paper, 'p1-2.md', '码头上的人', '渡船上的人')]);
    await page.waitForFunction(`window.deskPainted.length > ${before}`);
    expect(await page.evaluate(`window.deskPainted[${before}].put`)).toEqual(['article p1-2 1']);
    expect(await sheetText()).toContain('渡船上的人');
    await desk.settled();
  });

  it('paints nothing anew when another page is edited', async () => {
    const before = await painted();
    await desk.take([await save(paper, 'p2-2.md', '码头上的人', '渡船上的人')]);
    await desk.settled();
    await page.waitForFunction('window.deskState.isSettled');
    expect(await painted()).toBe(before);
  });

  it('shows a fault with its place and what to do, and the last good page', async () => {
    await desk.take([await save(paper, 'p1-3.md', 'priority: 3', 'priority: drei')]);
    await page.waitForFunction("document.querySelector('.faults .error code') !== null");
    const told = (await page.evaluate("document.getElementById('faults').textContent")) as string;
    expect(told).toMatch(/issues\/2026-01-08\/p1-3\.md:\d+/);
    expect(await sheetText()).toContain('江城早报道出新消息');
    await desk.take([await save(paper, 'p1-3.md', 'priority: drei', 'priority: 3')]);
    await desk.settled();
    await page.waitForFunction("document.getElementById('faults').hidden || !document.querySelector('.faults .error')");
  });

  it('turns the pages from the keyboard', async () => {
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction("location.hash === '#2' && window.deskPainted.at(-1).number === 2");
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction("location.hash === '#1' && window.deskPainted.at(-1).number === 1");
  });

  it.each(['light', 'dark'])('has no fault that axe finds, in the %s', async (theme) => {
    await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const found = (await page.evaluate(
      "axe.run(document, { exclude: [['#sheet']] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))",
    )) as unknown[];
    expect(found).toEqual([]);
  });

  it('asks nobody but the desk, and throws nothing', () => {
    const others = asked.filter((url) => !url.startsWith(desk.url) && !url.startsWith('data:'));
    expect(others).toEqual([]);
    expect(failures).toEqual([]);
  });
});
