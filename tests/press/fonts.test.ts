/** What glyphs say. */
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseToUnicode, readToUnicode, repairToUnicode, writeToUnicode } from '#src/press/fonts.ts';
import { unified } from '#src/press/radicals.ts';

const { context } = await PDFDocument.create();

const fontSaying = (glyphs: ReadonlyMap<number, string>) => {
  const font = context.obj({ Type: 'Font' });
  font.set(PDFName.of('ToUnicode'), context.register(context.flateStream(writeToUnicode(glyphs))));
  return font;
};

/** What a font says after the repair. */
function repaired(text: string, article: string, votes?: ReadonlyMap<number, string>): string {
  const font = fontSaying(new Map([...text].map((letter, at) => [at + 1, letter])));
  repairToUnicode(context, font, new Set(article), votes);
  return [...readToUnicode(font).values()].join('');
}

describe('the repair of ToUnicode', () => {
  test.each([
    ['radicals become the article’s characters', '⼤⽴⾯⻜⼈⺠⻓', '大立面飞人民长', '大立面飞人民长'],
    ['a radical that the article has stays', '⼤家', '⼤家', '⼤家'],
    ['full-width marks stay full-width', '，：', '，：', '，：'],
    ['a compatibility form becomes the character', '\uF90A', '金', '金'],
    ['an ellipsis in the middle is an ellipsis', '⋯', '…', '…'],
    ['what the article does not have stays as it is', '⼤', '小', '⼤'],
  ])('%s', (_, says, article, wanted) => {
    expect(repaired(says, article)).toBe(wanted);
  });

  test('without an article every radical becomes its character', () => {
    expect(repaired('⼤，⻓', '')).toBe('大，长');
  });

  test('what Chromium marked goes first', () => {
    expect(repaired('⼾', '户', new Map([[1, '户']]))).toBe('户');
  });

  test('every Kangxi radical has a character', () => {
    for (let code = 0x2f00; code <= 0x2fd5; code += 1) {
      const plain = unified(String.fromCodePoint(code), new Set());
      expect(plain, code.toString(16)).toMatch(/^[^\u2e80-\u2fdf]$/u);
    }
  });
});

describe('ToUnicode maps', () => {
  test('are read as they are written', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.nat(0xffff).map(String), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 })),
        (entries) => {
          const glyphs = new Map(Object.entries(entries).map(([code, text]) => [Number(code), text]));
          expect(parseToUnicode(writeToUnicode(glyphs))).toEqual(
            new Map([...glyphs].sort(([one], [two]) => one - two)),
          );
        },
      ),
    );
  });

  test('may hold ranges', () => {
    const glyphs = parseToUnicode('2 beginbfrange <0001> <0003> <4E00> <0010> <0011> [<0041> <00420043>] endbfrange');
    expect([...glyphs]).toEqual([
      [1, '一'],
      [2, '丁'],
      [3, '丂'],
      [16, 'A'],
      [17, 'BC'],
    ]);
  });
});
