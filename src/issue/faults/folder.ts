/** Faults of folders, files and their names; of the import and the scaffold. */
import { counted, type Fault, inChinese, inEnglish, type Phrase, type Place } from '../../fault.ts';
import { dateMeant, isDate } from '../calendar.ts';
import { fault } from './fault.ts';

export const issueMissing = (folder: string): Fault =>
  fault({
    name: 'issue-missing',
    exit: 2,
    message: `There is no issue folder “${folder}”.`,
    hint: 'Give the path of a folder such as issues/2026-01-08, or make one with `broadsheet new 2026-01-08`.',
    zh: {
      message: `找不到这一期的文件夹“${folder}”。`,
      hint: '请给出文件夹路径，如 issues/2026-01-08；新的一期用 `broadsheet new 2026-01-08` 建。',
    },
  });

export const newspaperMissing = (folder: string): Fault =>
  fault({
    name: 'newspaper-missing',
    exit: 2,
    message: `No newspaper.yaml in “${folder}” or in any folder above it.`,
    hint: 'Write a newspaper.yaml with at least `name:` into the paper’s folder, above its issues.',
    zh: {
      message: `“${folder}”及其上级文件夹里都没有 newspaper.yaml。`,
      hint: '请在各期上面的报纸文件夹里建 newspaper.yaml，至少写一行 `name:`。',
    },
  });

export function dateImpossible(folder: string, place?: Place): Fault {
  const meant = dateMeant(folder, 'edition');
  return fault({
    name: 'date-impossible',
    message: `The folder name “${folder}” is not a date of the calendar.`,
    hint: meant
      ? `Rename the folder to ${meant}.`
      : 'Name the folder by its date, YYYY-MM-DD, or YYYY-MM-DD-A for one edition of several a day.',
    zh: {
      message: `文件夹名“${folder}”不是历书上有的日期。`,
      hint: meant
        ? `请把文件夹改名为 ${meant}。`
        : '文件夹按出版日期命名，如 2026-01-09；一天出几个版本的，后面加版本名，如 2026-01-09-A。',
    },
    ...(place && { place }),
  });
}

export function dateGiven(date: string, bound: 'day' | 'edition'): Fault {
  const edition = bound === 'edition';
  const meant = dateMeant(date, bound);
  const [day] = /^\d{4}-\d{2}-\d{2}(?=-|$)/.exec(date) ?? [];
  const isNoDay = day !== undefined && !isDate(day);
  return fault({
    name: 'date-given',
    exit: 2,
    message: isNoDay ? `The calendar has no ${day}.` : `“${date}” is not a date as an issue is named by.`,
    hint: meant
      ? `Write ${meant}.`
      : `Write the date as YYYY-MM-DD${edition ? ', or YYYY-MM-DD-A for one edition of several a day' : ''}.`,
    zh: {
      message: isNoDay ? `历书上没有“${day}”这一天。` : `“${date}”不是出版日期的写法。`,
      hint: meant
        ? `请写 ${meant}。`
        : `日期依次写年、月、日，如 2026-01-09${edition ? '；一天出几个版本的，后面加版本名，如 2026-01-09-A' : ''}。`,
    },
  });
}

export const issueExists = (folder: string): Fault =>
  fault({
    name: 'issue-exists',
    message: `There is an issue in “${folder}” already; it was not touched, and nothing was written.`,
    hint: 'Write your stories into that folder, or give another date; a second edition of the day is made with YYYY-MM-DD-A.',
    zh: {
      message: `“${folder}”这一期已经有了，没有动它，什么也没写。`,
      hint: '请把稿件写进那个文件夹，或另给日期；同一天再出一个版本，日期后面加版本名，如 2026-01-09-A。',
    },
    place: { file: folder },
  });

export const editionConflict = (place: Place, written: string, folder: string): Fault =>
  fault({
    name: 'edition-conflict',
    message: `The issue says edition “${written}”, its folder’s name says “${folder}”.`,
    hint: 'Make them agree, or leave `edition` out.',
    zh: {
      message: `issue.yaml 写的版本是“${written}”，文件夹名却是“${folder}”。`,
      hint: '把两处改一致，或删去 `edition`。',
    },
    place,
  });

export const fileMisnamed = (place: Place, right: string): Fault =>
  fault({
    name: 'file-misnamed',
    severity: 'warning',
    message: `“${place.file}” is not read.`,
    hint: `Rename it to “${right}”, or move it out of the issue folder.`,
    zh: { message: `“${place.file}”没有读入。`, hint: `请改名为“${right}”，或移出本期文件夹。` },
    place,
  });

export const fileMisplaced = (place: Place): Fault =>
  fault({
    name: 'file-misplaced',
    severity: 'warning',
    message: `“${place.file}” is not printed: only stories that lie in the issue’s own folder are, neither above nor below it.`,
    hint: 'Move it into the issue folder itself, or away from there.',
    zh: {
      message: `“${place.file}”不会付印：稿件要直接放在本期文件夹里，不能放在上级或下级文件夹。`,
      hint: '请移到本期文件夹里，不用的移到别处。',
    },
    place,
  });

export const folderLikeFile = (place: Place): Fault =>
  fault({
    name: 'folder-like-file',
    severity: 'warning',
    message: `“${place.file}” is a folder with the name of a file, and is not read.`,
    hint: 'Move the file that is in it up into the issue folder, and delete the folder.',
    zh: {
      message: `“${place.file}”是文件夹，名字却像文件，没有读入。`,
      hint: '请把里面的文件移到本期文件夹，再删去这个文件夹。',
    },
    place,
  });

export const exampleUnchanged = (place: Place, title: string, isDraft: boolean): Fault =>
  fault({
    name: 'example-unchanged',
    severity: isDraft ? 'warning' : 'error',
    message: `“${title}” is still the example that \`broadsheet new\` wrote.`,
    hint: 'Write your story over it, or delete the file.',
    zh: {
      message: `“${title}”还是 \`broadsheet new\` 写的样例。`,
      hint: '请在上面写自己的稿件，或删去这个文件。',
    },
    place,
  });

/** Pictures that are named before the others are counted. */
const NAMED = 5;

export const picturesUnused = (place: Place, files: readonly string[]): Fault => {
  const named = files.slice(0, NAMED);
  const more = files.length - named.length;
  return fault({
    name: 'picture-unused',
    severity: 'warning',
    message: `${counted(files.length, 'picture')} ${files.length === 1 ? 'is' : 'are'} printed nowhere: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
    hint: 'Name them in the `photos:` of a story, or under `ads:` or `fillers:`; or move them out of the issue folder.',
    zh: {
      message: `有 ${files.length} 张图没有用上：${named.join('、')}${more > 0 ? `，另有 ${more} 张` : ''}。`,
      hint: '请在稿件的 `photos:`，或 `ads:`、`fillers:` 里写上；不用的移出本期文件夹。',
    },
    place,
  });
};

/** @param severity An error where copy would be lost. */
export const fileUnreadable = (place: Place, reason: Phrase, severity: Fault['severity'] = 'error'): Fault =>
  fault({
    name: 'file-unreadable',
    severity,
    message: `“${place.file}” cannot be read (${inEnglish(reason)}).`,
    hint: 'Check that it is an ordinary file that you may read.',
    zh: {
      message: `“${place.file}”读不出来（${inChinese(reason)}）。`,
      hint: '请查它是不是普通文件、有没有读取权限。',
    },
    place,
  });

/** @param file What is too big, where another file names it at `place`. */
export const fileTooBig = (
  place: Place,
  { file = place.file, bytes, limit, key }: { file?: string; bytes: number; limit: number; key: string },
): Fault =>
  fault({
    name: 'file-too-big',
    message: `“${file}” has ${bytes} bytes, over the bound of ${limit}.`,
    hint: `Make it smaller, or raise \`limits: {${key}: …}\` in newspaper.yaml.`,
    zh: {
      message: `“${file}”有 ${bytes} 字节，超过上限 ${limit} 字节。`,
      hint: `请把文件改小，或在 newspaper.yaml 里放宽 \`limits: {${key}: …}\`。`,
    },
    place,
  });

/** What is counted, with its measure word. */
const COUNTED = { photos: '张照片', articles: '篇稿件', pages: '个版' } as const;

export const tooMany = (
  place: Place,
  what: keyof typeof COUNTED,
  bound: { count: number; limit: number; key: string },
): Fault =>
  fault({
    name: 'too-many',
    message: `${bound.count} ${what}, over the bound of ${bound.limit}.`,
    hint: `Take some out, or raise \`limits: {${bound.key}: …}\` in newspaper.yaml.`,
    zh: {
      message: `共 ${bound.count} ${COUNTED[what]}，超过上限 ${bound.limit}。`,
      hint: `请减少，或在 newspaper.yaml 里放宽 \`limits: {${bound.key}: …}\`。`,
    },
    place,
  });

export const issueEmpty = (place: Place): Fault =>
  fault({
    name: 'issue-empty',
    message: 'The issue has no article.',
    hint: 'Write one as a Markdown file (.md) into the folder; `broadsheet new` with another date makes an example to copy.',
    zh: {
      message: '本期没有稿件。',
      hint: '请在文件夹里写一篇 Markdown 稿（.md）；用 `broadsheet new` 另建一天，可得样例照抄。',
    },
    place,
  });

export const slugUnsafe = (place: Place, slug: string, suggestion: string): Fault =>
  fault({
    name: 'slug-unsafe',
    message: `The file name “${slug}” cannot be part of a web address.`,
    hint: `Use lower-case letters a–z, digits and single hyphens, at most 80: for example “${suggestion}.md”.`,
    zh: {
      message: `文件名“${slug}”不能用在网址里。`,
      hint: `只用小写字母 a–z、数字和单个连字符，不超过 80 个，如“${suggestion}.md”。`,
    },
    place,
  });

export const slugReserved = (place: Place, slug: string): Fault =>
  fault({
    name: 'slug-reserved',
    message: `The name “${slug}” is taken by a part of the edition itself.`,
    hint: 'Give the file another name.',
    zh: { message: `文件名“${slug}”已被网站自己占用。`, hint: '请给这个文件另起名字。' },
    place,
  });

export const slugDuplicate = (place: Place, other: string): Fault =>
  fault({
    name: 'slug-duplicate',
    message: `“${place.file}” and “${other}” are the same name on many file systems.`,
    hint: 'Rename one of them.',
    zh: { message: `“${place.file}”和“${other}”在许多系统上算同名文件。`, hint: '请给其中一个改名。' },
    place,
  });

export const importEmpty = (): Fault =>
  fault({
    name: 'import-empty',
    message: 'The raw text holds no story.',
    hint: 'Give a file with the text of a page, headlines marked with # where possible.',
    zh: { message: '原文里没有稿件。', hint: '请给一个版的文字稿，标题最好用 # 标出。' },
  });

export const importStory = (place: Place): Fault =>
  fault({
    name: 'import-story',
    message: `“${place.file}” is a story already: it begins with front matter.`,
    hint: 'Put the file into the folder of its issue as it is; `import` reads the raw text of a page.',
    zh: {
      message: `“${place.file}”已经是一篇写好的稿件：开头有稿头。`,
      hint: '请把文件直接放进那一期的文件夹；`import` 读的是一个版的原文。',
    },
    place,
  });

export const fileExists = (file: string): Fault =>
  fault({
    name: 'file-exists',
    message: `“${file}” is already there and was not touched; nothing was written.`,
    hint: 'Choose another date or another folder, or move the old files away.',
    zh: { message: `“${file}”已经有了，没有动它，什么也没写。`, hint: '请换日期或文件夹，或先把旧文件移走。' },
    place: { file },
  });
