import { describe, expect, it } from 'vitest';
import type { Article, Pin } from '../../src/issue/model.ts';
import { check } from '../../src/makeup/check/check.ts';
import { makeUp } from '../../src/makeup/make-up.ts';
import type { PagePlan } from '../../src/makeup/plan.ts';
import { errors, inner, on, pageOf, sixStories } from './inner-page.ts';
import { drawLetters } from './letters.ts';
import { PAPER, photo, story, syntheticTypesetter } from './synthetic.ts';

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

describe('a correction without a head', () => {
  const labelled = (more: Partial<Article>, paper = PAPER) => {
    const last = story(30, { slug: 'f', priority: 5, genre: 'correction', ...more });
    const { page } = pageOf([...sixStories().slice(0, 5), last], { paper });
    return on(page, 'f').boxes.flatMap((box) =>
      box.kind === 'text' && box.text.role === 'label' ? box.text.lines.flatMap(({ runs }) => runs) : [],
    );
  };
  const words = (...given: Parameters<typeof labelled>) =>
    labelled(...given)
      .map(({ text }) => text)
      .join('');

  it('is called one over its text; a head or a label of the desk says it better', () => {
    expect(words({ title: [] })).toBe('更正');
    expect(words({ title: [] }, { ...PAPER, language: 'en' })).toBe('Correction');
    expect(words({ title: [], label: '订正' })).toBe('订正');
    expect(words({ title: ['更正两处'] })).toBe('');
  });
});

describe('the heads of a first page', () => {
  it('stay below a nameplate that a long name makes small (R10), the lead’s still the largest', () => {
    const issue = {
      pages: [{ ...inner, number: 1 }],
      paper: { ...PAPER, name: '一个很长很长很长很长很长的报名'.repeat(2) },
    };
    const { page } = pageOf(sixStories().slice(0, 4), issue);
    expect(page.hard).toEqual([]);
    const sizes = page.modules.flatMap(({ headline }) => headline?.size ?? []);
    expect(Math.max(...sizes)).toBeLessThan(45);
    expect(on(page, 'a').headline?.size).toBe(Math.max(...sizes));
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

  it('stand on one another at the foot, and beside one another at the edge, and nothing else stands between', () => {
    const foot = pageOf(sixStories().slice(0, 3), { ads: [ad('foot', 8, 12), ad('foot', 4, 14), ad('foot', 4, 14)] });
    expect(errors(foot)).toEqual([]);
    const ads = foot.page.modules.filter(({ kind }) => kind === 'ad');
    expect(Math.min(...ads.map(({ row }) => row))).toBe(104 - 13 - 15);
    const side = pageOf(sixStories().slice(0, 3), { ads: [ad('side', 1, 103), ad('side', 1, 103)] });
    expect(errors(side)).toEqual([]);
    expect(side.page.modules.filter(({ kind }) => kind === 'ad').map(({ column }) => column)).toEqual([0, 1]);
  });

  it('stand at the edge as high as the page', () => {
    const made = pageOf(sixStories().slice(0, 4), { ads: [ad('side', 2, 104)] });
    expect(errors(made)).toEqual([]);
    expect(on(made.page, 'ad-1')).toMatchObject({ column: 0, row: 0, columns: 2, rows: 104 });
  });

  it('that are higher than the lines under the nameplate, or too many for a page, are a fault, and the page goes without', () => {
    const front = { pages: [{ ...inner, number: 1 }] };
    const high = pageOf(sixStories(), { ...front, ads: [{ ...ad('foot', 8, 100), page: 1 }] });
    expect(high.faults.find(({ name }) => name === 'ad-too-large')?.message).toContain(
      'page 1 has 92 under the nameplate',
    );
    const crammed = pageOf(sixStories().slice(2), { ads: [ad('foot', 8, 60), ad('foot', 8, 60)] });
    expect(crammed.faults.find(({ name }) => name === 'ad-too-large')?.message).toContain('take 488 column lines');
    expect(on(crammed.page, 'ad-1').rows).toBe(61);
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

  it('says which two pins overlap', () => {
    const pins: Readonly<Record<string, Pin>> = { c: { column: 2, row: 0, columns: 3 }, d: { column: 4, row: 0 } };
    const stories = sixStories().map((one) => ({ ...one, ...(pins[one.slug] && { pin: pins[one.slug] }) }) as Article);
    const { faults } = pageOf(stories);
    const refused = faults.find(({ name }) => name === 'wish-refused');
    expect(refused?.message).toContain(
      '“第三条新闻的标题在这里” and “第四条新闻有图” are pinned over each other in row 0',
    );
    expect(refused?.zh.message).toContain('《第三条新闻的标题在这里》和《第四条新闻有图》锁定的位置在第 0 行重叠');
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
