/** “Did you mean”: what the desk calls a key or a value in its own words, or misspelt. */
import type * as z from 'zod';
import { closest } from './closest.ts';

/** Names that are current at desks and in other programs, by the name that is used here; those of one file differ. */
const CURRENT: Readonly<Record<string, string>> = {
  kicker: '引题 眉题 肩题 eyebrow',
  title: '标题 主题 主标题 大标题 题目 headline heading head',
  deck: '副题 副标题 subtitle subheadline standfirst',
  byline: '作者 署名 记者 author authors reporter',
  dateline: '电头',
  source: '来源 稿源',
  page: '版 版次 版面',
  priority: '轻重 重要性 优先级 importance weight',
  section: '版块 板块 栏目 category',
  label: '栏题 专栏',
  genre: '体裁 类型 文体 type kind',
  group: '组 组稿',
  note: '编者按 按语',
  place: '位置',
  photos: '照片 图片 图 photo picture pictures image images',
  keywords: '关键词 关键字 标签 tags',
  updated: '更新 修改时间',
  file: '文件 文件名 path src',
  caption: '图说 图片说明 照片说明 说明 alt',
  credit: '摄影 摄影者 图源 供图 photographer',
  name: '报名 名称 版名 paper newspaper',
  language: '语言 lang',
  publisher: '主办单位 出版单位 报社',
  url: '网址 website site',
  cn: '刊号',
  postal: '邮发代号',
  address: '社址 地址',
  phone: '电话',
  printer: '印刷 印刷单位',
  distribution: '发行 发行方式',
  price: '零售价 定价',
  format: '开本 size',
  number: '期号 总期号',
  weather: '天气',
  pages: '版面 版数 页数',
  editor: '编辑 责编 责任编辑',
  designer: '版式 版式设计 美编',
  proofreader: '校对',
  ads: '广告 ad advertisements',
  fillers: '补白 公益广告',
  position: '位置',
  width: '宽',
  height: '高',
  news: '消息 新闻',
  feature: '通讯 特写',
  comment: '评论 言论 opinion',
  editorial: '社论 社评',
  brief: '简讯 短讯 快讯',
  photo: '图片 摄影 图片报道',
  index: '导读',
  notice: '启事 公告',
  correction: '更正',
  foot: '通栏 版底 底部 bottom',
  ear: '报眼',
  side: '边栏 竖栏',
  full: '整版 全版',
  broadsheet: '对开 大报',
  tabloid: '四开 小报',
  true: '是 yes on',
  false: '否 不 no off',
};

/** The key of `allowed` that somebody who wrote `name` most likely meant. */
export const meantKey = (name: string, allowed: readonly string[]): string | undefined =>
  allowed.find((known) => CURRENT[known]?.split(' ').includes(name.toLowerCase())) ?? closest(name, allowed);

/** The value that was most likely meant by one that a schema refuses: a word of the choice, or the number in it. */
export function meantValue(value: string, finding: z.core.$ZodIssue): string | undefined {
  if (finding.code === 'invalid_value') return meantKey(value, finding.values.map(String));
  if (finding.code === 'invalid_union') {
    const words = finding.errors.flat().flatMap((inner) => (inner.code === 'invalid_value' ? inner.values : []));
    return meantKey(value, words.map(String));
  }
  return finding.code === 'invalid_format' ? numberIn(value) : undefined;
}

const NUMERALS = '一二三四五六七八九';

/** The one whole number in a text such as 第1版, A01, ２ or 第二版; absent where there is none or several. */
function numberIn(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/[一二三四五六七八九]/gu, (sign) => String(NUMERALS.indexOf(sign) + 1));
  const digits = /^[^\d.十百千-]*(\d{1,3})[^\d.十百千]*$/u.exec(plain)?.[1];
  return digits === undefined || Number(digits) === 0 ? undefined : String(Number(digits));
}
