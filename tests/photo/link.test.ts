import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { KEPT, keptLink } from '../../src/photo/kept-link.ts';
import { measureLink, openSeparation } from '../../src/photo/separation.ts';
import { newsprint } from './little-cms.ts';
import { PROFILE } from './studio.ts';

describe('the kept numbers of the built-in profile', () => {
  test('are what Little CMS gives for it', async () => {
    const icc = await readFile(PROFILE);
    expect(createHash('sha256').update(icc).digest('hex')).toBe(KEPT);
    const [kept, asked] = await Promise.all([keptLink(KEPT), measureLink(icc, PROFILE)]);
    expect(kept?.grid.length).toBe(33 ** 3 * 4);
    expect(kept?.grid.findIndex((ink, at) => ink !== asked.grid[at])).toBe(-1);
    expect([...(kept?.tints() ?? [])]).toEqual([...asked.tints()]);
  });

  test('are of no other profile', async () => {
    expect(await keptLink('0'.repeat(64))).toBeUndefined();
  });
});

test('inks between the grid’s colours are those of Little CMS, to a level and hardly ever that', async () => {
  const separation = await openSeparation(PROFILE);
  // Every 11th colour of all, so that each channel meets every byte beside every order of the others.
  const rgb = Uint8Array.from({ length: Math.floor(2 ** 24 / 11) * 3 }, (_, at) => {
    const colour = Math.floor(at / 3) * 11;
    return (colour >> (16 - (at % 3) * 8)) & 255;
  });
  const [ours, theirs] = [separation.inks(rgb), (await newsprint()).toPress(8)(rgb)];
  let most = 0;
  let apart = 0;
  for (let at = 0; at < ours.length; at++) {
    const difference = Math.abs((ours[at] ?? 0) - (theirs[at] ?? 0));
    most = Math.max(most, difference);
    if (difference > 0) apart++;
  }
  expect(ours.length).toBe(theirs.length);
  expect(most).toBeLessThanOrEqual(1);
  expect(apart / ours.length).toBeLessThan(0.002);
});

test('the grid’s corners and greys come out as the profile has them', async () => {
  const separation = await openSeparation(PROFILE);
  const rgb = Uint8Array.of(255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 128, 128, 128);
  expect([...separation.inks(rgb)]).toEqual([...(await newsprint()).toPress(8)(rgb)]);
});
