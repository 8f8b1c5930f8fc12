/** Other people's tools as witnesses of a PDF: what they draw, separate and read. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';

/** Runs a tool on a file with these bytes; `FILE` in the arguments is its name. */
export function run(tool: string, bytes: Uint8Array, ...args: readonly string[]): string {
  return inFolder((folder) => {
    const file = path.join(folder, 'page.pdf');
    writeFileSync(file, bytes);
    return execFileSync(
      tool,
      args.map((arg) => (arg === 'FILE' ? file : arg)),
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
  });
}

export interface Plates {
  readonly width: number;
  readonly height: number;
  /** Ink of every pixel 0–255, by plate. */
  readonly ink: Readonly<Record<'Cyan' | 'Magenta' | 'Yellow' | 'Black', Uint8Array>>;
  /** Plates beside these four. */
  readonly spots: readonly string[];
}

/** The plates of a file's first page, as Ghostscript separates it. */
export async function platesOf(bytes: Uint8Array, dpi: number): Promise<Plates> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plates-'));
  try {
    const file = path.join(folder, 'page.pdf');
    writeFileSync(file, bytes);
    execFileSync(
      'gs',
      [
        '-q',
        '-dNOPAUSE',
        '-dBATCH',
        '-dSAFER',
        '-dFirstPage=1',
        '-dLastPage=1',
        '-sDEVICE=tiffsep',
        `-r${dpi}`,
        `-sOutputFile=${path.join(folder, 'p.tif')}`,
        file,
      ],
      { stdio: 'ignore' },
    );
    const plate = async (name: string) => {
      const found = readdirSync(folder).find((one) => one.includes(name));
      const { data, info } = await sharp(readFileSync(path.join(folder, found ?? '')))
        .toColourspace('b-w')
        .raw()
        .toBuffer({ resolveWithObject: true });
      return { info, ink: data.map((light) => 255 - light) };
    };
    const [cyan, magenta, yellow, black] = [
      await plate('(Cyan)'),
      await plate('(Magenta)'),
      await plate('(Yellow)'),
      await plate('(Black)'),
    ];
    const names = readdirSync(folder).flatMap((one) => /\((.*)\)/.exec(one)?.[1] ?? []);
    return {
      spots: names.filter((one) => !['Cyan', 'Magenta', 'Yellow', 'Black'].includes(one)),
      width: cyan.info.width,
      height: cyan.info.height,
      ink: { Cyan: cyan.ink, Magenta: magenta.ink, Yellow: yellow.ink, Black: black.ink },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * How alike poppler and mutool draw a page: the correlation of their greys, 1 = the same. Small type wants more dots an inch: the two
 * begin their rows half a pixel apart.
 */
export async function likeness(bytes: Uint8Array, dpi = 60): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'drawn-'));
  try {
    const file = path.join(folder, 'page.pdf');
    writeFileSync(file, bytes);
    execFileSync('pdftoppm', ['-r', String(dpi), '-png', '-singlefile', file, path.join(folder, 'poppler')]);
    execFileSync('mutool', ['draw', '-q', '-r', String(dpi), '-o', path.join(folder, 'mutool.png'), file], {
      stdio: 'ignore',
    });
    // A little blur, the same on paper at any resolution: the two place the same edge on different pixels.
    const grey = async (name: string) =>
      sharp(path.join(folder, name))
        .removeAlpha()
        .toColourspace('b-w')
        .blur(dpi / 40)
        .raw()
        .toBuffer();
    return correlation(await grey('poppler.png'), await grey('mutool.png'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function correlation(one: Uint8Array, other: Uint8Array): number {
  const count = Math.min(one.length, other.length);
  const mean = (values: Uint8Array): number => values.subarray(0, count).reduce((sum, value) => sum + value, 0) / count;
  const [meanOne, meanOther] = [mean(one), mean(other)];
  let both = 0;
  let squareOne = 0;
  let squareOther = 0;
  for (let at = 0; at < count; at += 1) {
    const [a, b] = [(one[at] ?? 0) - meanOne, (other[at] ?? 0) - meanOther];
    both += a * b;
    squareOne += a * a;
    squareOther += b * b;
  }
  return both / Math.sqrt(squareOne * squareOther);
}

/** Greatest ink of a plate. */
export const greatest = (ink: Uint8Array): number => ink.reduce((most, value) => Math.max(most, value), 0);

/** Greatest sum of the four plates in one pixel, percent. */
export function greatestSum({ ink: { Cyan, Magenta, Yellow, Black } }: Plates): number {
  return (
    Cyan.reduce(
      (most, cyan, at) => Math.max(most, cyan + (Magenta[at] ?? 0) + (Yellow[at] ?? 0) + (Black[at] ?? 0)),
      0,
    ) / 2.55
  );
}

function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(path.join(tmpdir(), 'press-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Greatest mean ink of any square of 15 mm² (GWG 2015), percent. */
export function greatestMean({ ink: { Cyan, Magenta, Yellow, Black }, width, height }: Plates, dpi: number): number {
  const side = Math.max(1, Math.round((Math.sqrt(15) / 25.4) * dpi));
  // Sums over everything above and left of each pixel: a square's sum is four look-ups.
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      row += (Cyan[at] ?? 0) + (Magenta[at] ?? 0) + (Yellow[at] ?? 0) + (Black[at] ?? 0);
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  const upTo = (x: number, y: number): number => sums[y * (width + 1) + x] ?? 0;
  let most = 0;
  for (let y = 0; y + side <= height; y += 1)
    for (let x = 0; x + side <= width; x += 1)
      most = Math.max(most, upTo(x + side, y + side) - upTo(x, y + side) - upTo(x + side, y) + upTo(x, y));
  return most / (side * side) / 2.55;
}
