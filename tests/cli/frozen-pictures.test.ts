/** Which pictures of a signed-off page are other ones by now. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pictureChanges } from '../../src/cli/build/frozen-pictures.ts';
import { placementKey, placements } from '../../src/edition/pictures.ts';
import type { Box, Plan } from '../../src/makeup/plan.ts';
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
const CROP = { x: 0, y: 0, width: 60, height: 40 };

const page = pageOf(1, [moduleOf('pier', [pictureOf('photos/a.jpg'), pictureOf('photos/b.jpg')])]);
const plan: Plan = { schema: 'broadsheet/plan@1', issue: '2026-01-08', pages: [page], articles: [] };
const keys = placements(plan).map(placementKey);
const bytesOf = (word: string) => new TextEncoder().encode(word);
const standing = (word: string) => ({ sha256: createHash('sha256').update(bytesOf(word)).digest('hex') });

const frozen = {
  schema: 'broadsheet/released@1',
  plan: page,
  press: '',
  revision: 1,
  replates: [],
  pdf: bytesOf(''),
  // What other pages had when this one was signed off may be kept with it.
  pictures: new Map([...keys.map((key) => [key, bytesOf(key)] as const), ['elsewhere.jpg', bytesOf('x')] as const]),
} as const;
const told = (drawn: ReadonlyMap<string, { readonly sha256: string }>) =>
  pictureChanges({ plan, released: new Map([[1, frozen]]) }, drawn).map(({ message }) => message.split(' ')[2]);

describe('the pictures of a signed-off page', () => {
  it('are none of them told while they are the same', () => {
    expect(told(new Map(keys.map((key) => [key, standing(key)])))).toEqual([]);
  });

  it('are told when one is another', () => {
    expect(told(new Map(keys.map((key, at) => [key, standing(at === 0 ? 'new' : key)])))).toEqual(['photos/a.jpg']);
  });

  it('are told when one is gone', () => {
    expect(told(new Map(keys.slice(0, 1).map((key) => [key, standing(key)])))).toEqual(['photos/b.jpg']);
  });
});
