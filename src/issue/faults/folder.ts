/** Faults of folders, files and their names; of the import and the scaffold. */
import type { Fault, Place } from '../../fault.ts';
import { fault } from './fault.ts';

export const issueMissing = (folder: string): Fault =>
  fault({
    name: 'issue-missing',
    exit: 2,
    message: `There is no issue folder “${folder}”.`,
    hint: 'Give the path of a folder such as issues/2026-01-08, or make one with `broadsheet new 2026-01-08`.',
  });

export const newspaperMissing = (folder: string): Fault =>
  fault({
    name: 'newspaper-missing',
    exit: 2,
    message: `No newspaper.yaml in “${folder}” or in any folder above it.`,
    hint: 'Write a newspaper.yaml with at least `name:` into the paper’s folder, above its issues.',
  });

export const dateImpossible = (folder: string, place?: Place): Fault =>
  fault({
    name: 'date-impossible',
    message: `The folder name “${folder}” is not a date of the calendar.`,
    hint: 'Name the folder by its date, YYYY-MM-DD, or YYYY-MM-DD-A for one edition of several a day.',
    ...(place && { place }),
  });

export const editionConflict = (place: Place, written: string, folder: string): Fault =>
  fault({
    name: 'edition-conflict',
    message: `The issue says edition “${written}”, its folder’s name says “${folder}”.`,
    hint: 'Make them agree, or leave `edition` out.',
    place,
  });

export const fileMisnamed = (place: Place, right: string): Fault =>
  fault({
    name: 'file-misnamed',
    severity: 'warning',
    message: `“${place.file}” is not read.`,
    hint: `Rename it to “${right}”, or move it out of the issue folder.`,
    place,
  });

export const fileUnread = (place: Place): Fault =>
  fault({
    name: 'file-unread',
    severity: 'warning',
    message: `“${place.file}” is not read: only issue.yaml and *.md are, and the pictures that they name.`,
    hint: 'Save the text as a Markdown file (.md), or move the file out of the issue folder.',
    place,
  });

export const fileUnreadable = (place: Place, reason: string): Fault =>
  fault({
    name: 'file-unreadable',
    message: `“${place.file}” cannot be read (${reason}).`,
    hint: 'Check that it is an ordinary file that you may read.',
    place,
  });

export const fileTooBig = (place: Place, bytes: number, limit: number, key: string): Fault =>
  fault({
    name: 'file-too-big',
    message: `“${place.file}” has ${bytes} bytes, over the bound of ${limit}.`,
    hint: `Make it smaller, or raise \`limits: {${key}: …}\` in newspaper.yaml.`,
    place,
  });

export const tooMany = (place: Place, what: string, bound: { count: number; limit: number; key: string }): Fault =>
  fault({
    name: 'too-many',
    message: `${bound.count} ${what}, over the bound of ${bound.limit}.`,
    hint: `Take some out, or raise \`limits: {${bound.key}: …}\` in newspaper.yaml.`,
    place,
  });

export const notUtf8 = (place: Place): Fault =>
  fault({
    name: 'not-utf8',
    message: `“${place.file}” is not UTF-8 text.`,
    hint: 'Save it again as UTF-8; an old editor may have written GBK or UTF-16.',
    place,
  });

export const controlCharacters = (place: Place, found: readonly string[], count: number): Fault =>
  fault({
    name: 'control-characters',
    severity: 'warning',
    message: `${count} invisible control ${count === 1 ? 'character' : 'characters'} (${found.join(', ')}) taken out of the text.`,
    hint: 'Nothing need be done; to silence this, delete them in the file.',
    place,
  });

export const damagedText = (place: Place): Fault =>
  fault({
    name: 'text-damaged',
    severity: 'warning',
    message: 'The text holds U+FFFD, the mark of a character lost in an earlier conversion.',
    hint: 'Compare it with the original copy and type the lost character again.',
    place,
  });

export const issueEmpty = (place: Place): Fault =>
  fault({
    name: 'issue-empty',
    message: 'The issue has no article.',
    hint: 'Write one as a Markdown file (.md) into the folder; docs/writing.md shows how.',
    place,
  });

export const slugUnsafe = (place: Place, slug: string, suggestion: string): Fault =>
  fault({
    name: 'slug-unsafe',
    message: `The file name “${slug}” cannot be part of a web address.`,
    hint: `Use lower-case letters a–z, digits and single hyphens, at most 80: for example “${suggestion}.md”.`,
    place,
  });

export const slugReserved = (place: Place, slug: string): Fault =>
  fault({
    name: 'slug-reserved',
    message: `The name “${slug}” is taken by a part of the edition itself.`,
    hint: 'Give the file another name.',
    place,
  });

export const slugDuplicate = (place: Place, other: string): Fault =>
  fault({
    name: 'slug-duplicate',
    message: `“${place.file}” and “${other}” are the same name on many file systems.`,
    hint: 'Rename one of them.',
    place,
  });

export const importEmpty = (): Fault =>
  fault({
    name: 'import-empty',
    message: 'The raw text holds no story.',
    hint: 'Give a file with the text of a page, headlines marked with # where possible.',
  });

export const fileExists = (file: string): Fault =>
  fault({
    name: 'file-exists',
    message: `“${file}” is already there and was not touched; nothing was written.`,
    hint: 'Choose another date or another folder, or move the old files away.',
    place: { file },
  });
