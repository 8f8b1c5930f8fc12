/** Faults of pages that are signed off, or are to be. */
import { type Fault, inChinese, inEnglish, type Phrase, type Place } from '../../fault.ts';

/** A frozen page is not what was frozen. */
export const releaseDamaged = (place: Place, reason: Phrase): Fault => ({
  name: 'release-damaged',
  exit: 1,
  severity: 'error',
  message: `The signed-off page in ${place.file} is damaged: ${inEnglish(reason)}.`,
  hint: 'Bring the folder back from a copy, or delete it and release the page again.',
  zh: {
    message: `${place.file} 里的已签样版面坏了：${inChinese(reason)}。`,
    hint: '请从备份取回文件夹，或删去后重新签样。',
  },
  place,
});

/** A page that is signed off already. */
export const releasedAlready = (page: number): Fault => ({
  name: 'released-already',
  exit: 2,
  severity: 'error',
  page,
  message: `Page ${page} is signed off already.`,
  hint: 'To change it, use --replate, which records what changed.',
  zh: { message: `第 ${page} 版已经签样。`, hint: '要改版请用 --replate，改动会记下来。' },
});

/** A replate of a page that was never signed off. */
export const neverReleased = (page: number): Fault => ({
  name: 'released-never',
  exit: 2,
  severity: 'error',
  page,
  message: `Page ${page} is not signed off yet: there is nothing to replate.`,
  hint: 'Release it first, without --replate.',
  zh: { message: `第 ${page} 版还没签样，谈不上改版。`, hint: '请先签样，不带 --replate。' },
});

/** A replate came out as the page that is frozen already. */
export const replateUnchanged = (page: number): Fault => ({
  name: 'replate-unchanged',
  exit: 2,
  severity: 'warning',
  page,
  message: `Page ${page} is made anew with the same bytes: no replate is recorded, no change slip written.`,
  hint: 'Change its copy first, or leave the page as it is signed off.',
  zh: {
    message: `第 ${page} 版重做后一字未变：不记改版，也不出改版单。`,
    hint: '请先改稿，或保持签样时的样子。',
  },
});

/** The issue has no such page. */
export const noSuchPage = (page: string, pages: number): Fault => ({
  name: 'page-none',
  exit: 2,
  severity: 'error',
  message: `The issue has no page ${page}; it has ${pages}.`,
  hint: 'Give the number of a page with --page.',
  zh: { message: `本期没有第 ${page} 版，共 ${pages} 个版。`, hint: '请用 --page 写明版次。' },
});

/** The copy was edited after its page was signed off. */
export const releasedDiffers = (issue: string, page: number, slug: string): Fault => ({
  name: 'released-differs',
  exit: 1,
  severity: 'warning',
  page,
  message: `Article “${slug}” was edited after page ${page} was signed off; the page keeps its text.`,
  hint: `To print the new text, use \`broadsheet release ${issue} --page ${page} --replate\`.`,
  zh: {
    message: `稿件“${slug}”在第 ${page} 版签样后又改过；版上仍是签样时的文字。`,
    hint: `要印新稿，请用 \`broadsheet release ${issue} --page ${page} --replate\`。`,
  },
});

/** A picture was replaced or taken away after its page was signed off. */
export const releasedPictureDiffers = (issue: string, page: number, file: string): Fault => ({
  name: 'released-differs',
  exit: 1,
  severity: 'warning',
  page,
  message: `The picture ${file} was replaced or taken away after page ${page} was signed off; the plate, the reader’s PDF and the page on the web keep the old one.`,
  hint: `To print the page as it is now, use \`broadsheet release ${issue} --page ${page} --replate\`; otherwise bring the old picture back: the story’s own page shows what lies in the folder.`,
  zh: {
    message: `图片 ${file} 在第 ${page} 版签样后换过或删去；印版、读者版 PDF 和网页上的版面仍用签样时的那张。`,
    hint: `要按现在的样子印，请用 \`broadsheet release ${issue} --page ${page} --replate\`；否则请把原图放回：文章网页显示的是文件夹里现有的图。`,
  },
});

/** A story on a signed-off page has another file name by now; it is known by its text. */
export const releasedRenamed = (issue: string, page: number, before: string, slug: string): Fault => ({
  name: 'released-renamed',
  exit: 4,
  severity: 'warning',
  page,
  message: `“${slug}” is taken for the story that page ${page} is signed off with as “${before}”, for it has its text: it stands there and nowhere else.`,
  hint: `Give ${slug}.md its old name back, or make the page anew with \`broadsheet release ${issue} --page ${page} --replate\`.`,
  zh: {
    message: `“${slug}”与第 ${page} 版签样时的“${before}”文字相同，当作同一篇：只在那里印，别处不再排。`,
    hint: `请把 ${slug}.md 改回原名，或用 \`broadsheet release ${issue} --page ${page} --replate\` 重做这一版。`,
  },
});

/** A plate was made for another press, sheet or name than the pages beside it; of two output conditions no file is bound. */
export const releasedTerms = (issue: string, page: number, terms: Phrase, isBound: boolean): Fault => ({
  name: 'released-terms',
  exit: 4,
  severity: 'warning',
  page,
  message: `Page ${page} keeps the plate that was signed off, which is made for other settings than the other pages: ${inEnglish(terms)}.`,
  hint: `Make the page anew with \`broadsheet release ${issue} --page ${page} --replate\`, or take the settings back in newspaper.yaml.${isBound ? '' : ` Until then press/${issue}.pdf is not made, for it can name one output condition only.`}`,
  zh: {
    message: `第 ${page} 版仍用签样时的印版，设置与其他版不同：${inChinese(terms)}。`,
    hint: `要按现在的设置出版，请用 \`broadsheet release ${issue} --page ${page} --replate\`；否则请把 newspaper.yaml 改回来。${isBound ? '' : `在那之前不出 press/${issue}.pdf：一个文件只能写一种输出条件。`}`,
  },
});

/** A plate of another day lies in the issue: its folder was copied, or got another name. */
export const releasedOtherDay = (issue: string, page: number, date: string): Fault => ({
  name: 'released-other-day',
  exit: 4,
  severity: 'error',
  page,
  message: `Page ${page} is signed off for ${date}, and its plate says so; the issue is ${issue}.`,
  hint: `Delete the page’s folder below released/, or make the page anew with \`broadsheet release ${issue} --page ${page} --replate\`.`,
  zh: {
    message: `第 ${page} 版是 ${date} 的签样，版上印的是那一天；本期是 ${issue}。`,
    hint: `请删去 released/ 下这一版的文件夹，或用 \`broadsheet release ${issue} --page ${page} --replate\` 重做。`,
  },
});
