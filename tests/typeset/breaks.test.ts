/**
 * Where lines may end, drawn: `|` a free place, `¦` one that costs something, `-` one with a hyphen. Between
 * characters without a sign no line ends.
 */
import { describe, expect, it } from 'vitest';
import type { Kinsoku } from '../../src/typeset/breaks.ts';
import { drawn, joints, setLines, type TextOptions } from './builders.ts';

/** Strips the signs of places: what a case is about. */
const bare = (drawing: string): string => drawing.replace(/[|¦]/g, '').replace(/(?<=\p{Ll})-(?=\p{Ll})/gu, '');

function table(name: string, drawings: readonly string[], options?: TextOptions): void {
  describe(name, () => {
    it.each(drawings)('%s', (drawing) => expect(joints(bare(drawing), options)).toBe(drawing));
  });
}

table('no line begins with 、，。：；！？ (basic, GB, strict)', [
  '他|说，|好。',
  '东、|西、|南',
  '走；|来：|是',
  '真？|假！',
  '“好”，|来',
]);
table('no line begins with a closing bracket or quote', [
  '（甲）|乙',
  '《书》|乙',
  '“好”|了',
  '‘好’|了',
  '（甲）。|乙',
  '「『甲』」',
]);
table('no line begins with a connector or an interpunct', ['三～|五', '阿·¦汗', '3℃—|11℃|间', '京—|沪']);
table('no line ends with an opening bracket or quote', ['他|（甲）', '读|《书》', '说|“好”', '说|‘好’', '见|【图】']);

const LEVELS: readonly (readonly [Kinsoku, readonly string[]])[] = [
  ['basic', ['甲／|乙', '车／|船／|人', '男／|女', '甲|——|乙', '甲|……|乙', '好。|——|来']],
  ['gb', ['甲／乙', '车／船／人', '男／女', '甲|——|乙', '甲|……|乙', '好。|——|来']],
  ['strict', ['甲／乙', '车／船／人', '男／女', '甲——|乙', '甲……|乙', '好。——|来']],
];
for (const [kinsoku, drawings] of LEVELS)
  table(`solidus, dash and ellipsis at level ${kinsoku}`, drawings, { kinsoku });

table('a sign stays with its word or figure', [
  '约¦20㎡|地',
  '学|C++课',
  '超¦10¦万+人',
  '问|@某|人',
  '到－5℃|了',
  '时|100km/h|开',
  '在|1998－|2003¦年',
]);
table('—— and …… are one', ['甲|——|乙|——', '哦|……|是|……', '完。|……|走']);
table('numbers hold their point, comma, sign and per cent', [
  '共¦12,345.67¦吨',
  '为|3.14%，',
  '值|1,310.5¦亿',
  '占|90％|左',
  '涨|5‰|了',
  '￥98¦元',
  '7×24|小',
]);
table('before 万, 亿 and units', ['有|12¦万¦人', '过|3¦亿¦元', '年|9¦月', '高|12¦米', '共¦98¦元']);
table('between 第, 约 and the number', ['第¦13¦位', '约¦3|成', '达¦6¦千¦米']);
table('inside 《…》 of up to four characters', [
  '读|《江¦边》|吧',
  '看|《水¦文¦站》',
  '买|《春¦夏¦秋¦冬》|书',
  '《春|夏|秋|冬|集》',
]);
table('in names with a middle dot', ['买|买¦提·¦汗¦来', '约¦翰·¦李¦说', '阿¦里·¦卡¦里¦姆|到']);
table('letters among Chinese', [
  '用|AI|写|字',
  '在|App|里',
  '说|“AI”|好',
  '用|“5G”|网',
  'C919|机',
  '看|de-vel-op-ment|计|划',
]);
table('addresses at their joints', [
  '登|www¦.example¦.org/¦notes|看',
  '寄|editor¦@example¦.org|收',
  '见|https://¦example¦.org/¦bridge¦?|x¦=12',
]);

describe('English words', () => {
  it.each([
    ['the development of', 'the |de-vel-op-ment |of'],
    ['a well-known case', 'a |well-|known |case'],
    ['NASA and iPhone', 'NASA |and |iPhone'],
    ['see NATO documentation', 'see |NATO |doc-u-men-ta-tion'],
    ['the year—the first—and', 'the |year—|the |first—|and'],
    ['MARCH 16 — The Queen', 'MARCH |16 — |The |Queen'],
    ['tall – and grey', 'tall – |and |grey'],
    ['tall - and grey', 'tall - |and |grey'],
    ['the “cost”—she', 'the |“cost”—|she'],
    ['at –5 or -5', 'at |–5 |or |-5'],
    ['for 11½ miles', 'for |11½ |miles'],
    ['the Œdipus', 'the |Œdi-pus'],
    ['by T. S. Eliot', 'by |T. ¦S. ¦Eliot'],
    ['the Okonkwo-Barnes', 'the |Okonkwo-|Barnes'],
  ])('%s', (text, drawing) => expect(joints(text, { latin: true })).toBe(drawing));

  it('no line begins with a dash or a hyphen, however narrow the measure', () => {
    const text =
      'Dr. Wilhelmina Okonkwo-Barnes—the author of the state-of-the-art report — told Prendergast—a great-great-nephew – that it was not.';
    for (let measure = 4; measure < 30; measure += 0.25)
      for (const line of drawn(text, measure, { latin: true }) ?? []) expect(line).not.toMatch(/^[-–—]/u);
  });
});

describe('a word divided inside a ligature', () => {
  it('is measured as its parts are drawn: no line sticks out', () => {
    const text =
      'Under fifth flag signed local a more raised official filed Flint delayed I’m as T. S. O’Brien north-east T. S. O’Brien local well-known was while. Not market efficient—incomprehensible—responsibility.';
    for (let measure = 11; measure < 24; measure += 0.25)
      for (const { width } of setLines(text, measure, { latin: true }) ?? [])
        expect(width).toBeLessThanOrEqual(12 * measure + 0.5);
  });
});

describe('what the writer put between', () => {
  it.each([
    ['a zero-width space allows a break', 'un\u200btorn', 'un|torn'],
    ['a soft hyphen allows a hyphen', 'Rot\u00adte', 'Rot-te'],
    ['a word joiner forbids a break', '甲\u2060乙丙', '甲乙|丙'],
  ])('%s', (_, text, drawing) => expect(joints(text)).toBe(drawing));
});
