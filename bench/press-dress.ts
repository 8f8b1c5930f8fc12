/**
 * What makes a random issue hard on a press: pictures of every kind that a desk sends (CMYK, turned by EXIF, grey, 16-bit,
 * see-through, too few pixels), advertisements as PDF and SVG, pages without colour, other house colours, lists, tables, links,
 * and characters that share their glyph with a radical. Changes an issue that `bench/random-issue.ts` wrote.
 */
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import sharp, { type Sharp } from 'sharp';
import { parse, stringify } from 'yaml';
import { slugTypeFor } from '../src/press/sheet/slug.ts';
import { BODY, PITCH, pxToPt } from '../src/units.ts';

/** House colours, one an issue. */
const HOUSES = [
  { rgb: '#c8102e', cmyk: [0, 95, 85, 5] },
  { rgb: '#00539b', cmyk: [100, 60, 0, 10] },
  { rgb: '#0a7d3c', cmyk: [90, 10, 100, 5] },
] as const;

/** Kinds of picture in the order in which an issue gets them: the ending, and how the drawn JPEG becomes one. */
const KINDS: readonly (readonly [string, (drawn: Sharp, size: Size) => Sharp])[] = [
  ['jpg', (drawn) => drawn.toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 92 })],
  ['jpg', (drawn) => drawn.rotate(270).withMetadata({ orientation: 6 }).jpeg({ quality: 90 })],
  ['jpg', (drawn) => drawn.toColourspace('b-w').jpeg({ quality: 90 })],
  ['png', (drawn, size) => drawn.composite([{ input: window(size), blend: 'dest-in' }]).png({ compressionLevel: 1 })],
  ['tif', (drawn) => drawn.toColourspace('rgb16').tiff({ compression: 'lzw' })],
  ['jpg', (drawn, { width }) => drawn.resize(Math.round(width / 4)).jpeg()],
  ['webp', (drawn) => drawn.webp({ quality: 90, effort: 0 })],
  ['jpg', (drawn) => drawn.jpeg()],
];

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A round window: the corners of the picture are see-through. */
const window = ({ width, height }: Size): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" rx="${width / 8}"/></svg>`,
  );

/** Dresses an issue. @returns what it got, in a few words. */
export async function dress(paper: string, issue: string, seed: number): Promise<string> {
  const name = path.join(issue, 'issue.yaml');
  const written = parse(await readFile(name, 'utf8')) as { pages: number; ads: Booked[] };
  const mono = written.pages === 1 ? (seed % 5 === 0 ? 1 : 0) : (seed % written.pages) + 1;
  const pages = Array.from({ length: written.pages }, (_, at) => ({ number: at + 1, color: at + 1 !== mono }));
  const ads = await Promise.all(
    written.ads.map((ad, at) => advertisement(issue, ad, { kind: (seed + at) % 3, color: ad.page !== mono })),
  );
  await writeFile(name, stringify({ ...written, pages, ads }));
  const house = HOUSES[seed % HOUSES.length] ?? HOUSES[0];
  const own = parse(await readFile(path.join(paper, 'newspaper.yaml'), 'utf8')) as object;
  await writeFile(path.join(paper, 'newspaper.yaml'), stringify({ ...own, colours: { nameplate: house } }));
  const pictures = await dressPictures(issue, seed);
  await dressText(issue, seed);
  const kinds = ads.map(({ file }) => path.extname(file).slice(1));
  return `pictures ${pictures.join(' ') || 'none'}; ads ${kinds.join(' ') || 'none'}; mono page ${mono || 'none'}; house ${house.rgb}`;
}

async function dressPictures(issue: string, seed: number): Promise<readonly string[]> {
  const folder = path.join(issue, 'photos');
  const said: string[] = [];
  for (const [at, file] of (await readdir(folder)).sort().entries()) {
    const kind = (seed + at) % KINDS.length;
    const [ending, make] = KINDS[kind] ?? ['jpg', (drawn: Sharp) => drawn];
    const drawn = path.join(folder, file);
    const { width, height } = await sharp(drawn).metadata();
    const bytes = await make(sharp(drawn), { width, height }).toBuffer();
    const renamed = file.replace(/jpg$/, ending);
    await rename(drawn, path.join(folder, renamed));
    await writeFile(path.join(folder, renamed), bytes);
    await inArticles(issue, (text) => text.replaceAll(`photos/${file}`, `photos/${renamed}`));
    said.push(['cmyk', 'turned', 'grey', 'see-through', '16-bit', 'coarse', 'webp', 'jpeg'][kind] ?? '');
  }
  return said;
}

interface Booked {
  readonly file: string;
  readonly page: number;
  readonly width: number;
  readonly height: number;
}

interface Wish {
  /** 0 PDF, 1 SVG, 2 as it was drawn. */
  readonly kind: number;
  /** A PDF for a page without colour must have none. */
  readonly color: boolean;
}

/** A booked advertisement as it was drawn, as SVG or as PDF. */
async function advertisement(issue: string, ad: Booked, { kind, color }: Wish): Promise<Booked> {
  if (kind === 2) return ad;
  const [width, height] = [ad.width * 14 * BODY - BODY, ad.height * PITCH];
  const file = ad.file.replace(/jpg$/, kind === 0 ? 'pdf' : 'svg');
  await rm(path.join(issue, ad.file), { force: true });
  await writeFile(path.join(issue, file), kind === 0 ? await pdfAd(width, height, color) : svgAd(width, height));
  return { ...ad, file };
}

/** Flat colour, a tint, a frame, black type of two sizes, in a font of its own. */
async function pdfAd(width: number, height: number, color: boolean): Promise<Uint8Array> {
  const words = '大家好这一页是广告请看金石土木';
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const type = await slugTypeFor(words);
  const [wide, high] = [pxToPt(width), pxToPt(height)];
  const page = document.addPage([wide, high]);
  page.node.set(PDFName.of('Resources'), context.obj({ Font: { F1: type.embed(context) } }));
  const line = `<${type.encode(words)}> Tj`;
  const content = `${color ? '.7 .2 0 0' : '0 0 0 .4'} k 0 0 ${wide} ${high} re f 0 0 0 .1 k 12 12 ${wide - 24} ${high - 24} re f
0 0 0 1 K 1 w 12 12 ${wide - 24} ${high - 24} re S 0 0 0 1 k BT /F1 9 Tf 20 20 Td ${line} /F1 20 Tf 0 16 Td ${line} ET`;
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)));
  return document.save({ useObjectStreams: false });
}

const svgAd = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#f4e3c1"/><path d="M0 ${height}L${width / 3} ${height / 3}L${width / 1.5} ${height}z" fill="#8a3324"/><circle cx="${width * 0.8}" cy="${height / 2}" r="${height / 4}" fill="#1d4e89" stroke="#000" stroke-width="3"/><rect x="4" y="4" width="${width - 8}" height="${height - 8}" fill="none" stroke="#000"/></svg>`;

/** Forms that take about as many lines as the paragraph that they replace. */
const FORMS: readonly ((text: string) => string)[] = [
  (text) => `${text.slice(0, 20)}**${text.slice(20, 34)}**${text.slice(34)}`,
  (text) => text.replace(/^(.{12})(.{6})/u, '$1[$2](https://example.org/news?id=1)'),
  (text) => ['一', '八', '龙'].map((mark, at) => `- ${mark}${text.slice(at * 24, at * 24 + 22)}。`).join('\n'),
  (text) => `| 项目 | 数量 |\n| --- | --: |\n| ${text.slice(0, 4)} | 12 |\n| ${text.slice(5, 9)} | 8,450 |`,
  (text) => `${text.replace(/[。，]+$/u, '')}[^1]。\n\n[^1]: ${text.slice(3, 20)}。`,
  (text) => `1. ${text.slice(0, 26)}。\n2. ${text.slice(26, 50)}。`,
  (text) => `> ${text}`,
  // Characters that share their glyph with a Kangxi radical, and two radicals that the article really has.
  (text) =>
    `${text.slice(0, 30)}，一人入大小女子山川工己门马鱼鸟龙龟齿鼠麻黄黑鼎鼓鼻齐金长青非面革音页风飞食首香骨高，部首⼤⽔。`,
];

/** One paragraph of every second longer article takes another form. */
async function dressText(issue: string, seed: number): Promise<void> {
  let at = seed;
  await inArticles(issue, (text) => {
    const paragraphs = text.split('\n\n');
    const long = paragraphs.findIndex((one, index) => index > 1 && one.length > 80 && !one.startsWith('#'));
    at += 1;
    const form = FORMS[at % FORMS.length];
    if (long < 0 || form === undefined) return text;
    return paragraphs.map((one, index) => (index === long ? form(one.trim()) : one)).join('\n\n');
  });
}

async function inArticles(issue: string, change: (text: string) => string): Promise<void> {
  for (const name of (await readdir(issue)).filter((one) => one.endsWith('.md')).sort()) {
    const file = path.join(issue, name);
    await writeFile(file, change(await readFile(file, 'utf8')));
  }
}
