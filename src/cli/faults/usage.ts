/** Faults of what was typed, and of the machine that it was typed on. */
import { both, type Fault, inChinese, inEnglish, type Phrase, type Place, type Telling } from '../../fault.ts';
import { didYouMean, didYouMeanInChinese } from '../../issue/faults/fault.ts';

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

/** A folder of a paper that was meant for an issue or for the issues, and its right name; paths relative to the paper. */
export interface Misnamed {
  readonly from: string;
  /** Absent where it is not known which date was meant. */
  readonly to?: string | undefined;
  /** There is a folder of the right name already. */
  readonly taken?: boolean;
}

const renaming = ({ from, to, taken = false }: Misnamed): Phrase => {
  if (to === undefined)
    return both(
      `Rename it by the date of the issue, such as issues/2026-01-09, or move it out of issues/.`,
      `请按出版日期改名，如 issues/2026-01-09；不是一期的，移出 issues/。`,
    );
  return taken
    ? both(
        `There is “${to}” already: move what is missing there into it, and this folder out of issues/.`,
        `已经有“${to}”：请把缺的移进去，再把这个文件夹移出 issues/。`,
      )
    : both(`Rename the folder “${from}” to “${to}”.`, `请把文件夹“${from}”改名为“${to}”。`);
};

/**
 * The paper has no issue to work on.
 * @param misnamed A folder that was meant for one.
 */
export const noIssue = (folder: string, misnamed?: Misnamed): Fault => ({
  name: 'issue-none',
  exit: 2,
  severity: 'error',
  message: `No issue in ${folder}.`,
  hint: misnamed
    ? inEnglish(renaming(misnamed))
    : 'Make one with `broadsheet new 2026-01-09`, or bring raw text in with `broadsheet import page.txt --date 2026-01-09`, with your own date.',
  zh: {
    message: `${folder} 里一期也没有。`,
    hint: misnamed
      ? inChinese(renaming(misnamed))
      : '请用 `broadsheet new 2026-01-09` 新建，或用 `broadsheet import page.txt --date 2026-01-09` 导入文字稿，日期换成出版日期。',
  },
});

/** A folder beside the issues that looks like one, and is passed over. */
export const issueMisnamed = (misnamed: Misnamed): Fault => ({
  name: 'issue-misnamed',
  exit: 2,
  severity: 'warning',
  message: `The folder “${misnamed.from}” is passed over: its name is no date of the calendar as an issue is named by.`,
  hint: inEnglish(renaming(misnamed)),
  zh: {
    message: `文件夹“${misnamed.from}”没有当作一期：名字不是出版日期的写法，或历书上没有这一天。`,
    hint: inChinese(renaming(misnamed)),
  },
  place: { file: misnamed.from },
});

/**
 * An issue that was named is not there.
 * @param near The name of one that is there, or a folder whose name was meant to be this.
 */
export const issueNotFound = (
  name: string,
  near: { readonly guess?: string; readonly misnamed?: Misnamed },
): Fault => ({
  name: 'issue-not-found',
  exit: 2,
  severity: 'error',
  message: `There is no issue folder “${name}”.`,
  hint: near.misnamed
    ? inEnglish(renaming(near.misnamed))
    : `${didYouMean(near.guess)}Give the path of an issue folder, or its date, such as 2026-01-08, with the edition where there are several: 2026-01-08-A.`,
  zh: {
    message: `找不到这一期的文件夹“${name}”。`,
    hint: near.misnamed
      ? inChinese(renaming(near.misnamed))
      : `${didYouMeanInChinese(near.guess)}请写这一期文件夹的路径，或日期，如 2026-01-08；一天几个版本的，加上版本：2026-01-08-A。`,
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

/**
 * A folder cannot be written.
 * @param folder Undefined where the system does not say which.
 * @param isOutput It is that of `--output`, and may be another.
 */
export const unwritable = (folder: Phrase | undefined, reason: Phrase, isOutput = true): Fault => ({
  name: 'output-unwritable',
  exit: 3,
  severity: 'error',
  message: `The output cannot be written${folder === undefined ? '' : ` to ${inEnglish(folder)}`}: ${inEnglish(reason)}.`,
  hint: `Check the free space and the permission to write${isOutput ? ', or choose another folder with --output' : ''}.`,
  zh: {
    message: `写不进输出文件夹${folder === undefined ? '' : ` ${inChinese(folder)}`}：${inChinese(reason)}。`,
    hint: `请查磁盘空间和写入权限${isOutput ? '，或用 --output 换个文件夹' : ''}。`,
  },
});

/** What lies where an issue's output goes was not made by this program, and would be replaced. */
export const outputTaken = (place: string): Fault => ({
  name: 'output-taken',
  exit: 3,
  severity: 'error',
  message: `“${place}” is there already and is no earlier output: it would be replaced.`,
  hint: 'Move it away, or choose another folder with --output.',
  zh: {
    message: `“${place}”已经有了，不是以前的输出：写进去会把它换掉。`,
    hint: '请把它移走，或用 --output 换个文件夹。',
  },
});

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
