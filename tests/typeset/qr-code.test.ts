/** The rows that a QR code takes at the foot of a text. */
import { describe, expect, it } from 'vitest';
import { QUIET_ZONE } from '../../src/issue/qr-code.ts';
import { qrCodeOf } from '../../src/typeset/qr-code.ts';
import { openTypesetter } from '../../src/typeset/typesetter.ts';
import { PITCH, pxToMm } from '../../src/units.ts';
import { article, paper } from '../builders.ts';

const short = 'https://a.cn/1';
const long = `https://example.org/${'a'.repeat(102)}`;
/** The narrowest leg, eleven characters. */
const NARROWEST = 132;

describe('a code on the grid', () => {
  it.each([short, 'https://example.org/2026/01/08/night-bus', long])(
    'of %s has squares that newsprint keeps',
    (address) => {
      const { squares, rows, side } = qrCodeOf(address);
      const square = side / squares.length;
      expect(pxToMm(square)).toBeGreaterThanOrEqual(0.6);
      expect((rows * PITCH - side) / 2).toBeGreaterThanOrEqual(QUIET_ZONE * square - 1e-9);
      expect(rows * PITCH).toBeLessThanOrEqual(NARROWEST);
    },
  );
});

describe('its block', () => {
  it.each([
    ['zh' as const, '扫码看更多', '夜间票价不变。'],
    ['en' as const, 'Scan for more', 'Fares at night stay.'],
  ])('ends the text in one piece with a line that is a link (%s)', async (language, words, text) => {
    const typesetter = await openTypesetter(paper({ language }));
    const body = [
      { kind: 'paragraph', spans: [{ text }] },
      { kind: 'qr', address: short },
    ] as const;
    const block = typesetter
      .copy(article({ body, qr: short }))
      .body(156)
      .blocks.at(-1);
    const { rows } = qrCodeOf(short);
    expect(block?.kind).toBe('qr');
    expect(block?.variants.map((variant) => variant.rows)).toEqual([rows + 1, rows + 2]);
    expect(block?.breaks).toEqual([[], []]);
    const [line] = block?.variants[0]?.lines ?? [];
    expect(line?.row).toBe(rows);
    expect(line?.runs.map(({ text, source, href }) => [text, source?.trim(), href])).toEqual([[words, '', short]]);
  });
});
