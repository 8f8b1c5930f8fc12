/**
 * Copy for benchmarks and fuzzing: paragraphs that read like a newspaper's, made from a small stock of phrases of our
 * own. The same seed gives the same text.
 */

/** Numbers from 0 up to 1, always the same for a seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const PHRASES = [
  '江边的旧厂房改成了图书馆',
  '清晨六点菜市场已经亮起灯来',
  '三百多个摊位都摆满了新鲜蔬菜',
  '管理员说去年的收成比往年好',
  '孩子们在操场上放飞自己做的风筝',
  '老人们坐在树下谈论村里的新路',
  '工人把最后一根钢梁吊上了桥塔',
  '记者沿着铁路走访了沿线的车站',
  '医生每周三到山里的卫生所坐诊',
  '学校门口的面馆换了新的招牌',
  '一场秋雨之后稻田里灌满了水',
  '工程师在图纸上标出每一处接缝',
  '渔民收网的时候天边刚刚发白',
  '乡亲们把自家的柚子送到了集市',
  '夜班公交车慢慢驶过空旷的广场',
  '博物馆修复了一件破损的铜器',
  '年轻人回到家乡开起了木工作坊',
  '水文站的数据每小时更新一次',
];
const SHORT = [
  '据介绍',
  '与此同时',
  '不久前',
  '原来',
  '今年以来',
  '他告诉记者',
  '目前',
  '换句话说',
  '在这里',
  '第二天',
];
const FIGURES = [
  '2262万元',
  '3.14%',
  '12.6万吨',
  '1998年12月',
  '15公里',
  '7×24小时',
  '1,310.5亿元',
  '22个',
  '3℃—11℃',
  '第13位',
  '600多名',
];
const LATIN = ['AI', 'GDP', 'App', 'Wi-Fi', '5G', 'C919', 'VR', 'Nature', 'iPhone 手机'];
const QUOTED = [
  '“一本账”',
  '“先到先得”',
  '《江边日夜》',
  '“能省就省，能用就用”',
  '（见下图）',
  '《关于修路的通知》',
  '阿卜杜拉·卡里姆',
];

/** One paragraph of about `length` characters. */
export function paragraph(next: () => number, length: number): string {
  const pick = (from: readonly string[]): string => from[Math.floor(next() * from.length)] ?? '';
  let text = '';
  while (text.length < length) {
    if (next() < 0.3) text += `${pick(SHORT)}，`;
    text += pick(PHRASES);
    const dice = next();
    if (dice < 0.22) text += pick(FIGURES);
    else if (dice < 0.3) text += pick(LATIN);
    else if (dice < 0.48) text += pick(QUOTED);
    else if (dice < 0.52) text += '——';
    else if (dice < 0.54) text += '……';
    if (text.length < length) text += next() < 0.6 ? '，' : pick(['。', '；', '、', '：', '？']);
  }
  return `${text}。`;
}

/** Paragraphs of 40 to 220 characters, `characters` in all or a little more. */
export function paragraphs(seed: number, characters: number): readonly string[] {
  const next = numbers(seed);
  const found: string[] = [];
  for (let sum = 0; sum < characters; ) {
    const text = paragraph(next, 40 + Math.floor(next() * 180));
    found.push(text);
    sum += text.length;
  }
  return found;
}
