/** Rules about fonts and the text that they stand for. */
import { type PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import { both, type Phrase } from '../../../fault.ts';
import { saysCharacters } from '../characters.ts';
import type { PageFacts } from '../facts.ts';
import { asName, bytesOf, dig, latin1, members } from '../objects.ts';
import { onPages, type Rule } from '../rule.ts';

const nameOf = (font: PDFDict): string => asName(dig(font, 'BaseFont')) ?? '(anonymous)';

const isType3 = (font: PDFDict): boolean => asName(dig(font, 'Subtype')) === 'Type3';

/** The font itself or, of a composite one, what it is made of. */
const partsOf = (font: PDFDict) =>
  asName(dig(font, 'Subtype')) === 'Type0' ? members(dig(font, 'DescendantFonts')) : [font];

function isEmbedded(font: PDFDict): boolean {
  return partsOf(font).every((part) =>
    ['FontFile', 'FontFile2', 'FontFile3'].some((key) => dig(part, 'FontDescriptor', key) instanceof PDFRawStream),
  );
}

/** Code points in the right-hand sides of a ToUnicode map. */
function saidBy(font: PDFDict): ReadonlySet<string> | undefined {
  const map = dig(font, 'ToUnicode');
  if (!(map instanceof PDFRawStream)) return undefined;
  const said = new Set<string>();
  const take = (hex: string): void => {
    for (const letter of utf16(hex)) said.add(letter);
  };
  const text = latin1(bytesOf(map));
  // <code> <text>: the code is a glyph's number and says nothing.
  for (const [block] of text.matchAll(/beginbfchar[\s\S]*?endbfchar/g))
    for (const [, hex = ''] of block.matchAll(/<[^<>]*>\s*<([0-9A-Fa-f]+)>/g)) take(hex);
  // <first> <last> <text of the first>, or a list of texts.
  for (const [block] of text.matchAll(/beginbfrange[\s\S]*?endbfrange/g))
    for (const [, one = '', list = ''] of block.matchAll(/<[^<>]*>\s*<[^<>]*>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])/g))
      for (const hex of [one, ...(list.match(/[0-9A-Fa-f]+/g) ?? [])]) take(hex);
  return said;
}

const utf16 = (hex: string): string =>
  String.fromCharCode(...(hex.match(/[0-9A-Fa-f]{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));

/** Kangxi and CJK radicals, U+2E80–2FDF. */
const RADICAL = /[\u2E80-\u2FDF]/u;

function* radicals({ drawing, asked }: PageFacts): Generator<Phrase> {
  for (const font of drawing.fonts) {
    const wrong = [...(saidBy(font) ?? [])].filter(
      (letter) => RADICAL.test(letter) && !asked.characters.includes(letter),
    );
    if (wrong.length > 0)
      yield both(
        `the font ${nameOf(font)} says the radicals ${wrong.join('')} where the article has characters`,
        `字体 ${nameOf(font)} 把字标成了部首 ${wrong.join('')}`,
      );
  }
}

/** Rules of fonts and of what their glyphs say. */
export const FONT_RULES: readonly Rule[] = [
  {
    name: 'font-type3',
    severity: 'error',
    source: 'printers’ practice: no Type 3 fonts',
    check: onPages(function* ({ drawing }) {
      for (const font of drawing.fonts)
        if (isType3(font)) yield both(`the font ${nameOf(font)} is Type 3`, `字体 ${nameOf(font)} 是 Type 3`);
    }),
  },
  {
    name: 'font-embedded',
    severity: 'error',
    source: 'ISO 15930-7:2010, 6.9: all fonts embedded',
    check: onPages(function* ({ drawing }) {
      for (const font of drawing.fonts)
        if (!isType3(font) && !isEmbedded(font))
          yield both(`the font ${nameOf(font)} is not embedded`, `字体 ${nameOf(font)} 没有嵌入`);
    }),
  },
  {
    name: 'text-unicode',
    severity: 'error',
    source: 'ISO 32000-1, 9.10.2: text that can be found and copied',
    check: onPages(function* ({ drawing }) {
      for (const font of drawing.fonts)
        if (!saysCharacters(font))
          yield both(
            `the font ${nameOf(font)} has neither a ToUnicode map nor an encoding that names its characters`,
            `字体 ${nameOf(font)} 既没有 ToUnicode 对照表，也没有写明字名的编码`,
          );
    }),
  },
  {
    name: 'text-radicals',
    severity: 'error',
    source: 'Unicode 15, 18.2: radicals are no ideographs',
    check: onPages(radicals),
  },
];
