/**
 * The catalogue of faults that the desk's input can have. Names are permanent. A message says what happened and
 * where, a hint says what to do; both are one sentence.
 */
import type { ExitCode, Fault, Place } from '../fault.ts';

interface Details {
  readonly name: string;
  readonly message: string;
  readonly hint: string;
  readonly place?: Place;
  readonly page?: number | undefined;
  readonly severity?: Fault['severity'];
  readonly exit?: ExitCode;
}

const fault = ({ name, message, hint, place, page, severity = 'error', exit = 1 }: Details): Fault => ({
  name,
  exit,
  severity,
  message,
  hint,
  ...(place && { place }),
  ...(page !== undefined && { page }),
});

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');
const didYouMean = (guess: string | undefined): string => (guess === undefined ? '' : `Did you mean “${guess}”? `);

// The folder.

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

// Slugs.

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

// YAML and its values.

export const yamlBroken = (place: Place, reason: string): Fault =>
  fault({
    name: 'yaml-broken',
    message: `The YAML cannot be read: ${reason}`,
    hint: 'Check the indentation, the half-width colon with a space after it, and quotes around values with : # [ ] { }.',
    place,
  });

export const yamlTooBig = (place: Place, limit: number): Fault =>
  fault({
    name: 'yaml-too-big',
    message: `The YAML holds more than ${limit} values.`,
    hint: 'Take out what is not needed; anchors that repeat each other count each time.',
    place,
  });

export const commentInValue = (place: Place, comment: string): Fault =>
  fault({
    name: 'comment-in-value',
    severity: 'warning',
    message: `“#${comment}” was read as a comment and is not part of the value.`,
    hint: 'Put the whole value in quotes, or a space after the # if it is a comment.',
    place,
  });

export const fenceUnclosed = (place: Place): Fault =>
  fault({
    name: 'front-matter-unclosed',
    message: 'The front matter begins with --- but no line of --- ends it.',
    hint: 'Add a line of three hyphens between the front matter and the text.',
    place,
  });

export const keyUnknown = (
  place: Place,
  key: string,
  names: { readonly guess?: string; readonly allowed: readonly string[] },
): Fault =>
  fault({
    name: 'key-unknown',
    message: `Unknown key “${key}”.`,
    hint: `${didYouMean(names.guess)}Known here: ${names.allowed.join(', ')}.`,
    place,
  });

export const keyMissing = (place: Place, key: string, expected: string): Fault =>
  fault({
    name: 'key-missing',
    message: `“${key}” is missing.`,
    hint: `Write ${expected}; a value that begins with # must stand in quotes.`,
    place,
  });

export const valueBad = (place: Place, key: string, value: { expected: string; got: string }): Fault =>
  fault({
    name: 'value-bad',
    message: `“${key}” is ${value.got}.`,
    hint: `Expected ${value.expected}.`,
    place,
  });

export const colourOverInk = (place: Place, name: string, ink: { sum: number; limit: number }): Fault =>
  fault({
    name: 'colour-over-ink',
    message: `House colour “${name}” lays ${ink.sum} % of ink, over the limit of ${ink.limit} %.`,
    hint: 'Lower its cmyk values, or raise press.inkLimit if the printer allows it.',
    place,
  });

export const gridTooBig = (place: Place, message: string): Fault =>
  fault({
    name: 'grid-too-big',
    message,
    hint: 'Take fewer columns, a shorter measure or fewer lines, smaller margins, or a larger trim.',
    place,
  });

// What an article asks for.

export const articleEmpty = (place: Place): Fault =>
  fault({
    name: 'article-empty',
    message: 'The article has neither text nor a picture.',
    hint: 'Write its text below the front matter, name a photo, or delete the file.',
    place,
  });

export const pathUnsafe = (place: Place, file: string): Fault =>
  fault({
    name: 'path-unsafe',
    message: `“${file}” does not stay inside the folder that it is read from.`,
    hint: 'Put the file into the issue folder (photos/ or ads/) and name it by its path from there, with forward slashes.',
    place,
  });

export const photoMissing = (place: Place, file: string, guess?: string): Fault =>
  fault({
    name: 'photo-missing',
    message: `The photo “${file}” is not there.`,
    hint: `${didYouMean(guess)}Put the file there, or correct its name.`,
    place,
  });

export const photoToCome = (place: Place, file: string, draft: boolean): Fault =>
  fault({
    name: 'photo-to-come',
    severity: draft ? 'warning' : 'error',
    message: `The photo “${file}” is still to come.`,
    hint: draft
      ? 'An empty frame is printed in the draft; put the picture there before the real build.'
      : 'Put the picture there under this name, or build with --draft, which prints an empty frame.',
    place,
  });

export const fileMissing = (place: Place, what: string, names: { file: string; guess?: string | undefined }): Fault =>
  fault({
    name: 'file-missing',
    message: `The ${what} “${names.file}” is not there.`,
    hint: `${didYouMean(names.guess)}Put the file there, or correct its name.`,
    place,
  });

export const pictureKind = (place: Place, file: string, allowed: readonly string[]): Fault =>
  fault({
    name: 'picture-kind',
    message: `“${file}” is not a kind of file that can be placed here.`,
    hint: `Use one of: ${allowed.join(', ')}.`,
    place,
  });

export const slugUnknown = (place: Place, key: string, names: { slug: string; guess?: string | undefined }): Fault =>
  fault({
    name: 'slug-unknown',
    message: `“${key}” names “${names.slug}”, and no article of this issue has that slug.`,
    hint: `${didYouMean(names.guess)}A slug is the article’s file name without .md.`,
    place,
  });

export const slugItself = (place: Place, key: string): Fault =>
  fault({
    name: 'slug-itself',
    message: `“${key}” names the article itself.`,
    hint: 'Name another article, or leave it out.',
    place,
  });

export const asideShared = (place: Place, slug: string, owner: string): Fault =>
  fault({
    name: 'aside-shared',
    message: `“${slug}” is already boxed with “${owner}”.`,
    hint: 'Let only one article name it in `aside`.',
    place,
  });

export const groupUnknown = (place: Place, group: string, known: readonly string[], guess?: string): Fault =>
  fault({
    name: 'group-unknown',
    message: `There is no group “${group}” in issue.yaml.`,
    hint: `${didYouMean(guess)}${known.length ? `Known groups: ${quoted(known)}.` : 'Add it under `groups:` in issue.yaml.'}`,
    place,
  });

export const groupEmpty = (place: Place, group: string): Fault =>
  fault({
    name: 'group-empty',
    severity: 'warning',
    message: `No article belongs to the group “${group}”.`,
    hint: 'Write `group:` into its articles, or take the group out of issue.yaml.',
    place,
  });

export const pageOutside = (place: Place, wanted: { key: string; page: number; pages: string }): Fault =>
  fault({
    name: 'page-outside',
    message: `“${wanted.key}” asks for page ${wanted.page}, and the issue has ${wanted.pages}.`,
    hint: 'Name a page of the issue, or change `pages` in issue.yaml.',
    place,
    page: wanted.page,
  });

export const pageTwice = (place: Place, page: number): Fault =>
  fault({
    name: 'page-twice',
    message: `Page ${page} is listed twice.`,
    hint: 'Give each page its own number.',
    place,
    page,
  });

export const pinOutside = (place: Place, what: string, page?: number): Fault =>
  fault({
    name: 'pin-outside',
    message: `The pin lies outside the page: ${what}.`,
    hint: 'Columns and rows count from 0; correct the pin, or leave parts of it out.',
    place,
    page,
  });

export const pageConflict = (place: Place, page: number, pinned: number): Fault =>
  fault({
    name: 'page-conflict',
    message: `“page” says ${page}, “place.page” says ${pinned}.`,
    hint: 'Keep one of them.',
    place,
    page,
  });

export const adOutside = (place: Place, what: string, page?: number): Fault =>
  fault({
    name: 'ad-outside',
    message: `The ad does not fit the page: ${what}.`,
    hint: 'Width is in basic columns, height in lines of the type area; correct them.',
    place,
    page,
  });

// The text.

export const linkUnsafe = (place: Place, href: string): Fault =>
  fault({
    name: 'link-unsafe',
    message: `The link “${href}” is refused.`,
    hint: 'Link to https:, http:, mailto: or tel:, or to the slug of an article of this issue.',
    place,
  });

export const htmlAsText = (place: Place, html: string): Fault =>
  fault({
    name: 'html-as-text',
    severity: 'warning',
    message: `“${html}” is printed as it stands: HTML is not executed.`,
    hint: 'Use Markdown for emphasis, links and tables, or delete it.',
    place,
  });

export const headingInText = (place: Place): Fault =>
  fault({
    name: 'heading-in-text',
    severity: 'warning',
    message: 'A # heading inside the text is set as a subhead.',
    hint: 'Write ## for a subhead; one file holds one article.',
    place,
  });

export const tableTooBig = (place: Place, cells: number, limit: number): Fault =>
  fault({
    name: 'table-too-big',
    message: `A table of ${cells} cells, over the bound of ${limit}.`,
    hint: 'Make it a picture or shorten it, or raise `limits: {tableCells: …}` in newspaper.yaml.',
    place,
  });

export const tableRowTooLong = (place: Place): Fault =>
  fault({
    name: 'table-row-too-long',
    message: 'A row of the table has more cells than its head.',
    hint: 'Add cells to the head, or write \\| for a stroke that belongs to the text.',
    place,
  });

export const nestedTooDeep = (place: Place): Fault =>
  fault({
    name: 'nested-too-deep',
    message: 'Lists, quotes or emphasis are nested too deep to be set.',
    hint: 'Keep to three levels.',
    place,
  });

export const footnoteUncalled = (place: Place, label: string): Fault =>
  fault({
    name: 'footnote-uncalled',
    severity: 'warning',
    message: `The footnote “${label}” is not called in the text; it is printed after the others.`,
    hint: `Write [^${label}] where it belongs, or make it a paragraph.`,
    place,
  });

// The import and the scaffold.

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
