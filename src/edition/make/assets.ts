/** Styles and scripts that all pages share, under names made of their content: they may be kept for ever. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { Newspaper } from '../../issue/model.ts';
import { nameplateFace } from '../../typeset/faces.ts';
import type { Subset } from '../font/face.ts';
import type { Keep } from '../keep.ts';
import { nameByContent } from '../pictures.ts';
import { readStyle } from '../styles.ts';
import { openOutliner, placedOutline } from './outline.ts';

/** Addresses from the site's root, and what stands behind them. */
export interface Assets {
  readonly site: string;
  readonly replica: string;
  /** The script that stands in every page itself, and the hash by which the Content-Security-Policy knows it. */
  readonly early: { readonly code: string; readonly hash: string };
  readonly reader: string;
  readonly viewer: string;
  readonly finder: string;
  /** The paper's name as a picture; CSS decides its height, and by its kind how it stands on a dark ground. */
  readonly nameplate: {
    readonly src: string;
    readonly width: number;
    readonly height: number;
    readonly kind: PlateKind;
  };
  readonly icon: string;
  /** The same as a PNG, for home screens that want one. */
  readonly touchIcon: string;
  readonly files: ReadonlyMap<string, Uint8Array | string>;
}

const SITE_STYLES = ['layers.css', 'tokens.css', 'type.css', 'furniture.css', 'web.css', 'print.css'];
const REPLICA_STYLES = ['layers.css', 'tokens.css', 'type.css', 'furniture.css', 'sheet.css', 'viewer.css'];
/** Drawn in a bright or in a deep colour, or supplied as a picture. */
export type PlateKind = 'bright' | 'deep' | 'supplied';

const SCRIPTS = { early: 'early.js', reader: 'reader.js', viewer: 'viewer.js', finder: 'finder.js' } as const;

/** Reads the house's and the paper's styles, draws the nameplate, and names everything. Same input, same names. */
export async function readAssets(
  paper: Newspaper,
  folder: string | undefined,
  { subset, keep }: { readonly subset: Subset; readonly keep: Keep },
): Promise<Assets> {
  const files = new Map<string, Uint8Array | string>();
  const add = (name: string, ending: string, content: string | Uint8Array): string => {
    const address = `assets/${name}.${nameByContent(typeof content === 'string' ? Buffer.from(content) : content, ending)}`;
    files.set(address, content);
    return address;
  };
  const accent = accentOf(paper);
  const marks = await keep('marks', [paper.name, accent], () => drawMarks(paper.name, accent, subset));
  const supplied = await suppliedNameplate(paper, folder);
  const plate = supplied ?? marks.nameplate;
  const kind: PlateKind = supplied ? 'supplied' : isDeep(accent) ? 'deep' : 'bright';
  const nameplate = { ...plate.size, kind, src: add('nameplate', plate.ending, plate.content) };
  const icon = add('icon', 'svg', marks.icon);
  const touchIcon = add('icon', 'png', marks.touchIcon);
  const [site, replica] = await Promise.all([bundle(SITE_STYLES, folder), bundle(REPLICA_STYLES, folder)]);
  const scripts = await Promise.all(
    Object.values(SCRIPTS).map((name) =>
      readFile(fileURLToPath(new URL(`../client/${name}`, import.meta.url)), 'utf8'),
    ),
  );
  const [early = '', reader = '', viewer = '', finder = ''] = scripts;
  return {
    site: add('site', 'css', site),
    replica: add('replica', 'css', replica),
    early: inlined(early),
    reader: add('reader', 'js', reader),
    viewer: add('viewer', 'js', viewer),
    finder: add('finder', 'js', finder),
    nameplate,
    icon,
    touchIcon,
    files,
  };
}

/** The paper's colour for its own name; black without one, as in print. */
export const accentOf = (paper: Newspaper): string => paper.colours['nameplate']?.rgb ?? '#1b1a17';

/** Relative luminance below which a colour cannot be read on the dark ground: half as bright as newspaper red. */
const DEEP = 0.07;

/** Whether a colour, six hexadecimal digits after a #, is too dark for a dark ground (relative luminance as in WCAG). */
function isDeep(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < DEEP;
}

/** A script as it stands in a page, without comments and indents. */
function inlined(script: string): Assets['early'] {
  const code = withoutComments(script)
    .replace(/^\/\/.*\n/gm, '')
    .trim();
  return { code, hash: `sha256-${createHash('sha256').update(code).digest('base64')}` };
}

async function bundle(names: readonly string[], folder: string | undefined): Promise<string> {
  const styles = await Promise.all(names.map((name) => readStyle(name, folder)));
  return styles.map(withoutComments).join('\n');
}

/** Comments are for people who read `styles/` and `client/`. */
const withoutComments = (source: string): string =>
  source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s*\n+/g, '\n')
    .replace(/^ {2,}/gm, '');

interface Plate {
  readonly content: string | Uint8Array;
  readonly ending: string;
  readonly size: { readonly width: number; readonly height: number };
}

/** The paper's own nameplate, where it is a file that browsers show. */
async function suppliedNameplate(paper: Newspaper, folder: string | undefined): Promise<Plate | undefined> {
  const ending = /\.(svg|png|jpe?g|webp)$/i.exec(paper.nameplate ?? '')?.[1]?.toLowerCase();
  if (ending === undefined || folder === undefined) return undefined;
  const content = await readFile(path.join(folder, paper.nameplate ?? ''));
  const { width = 4, height = 1 } = await sharp(content).metadata();
  return { content, ending, size: { width, height } };
}

/** What the paper's name is drawn as. */
interface Marks {
  readonly nameplate: Plate;
  readonly icon: string;
  readonly touchIcon: Uint8Array;
}

async function drawMarks(name: string, accent: string, subset: Subset): Promise<Marks> {
  const [nameplate, icon] = await Promise.all([drawNameplate(name, accent, subset), drawIcon(name, accent, subset)]);
  return { nameplate, icon, touchIcon: await sharp(Buffer.from(icon)).png().toBuffer() };
}

/** Room over and under the line of a nameplate's type, cut close: Han reaches higher, letters hang lower. */
const PLATE = { han: { above: 88, below: 16 }, letters: { above: 78, below: 26 }, type: 100 } as const;

/** The paper's name in its face. */
async function drawNameplate(name: string, accent: string, subset: Subset): Promise<Plate> {
  const face = nameplateFace(name);
  const size = face === 'serif-latin-black' ? PLATE.letters : PLATE.han;
  const outline = (await openOutliner(face, name, subset)).outline(name, PLATE.type);
  const width = Math.round(outline.width);
  const height = size.above + size.below;
  const box = `viewBox="0 -${size.above} ${width} ${height}"`;
  return {
    content: `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${placedOutline(outline, { x: 0, y: 0, fill: accent })}</svg>\n`,
    ending: 'svg',
    size: { width, height },
  };
}

/** The first character of the name on the accent: the icon of the installed paper. */
async function drawIcon(name: string, accent: string, subset: Subset): Promise<string> {
  const [first = '报'] = name;
  const outline = (await openOutliner('song-black', first, subset)).outline(first, 340);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="${accent}"/>` +
    `${placedOutline(outline, { x: (512 - outline.width) / 2, y: 385, fill: '#fff' })}</svg>\n`
  );
}
