/**
 * What kind of line is this? General signs of Chinese and English newspaper copy: how a sentence ends, how bylines,
 * captions, section titles and heads look. No meaning is guessed.
 */
import { datelineLength } from '../dateline.ts';
import { ems } from './chunks.ts';

/** Marks that end a sentence, with quotes and brackets that may close after them; or a bracketed remark at the end. */
const FINISHED = /(?:[。！？!?…．.：:；;]["'”’』」）)】》〕]*|[）)】〕])$/u;

/** Whether a paragraph is complete: it ends as sentences end. */
export const isFinished = (text: string): boolean => FINISHED.test(text);

/** A line that could stand as a head, deck or kicker: short, and not a finished sentence (a ! or ? may end a head). */
export const isHeadLike = (text: string, most = 45): boolean =>
  ems(text) <= most && !/[。；;，,、：:]["”’』」]?$/u.test(text) && !/[^.]\.$/.test(text);

/** Names and roles that open a byline. */
const ROLE =
  '(?:本报|本刊|本台|全媒体|融媒体|首席|见习|实习|特约|特派|驻[\\p{Script=Han}]{2,6}|[\\p{Script=Han}]{2,8}(?:报|社|台))*(?:记者|通讯员|评论员|观察员|特约撰稿|撰稿|作者|实习生|撰文|摄影|编译|整理|策划|统筹|执笔)';
const PERSON = '[\\p{Script=Han}]{2,4}(?:·[\\p{Script=Han}]{1,8})*';
const GAP = '[ \\u3000、,，/／|]+';
const NAMES = `${PERSON}(?:${GAP}${PERSON})*`;
const MARKED_BYLINES: readonly RegExp[] = [
  new RegExp(
    `^[□■●◎○◆◇▲△]?[ \\u3000]*${ROLE}(?:[ \\u3000]*[:：/／]?[ \\u3000]*${NAMES})?(?:${GAP}(?:${ROLE}[ \\u3000:：/／]*)?${NAMES})*$`,
    'u',
  ),
  new RegExp(`^[□■●◎○◆◇][ \\u3000]*${NAMES}$`, 'u'),
  new RegExp(
    `^(?:文|图|文图|图文)[ \\u3000]*[/／:：|][ \\u3000]*(?:${ROLE})?[ \\u3000]*${NAMES}(?:[ \\u3000]+(?:文|图)[ \\u3000]*[/／:：|][ \\u3000]*(?:${ROLE})?[ \\u3000]*${NAMES})*$`,
    'u',
  ),
  /^[Bb]y [\p{Lu}][\p{L}.'’-]*(?: [\p{L}.'’,&-]+){0,12}$/u,
];
const SEVERAL_NAMES = new RegExp(`^${PERSON}(?:${GAP}${PERSON}){1,7}$`, 'u');
const ONE_NAME = /^[\p{Script=Han}]{2,4}$|^[\p{Script=Han}][ \u3000]+[\p{Script=Han}]$/u;

/** A byline by a role, a mark, or several names. Sure enough to end one story and begin another. */
export const isByline = (text: string): boolean =>
  ems(text) <= 40 && (MARKED_BYLINES.some((form) => form.test(text)) || SEVERAL_NAMES.test(text));

/** A byline where one is expected, right under a head: a single name will do. */
export const isBylineUnderHead = (text: string): boolean => isByline(text) || ONE_NAME.test(text);

/** Whether copy begins here: a dateline. */
export const hasDateline = (text: string): boolean => datelineLength(text) > 0;

/**
 * Who made the picture, at the end of its caption. 图, 绘 and 提供 also end ordinary words and clauses (蓝图, 描绘, 由企业
 * 提供), so that they need a blank, a stroke or a known giver before them.
 */
const MAKER =
  '(?:摄影报道|摄影|供图|制图|绘图|配图|资料图片?|资料照片|翻拍|(?<!拍)摄|(?<=[ \\u3000/／])(?:图|绘)|(?<=[ \\u3000]|企业|单位|公司|学校|医院|景区|受访者|资料)提供)';
const WHO = '[\\p{Script=Han}\\p{L}·]{1,14}';
const CREDITS: readonly RegExp[] = [
  // 新华社发（张三 摄）, 新华社发
  /(?<=[。！？…”\s])(?:新华社|中新社)(?:发|图)(?:[（(][^()（）]{1,20}[)）])?$/u,
  // （张三 摄）, (本报记者 张三 摄)
  new RegExp(`[（(](?:${WHO}[ \\u3000/／、]*){1,4}${MAKER}[)）]$`, 'u'),
  /[（(](?:Photo|Photograph|Picture|Image|Courtesy)[^()（）]{1,40}[)）]$/u,
  // 。企业供图, 。 新华社记者 张三 摄, 。张三/摄
  new RegExp(`(?<=[。！？…”’）)\\s])(?:${WHO}[ \\u3000]*[/／、]?[ \\u3000]*){1,4}${MAKER}$`, 'u'),
  // 图/张三, 摄影：李四, 图片来源：…
  /(?<=[。！？…”’）)\s])(?:图片?|摄影|照片|供图|制图|图源|图片来源|来源)[ \u3000]*[:：/／][ \u3000]*[\p{L}\p{N}·、 ]{1,24}$/u,
  /(?<=[.!?”"\s])(?:Photos?|Photographs?|Pictures?|Images?)(?::| by | courtesy of | credit:?) ?[\p{L}\p{N} .,'’/&-]{2,40}$/u,
];
const CAPTION_MARK =
  /^(?:[▲△▼▽↑↓←→◀▶◁▷]|图(?:为|[①-⑨一二三四五六七八九]|\d{1,2}[：:、])|(?:上|下|左|右|大|小)图[为：:])/u;
/** Ems; what is longer is a paragraph (house). */
const LONGEST_CAPTION = 160;

/** A caption, and who took the picture. */
export interface Caption {
  readonly caption: string;
  readonly credit?: string;
}

/** A picture's caption with its credit; absent when the text is not one. */
export function readCaption(text: string): Caption | undefined {
  if (ems(text) > LONGEST_CAPTION) return undefined;
  for (const form of CREDITS) {
    const match = form.exec(text);
    if (!match) continue;
    const caption = text.slice(0, match.index).trim();
    if (caption !== '' && looksLikeCaption(caption)) return { caption, credit: match[0].trim() };
  }
  return CAPTION_MARK.test(text) ? { caption: text } : undefined;
}

/** What stands before a credit is one to four complete sentences, or a short label. */
const looksLikeCaption = (text: string): boolean =>
  (text.match(/[。！？]/gu) ?? []).length <= 4 && (isFinished(text) || ems(text) <= 60);

/** Names of sections and pages that papers print, and a short English name for the file. */
const SECTIONS: Readonly<Record<string, string>> = {
  要闻: 'news',
  头版: 'front',
  综合: 'general',
  时政: 'politics',
  国内: 'china',
  中国: 'china',
  国际: 'world',
  天下: 'world',
  本地: 'city',
  都市: 'city',
  城事: 'city',
  社会: 'society',
  民生: 'life',
  经济: 'economy',
  财经: 'economy',
  产经: 'economy',
  金融: 'finance',
  科技: 'science',
  教育: 'education',
  健康: 'health',
  文化: 'culture',
  文娱: 'culture',
  娱乐: 'culture',
  副刊: 'supplement',
  体育: 'sports',
  评论: 'comment',
  观点: 'comment',
  言论: 'comment',
  法治: 'law',
  湖湘: 'region',
  区县: 'region',
  专题: 'feature',
  深度: 'feature',
  特别报道: 'feature',
  公告: 'notice',
  广告: 'notice',
  简讯: 'brief',
  导读: 'index',
  要闻速览: 'brief',
};

/** Whether a heading that another heading follows is the title of a section. */
export const isSection = (text: string): boolean =>
  text in SECTIONS ||
  (/^[\p{Script=Han}·]{2,4}$/u.test(text) && !/[了着过]$/u.test(text)) ||
  /^[A-Z][A-Za-z&]{2,12}$/.test(text);

/** Only names that papers print; for a heading that stands alone. */
export const isKnownSection = (text: string): boolean => text in SECTIONS;

/** Short English name of a section for file names. */
export const sectionWord = (section: string | undefined): string | undefined =>
  section === undefined ? undefined : SECTIONS[section];

/** A page's own line 报眉: date and weekday, page number, no sentence. */
export const isFolio = (text: string): boolean =>
  ems(text) <= 60 &&
  !isFinished(text) &&
  /(?:星期[一二三四五六日天]|农历|总第\s*\d+\s*期|第\s*[A-Z]?\d{1,3}\s*版|^[A-Z]?\d{1,3}\s*版?$|责任?编辑?[:：/ ]|责编[:：/ ]|版式[:：/ ]|校对[:：/ ])/u.test(
    text,
  );

/** 编者按 and its relatives. */
export const isNote = (text: string): boolean =>
  /^[【[]?(?:编者按|编者的话|开栏的话|开栏语|编辑按|Editor[’']s note)[】\]]?[ \u3000：:]/iu.test(text);
