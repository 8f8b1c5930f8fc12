/** Content streams in ink, as text. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import type { Ink } from '#src/press/colour/ink.ts';
import { ascii } from '#src/press/content/bytes.ts';
import { IDENTITY } from '#src/press/content/matrix.ts';
import { readOperations } from '#src/press/content/operations.ts';
import { rewrite } from '#src/press/content/rewrite.ts';

const INKS: Readonly<Record<string, Ink>> = {
  '#ff0000': [0, 0.95, 0.85, 0.05],
  '#000000': [0, 0, 0, 1],
  '#808080': [0, 0, 0, 0.5],
  '#ffffff': [0, 0, 0, 0],
};

const { context } = await PDFDocument.create();

/** A page's content rewritten, the opening line left out. */
function inked(
  content: string,
  purpose: 'ink' | 'mask' = 'ink',
  states: Record<string, Record<string, number | boolean>> = {},
): string {
  const bytes = ascii(content);
  const resources = context.obj({ ExtGState: context.obj(states) });
  const piece = { dict: resources, bytes, operations: readOperations(bytes), resources, purpose };
  const rewritten = Buffer.from(rewrite(piece, IDENTITY, (hex) => INKS[hex] ?? [0, 0, 0, 1]).bytes).toString('latin1');
  return rewritten
    .replace(/^0 0 0 1 k 0 0 0 1 K\n/, '')
    .replace(/\s+/g, ' ')
    .replaceAll('/BsOverprint gs', 'OVER')
    .replaceAll('/BsKnockout gs', 'KNOCK')
    .trim();
}

describe('colours', () => {
  test.each([
    ['1 0 0 rg 1 0 0 RG', '0 0.95 0.85 0.05 k 0 0.95 0.85 0.05 K'],
    ['0.502 g', '0 0 0 0.5 k'],
    ['0 0 0 rg', ''],
    ['1 0 0 rg 1 0 0 rg 0 0 0 rg', '0 0.95 0.85 0.05 k 0 0 0 1 k'],
    ['/DeviceRGB cs 1 0 0 sc', '0 0.95 0.85 0.05 k'],
    ['.1 .2 .3 .4 k', '.1 .2 .3 .4 k'],
  ])('%s', (content, expected) => {
    expect(inked(content)).toBe(expected);
  });

  test('in a soft mask are light', () => {
    expect(inked('1 1 1 rg 0 0 0 rg', 'mask')).toBe('1 g 0 g');
  });

  test('come back with the state that they were set in', () => {
    expect(inked('q 1 0 0 rg Q 0 0 0 rg 1 0 0 rg')).toBe('q 0 0.95 0.85 0.05 k Q 0 0.95 0.85 0.05 k');
  });
});

describe('an inline picture', () => {
  const refused = (content: string) => {
    const bytes = ascii(content);
    const resources = context.obj({});
    const piece = { dict: resources, bytes, operations: readOperations(bytes), resources, purpose: 'ink' as const };
    return rewrite(piece, IDENTITY, () => [0, 0, 0, 1]).refused;
  };

  test('in screen colours is refused by name', () => {
    expect(refused('BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI')).toEqual(['of an inline picture']);
    expect(refused('BI /W 1 /H 1 /BPC 8 ID a EI')).toEqual(['of an inline picture']);
  });

  test('of ink or of a mask stays', () => {
    expect(refused('BI /W 1 /H 1 /BPC 8 /CS /G ID a EI BI /IM true /W 1 /H 1 ID a EI')).toEqual([]);
  });
});

describe('black type', () => {
  test.each([
    ['under 12 pt overprints', 'BT /F 9 Tf <00> Tj ET', 'BT /F 9 Tf OVER <00> Tj ET'],
    ['of 12 pt knocks out', 'BT /F 12 Tf <00> Tj ET', 'BT /F 12 Tf <00> Tj ET'],
    [
      'is measured as it comes out',
      '.5 0 0 .5 0 0 cm BT /F 20 Tf 1 0 0 -1 0 0 Tm <00> Tj ET',
      '.5 0 0 .5 0 0 cm BT /F 20 Tf 1 0 0 -1 0 0 Tm OVER <00> Tj ET',
    ],
    ['that is grey overprints', '.502 g BT /F 9 Tf <00> Tj ET', '0 0 0 0.5 k BT /F 9 Tf OVER <00> Tj ET'],
    ['that is white never does', '1 g BT /F 9 Tf <00> Tj ET', '0 0 0 0 k BT /F 9 Tf <00> Tj ET'],
    [
      'after it colour knocks out again',
      'BT /F 9 Tf <00> Tj 1 0 0 rg <00> Tj ET',
      'BT /F 9 Tf OVER <00> Tj 0 0.95 0.85 0.05 k KNOCK <00> Tj ET',
    ],
    [
      'says so once for many words',
      'BT /F 9 Tf <00> Tj <00> Tj ET BT <00> Tj ET',
      'BT /F 9 Tf OVER <00> Tj <00> Tj ET BT <00> Tj ET',
    ],
    [
      'inside q and Q is over with Q',
      'q BT /F 9 Tf <00> Tj ET Q 9 9 9 9 re f',
      'q BT /F 9 Tf OVER <00> Tj ET Q 9 9 9 9 re f',
    ],
    ['knows no end of a picture', 'BT /F 9 Tf <00> Tj ET /X Do', 'BT /F 9 Tf OVER <00> Tj ET KNOCK /X Do'],
  ])('%s', (_, content, expected) => {
    expect(inked(content)).toBe(expected);
  });
});

describe('black rules', () => {
  test.each([
    ['filled, under 2 pt: before the path', '1 1 90 1 re f', 'OVER 1 1 90 1 re f'],
    ['filled, 2 pt', '1 1 90 2 re f', '1 1 90 2 re f'],
    ['upright', '1 1 .5 90 re f', 'OVER 1 1 .5 90 re f'],
    ['stroked', '1 w 0 0 m 9 9 l S', '1 w OVER 0 0 m 9 9 l S'],
    ['stroked, by graphics state', '/G gs 0 0 m 9 9 l S', '/G gs OVER 0 0 m 9 9 l S'],
    ['a frame as two rectangles', '0 0 90 90 re 1 1 88 88 re f*', 'OVER 0 0 90 90 re 1 1 88 88 re f*'],
    ['a box', '0 0 90 90 re f', '0 0 90 90 re f'],
    ['a bullet of 3 pt', '0 0 3 3 re f', '0 0 3 3 re f'],
    ['dots', '0 0 1 1 re f 4 0 1 1 re f', 'OVER 0 0 1 1 re f 4 0 1 1 re f'],
    ['round a fill', '0.5 0 0 0 k 1 w 0 0 90 90 re B', '0.5 0 0 0 k 1 w /BsOverprintStroke1 gs 0 0 90 90 re B'],
    ['as a clip', '0 0 90 1 re W n', '0 0 90 1 re W n'],
    ['in colour', '1 0 0 rg 0 0 90 1 re f', '0 0.95 0.85 0.05 k 0 0 90 1 re f'],
  ])('%s', (_, content, expected) => {
    expect(inked(content, 'ink', { G: { LW: 1.5 } })).toBe(expected);
  });

  test('what an advertisement overprints by itself stays so', () => {
    expect(
      inked('/Mine gs 0 1 0 0 k 0 0 9 9 re f 1 g 0 0 9 9 re f 0 1 0 0 k 0 0 9 9 re f', 'ink', {
        Mine: { op: true, OPM: 1 },
      }),
    ).toBe('/Mine gs 0 1 0 0 k 0 0 9 9 re f 0 0 0 0 k KNOCK 0 0 9 9 re f 0 1 0 0 k /BsOverprintFill1 gs 0 0 9 9 re f');
  });

  test('an advertisement’s own overprinting does not leak into white', () => {
    expect(inked('/Mine gs 1 g 0 0 9 9 re f', 'ink', { Mine: { op: true } })).toBe(
      '/Mine gs 0 0 0 0 k KNOCK 0 0 9 9 re f',
    );
  });
});
