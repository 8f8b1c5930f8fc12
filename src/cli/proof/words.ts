/** The words of the proof sheet, in the paper's language. */

const ZH = {
  proof: '第{n}次大样',
  draft: '草样',
  page: '第{n}版',
  scale: '缩小至{n}%',
  oneChange: '改样 {n} 处（与第{m}次大样对红）',
  changes: '改样 {n} 处（与第{m}次大样对红）',
  first: '初样',
  more: '……另有 {n} 处，见编辑台',
  reviews: ['初审', '复审', '终审'] as readonly string[],
  name: '签名',
  date: '时间',
  verdict: '意见',
  added: '新上版',
  removed: '已撤',
  moved: '移位',
  picture: '换图或改裁切',
  insert: '增',
  delete: '删',
  change: '改',
};

/** The words on a proof sheet. */
export type ProofWords = typeof ZH;

const EN: ProofWords = {
  proof: 'Proof {n}',
  draft: 'Draft',
  page: 'Page {n}',
  scale: 'reduced to {n} %',
  oneChange: '{n} change since proof {m}',
  changes: '{n} changes since proof {m}',
  first: 'First proof',
  more: '… and {n} more: see the live desk',
  reviews: ['First review', 'Second review', 'Final review'],
  name: 'Name',
  date: 'Time',
  verdict: 'Remarks',
  added: 'new on the page',
  removed: 'taken off',
  moved: 'moved',
  picture: 'other picture or crop',
  insert: 'added',
  delete: 'deleted',
  change: 'changed',
};

/** What a passage is called. */
const FIELDS: Readonly<Record<string, string>> = {
  body: '正文',
  headline: '主题',
  kicker: '引题',
  deck: '副题',
  byline: '署名',
  label: '栏题',
  note: '按语',
  caption: '图说',
  credit: '供图',
  jump: '转接',
  folio: '报眉',
  index: '导读',
  ear: '报眼',
  imprint: '版权',
  nameplate: '报头',
  adlabel: '广告字样',
  group: '总题',
};

const isChinese = (language: string): boolean => /^zh\b/i.test(language);

/** Chinese for Chinese papers, English for all others. */
export const proofWords = (language: string): ProofWords => (isChinese(language) ? ZH : EN);

/** `caption 2` as a reader says it. */
export function fieldName(field: string, language: string): string {
  if (!isChinese(language)) return field;
  const [name = '', number = ''] = field.split(' ');
  return `${FIELDS[name] ?? name}${number}`;
}

/** Puts values into `{n}` and `{m}`. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
