/** English in narrow legs: what opens, what closes, and what stays short. */
import { describe, expect, it } from 'vitest';
import { setLines, textOf } from './builders.ts';

const TEXT =
  'PORT AVERY, March 16 — The neighbourhood’s telecommunications infrastructure was investigated on Wednesday by Aurelia Featherstonehaugh-Wright, who said that responsibility for the self-sufficient apprenticeships of Llanfairfechan lay with no grandmother, misunderstanding or constituency but with “the incomprehensible overestimates of 2019”, worth £186.4 million, and that half of it had been lost at sea.';
const narrow = [10, 11, 12, 13, 14, 15, 17, 20].map((measure) => ({
  measure,
  lines: setLines(TEXT, measure, { latin: true, indent: 1 }) ?? [],
}));

describe('lines of letters', () => {
  it.each(narrow)(
    'at $measure: no word space gapes, no letter is spaced like emphasis, no line sticks out',
    ({ measure, lines }) => {
      expect(lines.length).toBeGreaterThan(8);
      for (const line of lines) {
        expect(line.width).toBeLessThanOrEqual(measure * 12 + 0.02);
        expect(line.stretch).toBeLessThan(550);
        for (const { spacing } of line.runs) {
          expect(spacing).toBeGreaterThanOrEqual(-15);
          expect(spacing).toBeLessThanOrEqual(35);
        }
      }
      expect(lines.map(textOf).join(' ')).toMatch(/^PORT AVERY,/);
    },
  );

  it('with Han among them stick out nowhere, where a word is divided inside a ligature either', () => {
    const words =
      'of the 破折号 insufficient office, Griffith’s 引号 refused raffle before an official 书名 affliction became efficient';
    for (let measure = 9; measure < 26; measure += 0.5)
      for (const line of setLines(`${words}, ${words}.`, measure, { latin: true }) ?? [])
        expect(line.width, `${measure}: ${textOf(line)}`).toBeLessThanOrEqual(measure * 12 + 0.02);
  });

  it('that cannot be opened so far stay short, their word spaces only a little open, and are few', () => {
    const all = narrow.flatMap(({ measure, lines }) => lines.slice(0, -1).map((line) => ({ line, measure })));
    const short = all.filter(({ line, measure }) => line.width < measure * 12 - 4);
    expect(short.length).toBeGreaterThan(0);
    expect(short.length / all.length).toBeLessThan(0.15);
    for (const { line } of short) expect(line.stretch).toBeLessThanOrEqual(100);
  });

  it('keep a month and its day together where another place is as good', () => {
    const lines = setLines('The council of the town said on Wednesday, March 16, that it was over.', 20.5, {
      latin: true,
    });
    expect(lines?.map(textOf).some((line) => /March$/.test(line))).toBe(false);
  });

  it('divide a name in need only: not where the same letters as a word are divided, nor behind a title', () => {
    const text =
      'The ferry left the harbour an hour late, and Mrs. Philomena Castellanos, who had waited since dawn, told the clerk that nobody in Manchester would have stood for it. In the evening Bartholomew Higginbotham, her neighbour, brought the letters.';
    const divided = (words: string, measure: number): readonly string[] =>
      (setLines(words, measure, { latin: true }) ?? []).flatMap((line) => /\p{L}+-$/u.exec(textOf(line)) ?? []);
    for (const measure of [17.5, 19, 24, 31]) expect(divided(text, measure), `${measure}`).toEqual([]);
    expect(divided(text.replace('Higginbotham', 'higginbotham'), 24)).toEqual(['hig-']);
    expect(divided(text.replace('Mrs. Philomena Castellanos', 'Mrs. philomena castellanos'), 31)).toEqual(['castel-']);
  });

  it('close their letters only beside word spaces, which take what a lost ligature is wider by', () => {
    for (let measure = 5; measure < 9; measure += 0.25)
      for (const { runs } of setLines('efficient officials', measure, { latin: true }) ?? [])
        if (!runs.some(({ text }) => text.includes(' ')))
          for (const { spacing } of runs) expect(spacing).toBeGreaterThanOrEqual(0);
  });
});
