/**
 * The rules of the page in two tables. A hard rule is never broken on a page that prints; a soft rule costs, and
 * `newspaper.yaml` may weigh it otherwise under `makeup:` by its number (`R23: 2` doubles it, `R23: 0` silences it).
 * One point of cost is a flaw that an attentive reader would just see; ten, one that a subeditor would mend.
 */

import { both, type Phrase } from '../fault.ts';

/** A rule as the report names it. */
export interface Rule {
  readonly title: string;
  /** The same in Chinese. */
  readonly zh: string;
  /** Where the rule comes from; "house" where it is our own. */
  readonly source: string;
}

/** A rule that costs; where it costs, a title that says what good pages do would read as praise. */
interface CostlyRule extends Rule {
  /** What is wrong where it costs, for the report and the desk. */
  readonly missed: Phrase;
}

/** Rules that no printed page breaks. */
export const HARD = {
  R01: { title: 'no two modules overlap, none leaves the type area', zh: '各块不重叠，不出版心', source: 'house' },
  R02: { title: 'every character is placed', zh: '稿件一字不漏', source: 'house' },
  R03: { title: 'no hole in the page', zh: '版面没有空洞', source: 'house' },
  R04: {
    title: 'widths are basic columns, or so many columns joined',
    zh: '栏宽为基本栏或准确的破栏',
    source: '栏的计算, (13n + n − 1 − (k − 1)) / k',
  },
  R05: { title: 'every body baseline is on the grid', zh: '正文各行对齐版面网格', source: 'CLREQ, line gap' },
  R06: { title: 'one body size and leading', zh: '正文字号、行距全报统一', source: 'CLREQ' },
  R10: {
    title: 'the nameplate is larger than any other text of page 1',
    zh: '报头大于第 1 版其他文字',
    source: '国新出发〔2020〕10号, 出版形式',
  },
  R11: {
    title: 'no butting heads',
    zh: '标题不并题、不碰题、不叠题',
    source: 'newspaper desks; Kyoto Shimbun 門構え',
  },
  R12: {
    title: 'no head without two lines of its text below it',
    zh: '标题下至少有两行正文（不背题）',
    source: 'newspaper desks',
  },
  R13: { title: 'the text starts under or beside its own head', zh: '题文不离', source: 'Navy 14130' },
  R20: {
    title: 'no line begins or ends with a mark that may not stand there',
    zh: '避头尾合于国标',
    source: 'GB/T 15834-2011, CLREQ',
  },
  R21: { title: 'no widows, no orphans', zh: '没有孤字、孤行', source: 'CLREQ' },
  R31: {
    title: 'a caption is attached to its photo and not wider than it',
    zh: '图说紧跟图片，不宽于图片',
    source: 'Navy 14130',
  },
  R33: {
    title: 'photos have pixels enough, and unrelated photos do not touch',
    zh: '图片像素足够，无关图片不相邻',
    source: 'house',
  },
  R40: {
    title: 'one jump a story, forward, long enough on both sides',
    zh: '转版一次，只往后转，两头都够长',
    source: 'Navy 14130',
  },
  R51: {
    title: 'folio, nameplate data and ad labels are complete',
    zh: '报眉、报头、广告字样齐全',
    source: '报纸出版管理规定 2005, art. 38',
  },
  R52: { title: 'a cut wire story names its source', zh: '删节电稿写明“据……电”', source: 'newspaper desks' },
  R60: {
    title: 'the desk’s pins, order and keep-apart wishes are kept',
    zh: '锁定位置、签发次序、回避要求都照办',
    source: 'house',
  },
} as const satisfies Record<string, Rule>;

/** Rules that cost. */
export const SOFT = {
  R08: {
    title: 'legs six to about forty-five lines deep, their feet even',
    zh: '每栏深度适中，栏脚齐平',
    missed: both('legs too short, too deep, or uneven at the foot', '有的栏过短、过深，或栏脚不齐'),
    source: 'Navy 14130; CLREQ',
  },
  R14: {
    title: 'heads of the size that their rank calls for',
    zh: '标题字号与稿件分量相称',
    missed: both('a head larger or smaller than its rank calls for', '标题字号与稿件分量不相称'),
    source: 'Navy 14130; Autonewspaper ladder',
  },
  R17: {
    title: 'a head fills its span and breaks at words',
    zh: '标题撑满栏宽，按词转行',
    missed: both('a head leaves its span unfilled, or breaks badly', '标题撑不满栏宽，或转行不当'),
    source: 'Navy 14130; 反復はタブー',
  },
  R22: {
    title: 'paragraphs set at ease, breaking well from leg to leg',
    zh: '行文松紧匀称，转栏得当',
    missed: both('paragraphs set loose or tight, or broken badly from leg to leg', '行文过松过紧，或转栏不当'),
    source: 'CLREQ; 泣き別れ',
  },
  R23: {
    title: 'no gutter runs through the whole page',
    zh: '没有贯通全版的通线、断版',
    missed: both('a gutter runs through the whole page', '有贯通全版的通线、断版'),
    source: '腹切り; homemate glossary',
  },
  R24: {
    title: 'no reading across from one story into another',
    zh: '不会串读到邻稿',
    missed: both('one may read across from one story into another', '可能串读到邻稿'),
    source: '両流れ',
  },
  R30: {
    title: 'one dominant picture, twice any other',
    zh: '一版一张主图，大于其他图一倍',
    missed: both('no picture dominates', '没有突出的主图'),
    source: 'Navy 14130',
  },
  R32: {
    title: 'a head spans its text, and pictures hang from it or stand on an edge',
    zh: '标题盖住全文，图片靠题或靠边',
    missed: both(
      'a head spans a part of its text, or a picture stands in a less usual place',
      '标题没有盖住全文，或图片位置不大常见',
    ),
    source: 'Navy 14130',
  },
  R34: {
    title: 'the same picture is not used twice',
    zh: '同一图片不用两次',
    missed: both('the same picture is used twice', '同一图片用了两次'),
    source: 'house',
  },
  R50: {
    title: 'importance falls from upper left to lower right',
    zh: '区序：左上最重，右下最轻',
    missed: both('a weaker story stands above or left of a stronger one', '较轻的稿件占了较重的区位'),
    source: '区序, horizontal papers',
  },
  R61: {
    title: 'photos of the size that their role calls for',
    zh: '图片大小与用途相称',
    missed: both('a photo larger or smaller than its role calls for', '图片过大或过小，与用途不相称'),
    source: 'house',
  },
  R62: {
    title: 'crops keep the photographer’s frame',
    zh: '裁切保留原构图',
    missed: both('a crop cuts into the photographer’s frame', '裁切伤了原构图'),
    source: 'house',
  },
  R63: {
    title: 'no more than four columns of text without picture, box or subhead',
    zh: '无图、无框、无小标题的文字不超过四栏',
    missed: both(
      'more than four columns of text without picture, box or subhead',
      '超过四栏的文字无图、无框、无小标题',
    ),
    source: 'house',
  },
  R64: {
    title: 'modules neither slivers nor towers',
    zh: '版块不过于狭长或扁平',
    missed: both('a module is a sliver or a tower', '版块过于狭长或扁平'),
    source: 'house',
  },
  R65: {
    title: 'the house’s own measure before joined columns',
    zh: '先用基本栏，再用破栏',
    missed: both('joined columns where the house’s own measure would do', '未用基本栏，用了破栏'),
    source: '栏的计算',
  },
  R66: {
    title: 'no air but the air of the grid',
    zh: '除网格所留之外没有多余空白',
    missed: both('air that is not the grid’s', '除网格所留之外另有空白'),
    source: 'house',
  },
  R67: {
    title: 'fillers and held stories',
    zh: '补白与备稿',
    missed: both('a filler used or a held story left out', '用了补白，或压了备稿'),
    source: 'house',
  },
  R68: {
    title: 'a remade page moves little',
    zh: '重排时移动尽量少',
    missed: both('the remade page moves stories', '重排时稿件移动了'),
    source: 'house',
  },
  R69: {
    title: 'a table stands as a table, verse in its own lines',
    zh: '表格排成表格，诗行不折行',
    missed: both('a table is set as text, or verse is turned over', '表格没有排成表格，或诗行折了行'),
    source: 'house',
  },
} as const satisfies Record<string, CostlyRule>;

/** Numbers of the rules that no page may break, and of those that cost points. */
export type HardRule = keyof typeof HARD;
export type SoftRule = keyof typeof SOFT;

/** Factor for each soft rule: 1, or what the house's `makeup:` says. */
export type Weights = Readonly<Record<SoftRule, number>>;

/** The house's weights; numbers below zero count as zero. */
export function weightsOf(makeup: Readonly<Record<string, number>>): Weights {
  const rules = Object.keys(SOFT) as SoftRule[];
  return Object.fromEntries(rules.map((rule) => [rule, Math.max(0, makeup[rule] ?? 1)])) as Record<SoftRule, number>;
}
