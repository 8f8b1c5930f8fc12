/** The front of an issue: who stands where, and that its columns end together. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAD, RAIL, RAIL_FIRST, sectionDepth, storyDepth, sum } from '#src/edition/data/depth.ts';
import type { SectionView, StoryView } from '#src/edition/data/front.ts';
import { inColumns, openingOf } from '#src/edition/data/front-columns.ts';
import { pictureView } from '#src/edition/data/picture.ts';

const PICTURE = { alt: '', width: 3, height: 2, src: 'a.webp', sources: [] };

const story = (slug: string, more: Partial<StoryView> = {}): StoryView => ({
  slug,
  href: `${slug}/`,
  title: '江边的步道修好了',
  section: '本地',
  label: 'A01',
  page: 1,
  urgency: 3,
  genre: 'news',
  withdrawn: false,
  ...more,
});

const EXCERPT = '早晨有人跑步，傍晚有人散步，孩子们在草地上放风筝，老人坐在长椅上晒太阳。'.repeat(2);
const stories = (count: number, name: string, more: Partial<StoryView> = {}) =>
  Array.from({ length: count }, (_, at) => story(`${name}-${at}`, { excerpt: EXCERPT, ...more }));

const section = (name: string, turn: number, all: readonly StoryView[]): SectionView => ({
  name,
  href: '',
  folder: name,
  turn,
  stories: all,
  told: 1,
  all,
});

const storyOf = fc.record({
  title: fc.string({ minLength: 4, maxLength: 40 }),
  excerpt: fc.option(fc.constant(EXCERPT), { nil: undefined }),
  isPictured: fc.boolean(),
});
const sectionsOf = fc
  .array(fc.array(storyOf, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 14 })
  .map((all) =>
    all.map((some, at) =>
      section(
        `s${at}`,
        at + 1,
        some.map(({ title, excerpt, isPictured }, nth) =>
          story(`s${at}-${nth}`, {
            title,
            ...(excerpt === undefined ? {} : { excerpt }),
            ...(isPictured ? { picture: PICTURE } : {}),
          }),
        ),
      ),
    ),
  );

const depthOf = (column: readonly SectionView[]) => sum(column.map(sectionDepth));

describe('the sections of a front', () => {
  it('stand each in one column, and are met from left to right in their order', () => {
    fc.assert(
      fc.property(sectionsOf, (sections) => {
        const columns = inColumns(sections);
        const turns = columns.map((column) => column.map(({ turn }) => turn));
        expect(turns.flat().toSorted((one, other) => one - other)).toEqual(sections.map(({ turn }) => turn));
        for (const column of turns) expect(column).toEqual(column.toSorted((one, other) => one - other));
        expect(turns.map(([first]) => first)).toEqual([1, 2, 3].slice(0, sections.length));
      }),
    );
  });

  it('fill their columns to one depth: none is shorter than the deepest by a section, and telling more makes none deeper', () => {
    fc.assert(
      fc.property(sectionsOf, (sections) => {
        const columns = inColumns(sections);
        const deepest = Math.max(...columns.map(depthOf));
        const largest = Math.max(...sections.map(sectionDepth));
        const untold = Math.max(...columns.map((column) => depthOf(column.map((one) => ({ ...one, told: 1 })))));
        expect(deepest).toBeCloseTo(untold, 9);
        if (sections.length < 3) return;
        for (const column of columns) expect(depthOf(column)).toBeGreaterThanOrEqual(deepest - largest - 1e-9);
      }),
    );
  });

  it('tell more where a column is short, the section that names most first', () => {
    const columns = inColumns([
      section('long', 1, stories(9, 'long', { picture: PICTURE })),
      section('short', 2, stories(4, 'short')),
      section('other', 3, stories(9, 'other', { picture: PICTURE })),
    ]);
    expect(columns.map((column) => column.map(({ name, told }) => `${name} ${told}`))).toEqual([
      ['long 1'],
      ['short 4'],
      ['other 1'],
    ]);
  });
});

describe('the opening of a front', () => {
  const lead = story('lead', { excerpt: EXCERPT, picture: PICTURE, urgency: 1 });
  const slugs = (some: readonly StoryView[]) => some.map(({ slug }) => slug);

  it('puts the first page’s stories beside the lead, and two or three under it where there are more', () => {
    expect(slugs(openingOf(lead, stories(4, 'a'), []).under)).toEqual([]);
    expect(slugs(openingOf(lead, stories(5, 'a'), []).under)).toEqual(['a-3', 'a-4']);
    const { top, under } = openingOf(lead, stories(9, 'a'), []);
    expect([...slugs(top), ...slugs(under)]).toEqual(slugs(stories(9, 'a')));
    expect(under).toHaveLength(3);
  });

  it('goes on with stories from inside as far as the lead is deep', () => {
    for (const count of [0, 1, 2, 3, 4]) {
      const { top } = openingOf(lead, stories(count, 'a'), stories(12, 'inside'));
      const depth = sum(top.map((one, at) => storyDepth(one, at === 0 ? RAIL_FIRST : RAIL, one.shows)));
      const whole = storyDepth(lead, LEAD, { excerpt: true, picture: true });
      expect(slugs(top).slice(0, count)).toEqual(slugs(stories(count, 'a')));
      expect(Math.abs(depth - whole), `${count} of the first page`).toBeLessThan(5);
      expect(top.length).toBeGreaterThan(Math.min(count, 3));
    }
  });

  it('names stories of the first page that there is no room to tell, and leaves none out', () => {
    const short = story('lead', { picture: PICTURE });
    const photos = stories(10, 'a', { genre: 'photo', picture: PICTURE });
    const { top, under } = openingOf(short, photos, []);
    expect([...slugs(top), ...slugs(under)]).toEqual(slugs(photos));
    expect(top.map(({ shows: { excerpt, picture } }) => (picture ? 'picture' : excerpt ? 'text' : 'name'))).toEqual([
      'text',
      'text',
      'text',
      'name',
      'name',
      'name',
      'name',
    ]);
  });

  it('has columns of its own beside a lead without a picture, and nothing from inside', () => {
    const { top, under } = openingOf(story('lead'), stories(6, 'a'), stories(3, 'inside'));
    expect([slugs(top), slugs(under)]).toEqual([slugs(stories(4, 'a')), ['a-4', 'a-5']]);
  });
});

describe('a picture in a list', () => {
  const shown = (width: number, height: number, focus?: readonly [number, number]) => {
    const renditions = [{ href: 'photos/a.jpg', contentType: 'image/jpeg', width, height }];
    const picture = { name: 'photo-1', type: 'picture' as const, descriptions: [], renditions };
    return pictureView(focus === undefined ? picture : { ...picture, focus }, '', '').framed;
  };

  it('shows the point that the desk named, at any edge', () => {
    expect(shown(1000, 2000, [0.5, 0.1])).toBe('keeps-0');
    expect(shown(1000, 2000, [0.5, 0.9])).toBe('keeps-10');
    expect(shown(2000, 1000, [0.6, 0.5])).toBe('keeps-9');
    expect(shown(1500, 1000, [0.1, 0.9])).toBe('keeps-5');
    expect(shown(1000, 2000)).toBeUndefined();
  });

  it('is shown whole where it is a panorama, and its column knows', () => {
    expect(shown(3000, 700, [0.1, 0.5])).toBe('panorama');
    const wide = { ...PICTURE, framed: 'panorama', width: 30, height: 7 };
    const depth = (picture: typeof PICTURE) =>
      storyDepth(story('a', { picture }), LEAD, { excerpt: false, picture: true });
    expect(depth(PICTURE) - depth(wide)).toBeCloseTo(LEAD.width * (10 / 16 - 7 / 30), 5);
  });
});
