/** Which pictures of a signed-off page are other ones by now, and what the web shows of them. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { asPrinted, pictureChanges } from '../../src/cli/build/frozen-pictures.ts';
import { withPrinted } from '../../src/cli/build/renditions.ts';
import { placementKey, placements } from '../../src/edition/pictures.ts';
import type { Box, Plan } from '../../src/makeup/plan.ts';
import { WHOLE } from '../../src/photo/crop.ts';
import type { Picture } from '../../src/photo/model.ts';
import { blankStandIn, standIn } from '../../src/photo/stand-in.ts';
import { moduleOf, pageOf } from '../browser/page-builder.ts';

const pictureOf = (file: string): Box => ({
  kind: 'picture',
  use: 'photo',
  file,
  x: 0,
  y: 0,
  width: 60,
  height: 40,
  crop: CROP,
});
const CROP = { x: 0, y: 0, width: 1, height: 1 };

const page = pageOf(1, [moduleOf('pier', [pictureOf('photos/a.jpg'), pictureOf('photos/b.jpg')])]);
const plan: Plan = { schema: 'broadsheet/plan@1', issue: '2026-01-08', pages: [page], articles: [] };
const keys = placements(plan).map(placementKey);
const bytesOf = (word: string) => new TextEncoder().encode(word);
const fileOf = (file: string, sha256: string): Picture => ({
  file,
  kind: 'photo',
  width: 60,
  height: 40,
  grey: false,
  sha256,
});

const frozen = {
  schema: 'broadsheet/released@1',
  plan: page,
  press: '',
  revision: 1,
  replates: [],
  pdf: bytesOf(''),
} as const;

describe('the pictures of a signed-off page', () => {
  /** Files that are told to be others than those that were printed, when the folder has these, by name and digest. */
  async function told(now: Readonly<Record<string, string>>): Promise<readonly string[]> {
    const printed = placements(plan).map(async (placement): Promise<[string, Uint8Array]> => {
      const { bytes } = await blankStandIn(fileOf(placement.file, 'printed'), placement);
      return [placementKey(placement), bytes];
    });
    // What other pages had when this one was signed off may be kept with it.
    const kept = new Map([...(await Promise.all(printed)), ['elsewhere.jpg', bytesOf('x')]]);
    const released = new Map([[1, { ...frozen, pictures: kept }]]);
    const pictures = new Map(Object.entries(now).map(([file, sha256]) => [file, fileOf(file, sha256)]));
    return pictureChanges({ plan, released, pictures }).map(({ message }) => message.split(' ')[2] ?? '');
  }

  it('are none of them told while they are the same', async () => {
    expect(await told({ 'photos/a.jpg': 'printed', 'photos/b.jpg': 'printed' })).toEqual([]);
  });

  it('are told when one is another', async () => {
    expect(await told({ 'photos/a.jpg': 'new', 'photos/b.jpg': 'printed' })).toEqual(['photos/a.jpg']);
  });

  it('are told when one is gone', async () => {
    expect(await told({ 'photos/a.jpg': 'printed' })).toEqual(['photos/b.jpg']);
  });
});

describe('a signed-off page on the web', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-printed-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A picture in a folder of one colour, with its stand-in. */
  const pictureIn = async (file: string, colour: string) => {
    const at = path.join(folder, file.replace('/', '-'));
    await sharp({ create: { width: 60, height: 40, channels: 3, background: colour } })
      .jpeg()
      .toFile(at);
    const sha256 = createHash('sha256').update(readFileSync(at)).digest('hex');
    const picture: Picture = { file, kind: 'photo', width: 60, height: 40, grey: false, sha256 };
    const [placement] = placements({ ...plan, pages: [{ ...page, modules: [moduleOf('pier', [pictureOf(file)])] }] });
    if (placement === undefined) throw new Error('no placement');
    return { picture, printed: (await standIn(at, picture, placement)).bytes };
  };
  const filesOf = ({ plan: { pages } }: { readonly plan: Plan }) =>
    pages.flatMap(({ modules }) => modules.flatMap(({ boxes }) => boxes)).map((box) => 'file' in box && box.file);

  it('shows the picture that was printed where the folder has another, and the folder’s where it is the same', async () => {
    const was = await Promise.all([pictureIn('photos/a.jpg', '#000000'), pictureIn('photos/b.jpg', '#333333')]);
    const pictures = new Map(keys.map((key, at) => [key, was[at]?.printed ?? new Uint8Array()]));
    const released = new Map([[1, { ...frozen, pictures }]]);
    const [a, b] = [await pictureIn('photos/a.jpg', '#ffffff'), was[1]];
    const now = new Map([a, b].flatMap((one) => (one ? [[one.picture.file, one.picture] as const] : [])));
    const shown = asPrinted({ plan, released, pictures: now });
    const [first, second] = filesOf(shown);
    expect(first).toMatch(/^released\/[0-9a-f]{16}\.jpg$/);
    expect(second).toBe('photos/b.jpg');
    expect([...shown.printed]).toEqual([[first, was[0]?.printed]]);
    const same = new Map(was.map(({ picture }) => [picture.file, picture]));
    expect(asPrinted({ plan, released, pictures: same }).plan).toBe(plan);
    expect(filesOf(asPrinted({ plan, released, pictures: new Map() }))).not.toContain('photos/b.jpg');
  });

  it('has its renditions from the stand-in, at its own size', async () => {
    const { printed } = await pictureIn('photos/a.jpg', '#336699');
    const render = withPrinted(() => Promise.reject(new Error('nothing else is asked for')), new Map([['x', printed]]));
    const made = await render({
      file: 'x',
      use: 'photo',
      crop: WHOLE,
      widths: [560],
      formats: ['webp'],
      largest: ['jpeg'],
    });
    expect(made.map(({ format, width, height }) => [format, width, height])).toEqual([
      ['webp', 60, 40],
      ['jpeg', 60, 40],
    ]);
  });
});
