/** Faults of YAML and of the values in it. */
import { type Fault, inChinese, inEnglish, type Phrase, type Place } from '../../fault.ts';
import { wideSignsIn } from '../wide-signs.ts';
import { didYouMean, didYouMeanInChinese, fault } from './fault.ts';

const LOOK: Phrase = {
  en: 'Check the indentation, the half-width colon with a space after it, and quotes around values with : # [ ] { }.',
  zh: '请查缩进；冒号要用半角，后面空一格；值里有 : # [ ] { } 的，整个加引号。',
};

export const yamlBroken = (place: Place, reason: Phrase, remedy: Phrase = LOOK): Fault =>
  fault({
    name: 'yaml-broken',
    message: `The YAML cannot be read: ${inEnglish(reason)}`,
    hint: inEnglish(remedy),
    zh: {
      message: `YAML 读不通：${inChinese(reason)}`,
      hint: inChinese(remedy),
    },
    place,
  });

export const keyTwice = (place: Place, key: string): Fault =>
  yamlBroken(
    place,
    { en: `the key “${key}” is written twice.`, zh: `键“${key}”写了两次。` },
    { en: 'Keep one of the two lines.', zh: '请只留一行。' },
  );

export const yamlTooBig = (place: Place, limit: number): Fault =>
  fault({
    name: 'yaml-too-big',
    message: `The YAML holds more than ${limit} values.`,
    hint: 'Take out what is not needed; anchors that repeat each other count each time.',
    zh: { message: `YAML 里的值超过 ${limit} 个。`, hint: '请删去不用的；互相套用的锚点，每套一次都算。' },
    place,
  });

export const commentInValue = (place: Place, comment: string): Fault =>
  fault({
    name: 'comment-in-value',
    severity: 'warning',
    message: `“#${comment}” was read as a comment and is not part of the value.`,
    hint: 'Put the whole value in quotes, or a space after the # if it is a comment.',
    zh: { message: `“#${comment}”被当作注释，没有算进值里。`, hint: '请给整个值加引号；真是注释的，# 后面空一格。' },
    place,
  });

/** Several keywords that are one, since a full-width sign stands between them. */
export const keywordsJoined = (place: Place, keyword: string): Fault =>
  fault({
    name: 'keywords-joined',
    severity: 'warning',
    message: `“${keyword}” is one keyword.`,
    hint: `${inEnglish(wideSignsIn(keyword) ?? '')}Keywords stand in a list with plain commas: \`keywords: [a, b]\`.`,
    zh: {
      message: `“${keyword}”算作一个关键词。`,
      hint: `${inChinese(wideSignsIn(keyword) ?? '')}几个关键词写成列表，用半角逗号隔开：\`keywords: [a, b]\`。`,
    },
    place,
  });

export const fenceUnclosed = (place: Place): Fault =>
  fault({
    name: 'front-matter-unclosed',
    message: 'The front matter begins with --- but no line of --- ends it.',
    hint: 'Add a line of three plain hyphens between the front matter and the text; a dash is none.',
    zh: {
      message: '稿头以 --- 开始，却没有结束的 ---。',
      hint: '请在稿头和正文之间加一行三个半角连字符；破折号不算。',
    },
    place,
  });

export const fenceTwice = (place: Place): Fault =>
  fault({
    name: 'front-matter-twice',
    message: 'A second front matter begins here: it would be printed as text.',
    hint: 'One file holds one story: move this one into a file of its own, or delete these lines.',
    zh: {
      message: '这里又有一个稿头，会当成正文印出来。',
      hint: '一个文件只放一篇稿：请把这一篇移到另一个文件，或删去这几行。',
    },
    place,
  });

export const fenceMissing = (place: Place, key: string): Fault =>
  fault({
    name: 'front-matter-unfenced',
    message: `“${key}” heads the file, but no line of --- opens the front matter: it would be printed as text.`,
    hint: 'Write a line of three plain hyphens, ---, above the first key and one below the last; nothing before them.',
    zh: {
      message: `文件开头有“${key}”，上面却没有一行 --- 开始稿头：会当成正文印出来。`,
      hint: '请在第一项上面、最后一项下面各写一行三个半角连字符 ---，前面不留空格；“—”不是连字符。',
    },
    place,
  });

/** A space that looks like indentation, and is a part of the key. */
const isWide = (key: string): boolean => key.includes('\u3000');

/** A full-width bracket, dash, quotation mark or # that is a part of the key. */
const wideIn = (key: string): Phrase => wideSignsIn(key.replaceAll('\u3000', '')) ?? '';

export const keyUnknown = (
  place: Place,
  key: string,
  names: { readonly guess?: string; readonly under?: string; readonly allowed: readonly string[] },
): Fault =>
  fault({
    name: 'key-unknown',
    message: `Unknown key “${key}”${isWide(key) ? ', with a full-width space in it' : ''}.`,
    hint: `${didYouMean(names.guess)}${names.under ? `It stands below \`${names.under}\`. ` : ''}${isWide(key) ? 'Delete that space. ' : ''}${inEnglish(wideIn(key))}Known here: ${names.allowed.join(', ')}.`,
    zh: {
      message: `没有“${key}”这一项${isWide(key) ? '，里面有全角空格' : ''}。`,
      hint: `${didYouMeanInChinese(names.guess)}${names.under ? `它要写在 \`${names.under}\` 的下一层。` : ''}${isWide(key) ? '请删去全角空格。' : ''}${inChinese(wideIn(key))}这里可写：${names.allowed.join('、')}。`,
    },
    place,
  });

export const keyMissing = (place: Place, key: string, expected: Phrase): Fault =>
  fault({
    name: 'key-missing',
    message: `“${key}” is missing.`,
    hint: `Write \`${key}: …\`, with ${inEnglish(expected)}; a value that begins with # must stand in quotes.`,
    zh: { message: `缺“${key}”。`, hint: `请写上 \`${key}: …\`，值是${inChinese(expected)}；以 # 开头的值要加引号。` },
    place,
  });

/** @param value `wide` names the full-width signs in it. */
export const valueBad = (
  place: Place,
  key: string,
  value: { expected: Phrase; got: Phrase; guess?: string; wide?: Phrase },
): Fault =>
  fault({
    name: 'value-bad',
    message: `“${key}” is ${inEnglish(value.got)}.`,
    hint: `${didYouMean(value.guess)}${inEnglish(value.wide ?? '')}Expected ${inEnglish(value.expected)}.`,
    zh: {
      message: `“${key}”写成了${inChinese(value.got)}。`,
      hint: `${didYouMeanInChinese(value.guess)}${inChinese(value.wide ?? '')}应写：${inChinese(value.expected)}。`,
    },
    place,
  });

export const colourOverInk = (place: Place, name: string, ink: { sum: number; limit: number }): Fault =>
  fault({
    name: 'colour-over-ink',
    message: `House colour “${name}” lays ${ink.sum} % of ink, over the limit of ${ink.limit} %.`,
    hint: 'Lower its cmyk values, or raise press.inkLimit if the printer allows it.',
    zh: {
      message: `报社用色“${name}”总墨量 ${ink.sum}%，超过上限 ${ink.limit}%。`,
      hint: '请调低它的 cmyk 值；印厂同意的，可放宽 press.inkLimit。',
    },
    place,
  });

export const languageForeign = (place: Place, language: string): Fault =>
  fault({
    name: 'language-foreign',
    severity: 'warning',
    message: `The paper’s language is ${language}: its words are divided as English ones, and what pages and web say of themselves is English.`,
    hint: 'Read the ends of lines with care; a paper in Chinese or English is `zh-CN` or `en`.',
    zh: {
      message: `报纸的语言是 ${language}：单词按英文断行，版面和网页自己的用语也用英文。`,
      hint: '请细看行末断开的单词；中文报写 `zh-CN`，英文报写 `en`。',
    },
    place,
  });

export const gridTooBig = (place: Place, message: Phrase): Fault =>
  fault({
    name: 'grid-too-big',
    message: inEnglish(message),
    hint: 'Take fewer columns, a shorter measure or fewer lines, smaller margins, or a larger trim.',
    zh: { message: inChinese(message), hint: '请减少栏数、每栏字数或行数，缩小页边，或加大开本。' },
    place,
  });
