/** The kept pictures: reading, writing, comparing, and the report of what differs. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { Raster } from './raster.ts';

/** Where a picture lies. */
export const pathOf = (name: string): string => fileURLToPath(new URL(`${name}.png`, import.meta.url));
/** Where the report goes; not committed. */
export const DIFFERENCES = fileURLToPath(new URL('differences/', import.meta.url));

/** Tones that a picture is drawn in, at most: few, so that the files stay small. */
const COLOURS = 16;

/** A PNG of a page. */
export const encode = ({ pixels, width, height }: Raster): Promise<Buffer> =>
  sharp(pixels, { raw: { width, height, channels: 1 } })
    .png({ palette: true, colours: COLOURS, dither: 0, compressionLevel: 9, effort: 10 })
    .toBuffer();

/** The page of a PNG as it was drawn. */
export async function decode(png: Buffer | string): Promise<Raster> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: new Uint8Array(data) };
}

/** Pixels that differ, as a share of all; 1 where the sizes differ. */
export function difference(one: Raster, other: Raster): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let differing = 0;
  one.pixels.forEach((tone, at) => {
    if (tone !== other.pixels[at]) differing += 1;
  });
  return differing / one.pixels.length;
}

/** A page that no longer looks as it did. */
export interface Differing {
  readonly name: string;
  readonly was: Raster;
  readonly is: Raster;
  readonly share: number;
}

/** Writes the report: was, is, and both over one another, red where ink went and blue where it came. */
export async function writeDifferences(pages: readonly Differing[]): Promise<string> {
  await mkdir(DIFFERENCES, { recursive: true });
  const figures: string[] = [];
  for (const { name, was, is, share } of pages) {
    await writeFile(`${DIFFERENCES}${name}-was.png`, await encode(was));
    await writeFile(`${DIFFERENCES}${name}-is.png`, await encode(is));
    await writeFile(`${DIFFERENCES}${name}-both.png`, await overlaid(was, is));
    const shown = ['was', 'is', 'both'].map((part) => `<img src="${name}-${part}.png" alt="${part}" title="${part}">`);
    figures.push(`<h2>${name}: ${(100 * share).toFixed(2)} % of the pixels</h2>${shown.join('\n')}`);
  }
  const style = 'body{font:16px system-ui;margin:2rem}img{width:30%;border:1px solid #999;margin-right:1rem}';
  const note =
    '<p>Was, is, both: red ink is gone, blue ink is new. If that is right: <code>npm run golden:update</code>.</p>';
  const page = `<!doctype html><meta charset="utf-8"><title>Golden pages</title><style>${style}</style><h1>Golden pages that changed</h1>${note}${figures.join('\n')}\n`;
  await writeFile(`${DIFFERENCES}index.html`, page);
  return `${DIFFERENCES}index.html`;
}

/** Both pictures in one: what they share in grey, what only one has in its colour. */
function overlaid(was: Raster, is: Raster): Promise<Buffer> {
  const [width, height] = [Math.min(was.width, is.width), Math.min(was.height, is.height)];
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [before, after] = [was.pixels[y * was.width + x] ?? 255, is.pixels[y * is.width + x] ?? 255];
      pixels.set([after, Math.max(before, after) - Math.abs(before - after), before], 3 * (y * width + x));
    }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}
