/** Fonts whose text can be read and fonts whose text cannot (ISO 32000-1, 9.10.2). */
import { PDFContext, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { saysCharacters } from '#src/press/preflight/characters.ts';

const context = PDFContext.create();

const simple = (more: Readonly<Record<string, unknown>>) =>
  context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'ABCDEF+Helvetica', ...more } as never);

function composite(encoding: string, ordering: string) {
  const info = { Registry: PDFString.of('Adobe'), Ordering: PDFString.of(ordering), Supplement: 5 };
  const part = context.register(context.obj({ Type: 'Font', Subtype: 'CIDFontType0', CIDSystemInfo: info }));
  return context.obj({ Type: 'Font', Subtype: 'Type0', Encoding: encoding, DescendantFonts: [part] });
}

test.each([
  ['a ToUnicode map', simple({ ToUnicode: context.register(context.flateStream('')) })],
  ['WinAnsiEncoding', simple({ Encoding: 'WinAnsiEncoding' })],
  ['MacRomanEncoding as TrueType', simple({ Subtype: 'TrueType', Encoding: 'MacRomanEncoding' })],
  ['MacExpertEncoding', simple({ Encoding: 'MacExpertEncoding' })],
  ['a predefined base', simple({ Encoding: { BaseEncoding: 'WinAnsiEncoding' } })],
  ['standard names', simple({ Encoding: { Differences: [2, 'fi', 'Thorn', '.notdef', 65, 'A', 'Euro'] } })],
  ['names of Symbol', simple({ Encoding: { Differences: [97, 'alpha', 'summation'] } })],
  ['a predefined CMap', composite('UniGB-UTF16-H', 'Identity')],
  ['numbers of Adobe-GB1', composite('Identity-H', 'GB1')],
])('a font with %s says its characters', (_, font) => {
  expect(saysCharacters(font)).toBe(true);
});

test.each([
  ['no encoding', simple({})],
  ['a subset’s own names', simple({ Encoding: { Differences: [1, 'A', 'g17'] } })],
  [
    'own names over a predefined base',
    simple({ Encoding: { BaseEncoding: 'WinAnsiEncoding', Differences: [1, 'c1'] } }),
  ],
  ['an encoding without a base or a name', simple({ Encoding: { Type: 'Encoding' } })],
  ['numbers of its own', composite('Identity-H', 'Identity')],
  ['numbers of its own, set downwards', composite('Identity-V', 'Identity')],
])('a font with %s does not', (_, font) => {
  expect(saysCharacters(font)).toBe(false);
});
