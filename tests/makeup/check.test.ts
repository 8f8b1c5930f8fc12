/** The checker judges the drawn page by itself: a good page spoiled by hand is refused by name. */
import { describe, expect, it } from 'vitest';
import { check } from '../../src/makeup/check/check.ts';
import type { Box, Module, PagePlan } from '../../src/makeup/plan.ts';
import { pageOf, sixStories } from './inner-page.ts';

const { page } = pageOf(sixStories());

/** The page with one box of its first story changed, the first that the change takes. */
function spoiled(change: (box: Box) => Box | undefined): PagePlan {
  const [victim] = page.modules.filter(({ kind }) => kind === 'article');
  let done = false;
  const boxes = victim?.boxes.map((box) => {
    const other = done ? undefined : change(box);
    done ||= other !== undefined;
    return other ?? box;
  });
  if (!done || !victim || !boxes) throw new Error('expected a box to spoil');
  const modules = page.modules.map((one): Module => (one === victim ? { ...victim, boxes } : one));
  return { ...page, modules };
}

const rules = (spoiledPage: PagePlan): readonly string[] =>
  check(spoiledPage).map(({ rule, message }) => `${rule} ${message}`);

describe('a page', () => {
  it('that is good is not refused', () => {
    expect(rules(page)).toEqual([]);
  });

  it('with a head wider than its module is refused, though its box is not', () => {
    const wide = spoiled((box) =>
      box.kind === 'text' && box.text.role === 'headline'
        ? { ...box, text: { ...box.text, lines: box.text.lines.map((line) => ({ ...line, x: line.x - 400 })) } }
        : undefined,
    );
    expect(rules(wide)).toContain('R01 A line of type leaves its module.');
  });

  it('with a leg without a line is refused', () => {
    const empty = spoiled((box) => (box.kind === 'leg' ? { ...box, lines: [] } : undefined));
    expect(rules(empty)).toContain('R03 A leg is empty.');
  });

  it('with a leg off the line grid is refused', () => {
    const off = spoiled((box) => (box.kind === 'leg' ? { ...box, y: box.y + 3 } : undefined));
    expect(rules(off)).toContain('R05 A leg is off the line grid.');
  });
});
