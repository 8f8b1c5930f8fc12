/**
 * The press beside Vivliostyle CLI on the same page: `npm run beside:press -- FOLDER`, a folder into which somebody has installed
 * `@vivliostyle/cli` (AGPL; no part of this project). Both use the browser of PUPPETEER_EXECUTABLE_PATH. Prints what the
 * preflight and other people's tools say of each file: the table in `docs/press-room.md`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { openBrowser } from '../src/browser/open.ts';
import { FaultError } from '../src/fault.ts';
import type { Twin } from '../src/photo/model.ts';
import { pressTwin } from '../src/photo/press.ts';
import type { PressJob } from '../src/press/model.ts';
import { preflight } from '../src/press/preflight/preflight.ts';
import { toPress } from '../src/press/press.ts';
import { readProfile } from '../src/press/profile.ts';
import { photo } from '../tests/press/builders.ts';
import { greatestMean, greatestSum, platesOf, run } from '../tests/press/witnesses.ts';
import { BESIDE, BESIDE_TEXT, besidePage, PHOTO } from './press-beside-page.ts';

const DPI = 150;
const [given] = process.argv.slice(2);
if (given === undefined) {
  console.error('Usage: npm run beside:press -- FOLDER-WITH-VIVLIOSTYLE-CLI');
  process.exit(2);
}
const folder = path.resolve(given);
const at = (name: string): string => path.join(folder, name);
const profile = await readProfile();

/** The photo, its twin, and a picture with alpha, at the sizes of the page. */
async function writePictures(): Promise<Twin> {
  await writeFile(at(PHOTO), await photo(560, 240));
  const veil = { width: 140, height: 60, channels: 4, background: { r: 0, g: 120, b: 60, alpha: 0.5 } } as const;
  await writeFile(at('alpha.png'), await sharp({ create: veil }).png().toBuffer());
  const picture = { file: PHOTO, kind: 'photo', width: 560, height: 240, grey: false, sha256: '' } as const;
  const whole = { x: 0, y: 0, width: 1, height: 1 };
  const placement = { file: PHOTO, crop: whole, width: 140, height: 60, color: true };
  const twin = await pressTwin(at(PHOTO), picture, placement, {
    inkLimit: 240,
    resolution: 200,
    profile: profile.path,
  });
  await writeFile(at('photo-cmyk.jpg'), twin.bytes);
  return twin;
}

/** What Chromium prints of the bare sheet. */
async function print(hard: boolean): Promise<Uint8Array> {
  await writeFile(at('bare.html'), await besidePage('bare', hard));
  await using door = await openBrowser();
  const page = await door.browser.newPage();
  await page.goto(`file://${at('bare.html')}`);
  return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false });
}

/** Our page, or why it is refused. */
async function ours(hard: boolean, twin: Twin): Promise<Uint8Array | string> {
  const sha256 = createHash('sha256')
    .update(await readFile(at(PHOTO)))
    .digest('hex');
  const job: PressJob = {
    paper: 'beside',
    language: 'zh-CN',
    date: '2026-01-08',
    issue: '2026-01-08',
    page: { number: 1, color: true, trim: BESIDE.trim },
    press: { condition: 'CGATS TR 002', inkLimit: 240, resolution: 200, bleed: BESIDE.bleed, marks: true },
    colours: { nameplate: { rgb: '#c8102e', cmyk: [0, 95, 85, 5] } },
    profile,
    characters: BESIDE_TEXT,
    twins: new Map([[sha256, twin]]),
  };
  try {
    return await toPress(await print(hard), job);
  } catch (error) {
    if (error instanceof FaultError) return error.faults.map(({ message }) => message).join(' ');
    throw error;
  }
}

/** Black, white and the page's flat colours by hand, as its guide says; it takes ten-thousandths. */
const BY_HAND = [
  ['#000000', { c: 0, m: 0, y: 0, k: 10_000 }],
  ['#ffffff', { c: 0, m: 0, y: 0, k: 0 }],
  ['#c8102e', { c: 0, m: 9500, y: 8500, k: 500 }],
  ['#888888', { c: 0, m: 0, y: 0, k: 4700 }],
  ['#eeeeee', { c: 0, m: 0, y: 0, k: 700 }],
];
const WAYS = {
  'cmyk + replaceImage': {
    cmyk: { warnUnmapped: true, overrideMap: BY_HAND },
    replaceImage: [{ source: PHOTO, replacement: 'photo-cmyk.jpg' }],
  },
  'press-ready-local': { preflight: 'press-ready-local' },
};

async function theirs(way: keyof typeof WAYS, hard: boolean): Promise<Uint8Array> {
  await writeFile(at('marked.html'), await besidePage('marked', hard));
  const config = {
    title: 'beside',
    language: 'zh',
    entry: 'marked.html',
    output: 'theirs.pdf',
    pdfPostprocess: WAYS[way],
  };
  await writeFile(at('vivliostyle.config.cjs'), `module.exports = ${JSON.stringify(config)};`);
  const program = at('node_modules/@vivliostyle/cli/dist/cli.js');
  const browser = process.env['PUPPETEER_EXECUTABLE_PATH'];
  const words = [
    program,
    'build',
    '-c',
    'vivliostyle.config.cjs',
    ...(browser ? ['--executable-browser', browser] : []),
  ];
  execFileSync('node', words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return readFile(at('theirs.pdf'));
}

async function tell(name: string, bytes: Uint8Array | string): Promise<void> {
  process.stdout.write(`\n${name}\n`);
  if (typeof bytes === 'string') {
    process.stdout.write(`  refused: ${bytes}\n`);
    return;
  }
  const findings = await preflight(bytes, {
    pages: [{ number: 1, trim: BESIDE.trim, color: true, characters: BESIDE_TEXT }],
    bleed: BESIDE.bleed,
    inkLimit: 240,
    condition: 'CGATS TR 002',
  });
  const errors = new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule));
  const info = run('pdfinfo', bytes, '-box', 'FILE');
  const line = (key: string): string => new RegExp(`^${key}:\\s+(.*)`, 'm').exec(info)?.[1] ?? '–';
  const text = run('mutool', bytes, 'draw', '-F', 'txt', 'FILE').replace(/\s/g, '');
  const spaces = run('pdfimages', bytes, '-list', 'FILE').split('\n').slice(2).filter(Boolean);
  const plates = await platesOf(bytes, DPI);
  const facts = {
    file: `PDF ${line('PDF version')}, ${line('PDF subtype')}`,
    boxes: `Media ${line('MediaBox')} | Trim ${line('TrimBox')}`,
    text: `${text.length} characters, ${text.match(/[\u2E80-\u2FDF]/g)?.length ?? 0} radicals`,
    fonts: run('pdffonts', bytes, 'FILE').split('\n').slice(2).filter(Boolean).length,
    pictures: spaces.map((one) => one.trim().split(/\s+/)[5]).join(' '),
    ink: `greatest ${greatestSum(plates).toFixed(1)} %, mean over 15 mm² ${greatestMean(plates, DPI).toFixed(0)} %`,
    'errors of our preflight': `${findings.filter(({ severity }) => severity === 'error').length} by ${errors.size} rules: ${[...errors].join(' ')}`,
  };
  for (const [fact, value] of Object.entries(facts)) process.stdout.write(`  ${fact}: ${value}\n`);
}

const twin = await writePictures();
for (const hard of [false, true]) {
  const page = hard ? 'with a conic gradient and see-through type' : 'the page';
  await tell(`Broadsheet, ${page}`, await ours(hard, twin));
  for (const way of ['cmyk + replaceImage', 'press-ready-local'] as const)
    await tell(`Vivliostyle, ${way}, ${page}`, await theirs(way, hard));
}
