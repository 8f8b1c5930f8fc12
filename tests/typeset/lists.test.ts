/** Lists: every line of an item stands behind its mark. */
import { describe, expect, it } from 'vitest';
import { parseBody } from '../../src/issue/markdown.ts';
import type { BlockLine, Copy } from '../../src/typeset/model.ts';
import { openTypesetter } from '../../src/typeset/typesetter.ts';
import { article, paper } from '../builders.ts';

const setters = {
  'zh-CN': await openTypesetter(paper()),
  en: await openTypesetter(paper({ language: 'en' })),
} as const;

const MEASURE = 156;
const HAN = '江边的灯一盏一盏亮了起来，摆渡的人收了桨，岸上的人还在等最后一班船。';
const ENGLISH = 'The lamps along the river came on one by one, and the ferryman put away his oars for the night.';

function copyOf(language: keyof typeof setters, markdown: string): Copy {
  return setters[language].copy(article({ title: ['题'], body: parseBody(markdown) }));
}

const linesOf = (copy: Copy, from?: { block: number; offset: number }): readonly BlockLine[] =>
  copy.body(MEASURE, from).blocks.flatMap(({ variants }) => variants[0]?.lines ?? []);

/** What a line is drawn like: its mark with its place, and where its text begins. */
const drawn = ({ runs }: BlockLine): string => {
  const [first, ...rest] = runs;
  const mark = first?.source === '' ? first : undefined;
  const text = mark ? rest[0] : first;
  return `${mark ? `${mark.text.trim()} ` : ''}${Math.round(text?.x ?? -1)}`;
};

describe.each([
  ['zh-CN', HAN, '■'],
  ['en', ENGLISH, '•'],
] as const)('a list in %s', (language, sentence, mark) => {
  it('hangs its items behind their marks', () => {
    const lines = linesOf(copyOf(language, `- ${sentence}\n- ${sentence}\n`)).map(drawn);
    expect(new Set(lines)).toEqual(new Set([`${mark} 12`, '12']));
    expect(lines.filter((line) => line.startsWith(mark))).toHaveLength(2);
  });

  it('gives numbers the room that the longest needs, points under points', () => {
    const lines = linesOf(copyOf(language, `9. ${sentence}\n10. ${sentence}\n`));
    expect(new Set(lines.map(drawn))).toEqual(new Set(['9. 24', '10. 24', '24']));
    const [nine, ten] = lines.map(({ runs }) => runs[0]).filter((run) => run?.source === '');
    expect(nine && ten && nine.x + nine.width).toBeCloseTo((ten?.x ?? 0) + (ten?.width ?? 0), 1);
  });

  it('hangs a list inside an item, and one inside a quotation', () => {
    expect(linesOf(copyOf(language, `- 12\n  - ${sentence}\n`)).map(drawn)).toContain(`${mark} 24`);
    const quoted = linesOf(copyOf(language, `> ${sentence}\n>\n> - ${sentence}\n`)).map(drawn);
    expect(quoted).toContain(`${mark} 24`);
    expect(quoted.at(-1)).toBe('24');
  });

  it('keeps to its measure', () => {
    for (const { width } of linesOf(copyOf(language, `1. ${sentence}\n   - ${sentence}\n`)))
      expect(width).toBeLessThanOrEqual(MEASURE + 0.02);
  });

  it('goes on behind its mark on another page, without the mark', () => {
    const copy = copyOf(language, `- ${sentence}\n- ${sentence}\n`);
    const offset = linesOf(copy)[1]?.offset ?? 0;
    const rest = linesOf(copy, { block: 0, offset }).map(drawn);
    expect(rest[0]).toBe('12');
    expect(rest.filter((line) => line.startsWith(mark))).toHaveLength(1);
  });
});
