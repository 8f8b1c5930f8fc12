import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/issue/model.ts';
import { check } from '../../src/makeup/check/check.ts';
import { makeUp, propose } from '../../src/makeup/make-up.ts';
import type { PagePlan } from '../../src/makeup/plan.ts';
import { drawLetters } from './letters.ts';
import { issueOf, PAPER, photo, picture, story, syntheticTypesetter } from './synthetic.ts';

const inner = { number: 2, color: true, locked: false, name: '要闻' };

function pageOf(articles: readonly Article[], more: Parameters<typeof issueOf>[1] = {}) {
  const issue = issueOf(articles, { pages: [inner], ...more });
  const files = [...articles.flatMap((one) => one.photos), ...issue.ads, ...issue.fillers].map(({ file }) => file);
  const pictures = new Map(files.map((file) => [file, picture(file)]));
  const input = { issue, typesetter: syntheticTypesetter(), pictures };
  const made = makeUp(input);
  return { ...made, input, page: made.plan.pages[0] as PagePlan };
}

const errors = ({ faults }: { faults: readonly { severity: string; name: string }[] }) =>
  faults.filter(({ severity }) => severity === 'error').map(({ name }) => name);
const on = (page: PagePlan, slug: string) => {
  const module = page.modules.find((one) => one.slug === slug);
  if (!module) throw new Error(`${slug} is not on the page`);
  return module;
};

/** Six stories that fill a page of 832 cells, the lead with a photo. */
const sixStories = (): Article[] => [
  story(210, { slug: 'a', priority: 1, title: ['头条标题一共八字'], photos: [photo({ prominence: 'main' })] }),
  story(140, { slug: 'b', priority: 2 }),
  story(110, { slug: 'c', title: ['第三条新闻的标题在这里'] }),
  story(80, { slug: 'd', title: ['第四条新闻有图'], photos: [photo()] }),
  story(40, { slug: 'e', priority: 4, title: ['小消息一则'] }),
  story(30, { slug: 'f', priority: 5, title: ['简讯一则'] }),
];

describe('a made-up page', () => {
  const made = pageOf(sixStories());
  const { page, plan } = made;

  it('is full, keeps all hard rules, and is proved best', () => {
    expect(errors(made)).toEqual([]);
    expect(page).toMatchObject({ fill: 1, hard: [], optimal: true });
    expect(drawLetters(page).join('')).not.toContain('.');
  });

  it('holds every character of every story', () => {
    for (const proof of plan.articles)
      expect(proof).toMatchObject({ placed: proof.characters, placedDigest: proof.digest });
  });

  it('has its lead at the top, with the largest head', () => {
    const lead = on(page, 'a');
    expect(lead.row).toBe(0);
    for (const other of page.modules.filter((one) => one !== lead && one.headline))
      expect(other.headline?.size).toBeLessThan(lead.headline?.size ?? 0);
  });

  it('has no head of its rank’s ladder exceeded and no short last leg beyond legs − 1', () => {
    for (const module of page.modules) expect(module.short).toBeLessThanOrEqual(Math.max(0, module.legs - 1));
  });

  it('explains its cost by rules', () => {
    expect(page.soft.length).toBeGreaterThan(0);
    for (const { rule, cost } of page.soft) {
      expect(rule).toMatch(/^R\d\d$/);
      expect(cost).toBeGreaterThan(0);
    }
  });

  it('comes out the same every time', () => {
    const again = makeUp({ ...made.input, typesetter: syntheticTypesetter() });
    expect(JSON.stringify(again.plan)).toBe(JSON.stringify(plan));
  });
});

describe('page 1', () => {
  it('begins with nameplate and ear', () => {
    const { page } = pageOf(sixStories().slice(0, 5), { pages: 1, weather: '晴', number: 7 });
    expect(drawLetters(page, { nameplate: 'N', ear: 'E' }).slice(0, 2)).toEqual([
      'NNNNNEEE',
      expect.stringMatching(/^[NEabcde]{8}$/),
    ]);
    expect(on(page, 'nameplate')).toMatchObject({ row: 0, rows: 12, columns: 5 });
  });

  it('gives the name the whole width when there is nothing for the ear', () => {
    const { page } = pageOf(sixStories().slice(0, 5), { pages: 1 });
    expect(on(page, 'nameplate').columns).toBe(8);
    expect(page.modules.some(({ kind }) => kind === 'ear')).toBe(false);
  });
});

describe('ads', () => {
  const ad = (position: 'foot' | 'side' | 'full', width: number, height: number) => ({
    file: 'ads/x.jpg',
    page: 2,
    position,
    width,
    height,
  });

  it('stand at the foot, labelled, at their booked size', () => {
    const made = pageOf(sixStories().slice(0, 5), { ads: [ad('foot', 8, 20)] });
    expect(errors(made)).toEqual([]);
    expect(drawLetters(made.page, { 'ad-1': '@' }).slice(-2)).toEqual(['@@@@@@@@', '@@@@@@@@']);
    expect(on(made.page, 'ad-1')).toMatchObject({ rows: 21, columns: 8 });
    expect(on(made.page, 'ad-1').boxes.some((box) => box.kind === 'text' && box.text.role === 'adlabel')).toBe(true);
  });

  it('stand at the outer edge: left on an even page', () => {
    const made = pageOf(sixStories().slice(0, 5), { ads: [ad('side', 2, 60)] });
    expect(errors(made)).toEqual([]);
    expect(on(made.page, 'ad-1').column).toBe(0);
  });

  it('fill a page', () => {
    const made = pageOf([], { ads: [ad('full', 8, 104)] });
    expect(on(made.page, 'ad-1')).toMatchObject({ column: 0, row: 0, columns: 8, rows: 104 });
    expect(made.page.hard).toEqual([]);
  });

  it('without a page of the issue are a fault', () => {
    expect(errors(pageOf(sixStories(), { ads: [{ ...ad('foot', 8, 20), page: 9 }] }))).toContain('ad-without-page');
  });
});

describe('the desk’s hand', () => {
  it('pins a story', () => {
    const stories = sixStories().map((one) => (one.slug === 'c' ? { ...one, pin: { column: 5, columns: 3 } } : one));
    const made = pageOf(stories);
    expect(errors(made)).toEqual([]);
    expect(on(made.page, 'c')).toMatchObject({ column: 5, columns: 3 });
  });

  it('makes the same page again when every story is pinned to where it was', () => {
    const first = pageOf(sixStories());
    const pinned = first.input.issue.articles.map((one) => {
      const { column, row, columns } = on(first.page, one.slug);
      return { ...one, pin: { page: 2, column, row, columns } };
    });
    const issue = { ...first.input.issue, articles: pinned };
    const again = makeUp({ ...first.input, issue }).plan.pages[0] as PagePlan;
    expect(drawLetters(again)).toEqual(drawLetters(first.page));
  });

  it('refuses a pin that cannot be kept, and says whose', () => {
    const stories = sixStories().map((one) => (one.slug === 'a' ? { ...one, pin: { row: 90, columns: 1 } } : one));
    const { faults } = pageOf(stories);
    expect(faults.find(({ name }) => name === 'wish-refused')?.message).toContain('头条标题一共八字');
  });

  it('never gives a later story the stronger place or the larger head', () => {
    const stories = sixStories().map((one) => ({
      ...one,
      priority: 3 as const,
      order: 'acbdfe'.indexOf(one.slug),
    }));
    const made = pageOf(stories);
    expect(errors(made)).toEqual([]);
    const placed = stories.toSorted((a, b) => a.order - b.order).map(({ slug }) => on(made.page, slug));
    placed.forEach((earlier, index) => {
      for (const later of placed.slice(index + 1)) {
        expect(later.row > earlier.row || (later.row === earlier.row && later.column > earlier.column)).toBe(true);
        expect(later.headline?.size).toBeLessThanOrEqual(earlier.headline?.size ?? 0);
      }
    });
  });

  it('keeps stories apart', () => {
    const plain = pageOf(sixStories()).page;
    const near = (page: PagePlan): boolean => {
      const [b, c] = [on(page, 'b'), on(page, 'c')];
      const across = Math.max(b.column, c.column) - Math.min(b.column + b.columns, c.column + c.columns);
      const down = Math.max(b.row, c.row) - Math.min(b.row + b.rows, c.row + c.rows);
      return across <= 0 && down <= 0 && across + down < 0;
    };
    const stories = sixStories().map((one) => (one.slug === 'b' ? { ...one, keepApart: ['c'] } : one));
    const made = pageOf(stories);
    expect(errors(made)).toEqual([]);
    expect(near(made.page)).toBe(false);
    expect(drawLetters(plain).join('')).toContain('b');
  });

  it('holds a story that may be held when the page is full, and says so', () => {
    const stories = [...sixStories(), story(300, { slug: 'h', hold: true })];
    const made = pageOf(stories);
    expect(errors(made)).toEqual([]);
    expect(made.page.modules.some(({ slug }) => slug === 'h')).toBe(false);
    expect(made.faults.map(({ name }) => name)).toContain('held-out');
  });
});

describe('groups and asides', () => {
  it('stand together under one head', () => {
    const stories = sixStories().map((one) => ('bce'.includes(one.slug) ? { ...one, group: 'g' } : one));
    const made = pageOf(stories, { groups: { g: { title: '聚焦两会', note: '编者按文字' } } });
    expect(errors(made)).toEqual([]);
    const head = on(made.page, 'group-g');
    const members = ['b', 'c', 'e'].map((slug) => on(made.page, slug));
    const foot = Math.max(...members.map((one) => one.row + one.rows));
    const cells = members.reduce((sum, one) => sum + one.columns * one.rows, 0);
    expect(cells).toBe(head.columns * (foot - head.row - head.rows));
    for (const one of members) expect(one.column).toBeGreaterThanOrEqual(head.column);
  });

  it('box a 链接 piece with its story', () => {
    const stories = [...sixStories().slice(0, 5), story(24, { slug: 'l', priority: 4 })];
    const made = pageOf(stories.map((one) => (one.slug === 'b' ? { ...one, aside: ['l'] } : one)));
    expect(errors(made)).toEqual([]);
    const [own, aside] = [on(made.page, 'b'), on(made.page, 'l')];
    expect(aside.boxes.some(({ kind }) => kind === 'frame')).toBe(true);
    expect(aside.row > own.row || aside.column > own.column).toBe(true);
    const stackedOrBeside = own.column === aside.column ? own.columns === aside.columns : own.rows === aside.rows;
    expect(stackedOrBeside).toBe(true);
  });
});

describe('a page that does not close', () => {
  it('names what is over, by how many lines, and the ways out', () => {
    const { faults } = pageOf([...sixStories(), story(260, { slug: 'g', title: ['又一条长稿'] })]);
    const [fault] = faults.filter(({ name }) => name === 'overset');
    expect(fault).toMatchObject({ exit: 4, page: 2 });
    expect(fault?.message).toMatch(/\d+ lines are over/);
  });

  it('offers only ways that work', () => {
    const stories = [...sixStories(), story(190, { slug: 'g', priority: 5, title: ['可撤短稿'] })];
    const { faults } = pageOf(stories);
    const [fault] = faults.filter(({ name }) => name === 'overset');
    expect(fault?.hint).toMatch(/[Hh]old|smaller/);
  });

  it('is drafted without one story where that is enough, and the rest fills the page', () => {
    const stories = [...sixStories(), story(190, { slug: 'g', priority: 5, title: ['可撤短稿'] })];
    const { faults, page } = pageOf(stories);
    const over = faults.filter(({ name }) => name === 'overset');
    const placed = page.modules.filter(({ kind }) => kind === 'article').map(({ slug }) => slug);
    expect(over).toHaveLength(1);
    expect(placed).toHaveLength(stories.length - 1);
    expect(page.fill).toBe(1);
  });

  it('tells the size of its hole', () => {
    const { faults, page } = pageOf(sixStories().slice(3));
    expect(faults.map(({ name }) => name)).toContain('page-hole');
    expect(faults[0]?.message).toMatch(/room for about [\d,]+ characters more: \d+ of its \d+ column lines are empty/);
    expect(faults[0]?.hint).toContain('--draft');
    expect(page.modules.length).toBeGreaterThan(0);
  });

  it('is closed by a filler first', () => {
    const stories = sixStories().filter(({ slug }) => !'ce'.includes(slug));
    const fillers = [{ file: 'ads/filler.jpg' }];
    const without = pageOf(stories);
    const made = pageOf(stories, { fillers });
    if (errors(without).length === 0) expect(errors(made)).toEqual([]);
    else expect(made.page.modules.some(({ kind }) => kind === 'filler') || errors(made).length > 0).toBe(true);
  });
});

describe('a page made again', () => {
  it('moves as little as it can', () => {
    const first = pageOf(sixStories());
    const edited = first.input.issue.articles.map((one) =>
      one.slug === 'e' ? { ...one, title: ['小消息又一则'] } : one,
    );
    const again = makeUp({ ...first.input, issue: { ...first.input.issue, articles: edited }, previous: first.plan });
    expect(drawLetters(again.plan.pages[0] as PagePlan)).toEqual(drawLetters(first.page));
  });

  it('never moves when it is released', () => {
    const first = pageOf(sixStories());
    const edited = first.input.issue.articles.map((one) =>
      one.slug === 'b' ? { ...one, body: one.body.slice(1) } : one,
    );
    const issue = { ...first.input.issue, articles: edited };
    const again = makeUp({ ...first.input, issue, previous: first.plan, released: [2] });
    expect(again.plan.pages[0]).toEqual(first.page);
    expect(errors(again)).toEqual([]);
  });

  it('comes with proposals that differ in more than a line', () => {
    const first = pageOf(sixStories());
    const plans = propose(first.input, first.plan, 2);
    expect(plans.length).toBe(3);
    for (const [index, one] of plans.entries())
      for (const other of plans.slice(index + 1)) {
        const moved = one.modules.filter(({ slug, column, columns }) => {
          const same = other.modules.find((module) => module.slug === slug);
          return same?.column !== column || same.columns !== columns;
        });
        expect(2 * moved.length).toBeGreaterThanOrEqual(one.modules.length);
        expect(other.hard).toEqual([]);
      }
  });
});

describe('other formats', () => {
  it('makes up a tabloid', () => {
    const format = {
      name: 'tabloid',
      trim: { width: 275, height: 390 },
      columns: 6,
      measure: 12,
      rows: 72,
      margins: { left: 58, top: 89 },
    } as const;
    const stories = [
      story(90, { slug: 'a', priority: 1, photos: [photo()] }),
      story(70, { slug: 'b', priority: 2 }),
      story(50, { slug: 'c', title: ['第三条新闻标题'] }),
      story(40, { slug: 'd', priority: 4, title: ['短消息'] }),
    ];
    const made = pageOf(stories, { paper: { ...PAPER, format } });
    expect(errors(made)).toEqual([]);
    expect(made.page).toMatchObject({ fill: 1, hard: [] });
    expect(check(made.page)).toEqual([]);
  });
});
