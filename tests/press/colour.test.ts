/** Inks of screen colours, and the profile that they go through. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blackOf, hexOf, isBlackOnly } from '#src/press/colour/ink.ts';
import { mixInks, withinLimit } from '#src/press/colour/palette.ts';
import { heaviestInk, judgeProfile, NEWSPRINT, readProfile, screenProfile } from '#src/press/profile.ts';

const rules = {
  color: true,
  house: { nameplate: { rgb: '#C8102E', cmyk: [0, 95, 85, 5] as const } },
  profile: NEWSPRINT,
  inkLimit: 240,
};

describe('inks', () => {
  test('a house colour is exact, greys are black alone in whole percent, others go through the profile', async () => {
    const palette = await mixInks(['#c8102e', '#000000', '#e6e6e6', '#ffffff', '#0066cc'], rules);
    expect(palette.get('#c8102e')).toEqual([0, 0.95, 0.85, 0.05]);
    expect(palette.get('#000000')).toEqual([0, 0, 0, 1]);
    expect(palette.get('#e6e6e6')).toEqual([0, 0, 0, 0.1]);
    expect(palette.get('#ffffff')).toEqual([0, 0, 0, 0]);
    const blue = palette.get('#0066cc') ?? [0, 0, 0, 0];
    expect(blue[0]).toBeGreaterThan(0.5);
    expect(blue[1]).toBeGreaterThan(0.3);
    expect(blue[2]).toBeLessThan(0.2);
  });

  test('on a page without colour everything is black', async () => {
    for (const ink of (await mixInks(['#c8102e', '#0066cc', '#ffcc00'], { ...rules, color: false })).values())
      expect(isBlackOnly(ink)).toBe(true);
  });

  test('a strong house colour is solid there, a pale one stays a tint', async () => {
    const house = {
      deep: { rgb: '#c8102e', cmyk: [0, 95, 85, 5] },
      pale: { rgb: '#fde8e8', cmyk: [0, 10, 6, 0] },
    } as const;
    const inks = await mixInks(['#c8102e', '#fde8e8', '#c8102f'], { ...rules, house, color: false });
    expect(inks.get('#c8102e')).toEqual([0, 0, 0, 1]);
    expect(inks.get('#fde8e8')?.[3]).toBeLessThan(0.1);
    expect(inks.get('#c8102f')?.[3]).toBeLessThan(0.9);
  });

  test('every whole percent of black comes back through the screen’s 255 steps', () => {
    for (let percent = 0; percent <= 100; percent += 1) {
      const hex = hexOf(1 - percent / 100, 1 - percent / 100, 1 - percent / 100);
      expect(blackOf(Number.parseInt(hex.slice(1, 3), 16) / 255)[3]).toBe(percent / 100);
    }
  });

  test('no colour lays more ink than the limit, and black is never taken', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        share,
        share,
        share,
        share,
        fc.double({ min: 1.5, max: 3, noNaN: true }),
        (cyan, magenta, yellow, black, limit) => {
          const less = withinLimit([cyan, magenta, yellow, black], limit);
          expect(less[0] + less[1] + less[2] + less[3]).toBeLessThanOrEqual(limit + 1e-9);
          expect(less[3]).toBe(black);
        },
      ),
    );
  });
});

describe('the profile', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'profile-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const file = async (name: string, bytes: Uint8Array): Promise<string> => {
    const at = path.join(folder, name);
    await writeFile(at, bytes);
    return at;
  };

  test('that is built in is coldset newsprint with 240 % of ink', async () => {
    const profile = await readProfile();
    expect(profile.name).toContain('TR 002');
    expect(await heaviestInk(NEWSPRINT, 'built in')).toBeGreaterThan(235);
    expect(await judgeProfile(profile, 'built in', 240)).toEqual([]);
    expect(await judgeProfile(profile, 'house.icc', 200)).toMatchObject([
      { name: 'press-profile-ink', severity: 'warning' },
    ]);
  });

  test.each<[string, (built: Uint8Array) => Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['no profile', () => new Uint8Array(200), /it is no ICC profile/],
    ['a screen’s profile', async () => inflateSync((await screenProfile()).packed), /not of an output device/],
    ['a profile cut short', (built) => built.slice(0, 5000), /it is cut short/],
  ])('is refused: %s', async (name, make, reason) => {
    const at = await file(`${name}.icc`, await make(inflateSync((await readProfile()).packed)));
    await expect(readProfile(at, 'house.icc')).rejects.toThrow(reason);
  });

  test('is refused when no colour can be converted with it', async () => {
    const built = inflateSync((await readProfile()).packed);
    const hollow = Buffer.from(built).fill(0, 132);
    const profile = await readProfile(await file('hollow.icc', hollow), 'house.icc');
    await expect(judgeProfile(profile, 'house.icc', 240)).rejects.toMatchObject({
      faults: [{ name: 'press-profile', exit: 1 }],
    });
  });

  test('is refused: missing', async () => {
    await expect(readProfile(path.join(folder, 'none.icc'), 'house.icc')).rejects.toMatchObject({
      faults: [{ name: 'press-profile', exit: 1 }],
    });
  });
});
