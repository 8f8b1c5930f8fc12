import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cmykTiff, inksOf } from '../../src/photo/cmyk.ts';
import { cropTo, WHOLE } from '../../src/photo/crop.ts';
import type { Placement, Twin } from '../../src/photo/model.ts';
import { pressTwin } from '../../src/photo/press.ts';
import { blankStandIn, standIn } from '../../src/photo/stand-in.ts';
import { heaviest } from './reference/ink.ts';
import { openStudio, PROFILE, picture, pixels, quarters, scene } from './studio.ts';

const TARGET = { profile: PROFILE, inkLimit: 240, resolution: 200 };
/** Two inches by one. */
const PLACED = { width: 192, height: 96, crop: WHOLE, color: true };

/** The twin of a picture that is made on the spot. */
async function twinOf(
  file: Buffer | string,
  placed: Partial<Placement> = {},
  target: Partial<typeof TARGET> = {},
): Promise<Twin> {
  await using studio = await openStudio();
  await studio.put('photos/a', file);
  const found = await studio.picture('photos/a');
  return await pressTwin(
    studio.path('photos/a'),
    found,
    { file: found.file, ...PLACED, ...placed },
    { ...TARGET, ...target },
  );
}

describe('the press twin of a photo', () => {
  test('has 200 pixels to the inch of its place', async () => {
    expect(await twinOf(await scene(900, 450).png().toBuffer())).toMatchObject({
      space: 'cmyk',
      width: 400,
      height: 200,
      file: 'photos/a',
    });
  });

  test('is never scaled up', async () => {
    expect(await twinOf(await scene(300, 150).png().toBuffer())).toMatchObject({ width: 300, height: 150 });
  });

  test('is a CMYK JPEG without a profile, chroma at full resolution', async () => {
    const { bytes } = await twinOf(await scene(900, 450).png().toBuffer());
    const metadata = await sharp(Buffer.from(bytes)).metadata();
    expect(metadata).toMatchObject({
      format: 'jpeg',
      space: 'cmyk',
      chromaSubsampling: '4:4:4:4',
      hasProfile: false,
      isProgressive: false,
    });
  });

  test.each([240, 220, 180])(
    'holds an ink limit of %i %% at every pixel, in shadows full of noise',
    async (inkLimit) => {
      const dark = picture(400, 200, (x, y) => {
        const noise = Math.abs(Math.sin(x * 12.9898 + y * 78.233) * 43758.5453);
        return [Math.floor((noise % 1) * 60), Math.floor(((noise * 7) % 1) * 40), Math.floor(((noise * 13) % 1) * 70)];
      });
      const { bytes } = await twinOf(await dark.png().toBuffer(), {}, { inkLimit });
      const inks = await inksOf(bytes);
      expect(heaviest(inks)).toBeLessThanOrEqual(inkLimit);
      expect(heaviest(inks)).toBeGreaterThan(inkLimit * 0.85);
    },
  );

  test('white paper carries no ink; alpha is white paper', async () => {
    const clear = await sharp({
      create: { width: 400, height: 200, channels: 4, background: { r: 10, g: 90, b: 200, alpha: 0 } },
    })
      .png()
      .toBuffer();
    // A red corner keeps it a colour picture.
    const corner = await sharp({ create: { width: 60, height: 60, channels: 4, background: '#c01020' } })
      .png()
      .toBuffer();
    const { bytes } = await twinOf(
      await sharp(clear)
        .composite([{ input: corner, left: 0, top: 0 }])
        .png()
        .toBuffer(),
    );
    const inks = await inksOf(bytes);
    expect([...inks.subarray(inks.length - 4)]).toEqual([0, 0, 0, 0]);
  });

  test('shows the crop', async () => {
    const file = await quarters(800, 800).png({ compressionLevel: 1 }).toBuffer();
    const jpeg = await sharp(file).jpeg({ quality: 95 }).toBuffer();
    const { bytes, width } = await twinOf(jpeg, { crop: cropTo({ width: 800, height: 800 }, [0.9, 0.1], 2) });
    const inks = await inksOf(bytes);
    // The upper right quarter is green: yellow and cyan, hardly any magenta.
    const [c = 0, m = 0, y = 0] = inks.subarray(4 * (width * 20 + width - 20));
    expect(Math.min(c, y)).toBeGreaterThan(m + 60);
  });

  test('a CMYK source goes through its own profile', async () => {
    const own = await quarters(400, 200)
      .withIccProfile(PROFILE)
      .toColourspace('cmyk')
      .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
      .toBuffer();
    const direct = await inksOf((await twinOf(await quarters(400, 200).jpeg({ quality: 95 }).toBuffer())).bytes);
    const round = await inksOf((await twinOf(own)).bytes);
    const at = 4 * (400 * 50 + 100);
    for (let plate = 0; plate < 4; plate++)
      expect(Math.abs((direct[at + plate] ?? 0) - (round[at + plate] ?? 0))).toBeLessThan(26);
  });

  test('a CMYK source without a profile, 16-bit and palette sources are printed too', async () => {
    const ramp = Uint8Array.from({ length: 400 * 200 * 4 }, (_, at) => (at * 7) % 256);
    expect(await twinOf(cmykTiff(ramp, 400, 200))).toMatchObject({ space: 'cmyk' });
    expect(await twinOf(await scene(400, 200).toColourspace('rgb16').png().toBuffer())).toMatchObject({
      space: 'cmyk',
    });
    expect(await twinOf(await scene(400, 200).png({ palette: true }).toBuffer())).toMatchObject({ space: 'cmyk' });
  });

  test('is one grey plate for a grey picture, and on a page without colour', async () => {
    const grey = await twinOf(await scene(400, 200).greyscale().png().toBuffer());
    const mono = await twinOf(await scene(400, 200).png().toBuffer(), { color: false });
    for (const { space, bytes } of [grey, mono]) {
      expect(space).toBe('grey');
      expect((await sharp(Buffer.from(bytes)).metadata()).channels).toBe(1);
    }
  });

  test('is the same bytes on every run', async () => {
    const file = await scene(400, 200).png().toBuffer();
    const [one, other] = await Promise.all([twinOf(file), twinOf(file)]);
    expect(one).toEqual(other);
  });
});

describe('the press twin of a drawing', () => {
  const bars = (width: number, height: number) =>
    picture(width, height, (x) => ((x >> 4) % 2 ? [0, 0, 0] : [255, 255, 255])).png({ palette: true, colours: 2 });

  test('black and white: one bit a pixel, 800 to the inch at most', async () => {
    const { space, width, height, bytes } = await twinOf(await bars(2000, 1000).toBuffer());
    expect([space, width, height, bytes.length]).toEqual(['bilevel', 1600, 800, 200 * 800]);
    const fine = await twinOf(await bars(1200, 600).toBuffer());
    expect([fine.width, fine.height]).toEqual([1200, 600]);
    // 16 white, 16 black, the first pixel in the high bit, 1 = ink.
    expect([...fine.bytes.subarray(0, 6)]).toEqual([0, 0, 255, 255, 0, 0]);
  });

  test('black and white with few pixels: greys, which hide the steps', async () => {
    expect(await twinOf(await bars(400, 200).toBuffer())).toMatchObject({ space: 'grey', width: 400 });
  });

  test('in colour: neutral lines on the black plate alone', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100"><rect width="100" height="100" fill="#000"/><rect x="100" width="100" height="100" fill="#c8102e"/></svg>';
    const { space, width, height, bytes } = await twinOf(svg);
    expect([space, width, height]).toEqual(['cmyk', 1600, 800]);
    const inks = await inksOf(bytes);
    expect([...inks.subarray(4 * 200, 4 * 200 + 4)]).toEqual([0, 0, 0, 255]);
    expect(heaviest(inks)).toBeLessThanOrEqual(240);
  });

  test('a full page of colour stays within memory', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100"><rect width="200" height="100" fill="#c8102e"/></svg>';
    const { width, height } = await twinOf(svg, { width: 1332, height: 666 });
    expect(width * height).toBeLessThanOrEqual(8_000_000);
    expect((width * 96) / 1332).toBeGreaterThan(280);
  });
});

describe('the stand-in', () => {
  async function bothOf(placed: Partial<Placement> = {}) {
    await using studio = await openStudio();
    await studio.put('photos/a.jpg', await quarters(600, 300).jpeg().toBuffer());
    const found = await studio.picture('photos/a.jpg');
    const placement = { file: found.file, ...PLACED, ...placed };
    return {
      drawn: await standIn(studio.path('photos/a.jpg'), found, placement),
      blank: await blankStandIn(found, placement),
    };
  }
  const standInOf = async (placed: Partial<Placement> = {}) => (await bothOf(placed)).drawn;

  test('is an RGB JPEG of 150 pixels to the inch', async () => {
    const { bytes, width, height } = await standInOf();
    expect([width, height]).toEqual([300, 150]);
    expect(await sharp(Buffer.from(bytes)).metadata()).toMatchObject({
      format: 'jpeg',
      space: 'srgb',
      channels: 3,
      width: 300,
      isProgressive: false,
    });
  });

  test('is the same for the same place, and never the same for another', async () => {
    const places: Partial<Placement>[] = [
      {},
      { color: false },
      { width: 193 },
      { crop: { x: 0, y: 0, width: 1, height: 0.9999 } },
    ];
    const made = await Promise.all([...places, {}].map(standInOf));
    expect(new Set(made.map(({ sha256 }) => sha256)).size).toBe(places.length);
    expect(made[0]).toEqual(made.at(-1));
  });

  test('is white for plates alone, with as many pixels of as many colours, and another for each place', async () => {
    const { drawn, blank } = await bothOf();
    expect(blank).toMatchObject({ width: drawn.width, height: drawn.height });
    const [one, other] = await Promise.all([blank, drawn].map(({ bytes }) => sharp(Buffer.from(bytes)).metadata()));
    for (const fact of ['format', 'space', 'channels', 'width', 'height'] as const)
      expect(one?.[fact]).toBe(other?.[fact]);
    const pixels = await sharp(Buffer.from(blank.bytes)).raw().toBuffer();
    expect(pixels.every((value) => value === 255)).toBe(true);
    const elsewhere = (await bothOf({ color: false })).blank;
    expect(new Set([drawn, blank, elsewhere].map(({ sha256 }) => sha256)).size).toBe(3);
  });

  test('looks grey on a page without colour', async () => {
    const { at } = await pixels((await standInOf({ color: false })).bytes);
    const [r = 0, g = 0, b = 0] = at(20, 20);
    expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThanOrEqual(1);
  });
});

const run = promisify(execFile);
const mutool = await run('mutool', ['-v']).then(
  () => true,
  () => false,
);

/** A page of one pixel a point that is nothing but this CMYK JPEG. */
function pdfOf({ bytes, width, height }: Twin): Buffer {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const add = (part: Uint8Array | string): void => {
    const buffer = Buffer.from(part as Uint8Array);
    parts.push(buffer);
    length += buffer.length;
  };
  const object = (number: number, body: () => void): void => {
    offsets.push(length);
    add(`${number} 0 obj\n`);
    body();
    add('\nendobj\n');
  };
  const content = `q ${width} 0 0 ${height} 0 0 cm /I Do Q`;
  add('%PDF-1.6\n');
  object(1, () => add('<</Type/Catalog/Pages 2 0 R>>'));
  object(2, () => add('<</Type/Pages/Kids[3 0 R]/Count 1>>'));
  object(3, () =>
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>`,
    ),
  );
  object(4, () => add(`<</Length ${content.length}>>stream\n${content}\nendstream`));
  object(5, () => {
    add(
      `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceCMYK/BitsPerComponent 8/Filter/DCTDecode/Decode[1 0 1 0 1 0 1 0]/Length ${bytes.length}>>stream\n`,
    );
    add(bytes);
    add('\nendstream');
  });
  const xref = length;
  add(
    `xref\n0 6\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF`,
  );
  return Buffer.concat(parts);
}

test.skipIf(!mutool && !process.env['CI'])(
  'MuPDF decodes the same inks, none over the limit (needs mutool)',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-ink-'));
    try {
      const twin = await twinOf(await scene(800, 400, 5).modulate({ brightness: 0.4 }).png().toBuffer());
      const [pdf, pam] = [path.join(folder, 'a.pdf'), path.join(folder, 'a.pam')];
      await writeFile(pdf, pdfOf(twin));
      await run('mutool', ['draw', '-q', '-N', '-r', '72', '-c', 'cmyk', '-F', 'pam', '-o', pam, pdf]);
      const drawn = await readFile(pam);
      const seen = drawn.subarray(drawn.indexOf('ENDHDR\n') + 7);
      expect(seen.length).toBe(twin.width * twin.height * 4);
      expect(heaviest(seen)).toBeLessThanOrEqual(TARGET.inkLimit + 2);
      const ours = await inksOf(twin.bytes);
      const apart = ours.reduce((sum, value, at) => sum + Math.abs(value - (seen[at] ?? 0)), 0) / ours.length;
      expect(apart).toBeLessThan(1);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
