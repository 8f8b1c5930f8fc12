/** The words of the report's page, in the paper's language: its bytes must not hang on whose machine made it. */
import { isChinese } from '../../fault.ts';

const EN = {
  report: 'report',
  faults: 'Faults',
  pages: 'Pages',
  articles: 'Articles',
  press: 'Press',
  refused: (n: number): string => `${n} fault${n === 1 ? '' : 's'}: nothing was published by this run.`,
  done: (n: number, proved: number): string => `${n} page${n === 1 ? '' : 's'}, ${proved} of them proved best.`,
  page: (n: number): string => `Page ${n}`,
  inPage: (n: number): string => ` page ${n}: `,
  everywhere: ': ',
  fill: (percent: string): string => `<b>${percent} %</b> full`,
  cost: (points: string): string => `<b>${points}</b> points`,
  points: (points: string): string => `, ${points} points`,
  proved: 'proved: no page of the model costs less',
  found: 'the best that was found; not proved best',
  notMade: '<b>not made</b>: this is the draft, the faults say why',
  wholePage: 'the page',
  pointsHead: 'Points',
  scoreHead: 'What they are for',
  join: '; ',
  article: 'Article',
  pageHead: 'Page',
  characters: 'Characters',
  placed: 'Placed',
  text: 'Text',
  nowhere: 'on no page',
  whole: 'whole',
  differs: 'differs',
  furniture: {
    nameplate: 'nameplate',
    ear: 'ear',
    filler: 'filler',
    imprint: 'imprint',
    ad: 'advertisement',
  } as Readonly<Record<string, string>>,
};

/** Texts by name; some take numbers that are written already. */
export type ReportWords = typeof EN;

const ZH: ReportWords = {
  report: '检查报告',
  faults: '错误与提醒',
  pages: '版面',
  articles: '稿件',
  press: '印前检查',
  refused: (n) => `${n} 处错误，本次没有发布。`,
  done: (n, proved) => `共 ${n} 个版，其中 ${proved} 个已证最优。`,
  page: (n) => `第 ${n} 版`,
  inPage: (n) => `第 ${n} 版：`,
  everywhere: '：',
  fill: (percent) => `版面率 <b>${percent}%</b>`,
  cost: (points) => `扣分 <b>${points}</b>`,
  points: (points) => `，扣 ${points} 分`,
  proved: '已证最优：没有扣分更少的排法',
  found: '已找到的最好排法，未证最优',
  notMade: '<b>没有排成</b>：这里是草样，缘由见错误一栏',
  wholePage: '全版',
  pointsHead: '扣分',
  scoreHead: '原因',
  join: '；',
  article: '稿件',
  pageHead: '版次',
  characters: '原稿字数',
  placed: '上版字数',
  text: '文字',
  nowhere: '没有上版',
  whole: '一字不差',
  differs: '不符',
  furniture: { nameplate: '报头', ear: '报眼', ad: '广告', filler: '补白', imprint: '版权' },
};

/** Chinese for Chinese papers, English for all others. */
export const reportWords = (language: string): ReportWords => (isChinese(language) ? ZH : EN);
