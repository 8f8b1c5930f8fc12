/**
 * Our lines against the browser's own justification: 200 paragraphs at four measures, in the same font. Judged is the
 * widest opening between two Han characters of each line but the last. `npm run bench:typeset`
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from '../../src/browser/open.ts';
import { faceOf, fileIn } from '../../src/typeset/faces.ts';
import { setLines } from '../../tests/typeset/builders.ts';
import { widestGap } from '../../tests/typeset/checks.ts';
import { numbers, paragraph } from './copy.ts';

const PARAGRAPHS = 200;
const MEASURES = [13, 15, 20, 27];

const next = numbers(2026);
const texts = Array.from({ length: PARAGRAPHS }, () => paragraph(next, 60 + Math.floor(next() * 160)));

/** Openings of lines, ems. */
interface Figures {
  readonly mean: number;
  readonly worst: number;
  readonly lines: number;
}

function figures(gaps: readonly number[]): Figures {
  return {
    mean: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
    worst: Math.max(...gaps),
    lines: gaps.length,
  };
}

const ours = (measure: number): Figures =>
  figures(texts.flatMap((text) => (setLines(text, measure, { indent: 2 }) ?? []).slice(0, -1).map(widestGap)));

/** The browser's lines, read from where it put each character. */
const READ = `[...document.querySelectorAll('p')].map((p) => {
  const node = p.firstChild;
  const range = document.createRange();
  const lines = [];
  let top;
  for (let at = 0; at < node.length; at += 1) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getClientRects()[0];
    if (!box) continue;
    if (top === undefined || Math.abs(box.top - top) > 9) {
      lines.push(0);
      top = box.top;
    } else if (/\\p{sc=Han}{2}/u.test(node.data.slice(at - 1, at + 1))) {
      range.setStart(node, at - 1);
      range.setEnd(node, at);
      const before = range.getClientRects()[0];
      lines[lines.length - 1] = Math.max(lines[lines.length - 1], (box.left - before.left) / 12 - 1);
    }
  }
  return lines.slice(0, -1);
})`;

async function browsers(): Promise<ReadonlyMap<number, Figures>> {
  await using door = await openBrowser();
  const { source } = faceOf('song');
  const font = source.kind === 'file' ? pathToFileURL(fileIn(source.module)).href : '';
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'));
  const page = await door.browser.newPage();
  const found = new Map<number, Figures>();
  for (const measure of MEASURES) {
    const style = `@font-face{font-family:s;src:url(${font})}body{margin:0}p{margin:0;width:${measure * 12}px;font:12px/18px s;
      text-indent:2em;text-align:justify;text-spacing-trim:normal;text-autospace:normal;line-break:strict;hyphens:auto}`;
    const file = join(folder, `${measure}.html`);
    const body = texts.map((text) => `<p>${text}</p>`).join('');
    await writeFile(
      file,
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${style}</style>${body}</html>`,
    );
    await page.goto(pathToFileURL(file).href);
    await page.evaluate('document.fonts.ready');
    const lines = (await page.evaluate(READ)) as readonly (readonly number[])[];
    found.set(measure, figures(lines.flat()));
  }
  await rm(folder, { recursive: true });
  return found;
}

const theirs = await browsers();
console.log('widest opening between two Han characters of a line, in thousandths of an em');
console.log('measure    ours: mean  worst  lines    browser: mean  worst  lines');
for (const measure of MEASURES) {
  const show = ({ mean, worst, lines }: Figures): string =>
    [(mean * 1000).toFixed(1), (worst * 1000).toFixed(0), String(lines)].map((text) => text.padStart(7)).join('');
  console.log(
    `${String(measure).padStart(7)}   ${show(ours(measure))}          ${show(theirs.get(measure) ?? figures([]))}`,
  );
}
