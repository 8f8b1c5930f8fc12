/** Styles and scripts that all pages share, under names made of their content: they may be kept for ever. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { Newspaper } from '../../issue/model.ts';
import type { Subset } from '../font/face.ts';
import type { Keep } from '../keep.ts';
import { nameByContent } from '../pictures.ts';
import { readStyle } from '../styles.ts';
import { openOutliner, placedOutline } from './outline.ts';

/** Addresses from the site's root, and what stands behind them. */
export interface Assets {
  readonly site: string;
  readonly replica: string;
  readonly early: string;
  readonly reader: string;
  readonly viewer: string;
  readonly finder: string;
  /** The paper's name as a picture; CSS decides its height. */
  readonly nameplate: { readonly src: string; readonly width: number; readonly height: number };
  readonly icon: string;
  /** The same as a PNG, for home screens that want one. */
  readonly touchIcon: string;
  readonly files: ReadonlyMap<string, Uint8Array | string>;
}

const SITE_STYLES = ['layers.css', 'tokens.css', 'type.css', 'furniture.css', 'web.css', 'print.css'];
const REPLICA_STYLES = ['layers.css', 'tokens.css', 'type.css', 'furniture.css', 'sheet.css', 'viewer.css'];
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
  const plate = (await suppliedNameplate(paper, folder)) ?? marks.nameplate;
  const nameplate = { ...plate.size, src: add('nameplate', plate.ending, plate.content) };
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
    early: add('early', 'js', early),
    reader: add('reader', 'js', reader),
    viewer: add('viewer', 'js', viewer),
    finder: add('finder', 'js', finder),
    nameplate,
    icon,
    touchIcon,
    files,
  };
}

/** The paper's colour for its own name; newspaper red by default. */
export const accentOf = (paper: Newspaper): string => paper.colours['nameplate']?.rgb ?? '#c8102e';

async function bundle(names: readonly string[], folder: string | undefined): Promise<string> {
  const styles = await Promise.all(names.map((name) => readStyle(name, folder)));
  return styles.map(withoutComments).join('\n');
}

/** Comments are for people who read `styles/`. */
const withoutComments = (css: string): string =>
  css
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

/** The paper's name in the brush face, cut close. */
async function drawNameplate(name: string, accent: string, subset: Subset): Promise<Plate> {
  const size = { above: 88, below: 16, type: 100 };
  const outline = (await openOutliner('brush', name, subset)).outline(name, size.type);
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
