/** The ear of page 1 on a small page: what it holds stands apart, and inside its frame. */
import { describe, expect, it } from 'vitest';
import { earModules } from '../../src/makeup/furniture/ear.ts';
import type { Box } from '../../src/makeup/plan.ts';
import { openTypesetter } from '../../src/typeset/typesetter.ts';
import { paper } from '../builders.ts';
import { issueOf } from './synthetic.ts';

const typesetter = await openTypesetter(paper());
const grid = { columns: 6, rows: 60, measure: 13 };
const TITLES = [
  '旧街巷里的新书店',
  '夜班公交延长到零点四十，末班车跟着末班地铁走',
  '社区食堂',
  '一场雨',
  '大桥',
  '春耕',
  '渡口',
  '早市',
  '晚报',
];

const boxes = (weather: string | undefined, entries = TITLES): readonly Extract<Box, { kind: 'text' }>[] => {
  const issue = issueOf([], weather === undefined ? {} : { weather });
  const ear = { entries: entries.map((text, index) => ({ text, slug: `s${index}`, page: 2 + index })) };
  const context = { issue, grid, typesetter, pictures: new Map(), pages: 8, color: true, ear };
  return earModules(context, 4, 2, 8)
    .flatMap((module) => module.boxes)
    .filter((box) => box.kind === 'text');
};

const entriesOf = (texts: ReturnType<typeof boxes>) => texts.filter(({ text }) => text.role === 'index');

describe('the index of the ear', () => {
  it('leaves out what would touch, and sets all it has in one size', () => {
    for (const weather of [undefined, '多云', '多云转小雨，三到十一度，北风二级，夜里有雾，出行请留意']) {
      const shown = entriesOf(boxes(weather));
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.length).toBeLessThan(TITLES.length);
      const tops = shown.map(({ y }) => y);
      for (const [index, top] of tops.entries())
        if (index > 0) expect(top - (tops[index - 1] ?? 0)).toBeGreaterThanOrEqual(14);
      // No line touches the next: type takes less than three quarters of an entry's height.
      const sizes = shown.flatMap(({ text }) => text.lines.flatMap(({ runs }) => runs.map(({ size }) => size)));
      for (const { height } of shown) expect(Math.max(...sizes)).toBeLessThanOrEqual(0.75 * height);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8.75);
      expect(
        new Set(shown.flatMap(({ text }) => text.lines.flatMap(({ runs }) => runs.map(({ size }) => size)))).size,
      ).toBe(1);
    }
  });

  it('stays in its frame, and a long forecast wraps', () => {
    const texts = boxes('多云转小雨，三到十一度，北风二级，夜里有雾，出行请留意');
    const forecast = texts.find(({ text }) => text.lines.length > 1);
    expect(forecast).toBeDefined();
    for (const { y, height, text } of texts) {
      expect(y + height).toBeLessThanOrEqual(8 * 18);
      for (const line of text.lines) expect(line.x + line.width).toBeLessThanOrEqual(2 * 14 * 12 - 12);
    }
  });
});
