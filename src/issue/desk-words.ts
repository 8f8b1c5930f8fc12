/** What desks and other programs call the keys and values of this one, for “did you mean”: 标题 is `title`, 通栏 is `foot`. */
import type * as z from 'zod';
import { closest } from './closest.ts';

/** The names that are written, each with the words that are current for it; those of one file differ. */
const CALLED: Readonly<Record<string, string>> = {
  title: '标题 主题 题目 大标题 主标题 headline heading head',
  kicker: '引题 肩题 眉题 eyebrow',
  deck: '副题 副标题 子题 subtitle subheadline standfirst',
  byline: '作者 署名 记者 author authors reporter',
  dateline: '电头 消息头',
  source: '来源 稿源 稿件来源',
  page: '版次 版 版面 页码 页',
  priority: '轻重 优先级 优先 级别 等级 重要性 importance weight',
  order: '签发序 顺序 次序',
  section: '版块 栏目 版名 板块 category',
  label: '栏题 版号 专栏',
  genre: '体裁 类型 类别 文体 type kind',
  group: '组稿 组 专题',
  note: '编者按 按语 编后',
  aside: '链接 相关链接',
  photos: '照片 图片 配图 图 photo picture pictures image images',
  photo: '图片新闻 摄影报道 图片 摄影 图片报道',
  file: '文件 文件名 path src',
  caption: '图说 图片说明 说明 照片说明 alt',
  credit: '摄影 摄影者 摄 供图 图源 photographer',
  focus: '焦点 重点',
  keywords: '关键词 关键字 标签 tags',
  review: '审核 审稿 三审',
  updated: '更新 更新时间 修改时间',
  corrects: '更正 被更正',
  hold: '备用 可撤',
  jump: '转版',
  place: '位置 锁定位置',
  qr: '二维码',
  name: '报名 报纸名称 版名 名称 paper newspaper',
  nameplate: '报头',
  url: '网址 website site',
  cn: '刊号',
  postal: '邮发代号',
  address: '社址 地址',
  phone: '电话',
  printer: '印刷 印刷单位',
  distribution: '发行 发行方式',
  price: '零售价 定价',
  format: '开本 版式 size',
  publisher: '出版单位 主办单位 报社',
  language: '语言 lang',
  columns: '栏数 分栏',
  number: '期号 总期号 版次 期数',
  weather: '天气',
  pages: '版面 版数 版 页数',
  groups: '组稿 专题',
  ads: '广告 ad advertisements',
  fillers: '补白 公益广告',
  position: '位置',
  width: '宽 宽度 栏数',
  height: '高 高度 行数',
  editor: '编辑 责编 责任编辑',
  designer: '美编 版式设计 版式',
  proofreader: '校对',
  news: '消息 新闻',
  feature: '特写 通讯',
  comment: '评论 时评 言论 opinion',
  editorial: '社论 社评',
  brief: '简讯 短讯 快讯',
  index: '导读',
  notice: '启事 公告 通知',
  correction: '更正',
  foot: '底 通栏 版底 底部 bottom',
  ear: '报眼',
  side: '边栏 侧边 竖栏',
  full: '整版 全版',
  main: '主图',
  support: '辅图 配图',
  head: '头像',
  broadsheet: '对开 大报',
  tabloid: '四开 小报',
  true: '是 对 真 有 yes on',
  false: '否 不 假 无 no off',
  withdrawn: '撤稿 已撤稿',
};

/** The one of `known` that a desk calls by this word; absent when none is called so. */
export const named = (word: string, known: readonly string[]): string | undefined =>
  known.find((name) => CALLED[name]?.split(' ').includes(word.trim().toLowerCase()));

/** The one of `known` that a desk meant by `word`: by its own name for it, else by its letters; absent when none is near. */
export const meant = (word: string, known: readonly string[]): string | undefined =>
  named(word, known) ?? closest(word, known);

/** The value that was meant by one that a schema refuses: a word of its choice, or the number in it where one may stand. */
export function meantValue(value: string, finding: Refusal): string | undefined {
  if (finding.code !== 'invalid_format') return meant(value, wordsOf(finding));
  const number = numberIn(value) ?? '';
  return patternOf(finding)?.test(number) ? number : undefined;
}

/** The pattern that a text has not, which zod tells as it is written: between strokes. */
const patternOf = ({ pattern }: { readonly pattern?: string | undefined }): RegExp | undefined =>
  pattern === undefined ? undefined : new RegExp(pattern.slice(1, pattern.lastIndexOf('/')), 'u');

type Refusal = z.core.$ZodIssue;

/** The words that a refusal would have taken instead. */
function wordsOf(finding: Refusal): readonly string[] {
  if (finding.code === 'invalid_union') return finding.errors.flat().flatMap(wordsOf);
  return finding.code === 'invalid_value' ? finding.values.map(String) : [];
}

const NUMERALS = '一二三四五六七八九';

/** The one whole number in a text such as 第1版, A01, ２ or 第二版; absent where there is none or several. */
function numberIn(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/[一二三四五六七八九]/gu, (sign) => String(NUMERALS.indexOf(sign) + 1));
  const digits = /^[^\d.十百千-]*(\d{1,3})[^\d.十百千]*$/u.exec(plain)?.[1];
  return digits === undefined || Number(digits) === 0 ? undefined : String(Number(digits));
}
