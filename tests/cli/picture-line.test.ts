/** The pictures of a page on their way to browser and plates: decoded once for both, and the same pictures as from the file. */
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PictureLine } from '../../src/cli/build/picture-line.ts';
import type { Placed } from '../../src/cli/build/pictures.ts';
import { noCache } from '../../src/cli/cache.ts';
import type { Pool } from '../../src/cli/threads/pool.ts';
import { WHOLE } from '../../src/photo/crop.ts';
import type { Twin } from '../../src/photo/model.ts';
import { pressTwin } from '../../src/photo/press.ts';
import { blankStandIn } from '../../src/photo/stand-in.ts';
import { openStudio, PROFILE, scene } from '../photo/studio.ts';

const TARGET = { profile: PROFILE, inkLimit: 240, resolution: 200 };

let studio: Awaited<ReturnType<typeof openStudio>>;
let photo: Placed;
beforeAll(async () => {
  studio = await openStudio();
  await studio.put('photos/a.jpg', await scene(900, 450).jpeg({ quality: 95 }).toBuffer());
  const picture = await studio.picture('photos/a.jpg');
  // Two inches by one.
  const placement = { file: picture.file, width: 192, height: 96, crop: WHOLE, color: true };
  photo = { key: 'a', placement, picture, path: studio.path('photos/a.jpg') };
});
afterAll(() => studio[Symbol.asyncDispose]());

/** What the threads are asked for. */
interface Asked {
  readonly task: string;
  readonly scaled?: Uint8Array;
}

/** A line whose threads are this one, and what they were asked for. */
function openLine(): { readonly line: PictureLine; readonly asked: readonly Asked[] } {
  const asked: Asked[] = [];
  const run = async (task: string, order: Placed & { readonly scaled?: Uint8Array }) => {
    const { path, picture, placement, scaled } = order;
    asked.push({ task, ...(scaled && { scaled }) });
    return task === 'makeTwin' ? pressTwin(path, picture, placement, TARGET, scaled) : blankStandIn(picture, placement);
  };
  return { line: new PictureLine({ pool: { run } as unknown as Pool, cache: noCache() }), asked };
}

/** How far two JPEGs of one size are apart, mean of all samples. */
async function apart(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all([one, other].map((bytes) => sharp(bytes).raw().toBuffer()));
  if (a === undefined || b === undefined || a.length !== b.length) throw new Error('sizes differ');
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
}

it('decodes a photo once for the stand-in and the twin', async () => {
  const { line, asked } = openLine();
  const standIn = line.standIn(photo, { blank: false, resolution: 200 });
  const twin = line.twin(photo, TARGET);
  expect(await twin).toEqual(await pressTwin(photo.path, photo.picture, photo.placement, TARGET));
  expect(asked.map(({ task, scaled }) => [task, scaled?.length])).toEqual([['makeTwin', 400 * 200 * 3]]);
  const { width, height, bytes } = await standIn;
  expect([width, height]).toEqual([300, 150]);
  const direct = await sharp(photo.path).resize(300, 150).jpeg({ quality: 80 }).toBuffer();
  expect(await apart(bytes, direct)).toBeLessThan(4);
});

it('leaves the photo to the thread where the browser prints none of it', async () => {
  const { line, asked } = openLine();
  const [blank, twin] = await Promise.all([line.standIn(photo, { blank: true }), line.twin(photo, TARGET)]);
  expect(asked).toEqual([{ task: 'makeBlank' }, { task: 'makeTwin' }]);
  expect((await sharp(blank.bytes).stats()).channels.map(({ min }) => min)).toEqual([255, 255, 255]);
  expect((twin satisfies Twin).width).toBe(400);
});

it('draws the stand-in from the file where the press has fewer pixels than the reader', async () => {
  const { line, asked } = openLine();
  const coarse = { ...TARGET, resolution: 100 };
  const { width } = await line.standIn(photo, { blank: false, resolution: 100 });
  await line.twin(photo, coarse);
  expect(width).toBe(300);
  expect(asked).toEqual([{ task: 'makeTwin' }]);
});
