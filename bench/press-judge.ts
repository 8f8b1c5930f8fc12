/** Other people's tools on a built issue: each page of it and the reader's PDF, everything that `docs/press-room.md` claims. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { HouseColour } from '../src/issue/model.ts';
import { checkReader } from '../src/press/preflight/reader-check.ts';
import { greatestMean, greatestSum, likeness, type Plates, platesOf, run } from '../tests/press/witnesses.ts';

/** Dots per inch of the separations: a square of 15 mm² has 15 × 15 of them. */
const DPI = 100;
/** Poppler and mutool smooth type differently: pages of small type correlate at 0.97 and more, a lost picture costs 0.1. */
const ALIKE = 0.97;
const RADICALS = /[\u2E80-\u2FDF]/gu;

/** What the issue says and the press file alone does not. */
export interface Background {
  readonly inkLimit: number;
  readonly resolution: number;
  readonly house: readonly HouseColour[];
  /** Numbers of the pages without colour. */
  readonly mono: ReadonlySet<number>;
  /** Source pixels per inch of the photos on a page that have fewer than the press wants. */
  readonly coarse: (page: number) => readonly number[];
  /** All text that the desk wrote. */
  readonly text: string;
}

/** One file, judged. */
export interface Verdict {
  readonly file: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly wrong: readonly string[];
}

/** Judges the press pages and the reader's PDF of a built issue's folder. */
export async function* judgeIssue(folder: string, background: Background): AsyncGenerator<Verdict> {
  const id = path.basename(path.resolve(folder));
  const press = path.join(folder, 'press');
  for (const name of readdirSync(press)
    .filter((one) => one.startsWith(`${id}-`) && one.endsWith('.pdf'))
    .sort())
    yield await judgePage(path.join(press, name), background);
  yield judgeBound(path.join(press, `${id}.pdf`));
  yield await judgeReader(path.join(folder, `${id}.pdf`), background);
}

const isSound = (bytes: Uint8Array): boolean =>
  run('qpdf', bytes, '--check', 'FILE').includes('No syntax or stream encoding errors');

async function judgePage(file: string, background: Background): Promise<Verdict> {
  const bytes = readFileSync(file);
  const number = Number(/-(\d+)\.pdf$/.exec(file)?.[1]);
  const mono = background.mono.has(number);
  const fonts = run('pdffonts', bytes, 'FILE').split('\n').slice(2).filter(Boolean);
  const pictures = picturesOf(bytes);
  const ppi = pictures.map((one) => one.ppi);
  const text = run('mutool', bytes, 'draw', '-F', 'txt', 'FILE');
  const radicals = strangeRadicals(text, background);
  const plates = await platesOf(bytes, DPI);
  const [peak, mean] = [greatestSum(plates), greatestMean(plates, DPI)];
  const colour = mono ? colouredShare(plates, []) : await colourBesidePictures(bytes, background.house);
  const alike = await likeness(bytes, DPI);
  const floor = Math.min(background.resolution - 1, ...background.coarse(number).map((one) => one - 1));
  const wrong = Object.entries({
    qpdf: isSound(bytes),
    'fonts not embedded, or Type 3': fonts.every((font) => !/Type 3/.test(font) && / yes (yes|no) +yes /.test(font)),
    'pictures not in ink': pictures.every(({ space }) => space === 'cmyk' || space === 'gray'),
    'pictures coarser than their source': ppi.every((one) => one >= floor),
    [`radicals ${radicals}`]: radicals === '',
    'ink peak': peak <= background.inkLimit + 2,
    'ink mean': mean <= background.inkLimit,
    'colour where only black belongs': colour === 0,
    'poppler and mutool differ': alike > ALIKE,
  }).flatMap(([what, holds]) => (holds ? [] : [what]));
  const facts = {
    fonts: fonts.length,
    pictures: pictures.length,
    'least ppi': ppi.length === 0 ? '–' : Math.min(...ppi),
    letters: [...text].length,
    'ink peak': peak.toFixed(1),
    'mean 15 mm²': mean.toFixed(1),
    [mono ? 'dots of C M Y on the mono page' : 'dots of C M Y beside pictures and house colours']: colour,
    alike: alike.toFixed(3),
  };
  return { file, facts, wrong };
}

/** Pictures that are drawn, masks left out. */
function picturesOf(bytes: Uint8Array) {
  const lines = run('pdfimages', bytes, '-list', 'FILE').split('\n').slice(2).filter(Boolean);
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , kind]) => kind === 'image')
    .map((cells) => ({ space: cells[5] ?? '', ppi: Math.min(Number(cells[12]), Number(cells[13])) }));
}

/** Radicals in a text that the desk did not write. */
const strangeRadicals = (text: string, background: Background): string =>
  [...new Set(text.match(RADICALS))].filter((letter) => !background.text.includes(letter)).join('');

/**
 * Dots of the trimmed page, its pictures taken out, that have cyan, magenta or yellow and are no share of a house colour: text, rules
 * and tints are black alone, or a house colour.
 */
async function colourBesidePictures(bytes: Uint8Array, house: readonly HouseColour[]): Promise<number> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const page = document.getPage(0);
  page.node.Resources()?.set(PDFName.of('XObject'), document.context.obj({}));
  const plates = await platesOf(await document.save({ useObjectStreams: false }), DPI);
  const edge = Math.ceil((page.getTrimBox().x * DPI) / 72) + 1;
  return colouredShare(plates, house, edge);
}

/** Ghostscript rounds to 255 steps and mixes at edges: a share of a house colour is met to so many of them. */
const STEPS = 4;

function colouredShare({ ink, width, height }: Plates, house: readonly HouseColour[], edge = 0): number {
  let count = 0;
  for (let y = edge; y < height - edge; y += 1)
    for (let x = edge; x < width - edge; x += 1) {
      const at = y * width + x;
      const dot = [ink.Cyan[at] ?? 0, ink.Magenta[at] ?? 0, ink.Yellow[at] ?? 0] as const;
      if (Math.max(...dot) > 0 && !house.some(({ cmyk }) => isShareOf(dot, cmyk))) count += 1;
    }
  return count;
}

function isShareOf(dot: readonly [number, number, number], [cyan, magenta, yellow]: HouseColour['cmyk']): boolean {
  const full = [cyan, magenta, yellow].map((percent) => percent * 2.55);
  const share = Math.max(...dot) / Math.max(...full);
  return dot.every((value, plate) => Math.abs(value - share * (full[plate] ?? 0)) <= STEPS);
}

function judgeBound(file: string): Verdict {
  const bytes = readFileSync(file);
  const pages = Number(/^Pages:\s+(\d+)/m.exec(run('pdfinfo', bytes, 'FILE'))?.[1]);
  return { file, facts: { pages, size: size(bytes) }, wrong: isSound(bytes) ? [] : ['qpdf'] };
}

async function judgeReader(file: string, background: Background): Promise<Verdict> {
  const bytes = readFileSync(file);
  const wrong = (await checkReader(bytes)).map(({ rule, message }) => `${rule}: ${message}`);
  if (!isSound(bytes)) wrong.push('qpdf');
  const radicals = strangeRadicals(run('mutool', bytes, 'draw', '-F', 'txt', 'FILE'), background);
  if (radicals !== '') wrong.push(`radicals ${radicals}`);
  return { file, facts: { reader: size(bytes) }, wrong };
}

const size = (bytes: Uint8Array): string => `${(bytes.length / 1e6).toFixed(2)} MB`;

/** A verdict on one line. */
export function lineOf({ file, facts, wrong }: Verdict): string {
  const said = Object.entries(facts).map(([name, value]) => `${name} ${value}`);
  return `${path.basename(file).padEnd(19)} ${said.join(' · ')}${wrong.map((one) => ` ✗ ${one}`).join('')}`;
}
