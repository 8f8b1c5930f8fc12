/** Which way round the inks of a CMYK JPEG are, where the file does not say. */
import { expect, test } from 'vitest';
import { openCmyk } from '../../src/photo/cmyk.ts';
import { segmentsOf } from '../../src/photo/jpeg-segments.ts';
import { openStudio } from './studio.ts';

/** The JPEG without Adobe's segment, as cleaners of metadata leave it. */
function withoutMarker(jpeg: Buffer): Buffer {
  const adobe = [...segmentsOf(jpeg)].find(({ marker }) => marker === 0xee);
  if (adobe === undefined) throw new Error('no Adobe marker');
  const end = adobe.at + 2 + jpeg.readUInt16BE(adobe.at + 2);
  return Buffer.concat([jpeg.subarray(0, adobe.at), jpeg.subarray(end)]);
}

test('a CMYK JPEG without Adobe’s marker is refused where it is a negative, and told where nobody can see', async () => {
  await using studio = await openStudio();
  /** A frame of paper around so much of the four inks. */
  const inks = Uint8Array.from({ length: 80 * 80 * 4 }, (_, at) => {
    const [x, y] = [(at >> 2) % 80, Math.floor(at / 320)];
    return Math.min(x, y) < 8 || Math.max(x, y) >= 72 ? 0 : ([40, 150, 130, 20][at % 4] ?? 0);
  });
  const put = async (name: string, pixels: Uint8Array, marked = false) => {
    const jpeg = await openCmyk(pixels, 80, 80).jpeg({ quality: 95 }).toBuffer();
    await studio.put(`photos/${name}.jpg`, marked ? jpeg : withoutMarker(jpeg));
  };
  await put('adobe', inks, true);
  await put('cleaned', inks);
  await put(
    'straight',
    inks.map((ink) => 255 - ink),
  );
  await put(
    'dull',
    inks.map(() => 128),
  );
  const names = ['adobe', 'cleaned', 'straight', 'dull'].map((name) => `photos/${name}.jpg`);
  const { faults } = await studio.inspect(names);
  const told = faults.filter(({ name }) => !['picture-cmyk-untagged', 'picture-twice'].includes(name));
  expect(told.map(({ name, severity, place }) => [name, severity, place?.file.split('/').at(-1)])).toEqual([
    ['picture-cmyk-turned', 'error', 'straight.jpg'],
    ['picture-cmyk-unclear', 'warning', 'dull.jpg'],
  ]);
});
