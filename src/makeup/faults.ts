/** The faults of the make-up. Those that stop the press lead to exit 4; warnings stop nothing. */
import { counted, type Fault, inChinese, inEnglish, type Phrase } from '../fault.ts';
import { headlineOf } from '../issue/headline.ts';
import type { Article } from '../issue/model.ts';
import { languageOf } from '../typeset/script.ts';
import { copyOf, type Lack } from './amount.ts';
import { nameOf, titled } from './faults/names.ts';

export * from './faults/ads.ts';
export * from './faults/advice.ts';
export * from './faults/names.ts';
export * from './faults/photos.ts';
export * from './faults/released.ts';

const hintOf = (ways: readonly Phrase[], otherwise: string): string => {
  const [first, ...rest] = ways.map(inEnglish);
  if (first === undefined) return otherwise;
  return `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', or ')}.`;
};

const hintInChinese = (ways: readonly Phrase[], otherwise: string): string =>
  ways.length === 0 ? otherwise : `${ways.map(inChinese).join('，或')}。`;

/** An article, or the rest of one, has no place on the page. */
export const overset = (article: Article, { page, lines, language }: Lack, ways: readonly Phrase[]): Fault => ({
  name: 'overset',
  exit: 4,
  severity: 'error',
  message: `${nameOf(article)} does not fit page ${page}: ${counted(lines, 'line')} ${lines === 1 ? 'is' : 'are'} over, ${inEnglish(copyOf(lines, languageOf(article, language)))}.`,
  hint: hintOf(ways, 'Cut it, hold it, or move it to another page.'),
  zh: {
    message: `${titled(article)}在第 ${page} 版排不下：溢出 ${lines} 行，${inChinese(copyOf(lines, languageOf(article, language)))}。`,
    hint: hintInChinese(ways, '请删稿、压稿，或改上别的版。'),
  },
  place: article.place,
  page,
});

/** A head that no width of the page holds at the least size of its rank. */
export const headTooLong = (article: Article, page: number): Fault => {
  const characters = [...headlineOf(article)].length;
  return {
    name: 'head-too-long',
    exit: 4,
    severity: 'error',
    message: `The head of ${nameOf(article)} has ${characters} characters: it does not fit page ${page} over its whole width.`,
    hint: 'Shorten `title:`; what explains belongs into `deck:`.',
    zh: {
      message: `${titled(article)}的标题有 ${characters} 字，第 ${page} 版通栏也排不下。`,
      hint: '请缩短 `title:`；说明的话放进副题 `deck:`。',
    },
    place: article.place,
    page,
  };
};

/** A page has more room than copy: `lines` of the `all` column lines that it has for stories. */
export const hole = ({ page, lines, language }: Lack, all: number, ways: readonly Phrase[]): Fault => ({
  name: 'page-hole',
  exit: 4,
  severity: 'error',
  message: `Page ${page} has room for ${inEnglish(copyOf(lines, language))} more: ${lines} of its ${all} column lines are empty.`,
  hint: hintOf(ways, 'Add a story, a photo or a filler.'),
  zh: {
    message: `第 ${page} 版稿子不够，缺${inChinese(copyOf(lines, language))}：全版 ${all} 行（按基本栏计），空 ${lines} 行。`,
    hint: hintInChinese(ways, '请加稿、加照片或加补白。'),
  },
  page,
});

/** No page of the model keeps all rules, though the copy is neither too long nor too short by its measure. */
export const unmade = (page: number, proved: boolean, ways: readonly Phrase[]): Fault => ({
  name: 'page-not-made',
  exit: 4,
  severity: 'error',
  message: `Page ${page} cannot be made up within the rules${proved ? '' : ', as far as was searched'}.`,
  hint: hintOf(ways, 'Cut or add a few lines, add a photo, or free a pin.'),
  zh: {
    message: `第 ${page} 版按规则排不成${proved ? '' : '（就已试过的排法而言）'}。`,
    hint: hintInChinese(ways, '请删几行或加几行，加一张照片，或解除一处锁定。'),
  },
  page,
});

/** The page closes only without what the desk asked of places; where it is known why, only those are named who are at odds. */
export const wishRefused = (
  asked: readonly Article[],
  page: number,
  reasons: readonly { readonly reason: Phrase; readonly article: Article }[],
): Fault => {
  const articles = reasons.length > 0 ? [...new Set(reasons.map(({ article }) => article))] : asked;
  const why = reasons.map(({ reason }) => reason);
  return {
    name: 'wish-refused',
    exit: 4,
    severity: 'error',
    message: `Page ${page} cannot keep what is asked for ${articles.map(nameOf).join(', ')}: ${why.map(inEnglish).join('; ') || 'with it the page does not close'}.`,
    hint: 'Free `place`, `order` or `keepApart` of one of them; the page closes without.',
    zh: {
      message: `第 ${page} 版照办不了${articles.map(titled).join('、')}的要求：${why.map(inChinese).join('；') || '照办就合不了版'}。`,
      hint: '请放开其中一篇的 `place`、`order` 或 `keepApart`，放开就能合版。',
    },
    ...(articles[0] && { place: articles[0].place }),
    page,
  };
};

/** A locked page cannot stay as it was. */
export const lockBroken = (articles: readonly Article[], page: number): Fault => ({
  name: 'lock-broken',
  exit: 4,
  severity: 'error',
  message: `Page ${page} is locked, but ${articles.map(nameOf).join(', ')} cannot stay in the same place.`,
  hint: 'Take back what was changed on the page, or unlock it (`locked: false`).',
  zh: {
    message: `第 ${page} 版已锁定，${articles.map(titled).join('、')}却不能留在原位。`,
    hint: '请撤回本版的改动，或解锁（`locked: false`）。',
  },
  page,
});

/** The text on the pages is not the text that was written: a fault of the program. */
export const textLost = (article: Article, page: number): Fault => ({
  name: 'text-lost',
  exit: 4,
  severity: 'error',
  message: `The placed text of “${article.slug}” is not the text of its file.`,
  hint: 'This is a bug of the make-up or the typesetting; please report it with the issue folder.',
  zh: { message: `“${article.slug}”排上版的文字与原稿不符。`, hint: '这是排版的程序错误，请连同本期文件夹报给我们。' },
  place: article.place,
  page,
});

/** The desk's own index has more lines than the ear has room for. */
export const indexTooLong = (article: Article, lines: number, most: number): Fault => ({
  name: 'index-too-long',
  exit: 4,
  severity: 'error',
  message: `The index ${nameOf(article)} has ${counted(lines, 'line')}; the ear of page 1 has room for ${most}.`,
  hint: `Take out ${lines - most}, or shorten \`weather:\` or leave it out: it takes room of the ear.`,
  zh: {
    message: `导读${titled(article)}有 ${lines} 行，第 1 版报眼只排得下 ${most} 行。`,
    hint: `请删去 ${lines - most} 行，或缩短、撤去 \`weather:\`，它也占报眼。`,
  },
  place: article.place,
  page: 1,
});

/** A line of the index that could only be set too small to read. */
export const indexLineTooLong = (article: Article, line: string): Fault => ({
  name: 'index-line-too-long',
  exit: 4,
  severity: 'error',
  message: `A line of the index ${nameOf(article)} is too long for the ear of page 1: “${line}”.`,
  hint: 'Give the story shorter words of its own: `slug: …`.',
  zh: {
    message: `导读${titled(article)}有一行太长，第 1 版报眼排不下：“${line}”。`,
    hint: '请给这篇稿子另写短句：`slug: …`。',
  },
  place: article.place,
  page: 1,
});

/** An index that stands where nothing gives it page numbers. */
export const indexOutOfEar = (article: Article, page: number, reason: Phrase): Fault => ({
  name: 'index-out-of-ear',
  exit: 4,
  severity: 'error',
  message: `The index ${nameOf(article)} cannot stand on page ${page}: ${inEnglish(reason)}.`,
  hint: 'An index has its page numbers in the ear of page 1, one an issue: set `page: 1`, or leave it out and the program makes one.',
  zh: {
    message: `导读${titled(article)}不能上第 ${page} 版：${inChinese(reason)}。`,
    hint: '导读排在第 1 版报眼才带版次，一期一篇：请设 `page: 1`；不写导读，程序会自动编一个。',
  },
  place: article.place,
  page,
});

/** A story that the desk let be held is held. */
export const heldOut = (article: Article, page: number): Fault => ({
  name: 'held-out',
  exit: 4,
  severity: 'warning',
  message: `${nameOf(article)} was held: page ${page} is full without it.`,
  hint: 'Set `hold: false` to make room for it.',
  zh: { message: `${titled(article)}已压下：第 ${page} 版不上它也满了。`, hint: '要上版，请设 `hold: false`。' },
  place: article.place,
  page,
});

/** A page has more stories and ads than can be made up together. */
export const tooCrowded = (page: number, items: number, most: number): Fault => ({
  name: 'page-crowded',
  exit: 4,
  severity: 'error',
  message: `Page ${page} has ${items} stories and ads; at most ${most} can be made up on one page.`,
  hint: 'Put briefs together in one file, each under a subhead (`## …`), or send stories to another page (`page:`).',
  zh: {
    message: `第 ${page} 版有 ${items} 篇稿件和广告，一个版最多排 ${most} 篇。`,
    hint: '请把简讯并入一个文件，每条一个小标题（`## …`），或把稿件改上别的版（`page:`）。',
  },
  page,
});
