/** Heads: sizes of the ladder, lines at the ends of words, everything in whole rows. */
import { describe, expect, it } from 'vitest';
import { LADDER } from '../../src/typeset/ladder.ts';
import type { HeadRequest, HeadSetting } from '../../src/typeset/model.ts';
import { openTypesetter } from '../../src/typeset/typesetter.ts';
import { article, paper } from '../builders.ts';
import { textOf } from './builders.ts';

const typesetter = await openTypesetter(paper());
const english = await openTypesetter(paper({ language: 'en' }));

const request = (more: Partial<HeadRequest> = {}): HeadRequest => ({
  width: 324,
  maxSize: 48,
  minSize: 18,
  family: 'song',
  align: 'center',
  ...more,
});

const heads = (
  title: string | readonly string[],
  more: Partial<HeadRequest> = {},
  by = typesetter,
): readonly HeadSetting[] =>
  by.copy(article({ title: typeof title === 'string' ? [title] : title })).heads(request(more));

const linesOf = (head: HeadSetting | undefined): readonly string[] =>
  head?.parts.find((part) => part.role === 'headline')?.lines.map(textOf) ?? [];

/** The best setting in so many lines, drawn with a slash between them. */
const split = (title: string, count: number, more: Partial<HeadRequest> = {}): string =>
  linesOf(heads(title, { minSize: 16, ...more }).find((head) => head.lines === count)).join('/');

describe('lines of a head', () => {
  it.each([
    ['湘江两岸灯火明　一城烟火暖人心', 2, '湘江两岸灯火明/一城烟火暖人心'],
    ['河边的早市：一把秤称出的良心', 2, '河边的早市：/一把秤称出的良心'],
    ['我国成功发射遥感四十七号卫星', 2, '我国成功发射/遥感四十七号卫星'],
    ['去年成交12.6万吨 比前年多出一成', 2, '去年成交12.6万吨/比前年多出一成'],
    ['老街口那盏灯又亮了，等你回家吃饭', 2, '老街口那盏灯又亮了，/等你回家吃饭'],
    ['港口首批电动巴士启航第2报', 3, '港口首批/电动巴士/启航第2报'],
    ['社区食堂飘出饭菜香第4报', 2, '社区食堂/飘出饭菜香第4报'],
    ['湘江两岸灯火明 一城烟火暖人心', 3, '湘江两岸/灯火明/一城烟火暖人心'],
    ['把最后一公里的菜篮子送到每一位老人手上', 3, '把最后/一公里的菜篮子/送到每一位老人手上'],
    ['长沙地铁八号线年底开通试运行', 2, '长沙地铁八号线年底/开通试运行'],
    ['三湘中学生机器人大赛周末开赛', 2, '三湘中学生/机器人大赛周末开赛'],
    ['首届机器人大赛', 2, '首届/机器人大赛'],
    ['全市启动“安全生产月”活动', 2, '全市启动/“安全生产月”活动'],
    ['把群众的“关键小事”办好', 2, '把群众的“关键小事”/办好'],
    ['《长江十年》首发式在江州举行', 2, '《长江十年》/首发式在江州举行'],
    ['本周赛事预告', 2, '本周赛事/预告'],
    ['沿江公路上周完成大修', 2, '沿江公路/上周完成大修'],
    ['省内首条磁浮专线下半年通车', 2, '省内首条磁浮专线/下半年通车'],
  ])('%s in %d', (title, count, expected) => expect(split(title, count)).toBe(expected));

  it.each([
    ['Rain stops play and the title goes to Sheffield', 2, 'Rain stops play and the title/goes to Sheffield'],
    ['£186.4 million plan for the port is put on hold', 2, '£186.4 million plan/for the port is put on hold'],
    ['Ferry passengers stranded for a night in the fog', 3, 'Ferry passengers/stranded/for a night in the fog'],
    ['Why T. S. O’Brien will not stand for mayor again', 3, 'Why T. S. O’Brien/will not stand/for mayor again'],
  ])('no little word, initial or figure is left behind at the end of one: %s in %d', (title, count, expected) => {
    const head = heads(title, { minSize: 16 }, english).find(({ lines }) => lines === count);
    expect(linesOf(head).join('/')).toBe(expected);
  });

  it.each([
    'COVID-19疫苗iPhone17Pro发布',
    '第24/7号便民站与A-7线同日启用',
    '市区气温骤降至-5℃路面结冰请慢行',
    '今天上午10:30出发双方3：2握手',
  ])('never part a sign from the name or the figure that it belongs to: %s', (title) => {
    const names = title.match(/[\w/:：-]*[\d℃][\w℃]*/g) ?? [];
    for (const head of heads(title, { minSize: 16, width: 250 })) {
      const lines = linesOf(head);
      for (const name of names)
        expect(
          lines.filter((line) => line.includes(name)),
          lines.join('|'),
        ).toHaveLength(1);
    }
  });

  it('curl the quotes of the whole head, and none begins with a quote that closes', () => {
    expect(split('老桥加宽"两岸"通行更快', 2)).toBe('老桥加宽/“两岸”通行更快');
    for (const head of heads('老桥加宽"两岸"通行更快', { width: 180, minSize: 16 }))
      expect(linesOf(head).join('')).toBe('老桥加宽“两岸”通行更快');
    const swim = heads('"We\'ll swim," they said', { width: 200 }, english);
    expect(swim.some(({ lines }) => lines > 1)).toBe(true);
    for (const head of swim) {
      const runs = head.parts.flatMap(({ lines }) => lines).flatMap((line) => line.runs);
      expect(linesOf(head).join(' ')).toBe('“We’ll swim,” they said');
      expect(linesOf(head).join('/')).not.toContain('/”');
      expect(runs.map(({ text, source = text }) => source).join(' '), 'as typed').toContain('"We\'ll');
    }
  });

  it('are the editor’s where he broke them', () => {
    const all = heads(['三百个摊位', '一杆秤']);
    expect(new Set(all.map((head) => linesOf(head).join('/')))).toEqual(new Set(['三百个摊位/一杆秤']));
  });
  it('never end inside a phrase while a size of the head does without', () => {
    for (const width of [180, 324, 492, 744, 992]) {
      for (const head of heads('从修自行车到造电动巴士', { width, minSize: 16, maxSize: 84 })) {
        expect(linesOf(head).join('/'), `${width}`).not.toMatch(/从修\/|自行\/|车到造\/|电\/|首\//u);
      }
      for (const head of heads('港口首批电动巴士启航第2报', { width, minSize: 16, maxSize: 84 })) {
        expect(linesOf(head).join('/'), `${width}`).not.toMatch(/首\/|电\/|启\//u);
      }
      for (const head of heads('河边新修一条步道', { width, minSize: 16, maxSize: 84 })) {
        expect(linesOf(head).join('/'), `${width}`).not.toMatch(/新\//u);
      }
    }
  });
  it.each([
    'Harbour bridge to close for fourteen months',
    'OpenAI 与 Microsoft Research Asia 签下 Cloud Infrastructure 大单',
  ])('are never wider than they are asked to be: %s', (title) => {
    for (const width of [324, 660, 996, 1332])
      for (const family of ['song', 'hei'] as const)
        for (const head of heads(title, { width, family, minSize: 16, maxSize: 84 }))
          for (const { x, width: taken } of head.parts.find(({ role }) => role === 'headline')?.lines ?? []) {
            expect(x).toBeGreaterThanOrEqual(-0.01);
            expect(x + taken).toBeLessThanOrEqual(width + 0.01);
          }
  });
  it('are balanced rather than filled', () => {
    const wide = heads('从修自行车到造电动巴士', { width: 992, minSize: 42, maxSize: 84 });
    expect(linesOf(wide.find((head) => head.lines === 2)).join('/')).toBe('从修自行车/到造电动巴士');
  });
  it('are cut inside a phrase where no size holds the phrase', () => {
    expect(linesOf(heads('从修自行车到造电动巴士', { width: 92, minSize: 24, maxSize: 24 })[0]).join('')).toBe(
      '从修自行车到造电动巴士',
    );
  });
  it('are two rather than one that is narrowed by more than three in a hundred', () => {
    const squeezed: number[] = [];
    for (let width = 300; width < 700; width += 1) {
      const all = heads('Old fish market to stay open for another year', { width, minSize: 24, maxSize: 24 }, english);
      const one = all.find(({ lines }) => lines === 1);
      const scaled = one?.parts.some(({ lines }) =>
        lines.some(({ runs }) => runs.some(({ scale = 1 }) => scale < 0.97)),
      );
      if (scaled) squeezed.push(all[0]?.lines ?? 0);
    }
    expect(squeezed.length).toBeGreaterThan(3);
    expect(new Set(squeezed)).toEqual(new Set([2]));
  });
  it('are no more than the head needs', () => {
    expect(heads('早市一杆秤')[0]?.lines).toBe(1);
    expect(heads('“数”涌星城万象新', { width: 492, minSize: 24 })[0]?.lines).toBe(1);
  });
  it('never hold one character, nor begin or end badly', () => {
    const titles = [
      '把最后一公里的菜篮子送到每一位老人手上',
      '“数”涌星城，“智”惠万家',
      '一河两岸：从《江边》到江边',
      '他走了。又来了！',
    ];
    for (const title of titles) {
      for (const head of heads(title, { width: 156, minSize: 16 })) {
        for (const line of linesOf(head)) {
          expect(line.replace(/\p{P}/gu, '').length, `${title}: ${line}`).toBeGreaterThan(1);
          expect(line, title).not.toMatch(/^[，。：！？”》）]|[“《（]$/u);
        }
      }
    }
  });
});

describe('sizes of a head', () => {
  const all = heads('河边的早市：一把秤称出的良心', { width: 492, maxSize: 84 });
  it('are steps of the ladder within the request, cheapest first', () => {
    expect(all.length).toBeGreaterThan(4);
    for (const head of all) expect(LADDER).toContain(head.size);
    expect(all.map((head) => head.cost)).toEqual(all.map((head) => head.cost).toSorted((a, b) => a - b));
  });
  it('never run beyond the width; tracking and scaling stay within five per cent', () => {
    for (const head of all) {
      for (const line of head.parts.flatMap((part) => part.lines)) {
        expect(line.x + line.width).toBeLessThanOrEqual(492.05);
        for (const run of line.runs) expect(run.scale ?? 1).toBeGreaterThanOrEqual(0.95);
      }
    }
  });
  it('keep to the width in English too, where spaced letters lose the ligatures that were measured', () => {
    const copy = english.copy(article({ title: ['Official office efficiency: first final flight since 1958'] }));
    for (let width = 144; width <= 480; width += 12)
      for (const family of ['song', 'hei'] as const)
        for (const head of copy.heads(request({ width, family, maxSize: 72, minSize: 16 })))
          for (const line of head.parts.flatMap((part) => part.lines)) {
            expect(line.x, `${width} px, ${head.size}`).toBeGreaterThanOrEqual(-0.05);
            expect(line.x + line.width, `${width} px, ${head.size}`).toBeLessThanOrEqual(width + 0.05);
          }
  });
  it('are known by their arithmetic before their lines are set', () => {
    for (const head of all) {
      const headline = head.parts.find((part) => part.role === 'headline');
      const longest = Math.max(...(headline?.lines ?? []).map((line) => line.width));
      expect(head.fill).toBeCloseTo(Math.min(1, longest / 492), 2);
      expect(headline?.lines).toHaveLength(head.lines);
    }
  });
  it('take whole rows', () => {
    for (const head of all) {
      const last = head.parts.at(-1);
      expect((last?.top ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(head.rows * 18);
      expect(Number.isInteger(head.rows)).toBe(true);
    }
  });
});

describe('what stands with a head', () => {
  const copy = typesetter.copy(
    article({
      title: ['一杆秤'],
      kicker: '三百个摊位',
      deck: ['去年成交12.6万吨'],
      byline: ['周小满', '王一'],
      genre: 'feature',
    }),
  );
  const [head] = copy.heads(request({ minSize: 42 }));
  it('comes in the order of the contract', () =>
    expect(head?.parts.map((part) => part.role)).toEqual(['kicker', 'headline', 'deck', 'byline']));
  it('is about two steps smaller', () => {
    for (const role of ['kicker', 'deck'] as const) {
      const size = head?.parts.find((part) => part.role === role)?.lines[0]?.runs[0]?.size ?? 0;
      expect(size / (head?.size ?? 1)).toBeGreaterThanOrEqual(0.45);
      expect(size / (head?.size ?? 1)).toBeLessThanOrEqual(0.65);
    }
  });
  it('gives a feature’s deck its dash, which is not the writer’s', () => {
    const deck = head?.parts.find((part) => part.role === 'deck')?.lines[0];
    expect(deck && textOf(deck)).toBe('——去年成交12.6万吨');
    expect(deck?.runs.map((run) => run.source ?? run.text).join('')).toBe('去年成交12.6万吨');
  });
});

describe('several writers', () => {
  const byline = ['Anna O’Brien', 'Martin King, Jr.', 'José García Márquez', 'Wu Xiaoming'];
  const read = (by: typeof english, width: number) => {
    const title = by === english ? 'Market' : '早市';
    const [head] = by.copy(article({ title: [title], byline })).heads(request({ width, minSize: 12 }));
    const lines = head?.parts.find(({ role }) => role === 'byline')?.lines ?? [];
    const source = lines.flatMap(({ runs }) => runs.map((run) => run.source ?? run.text)).join('');
    return { drawn: lines.map(textOf), source: source.replace(/\p{White_Space}/gu, '') };
  };
  const inRow = 'Anna O’Brien, Martin King, Jr., José García Márquez and Wu Xiaoming';
  const names = byline.join('').replace(/ /g, '');

  it('are joined in letters, on one line or more, by what is no word of the copy', () => {
    expect(read(english, 600)).toEqual({ drawn: [inRow], source: names });
    const narrow = read(english, 200);
    expect(narrow.drawn.join(' ')).toBe(inRow);
    expect(narrow.drawn.length).toBeGreaterThan(1);
    expect(narrow.source).toBe(names);
  });

  it('have blanks between them in Chinese', () => {
    expect(read(typesetter, 600)).toEqual({ drawn: [expect.stringMatching(/^[^,]*, Jr\.[^,]*$/)], source: names });
  });
});

describe('heads at the edges', () => {
  it('an article without a title has none', () => expect(heads([])).toEqual([]));
  it('a long one in a narrow column takes the lines that it needs', () => {
    const long = '把最后一公里的菜篮子送到每一位老人手上的三十个普通清晨和三十个不普通的夜晚';
    expect(heads(long, { width: 132, minSize: 24, maxSize: 29.25 }).length).toBeGreaterThan(0);
  });
  it('an English one breaks between words', () => {
    for (const head of heads('A market weighs its own conscience', { minSize: 16 }, english)) {
      expect(linesOf(head).join(' ')).toBe('A market weighs its own conscience');
    }
  });
  it.each(['—', '–', '-'])('no line of an English one begins with %s', (dash) => {
    for (const width of [132, 200, 272, 400])
      for (const head of heads(`Ferries to run ${dash} bridge closes for a year`, { width, minSize: 12 }, english))
        for (const line of linesOf(head)) expect(line.startsWith(dash)).toBe(false);
  });
});
