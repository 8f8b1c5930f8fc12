/** Styles and scripts that all pages share, under names made of their content: they may be kept for ever. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Newspaper } from '../../issue/model.ts';
import type { Subset } from '../font/face.ts';
import { nameByContent } from '../pictures.ts';
import { readStyle } from '../styles.ts';
import { openOutliner } from './outline.ts';

/** Addresses from the site's root, and what stands behind them. */
export interface Assets {
  readonly site: string;
  readonly replica: string;
  readonly early: string;
  readonly reader: string;
  readonly viewer: string;
  readonly finder: string;
  readonly nameplate: string;
  readonly icon: string;
  readonly files: ReadonlyMap<string, Uint8Array | string>;
}

const SITE_STYLES = ['layers.css', 'tokens.css', 'type.css', 'furniture.css', 'web.css', 'print.css'];
const REPLICA_STYLES = ['layers.css', 'tokens.css', 'type.css', 'furniture.css', 'sheet.css', 'viewer.css'];
const SCRIPTS = { early: 'early.js', reader: 'reader.js', viewer: 'viewer.js', finder: 'finder.js' } as const;

/** Reads the house's and the paper's styles, draws the nameplate, and names everything. Same input, same names. */
export async function readAssets(paper: Newspaper, folder: string | undefined, subset: Subset): Promise<Assets> {
  const files = new Map<string, Uint8Array | string>();
  const add = (name: string, ending: string, content: string): string => {
    const address = `assets/${name}.${nameByContent(Buffer.from(content), ending)}`;
    files.set(address, content);
    return address;
  };
  const accent = accentOf(paper);
  const plate = await drawNameplate(paper.name, subset);
  const nameplate = add('nameplate', 'svg', plate.svg);
  const icon = add('icon', 'svg', await drawIcon(paper.name, accent, subset));
  const house =
    `@layer tokens{:root{--nameplate:url("${nameplate.replace('assets/', '')}");` +
    `--nameplate-ratio:${plate.ratio.toFixed(3)}}}\n`;
  const [site, replica] = await Promise.all([bundle(SITE_STYLES, folder), bundle(REPLICA_STYLES, folder)]);
  const scripts = await Promise.all(
    Object.values(SCRIPTS).map((name) =>
      readFile(fileURLToPath(new URL(`../client/${name}`, import.meta.url)), 'utf8'),
    ),
  );
  const [early = '', reader = '', viewer = '', finder = ''] = scripts;
  return {
    site: add('site', 'css', site + house),
    replica: add('replica', 'css', replica + house),
    early: add('early', 'js', early),
    reader: add('reader', 'js', reader),
    viewer: add('viewer', 'js', viewer),
    finder: add('finder', 'js', finder),
    nameplate,
    icon,
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

/** The paper's name in the brush face, cut close, in the colour of the text around it. */
async function drawNameplate(name: string, subset: Subset): Promise<{ svg: string; ratio: number }> {
  const size = 100;
  const { path, width } = (await openOutliner('brush', name, subset)).outline(name, size);
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -88 ${width.toFixed(1)} 104"><path d="${path}"/></svg>\n`,
    ratio: width / 104,
  };
}

/** The first character of the name on the accent: the icon of the installed paper. */
async function drawIcon(name: string, accent: string, subset: Subset): Promise<string> {
  const [first = '报'] = name;
  const { path, width } = (await openOutliner('song-black', first, subset)).outline(first, 340);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="${accent}"/>` +
    `<path transform="translate(${((512 - width) / 2).toFixed(1)} 385)" fill="#fff" d="${path}"/></svg>\n`
  );
}
