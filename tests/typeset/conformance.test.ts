/**
 * The rules of CLREQ and GB/T 15834 that issue 3 names, each drawn as lines of text, or as characters with the place
 * of their glyph in ems (a glyph whose left half is air stands half an em before its ink).
 */
import { describe, expect, it } from 'vitest';
import { drawn, fitted, places, setLines, type TextOptions } from './builders.ts';

interface Case {
  readonly text: string;
  readonly measure: number;
  readonly lines: readonly string[];
  readonly options?: TextOptions;
}

const one = (measure: number, lines: readonly string[], options?: TextOptions): Case => ({
  text: lines.join(''),
  measure,
  lines,
  ...(options && { options }),
});

const RULES: Readonly<Record<string, readonly Case[]>> = {
  'a mark does not begin a line: the character before it comes with it': [
    one(11, ['江边的旧厂房改成图书', '馆，孩子们都爱来。']),
    one(13, ['老人坐在树下谈论村里的新', '路。记者记下了。']),
    one(11, ['他问的是你们村修路了没', '有？是真的吗！']),
    one(13, ['她读完了那本书《江边日夜江', '边》以后就走了。']),
    one(14, ['他们说这就是“老地方的新面貌', '啊”然后走了。']),
  ],
  'squeeze first: a mark that fits when others give air stays': [
    one(16, ['白菜、莲藕、辣椒、冬瓜、南瓜都有，', '一样也不少。']),
    one(14, ['“早市”，说的是水、船、人、灯，', '还有渡口。']),
    one(15, ['“江边日夜”，说的是水、船、人、灯，', '还有渡口的事情。']),
  ],
  'an opening bracket does not end a line': [
    one(11, ['全市的六十八个街道社区', '（不含郊区）参加了。']),
    one(11, ['我们推荐各位读者读一读', '《江边日夜》这本书。']),
    one(14, ['这首诗的作者，是住在河边的', '阿里·汗，他今年八十岁了。']),
  ],
  'a solidus ends no line at level GB': [
    one(9, ['每个人都可以选择坐', '车／走路／骑行中的', '一种。']),
    one(6, ['四五六七', '八／九十一二', '三四']),
    one(6, ['四五六七八／', '九十一二三四'], { kinsoku: 'basic' }),
  ],
  'a dash or an ellipsis may begin a line at level GB, not at level strict': [
    one(9, ['地区首家数据交易所', '——湖南的那家。']),
    one(9, ['地区首家数据交易', '所——湖南的那家。'], { kinsoku: 'strict' }),
    one(10, ['他想了很久很久也没有', '……后来他走了。']),
    one(10, ['图书馆旁边有一家面', '馆——老字号——孩子', '们都爱去。'], { kinsoku: 'strict' }),
  ],
  '—— and …… stay whole': [
    one(11, ['地区首家，数据交易所湖', '——南的那家开张了。']),
    one(11, ['他想了，很久很久也没有', '……后来他走了。']),
    one(11, ['村口的树下坐着一位老人', '——他姓周——在那里卖', '豆腐。']),
  ],
  'a number stays whole': [
    one(13, ['全年的成交量，为12,345.67', '吨，比去年增长。']),
    one(13, ['气温最低零下3℃—11℃，并', '伴有小雨和大风。']),
    one(11, ['今年一共投入资金', '1,310.5亿元支持农业。']),
  ],
  'a number and its 万, a short title, a name: together where the line allows it': [
    one(18, ['江边的旧厂房改成了图书馆，一共投入', '12万元，孩子们都爱来。']),
    one(19, ['老周的豆腐卖了大半辈子，他说今年正好', '30年，一天没歇。']),
    one(22, ['老人坐在树下谈论村里的新路，年轻人却在读', '《江边》这本书。']),
    one(13, ['诗人阿卜杜拉·卡里姆，来到了', '我们的村子里。']),
  ],
  'a word of letters is divided with a hyphen': [
    {
      text: '他们在会上介绍了international合作的最新进展情况。',
      measure: 12,
      lines: ['他们在会上介绍了inter-', 'national合作的最新进展', '情况。'],
    },
    {
      text: '这份由十二位工程师写的documentation一共三卷。',
      measure: 14,
      lines: ['这份由十二位工程师写的docu-', 'mentation一共三卷。'],
    },
    {
      text: '记者在现场看到了那台refrigerator的铭牌。',
      measure: 12,
      lines: ['记者在现场看到了那台re-', 'frigerator的铭牌。'],
    },
  ],
  '孤字不成行: the last line has two characters at least': [
    one(15, ['管理员说去年的收成比往年好多', '了吧。']),
    one(15, ['他们坐在渡口，等最后一班船过', '江去。']),
    one(11, ['一二三四五六七八九十一', '二三四五六七八九十一二', '三四']),
  ],
};

for (const [rule, cases] of Object.entries(RULES)) {
  describe(rule, () => {
    it.each(cases)('$text at $measure', ({ text, measure, lines, options }) =>
      expect(drawn(text, measure, options)).toEqual(lines),
    );
  });
}

/** Rules of width: text, measure, where the glyphs of each line begin. */
type Width = readonly [text: string, measure: number, lines: readonly string[], options?: TextOptions];
const WIDTHS: Readonly<Record<string, readonly Width[]>> = {
  'two marks side by side take an em and a half': [
    ['说：“好。”他', 20, ['说0 ：1 “1.5 好2.5 。3.5 ”4 他5']],
    ['（见图）（见表），完', 20, ['（-0.5 见0.5 图1.5 ）2.5 （3 见4 表5 ）6 ，6.5 完7.5']],
    ['甲《乙》、《丙》', 20, ['甲0 《1 乙2 》3 、3.5 《4 丙5 》6']],
  ],
  '？！ takes one em, ！！！ two': [
    ['真？！好', 20, ['真0 ？1 ！1.5 好2']],
    ['走！！！来', 20, ['走0 ！1 ！1.5 ！2 来3']],
    ['好！！', 20, ['好0 ！1 ！1.5']],
  ],
  'a mark at a line end takes half a character': [
    ['一二三四五六，七八九十', 6.5, ['一0 二1 三2 四3 五4 六5 ，6', '七0 八1 九2 十3']],
    ['一二三四五。六七八九', 5.5, ['一0 二1 三2 四3 五4 。5', '六0 七1 八2 九3']],
    ['一二三四五”六七八九', 5.5, ['一0 二1 三2 四3 五4 ”5', '六0 七1 八2 九3']],
  ],
  'an opening bracket at a line start loses its left half, after the indent too': [
    ['一二三四五“六七八九”', 5, ['一0 二1 三2 四3 五4', '“-0.5 六0.5 七1.5 八2.5 九3.5 ”4.5']],
    ['“甲乙丙丁戊', 10, ['“1.5 甲2.5 乙3.5 丙4.5 丁5.5 戊6.5'], { indent: 2 }],
    ['（甲乙丙丁戊', 10, ['（1.5 甲2.5 乙3.5 丙4.5 丁5.5 戊6.5'], { indent: 2 }],
  ],
  'Han and letters or figures stand an eighth of an em apart, but not beside marks': [
    ['一AI三', 20, ['一0 A1.13 I1.84 三2.37']],
    ['一二8九', 20, ['一0 二1 82.13 九2.81']],
    ['一，AI。二', 20, ['一0 ，1 A2 I2.72 。3.12 二4.12']],
  ],
  'a blank that was written shows beside a mark of ASCII, and beside none of Chinese': [
    ['一 (二', 20, ['一0 (1.25 二1.61']],
    ['一 （二', 20, ['一0 （1 二2']],
  ],
};

for (const [rule, cases] of Object.entries(WIDTHS)) {
  describe(rule, () => {
    for (const [text, measure, expected, options] of cases) {
      it(`${text} at ${measure}`, () => expect(setLines(text, measure, options)?.map(places)).toEqual(expected));
    }
  });
}

describe('air is given up in order: brackets, pauses, the gap to letters, stops', () => {
  it.each([
    [0, '甲0 （1 乙2 ）3 丙4 ，5 丁6 a7.13 戊7.81 。8.81 己9.81'],
    [-0.5, '甲0 （0.75 乙1.75 ）2.75 丙3.5 ，4.5 丁5.5 a6.63 戊7.31 。8.31 己9.31'],
    [-1, '甲0 （0.5 乙1.5 ）2.5 丙3 ，4 丁5 a6.13 戊6.81 。7.81 己8.81'],
    [-1.5, '甲0 （0.5 乙1.5 ）2.5 丙3 ，4 丁4.5 a5.63 戊6.31 。7.31 己8.31'],
    [-1.75, '甲0 （0.5 乙1.5 ）2.5 丙3 ，4 丁4.5 a5.5 戊6.06 。7.06 己8.06'],
    [-2.25, '甲0 （0.5 乙1.5 ）2.5 丙3 ，4 丁4.5 a5.5 戊6.06 。7.06 己7.56'],
  ])('%d em', (room, expected) => expect(fitted('甲（乙）丙，丁a戊。己', room)).toBe(expected));
});

describe('gaps open in order: word spaces to half an em, the gap to letters to a quarter, then all alike', () => {
  it.each([
    [0, '甲0 a1.13 b2.02 乙2.78 丙3.78 丁4.78'],
    [0.1, '甲0 a1.13 b2.11 乙2.88 丙3.88 丁4.88'],
    [0.167, '甲0 a1.13 b2.18 乙2.94 丙3.94 丁4.94'],
    [0.3, '甲0 a1.19 b2.25 乙3.08 丙4.08 丁5.08'],
    [0.416, '甲0 a1.25 b2.31 乙3.19 丙4.19 丁5.19'],
    [0.9, '甲0 a1.35 b2.5 乙3.48 丙4.58 丁5.68'],
  ])('%d em', (room, expected) => expect(fitted('甲a b乙丙丁', room)).toBe(expected));
});

describe('looseness', () => {
  const text =
    '清晨六点，菜市场已经亮起灯来；三百多个摊位都摆满了新鲜的蔬菜，白菜、莲藕、辣椒，一样也不少。卖豆腐的老周说：“今天的豆子，是昨晚九点泡下的。”';
  const options = { indent: 2 } as const;
  it('sets a line more on demand', () => {
    expect(drawn(text, 12, options)).toHaveLength(6);
    expect(drawn(text, 12, { ...options, looseness: 1 })).toHaveLength(7);
  });
  it('sets a line fewer where the air allows it', () => {
    const full = '摊位上，辣椒、大葱；萝卜、茄子、辣椒、南瓜、生姜、南瓜、香菜、大葱、南瓜、豆腐、土豆、样样都有。';
    expect(drawn(full, 15, options)).toEqual([
      '摊位上，辣椒、大葱；萝卜、茄',
      '子、辣椒、南瓜、生姜、南瓜、香',
      '菜、大葱、南瓜、豆腐、土豆、样',
      '样都有。',
    ]);
    expect(drawn(full, 15, { ...options, looseness: -1 })).toEqual([
      '摊位上，辣椒、大葱；萝卜、茄',
      '子、辣椒、南瓜、生姜、南瓜、香菜、',
      '大葱、南瓜、豆腐、土豆、样样都有。',
    ]);
  });
  it('says when there is no such setting', () => expect(drawn('三个字。', 13, { looseness: -1 })).toBeUndefined());
});

it('draws —— as one stroke in the middle of two ems, and …… as marks an em apart', () => {
  const [dashes] = setLines('甲——乙', 20) ?? [];
  expect(dashes?.runs.map(({ text, x }) => [text, Math.round(x)])).toEqual([
    ['甲', 0],
    ['—', 14],
    ['—', 23],
    ['乙', 36],
  ]);
  const [dots] = setLines('甲……乙', 20) ?? [];
  expect(dots?.runs.map(({ text }) => text)).toEqual(['甲……乙']);
});
