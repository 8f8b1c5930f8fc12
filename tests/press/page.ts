/** The test page: everything that a newspaper page has, in little. */
import { createHash } from 'node:crypto';
import { toPress } from '#src/press/press.ts';
import { cmykTwin, FLIP, job, jpegImage, photo, put, rawPage, set } from './builders.ts';

/** Content of the page; colours are the screen's. */
async function content(): Promise<string> {
  return [
    FLIP,
    '.7843 .0627 .1804 rg 0 0 260 20 re f\n',
    '0 0 0 rg\n',
    await set('大家好', 24, 20, 60),
    await set('这一页', 12, 20, 90),
    '20 100 120 1 re f\n',
    'q 0 0 0 RG 1 w 20.5 110.5 100 20 re S Q\n',
    '.5333 .5333 .5333 rg\n',
    await set('灰字', 12, 20, 150),
    '0 0 0 rg 20 160 60 20 re f 1 1 1 rg\n',
    await set('白字', 12, 24, 175),
    '.7843 .0627 .1804 rg\n',
    await set('红字', 16, 100, 175),
    'q 80 0 0 -60 20 260 cm /X1 Do Q\n',
  ].join('');
}

let raw: Promise<{ readonly bytes: Uint8Array; readonly standIn: Buffer }> | undefined;

/** The page as the browser printed it, with its stand-in. */
export function printedPage() {
  raw ??= photo(120, 90).then(async (standIn) => ({
    standIn,
    bytes: await rawPage({
      content: await content(),
      resources: (document, resources) => put(resources, 'XObject', 'X1', jpegImage(document, standIn, 120, 90)),
    }),
  }));
  return raw;
}

/** The job that goes with it. */
export async function pageJob(change: Parameters<typeof job>[0] = {}) {
  const { standIn } = await printedPage();
  const twin = await cmykTwin(167, 125);
  return job({ ...change, twins: new Map([[createHash('sha256').update(standIn).digest('hex'), twin]]) });
}

let pressed: Promise<Uint8Array> | undefined;

/** The page for the plates. */
export function pressedPage(): Promise<Uint8Array> {
  pressed ??= Promise.all([printedPage(), pageJob()]).then(([{ bytes }, asked]) => toPress(bytes, asked));
  return pressed;
}
