/** What an editor is glad to be told before the press runs: warnings, which stop no page. */
import { both, counted, type Fault, inChinese, inEnglish, type Phrase } from '../../fault.ts';
import type { Article } from '../../issue/model.ts';
import { copyOf } from '../amount.ts';
import { nameOf, titled } from './names.ts';

/** Where a warning points. */
interface Where {
  readonly article?: Article;
  readonly page?: number;
}

const advice = (name: string, what: Phrase, todo: Phrase, { article, page }: Where = {}): Fault => ({
  name,
  exit: 4,
  severity: 'warning',
  message: inEnglish(what),
  hint: inEnglish(todo),
  zh: { message: inChinese(what), hint: inChinese(todo) },
  ...(article && { place: article.place }),
  ...(page !== undefined && { page }),
});

/** An ad that has not the proportion of the place that was sold; millimetres, and the lines that would fill its width. */
export const adLoose = (
  file: string,
  place: { readonly width: number; readonly height: number; readonly bare: number },
  lines: number,
  page: number,
): Fault => {
  const size = `${place.width} × ${place.height}`;
  return advice(
    'ad-loose',
    both(
      `The advertisement ${file} leaves ${place.bare} mm of its place bare: that is ${size} mm, of another proportion.`,
      `广告 ${file} 填不满所订的位置，空出 ${place.bare} 毫米：位置是 ${size} 毫米，宽高比与广告不同。`,
    ),
    both(
      `Ask for it at ${size} mm, or book \`height: ${lines}\` in issue.yaml.`,
      `请要一份 ${size} 毫米的，或在 issue.yaml 里改写 \`height: ${lines}\`。`,
    ),
    { page },
  );
};

/** A date in the copy whose weekday is another. */
export const weekdayWrong = (article: Article, said: string, right: string): Fault =>
  advice(
    'weekday-wrong',
    both(
      `“${said}” in “${article.slug}”: that day is 星期${right}.`,
      `“${article.slug}”写“${said}”，那天是星期${right}。`,
    ),
    both('Correct the date or the weekday.', '请改日期或星期。'),
    { article },
  );

/** A date in the copy whose lunar date is another. */
export const lunarDateWrong = (article: Article, said: string, right: string): Fault =>
  advice(
    'lunar-date-wrong',
    both(
      `“${said}” in “${article.slug}”: that day is 农历${right}.`,
      `“${article.slug}”写“${said}”，那天是农历${right}。`,
    ),
    both('Correct one of the two dates.', '请改公历或农历日期。'),
    { article },
  );

/** Two heads side by side that a reader's eye joins. */
export const headsReadOn = (left: Article, right: Article, page: number): Fault =>
  advice(
    'heads-read-on',
    both(
      `The heads ${nameOf(left)} and ${nameOf(right)} stand side by side, alike in length and size.`,
      `${titled(left)}和${titled(right)}两题并排，字数字号相近。`,
    ),
    both(
      'Read them as one line; if that says something else, change one.',
      '请连起来读一遍，若串题生歧义，改其中一题。',
    ),
    { article: left, page },
  );

/** The name of `tooLittleCopy`: where it is said of a page, nothing praises that page's make-up. */
export const LITTLE_COPY = 'little-copy';

/** A page whose copy fills so small a share of the room for stories; the lines that it wants, and less paper for the same copy. */
export const tooLittleCopy = (
  page: number,
  share: number,
  wanted: { readonly lines: number; readonly language: string },
  less: Phrase,
): Fault => {
  const copy = copyOf(wanted.lines, wanted.language);
  return advice(
    LITTLE_COPY,
    both(
      `Page ${page} has little copy: text, and pictures at their ease, fill ${Math.round(share * 100)} % of the room for stories; heads and pictures had to be stretched over the rest.`,
      `第 ${page} 版稿件太少：正文和正常大小的图片只占稿件版面的 ${Math.round(share * 100)}%，其余靠放大标题和图片撑满。`,
    ),
    both(
      `Add ${inEnglish(copy)} (${wanted.lines} column lines), or more pictures, or \`fillers:\`${inEnglish(less)}.`,
      `请补${inChinese(copy)}（${wanted.lines} 行）稿件，或加图片、补白（\`fillers:\`）${inChinese(less)}。`,
    ),
    { page },
  );
};

/** The running number of an issue does not follow that of the issue before, of this date. */
export const numberLeaps = (now: number, last: number, date: string): Fault =>
  advice(
    'issue-number',
    both(
      `The issue has number ${now}; the one before, of ${date}, had ${last}.`,
      `本期总期号是 ${now}，上一期（${date}）是 ${last}。`,
    ),
    both(`Set \`number: ${last + 1}\` in issue.yaml.`, `请在 issue.yaml 里写 \`number: ${last + 1}\`。`),
  );

/** A story of a group on a page where no other story of it stands. */
export const groupParted = (article: Article, head: string, page: number): Fault =>
  advice(
    'group-parted',
    both(
      `${nameOf(article)} stands alone on page ${page}: the head “${head}” of its group is not printed over it.`,
      `${titled(article)}单独在第 ${page} 版：它上面没有组稿总题“${head}”。`,
    ),
    both('Send the stories of the group to one page, at least two of them.', '请把这组稿件放到同一版，至少两篇。'),
    { article, page },
  );

/** A piece that its story would box stands on another page. */
export const asideParted = (aside: Article, on: number, host: Article, hosted: number): Fault =>
  advice(
    'aside-parted',
    both(
      `${nameOf(aside)} is not boxed with ${nameOf(host)}: they stand on pages ${on} and ${hosted}.`,
      `${titled(aside)}没有和${titled(host)}排在一起：一在第 ${on} 版，一在第 ${hosted} 版。`,
    ),
    both('Send both to one page, or take it out of `aside`.', '请把两篇放到同一版，或从 `aside` 里去掉。'),
    { article: aside },
  );

/** A portrait whose crop comes near the face. */
export const faceCut = (article: Article, file: string, page: number): Fault =>
  advice(
    'face-cut',
    both(`The crop of ${file} comes near the face.`, `${file} 的裁切线快碰到脸了。`),
    both('Move `focus`, or give the photo another place.', '请调整 `focus`，或给照片换个位置。'),
    { article, page },
  );

/** A story tells what another one tells. */
export const sameEvent = (article: Article, other: Phrase): Fault =>
  advice(
    'same-event',
    both(
      `${nameOf(article)} tells much of what ${inEnglish(other)} tells.`,
      `${titled(article)}与${inChinese(other)}说的多是同一件事。`,
    ),
    both('Keep one, or say what is new.', '请留一篇，或写明新在哪里。'),
    { article },
  );

/** Lines named of one story; more would bury the others. */
const NAMED = 3;

/** Body lines that fall short of their measure, each by the words that it begins with. */
export const linesShort = (article: Article, beginnings: readonly string[], page: number): Fault => {
  const named = beginnings.slice(0, NAMED).map((beginning) => `“${beginning}…”`);
  const more = beginnings.length - named.length;
  return advice(
    'line-short',
    both(
      `${counted(beginnings.length, 'line')} of “${article.slug}” cannot be brought to the measure: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
      `“${article.slug}”有 ${beginnings.length} 行撑不满栏宽：${named.join('、')}${more > 0 ? `，另有 ${more} 行` : ''}。`,
    ),
    both('Change a word or two of the paragraph, or give the story another width.', '请改动该段一两个字，或换个栏宽。'),
    { article, page },
  );
};

const WIDER = both(
  'Give it fewer columns or shorter cells, or give the story a wider column: a `place:` of other `columns`, or a page with more room.',
  '请减少表格的列数、缩短各格的字，或让该稿用更宽的栏：改 `place:` 里的 `columns`，或换一个宽松的版。',
);

/** A table, by the words that it begins with, whose cells run on as text in a column of so many characters. */
export const tableAsText = (article: Article, begins: string, characters: number, page: number): Fault =>
  advice(
    'table-as-text',
    both(
      `The table “${begins}…” of ${nameOf(article)} is wider than its column of ${characters} characters: it is set as running text.`,
      `${titled(article)}的表格“${begins}…”在 ${characters} 字的栏里排不下，已排成文字。`,
    ),
    WIDER,
    { article, page },
  );

/** A table, by the words that it begins with, whose rows take several lines in a column of so many characters. */
export const tableFolded = (article: Article, begins: string, characters: number, page: number): Fault =>
  advice(
    'table-folded',
    both(
      `The table “${begins}…” of ${nameOf(article)} is wider than its column of ${characters} characters: each of its rows takes two lines or more.`,
      `${titled(article)}的表格“${begins}…”在 ${characters} 字的栏里一行排不下，每行已折成两行或更多。`,
    ),
    WIDER,
    { article, page },
  );

/** A forecast was written and no ear of the issue holds it. */
export const weatherNowhere = (): Fault =>
  advice(
    'weather-unprinted',
    both('The weather is printed nowhere: no ear has room for it.', '天气没有排上：没有报眼放它。'),
    both(
      'It stands in the ear of page 1, where no ad has that: move the ad, or put the weather into a brief.',
      '天气排在第 1 版报眼，报眼没有广告时才有位置：请挪开广告，或把天气写成一条简讯。',
    ),
  );
