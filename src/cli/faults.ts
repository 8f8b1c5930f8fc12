/** Faults of the command line and of the machine that it runs on. */
import { both, type Fault, inChinese, inEnglish, type Phrase, type Place, type Telling } from '../fault.ts';
import { didYouMean, didYouMeanInChinese } from '../issue/faults/fault.ts';
import type { HardFinding } from '../makeup/plan.ts';
import type { Finding } from '../press/preflight/finding.ts';

/**
 * The folder, or none above it, holds `newspaper.yaml`.
 * @param misnamed A file of the folder that was meant to be it.
 */
export const noPaper = (folder: string, misnamed?: string): Fault => ({
  name: 'paper-not-found',
  exit: 2,
  severity: 'error',
  message: `No newspaper.yaml in ${folder} or in any folder above it.`,
  hint: misnamed
    ? `Rename “${misnamed}” to newspaper.yaml.`
    : 'Run the command in a paper’s folder, or name an issue folder below one; `broadsheet new 2026-01-09`, with your own date, begins a paper here.',
  zh: {
    message: `${folder} 及其上级文件夹里都没有 newspaper.yaml。`,
    hint: misnamed
      ? `请把“${misnamed}”改名为 newspaper.yaml。`
      : '请在报纸文件夹里运行，或写明它下面的某一期；要在这里办新报，用 `broadsheet new 2026-01-09`，换成出版日期。',
  },
});

/**
 * The paper has no issue to work on.
 * @param misnamed A folder that was meant for one, and its right name; paths relative to the paper.
 */
export const noIssue = (folder: string, misnamed?: { readonly from: string; readonly to: string }): Fault => ({
  name: 'issue-none',
  exit: 2,
  severity: 'error',
  message: `No issue in ${folder}.`,
  hint: misnamed
    ? `Rename the folder “${misnamed.from}” to “${misnamed.to}”.`
    : 'Make one with `broadsheet new 2026-01-09`, or bring raw text in with `broadsheet import page.txt --date 2026-01-09`, with your own date.',
  zh: {
    message: `${folder} 里一期也没有。`,
    hint: misnamed
      ? `请把文件夹“${misnamed.from}”改名为“${misnamed.to}”。`
      : '请用 `broadsheet new 2026-01-09` 新建，或用 `broadsheet import page.txt --date 2026-01-09` 导入文字稿，日期换成出版日期。',
  },
});

/** An issue that was named is not there. */
export const issueNotFound = (name: string, guess?: string): Fault => ({
  name: 'issue-not-found',
  exit: 2,
  severity: 'error',
  message: `There is no issue folder “${name}”.`,
  hint: `${didYouMean(guess)}Give the path of an issue folder, or its date, such as 2026-01-08, with the edition where there are several: 2026-01-08-A.`,
  zh: {
    message: `找不到这一期的文件夹“${name}”。`,
    hint: `${didYouMeanInChinese(guess)}请写这一期文件夹的路径，或日期，如 2026-01-08；一天几个版本的，加上版本：2026-01-08-A。`,
  },
});

/** A value on the command line is not one of those allowed. */
export const badUsage = (what: Phrase, todo: Phrase): Fault => ({
  name: 'usage',
  exit: 2,
  severity: 'error',
  message: inEnglish(what),
  hint: inEnglish(todo),
  zh: { message: inChinese(what), hint: inChinese(todo) },
});

/** Another program listens on the port that was asked for. */
export const portTaken = (port: number): Fault => ({
  name: 'port-taken',
  exit: 3,
  severity: 'error',
  message: `Port ${port} is taken by another program.`,
  hint: 'Leave --port out, and any free port is taken, or give another one.',
  zh: { message: `端口 ${port} 被别的程序占用。`, hint: '请去掉 --port，程序会自找空闲端口；或换一个端口。' },
});

/** A file named on the command line cannot be read. */
export const unreadable = (file: string): Fault => ({
  name: 'file-unreadable',
  exit: 2,
  severity: 'error',
  message: `The file ${file} cannot be read.`,
  hint: 'Check the path and the permission to read it.',
  zh: { message: `文件 ${file} 读不出来。`, hint: '请查路径和读取权限。' },
});

/** The output folder cannot be written. */
export const unwritable = (folder: Phrase, reason: string): Fault => ({
  name: 'output-unwritable',
  exit: 3,
  severity: 'error',
  message: `The output cannot be written to ${inEnglish(folder)}: ${reason}.`,
  hint: 'Check the free space and the permission to write, or choose another folder with --output.',
  zh: {
    message: `写不进输出文件夹 ${inChinese(folder)}：${reason}。`,
    hint: '请查磁盘空间和写入权限，或用 --output 换个文件夹。',
  },
});

/** A hard rule of the make-up is broken on a page: it does not print. */
export const hardRule = (page: number, { rule, message, zh }: HardFinding): Fault => ({
  name: 'page-refused',
  exit: 4,
  severity: 'error',
  page,
  message: `Page ${page} breaks rule ${rule}: ${message}`,
  hint: 'Change the copy, the page of a story or its pin; `build --draft` prints the page marked 草样.',
  zh: {
    message: `第 ${page} 版违反规则 ${rule}：${zh.message}`,
    hint: '请改稿、改版次或改锁定的位置；`build --draft` 可印出草样。',
  },
});

/** What is drawn for an article is not what the desk wrote. */
export const notWhole = (slug: string, characters: number, placed: number): Fault => ({
  name: 'article-not-whole',
  exit: 4,
  severity: 'error',
  message: `Article “${slug}” has ${characters} characters, ${placed} of them on the pages, and the texts differ.`,
  hint: 'This is a bug of the make-up: please report it with the issue folder.',
  zh: {
    message: `稿件“${slug}”有 ${characters} 字，上版 ${placed} 字，文字不符。`,
    hint: '这是排版的程序错误，请连同本期文件夹报给我们。',
  },
});

/** A finding of the preflight, which knows no files, but the page. */
export const preflightFinding = ({ severity, rule, page, message, zh }: Finding): Fault => ({
  name: `preflight-${rule.toLowerCase()}`,
  exit: 4,
  severity,
  ...(page === undefined ? {} : { page }),
  message: page === undefined ? message : `Page ${page}: ${message}`,
  hint: inEnglish(rule === SOFT ? SOFT_HINT : RULE_HINT),
  zh: {
    message: page === undefined ? zh.message : `第 ${page} 版：${zh.message}`,
    hint: inChinese(rule === SOFT ? SOFT_HINT : RULE_HINT),
  },
});

const RULE_HINT = both(
  'See docs/press-room.md for what the rule asks; the report names the place.',
  '这条规则见 docs/press-room.md；位置见报告。',
);

const SOFT = 'picture-soft';

/** The make-up judges photos and names their files; it sees neither into advertisements nor the nameplate. */
const SOFT_HINT = both(
  'The warning `picture-coarse` of the same page names the file and the pixels that it needs; where there is none, the picture is the nameplate or inside a supplied advertisement.',
  '同版的 `picture-coarse` 写明是哪个文件、要多少像素；没有这一条的，是报头图，或在客户广告的 PDF 里。',
);

/** Something that the import did without being sure. */
export const undecided = (place: Place, { message, hint, zh }: Telling & { readonly zh: Telling }): Fault => ({
  name: 'import-undecided',
  exit: 1,
  severity: 'warning',
  message,
  hint,
  zh,
  place,
});

/** A caption of the imported text whose picture is not there yet. */
export const photoToCome = (place: Place, slug: string, file: string): Fault => ({
  name: 'photo-to-come',
  exit: 1,
  severity: 'warning',
  message: `Story “${slug}” has a caption whose picture is still to come.`,
  hint: `Put the picture at ${file}; until then only \`build --draft\` prints the page, with a frame.`,
  zh: {
    message: `稿件“${slug}”有图说，图片还没到。`,
    hint: `请把图片放到 ${file}；此前只能用 \`build --draft\` 出草样，先印空框。`,
  },
  place,
});

/** Something that no input should be able to cause. */
export const programFault = (message: string): Fault => ({
  name: 'program-fault',
  exit: 3,
  severity: 'error',
  message: `The program failed: ${message}.`,
  hint: 'This is a bug. Please report it with the issue folder; --verbose shows where it happened.',
  zh: {
    message: `程序出错：${message}。`,
    hint: '这是程序错误，请连同本期文件夹报给我们；加 --verbose 可看出错的地方。',
  },
});

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
