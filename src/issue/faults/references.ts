/** Faults of what one part of an issue asks of another: pictures, slugs, groups, pages. */
import { type Fault, inChinese, inEnglish, type Phrase, type Place } from '../../fault.ts';
import { wideSignsIn } from '../wide-signs.ts';
import { didYouMean, didYouMeanInChinese, fault, quoted, quotedInChinese } from './fault.ts';

export const titleMissing = (place: Place, key: 'kicker' | 'deck'): Fault =>
  fault({
    name: 'title-missing',
    message: `There is a \`${key}\`, but no headline for it to stand with.`,
    hint: `Write a \`title\`; what is to be the only headline is the \`title\` itself.`,
    zh: {
      message: `有${key === 'kicker' ? '引题' : '副题'}（\`${key}\`），没有主题。`,
      hint: `请写上 \`title\`；只有一行标题的，就写作 \`title\`。`,
    },
    place,
  });

export const articleEmpty = (place: Place): Fault =>
  fault({
    name: 'article-empty',
    message: 'The article has neither text nor a picture.',
    hint: 'Write its text below the front matter, name a photo, or delete the file.',
    zh: {
      message: '这篇稿子既没有正文，也没有照片。',
      hint: '请在稿头（---）下面写正文，或写上照片，或删去这个文件。',
    },
    place,
  });

/** Signs that no file's name has on Windows, where the issue may be built as well. */
const SIGN = /[*?"<>|]/;

export const pathUnsafe = (place: Place, file: string): Fault => {
  const [sign] = SIGN.exec(file) ?? [];
  if (sign !== undefined)
    return fault({
      name: 'path-unsafe',
      message: `“${file}” has a ${sign} in its name, which not every system takes.`,
      hint: 'Give the file a name without it, and write that name here.',
      zh: {
        message: `“${file}”的文件名里有 ${sign}，不是每种系统都认。`,
        hint: '请给文件改名，去掉这个符号，这里也照改。',
      },
      place,
    });
  return fault({
    name: 'path-unsafe',
    message: file.includes('\\')
      ? `“${file}” is written with backslashes.`
      : `“${file}” does not stay inside the folder that it is read from.`,
    hint: 'Put the file into the issue folder (photos/ or ads/) and name it by its path from there, with forward slashes.',
    zh: {
      message: file.includes('\\') ? `“${file}”用了反斜杠。` : `“${file}”出了它应在的文件夹。`,
      hint: '请把文件放进本期文件夹（photos/ 或 ads/），从那里写起，用正斜杠。',
    },
    place,
  });
};

export const photoMissing = (place: Place, file: string, guess?: string): Fault =>
  fault({
    name: 'photo-missing',
    message: `The photo “${file}” is not there.`,
    hint: `${didYouMean(guess)}Put the file there, or correct its name.`,
    zh: { message: `缺照片“${file}”。`, hint: `${didYouMeanInChinese(guess)}请把照片放到位，或改正文件名。` },
    place,
  });

/** @param lenient The page is made up without it. */
export const photoToCome = (place: Place, file: string, lenient: boolean): Fault =>
  fault({
    name: 'photo-to-come',
    severity: lenient ? 'warning' : 'error',
    message: `The photo “${file}” is still to come.`,
    hint: lenient
      ? 'An empty frame keeps its place; put the picture there under this name, or only `build --draft` prints the page.'
      : 'Put the picture there under this name, or use `build --draft`, which prints an empty frame.',
    zh: {
      message: `照片“${file}”还没到。`,
      hint: lenient
        ? '版上先留空框；请按这个文件名把照片放到位，否则只能用 `build --draft` 出草样。'
        : '请按这个文件名把照片放到位；或用 `build --draft` 出草样，先印空框。',
    },
    place,
  });

const FILES = { ad: '广告', filler: '补白', nameplate: '报头图', profile: '色彩特性文件' } as const;

export const fileMissing = (
  place: Place,
  what: keyof typeof FILES,
  names: { file: string; guess?: string | undefined },
): Fault =>
  fault({
    name: 'file-missing',
    message: `The ${what} “${names.file}” is not there.`,
    hint: `${didYouMean(names.guess)}Put the file there, or correct its name.`,
    zh: {
      message: `缺${FILES[what]}“${names.file}”。`,
      hint: `${didYouMeanInChinese(names.guess)}请把文件放到位，或改正文件名。`,
    },
    place,
  });

export const pictureKind = (place: Place, file: string, allowed: readonly string[]): Fault =>
  fault({
    name: 'picture-kind',
    message: `“${file}” is not a kind of file that can be placed here.`,
    hint: `Save it anew as one of: ${allowed.join(', ')}.`,
    zh: { message: `“${file}”这种文件不能上版。`, hint: `请另存为其中一种：${allowed.join('、')}。` },
    place,
  });

/** @param who What names the slug: a key in quotation marks, a link. */
export const slugUnknown = (place: Place, who: Phrase, names: { slug: string; guess?: string | undefined }): Fault =>
  fault({
    name: 'slug-unknown',
    message: `${inEnglish(who)} names “${names.slug}”, and no article of this issue has that slug.`,
    hint: `${didYouMean(names.guess)}${inEnglish(wideSignsIn(names.slug) ?? '')}A slug is the article’s file name without .md.`,
    zh: {
      message: `${inChinese(who)}写的“${names.slug}”，本期没有这篇稿子。`,
      hint: `${didYouMeanInChinese(names.guess)}${inChinese(wideSignsIn(names.slug) ?? '')}稿名就是稿件的文件名去掉 .md。`,
    },
    place,
  });

export const correctedIssueUnknown = (place: Place, issue: string): Fault =>
  fault({
    name: 'corrects-issue-unknown',
    severity: 'warning',
    message: `“corrects” names the issue “${issue}”, and there is no such folder beside this issue’s.`,
    hint: 'Correct the date; if that issue is kept elsewhere, all is well.',
    zh: {
      message: `“corrects”写的“${issue}”这一期，旁边没有它的文件夹。`,
      hint: '请改正日期；那一期若存在别处，就不必改。',
    },
    place,
  });

export const correctedStoryUnknown = (
  place: Place,
  issue: string,
  names: { slug: string; guess?: string | undefined },
): Fault =>
  fault({
    name: 'corrects-story-unknown',
    severity: 'warning',
    message: `“corrects” names “${names.slug}”, and the issue “${issue}” has no such article.`,
    hint: `${didYouMean(names.guess)}Without it the web edition links neither story to the other.`,
    zh: {
      message: `“corrects”写的“${names.slug}”，“${issue}”那一期没有这篇稿子。`,
      hint: `${didYouMeanInChinese(names.guess)}不改的话，网页版上两篇就连不起来。`,
    },
    place,
  });

export const slugItself = (place: Place, key: string): Fault =>
  fault({
    name: 'slug-itself',
    message: `“${key}” names the article itself.`,
    hint: 'Name another article, or leave it out.',
    zh: { message: `“${key}”写的是稿子自己。`, hint: '请写别的稿子，或删去这一项。' },
    place,
  });

export const asideShared = (place: Place, slug: string, owner: string): Fault =>
  fault({
    name: 'aside-shared',
    message: `“${slug}” is already boxed with “${owner}”.`,
    hint: 'Let only one article name it in `aside`.',
    zh: { message: `“${slug}”已经随“${owner}”作链接了。`, hint: '`aside` 里只让一篇稿子写它。' },
    place,
  });

export const groupUnknown = (place: Place, group: string, known: readonly string[], guess?: string): Fault =>
  fault({
    name: 'group-unknown',
    message: `There is no group “${group}” in issue.yaml.`,
    hint: `${didYouMean(guess)}${known.length ? `Known groups: ${quoted(known)}.` : 'Add it under `groups:` in issue.yaml.'}`,
    zh: {
      message: `issue.yaml 里没有“${group}”这一组。`,
      hint: `${didYouMeanInChinese(guess)}${known.length ? `现有各组：${quotedInChinese(known)}。` : '请在 issue.yaml 的 `groups:` 下加上。'}`,
    },
    place,
  });

export const qrTooLong = (place: Place, bytes: number, limit: number): Fault =>
  fault({
    name: 'qr-too-long',
    severity: 'error',
    message: `The address of “qr” has ${bytes} bytes: its code would be too fine for newsprint or too wide for a column.`,
    hint: `Use a short address, of ${limit} bytes at most.`,
    zh: {
      message: `“qr”的网址有 ${bytes} 个字节：二维码要么细得新闻纸印不清，要么宽过一栏。`,
      hint: `请换一个短网址，最多 ${limit} 个字节。`,
    },
    place,
  });

export const groupEmpty = (place: Place, group: string): Fault =>
  fault({
    name: 'group-empty',
    severity: 'warning',
    message: `No article belongs to the group “${group}”.`,
    hint: 'Write `group:` into its articles, or take the group out of issue.yaml.',
    zh: { message: `“${group}”这一组没有稿子。`, hint: '请在稿件里写 `group:`，或从 issue.yaml 里删去这一组。' },
    place,
  });

export const pageOutside = (place: Place, wanted: { key: string; page: number; pages: Phrase }): Fault =>
  fault({
    name: 'page-outside',
    message: `“${wanted.key}” asks for page ${wanted.page}, and the issue has ${inEnglish(wanted.pages)}.`,
    hint: 'Name a page of the issue, or change `pages` in issue.yaml.',
    zh: {
      message: `“${wanted.key}”要上第 ${wanted.page} 版，本期${inChinese(wanted.pages)}。`,
      hint: '请改成本期有的版，或改 issue.yaml 里的 `pages`。',
    },
    place,
    page: wanted.page,
  });

export const pageTwice = (place: Place, page: number): Fault =>
  fault({
    name: 'page-twice',
    message: `Page ${page} is listed twice.`,
    hint: 'Give each page its own number.',
    zh: { message: `第 ${page} 版列了两次。`, hint: '请给每个版各自的版次。' },
    place,
    page,
  });

export const pinOutside = (place: Place, what: Phrase, page?: number): Fault =>
  fault({
    name: 'pin-outside',
    message: `The pin lies outside the page: ${inEnglish(what)}.`,
    hint: 'Columns and rows count from 0; correct the pin, or leave parts of it out.',
    zh: { message: `锁定的位置出了版面：${inChinese(what)}。`, hint: '栏和行都从 0 数起；请改正，或少锁几项。' },
    place,
    page,
  });

export const pageConflict = (place: Place, page: number, pinned: number): Fault =>
  fault({
    name: 'page-conflict',
    message: `“page” says ${page}, “place.page” says ${pinned}.`,
    hint: 'Keep one of them.',
    zh: { message: `“page”写第 ${page} 版，“place.page”写第 ${pinned} 版。`, hint: '请只留一个。' },
    place,
    page,
  });

export const adOutside = (place: Place, what: Phrase, page?: number): Fault =>
  fault({
    name: 'ad-outside',
    message: `The ad does not fit the page: ${inEnglish(what)}.`,
    hint: 'Width is in basic columns, height in lines of the type area; correct them.',
    zh: { message: `广告放不进版面：${inChinese(what)}。`, hint: '宽按基本栏算，高按版心行数算，请改正。' },
    place,
    page,
  });
