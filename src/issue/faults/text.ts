/** Faults of text: its encoding, and the copy of an article. */
import type { Fault, Place } from '../../fault.ts';
import { fault } from './fault.ts';

export const notUtf8 = (place: Place): Fault =>
  fault({
    name: 'not-utf8',
    message: `“${place.file}” is not UTF-8 text.`,
    hint: 'Save it again as UTF-8; an old editor may have written GBK or UTF-16.',
    zh: { message: `“${place.file}”不是 UTF-8 文本。`, hint: '请另存为 UTF-8；旧编辑软件存的往往是 GBK 或 UTF-16。' },
    place,
  });

export const notText = (place: Place): Fault =>
  fault({
    name: 'not-text',
    message: `“${place.file}” is a document of a word processor or a PDF, whatever its ending says.`,
    hint: 'Open it in its own program and save the words as plain text in UTF-8.',
    zh: {
      message: `“${place.file}”不管扩展名怎么写，其实是文字处理软件的文档或 PDF。`,
      hint: '请用原来的软件打开，把文字另存为 UTF-8 纯文本。',
    },
    place,
  });

export const controlCharacters = (place: Place, found: readonly string[], count: number): Fault =>
  fault({
    name: 'control-characters',
    severity: 'warning',
    message: `${count} invisible control ${count === 1 ? 'character' : 'characters'} (${found.join(', ')}) taken out of the text.`,
    hint: 'Nothing need be done; to silence this, delete them in the file.',
    zh: {
      message: `稿中有 ${count} 个看不见的控制字符（${found.join('、')}），已去掉。`,
      hint: '不改也行；要消除提醒，就在文件里删掉它们。',
    },
    place,
  });

export const damagedText = (place: Place): Fault =>
  fault({
    name: 'text-damaged',
    severity: 'warning',
    message: 'The text holds U+FFFD, the mark of a character lost in an earlier conversion.',
    hint: 'Compare it with the original copy and type the lost character again.',
    zh: { message: '稿中有 U+FFFD，是以前转码时丢了字。', hint: '请对照原稿，把丢的字补上。' },
    place,
  });

/** @param lines Of all the marks, in order; the first is the place. */
export const mergeUnfinished = ({ file }: Place, lines: readonly number[]): Fault => {
  const [line] = lines;
  const rows = lines.slice(0, MARKS_NAMED).join(', ') + (lines.length > MARKS_NAMED ? ' …' : '');
  return fault({
    name: 'merge-unfinished',
    message: `“${file}” holds two versions of a passage, one below the other, with the marks of Git between them (lines ${rows}).`,
    hint: 'Keep the right version and delete the other and all lines that begin with `<<<<<<<`, `=======` or `>>>>>>>`.',
    zh: {
      message: `“${file}”里有一处留着上下两个版本，中间是 Git 的合并记号（第 ${rows} 行）。`,
      hint: '请留下对的一版，删去另一版和所有以 `<<<<<<<`、`=======`、`>>>>>>>` 开头的行。',
    },
    place: { file, ...(line !== undefined && { line }) },
  });
};

/** Git’s marks whose lines are named: three passages in two versions. */
const MARKS_NAMED = 9;

export const linkUnsafe = (place: Place, href: string): Fault =>
  fault({
    name: 'link-unsafe',
    message: `The link “${href}” is refused.`,
    hint: 'Link to https:, http:, mailto: or tel:, or to the slug of an article of this issue.',
    zh: { message: `链接“${href}”不收。`, hint: '只能链到 https:、http:、mailto:、tel:，或本期稿件的稿名。' },
    place,
  });

export const htmlAsText = (place: Place, html: string): Fault =>
  fault({
    name: 'html-as-text',
    severity: 'warning',
    message: `“${html}” is printed as it stands: HTML is not executed.`,
    hint: 'Use Markdown for emphasis, links and tables, or delete it.',
    zh: { message: `“${html}”照原样印出：HTML 不执行。`, hint: '强调、链接、表格请用 Markdown 写，或删去。' },
    place,
  });

export const bylineTwice = (place: Place, byline: string): Fault =>
  fault({
    name: 'byline-twice',
    severity: 'warning',
    message: `The byline “${byline}” is not printed: the text opens with the same name.`,
    hint: 'Leave out `byline`, or take the name out of the opening to have it under the headline.',
    zh: {
      message: `署名“${byline}”不再单排一行：正文开头已有同一姓名。`,
      hint: '请删去 `byline`；要排在标题下，就从正文开头删去姓名。',
    },
    place,
  });

export const headingInText = (place: Place): Fault =>
  fault({
    name: 'heading-in-text',
    severity: 'warning',
    message: 'A # heading inside the text is set as a subhead.',
    hint: 'Write ## for a subhead; one file holds one article.',
    zh: { message: '正文里的 # 标题已按小标题排。', hint: '小标题请写 ##；一个文件只放一篇稿。' },
    place,
  });

export const tableTooBig = (place: Place, cells: number, limit: number): Fault =>
  fault({
    name: 'table-too-big',
    message: `A table of ${cells} cells, over the bound of ${limit}.`,
    hint: 'Make it a picture or shorten it, or raise `limits: {tableCells: …}` in newspaper.yaml.',
    zh: {
      message: `表格有 ${cells} 格，超过上限 ${limit} 格。`,
      hint: '请改成图片或删短，或在 newspaper.yaml 里放宽 `limits: {tableCells: …}`。',
    },
    place,
  });

export const tableRowTooLong = (place: Place): Fault =>
  fault({
    name: 'table-row-too-long',
    message: 'A row of the table has more cells than its head.',
    hint: 'Add cells to the head, or write \\| for a stroke that belongs to the text.',
    zh: { message: '表格有一行的格数比表头多。', hint: '请给表头补格；竖线若是文字，写作 \\|。' },
    place,
  });

export const nestedTooDeep = (place: Place): Fault =>
  fault({
    name: 'nested-too-deep',
    message: 'Lists, quotes or emphasis are nested too deep to be set.',
    hint: 'Keep to three levels.',
    zh: { message: '列表、引文或强调套得太深，排不出来。', hint: '最多套三层。' },
    place,
  });

export const footnoteUncalled = (place: Place, label: string): Fault =>
  fault({
    name: 'footnote-uncalled',
    severity: 'warning',
    message: `The footnote “${label}” is not called in the text; it is printed after the others.`,
    hint: `Write [^${label}] where it belongs, or make it a paragraph.`,
    zh: {
      message: `注释“${label}”在正文里没有注号，排在各注之后。`,
      hint: `请在该注的地方写 [^${label}]，或改成正文的一段。`,
    },
    place,
  });

export const footnoteMissing = (place: Place, label: string): Fault =>
  fault({
    name: 'footnote-missing',
    severity: 'warning',
    message: `The text calls a footnote that is not there; “[^${label}]” is printed as it stands.`,
    hint: `Write the footnote on a line of its own, \`[^${label}]: …\`, or take the call out.`,
    zh: {
      message: `文中的“[^${label}]”没有对应的注，照原样印出。`,
      hint: `请另起一行写注文 \`[^${label}]: …\`，或删去注号。`,
    },
    place,
  });

export function headingAsText(place: Place, line: string): Fault {
  const [, words = ''] = /^[#＃]+\s*(.*)$/u.exec(line) ?? [];
  return fault({
    name: 'heading-as-text',
    severity: 'warning',
    message: `“${shortened(line)}” is no subhead and is printed with its marks.`,
    hint: `Write plain # signs and a blank after them: \`## ${shortened(words)}\`.`,
    zh: {
      message: `“${shortened(line)}”不成小标题，会连同 # 号照印。`,
      hint: `# 要用半角，后面空一格：\`## ${shortened(words)}\`。`,
    },
    place,
  });
}

export const marksAsText = (place: Place, marks: string): Fault =>
  fault({
    name: 'marks-as-text',
    severity: 'warning',
    message: `“${shortened(marks)}” is printed with its marks.`,
    hint: 'In the text `**` is of plain signs and stands right at its words, and a link is `[…](address)`; heads and captions are plain words.',
    zh: {
      message: `“${shortened(marks)}”会连同记号照印。`,
      hint: '正文里 `**` 要用半角，紧贴文字；链接写成 `[…](address)`；标题、图说只写文字。',
    },
    place,
  });

export const itemsAsText = (place: Place, line: string): Fault =>
  fault({
    name: 'items-as-text',
    severity: 'warning',
    message: `“${shortened(line)}” runs on in the paragraph of the line above it.`,
    hint: 'Leave a blank line between such lines, or make them a list: `1. ` or `- ` with a blank behind it.',
    zh: {
      message: `“${shortened(line)}”会接在上一行后面，排成同一段。`,
      hint: '各条之间空一行；要排成列表，就写 `1. ` 或 `- `，后面空一格。',
    },
    place,
  });

export const ruleAsText = (place: Place, row: string): Fault =>
  fault({
    name: 'rule-as-text',
    severity: 'warning',
    message: `“${shortened(row)}” is printed as it stands: it makes neither a break nor a subhead.`,
    hint: 'Write three plain hyphens, `---`, on a line of their own for a break, `## ` before the words of a subhead, or delete it.',
    zh: {
      message: `“${shortened(row)}”照原样印出：它既不成分隔，也不成小标题。`,
      hint: '要分隔就另起一行写三个半角连字符 `---`，小标题在文字前写 `## `；多余的请删去。',
    },
    place,
  });

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

export const rowsAsText = (place: Place): Fault =>
  fault({
    name: 'rows-as-text',
    severity: 'warning',
    message: 'These rows make no table and are printed with their strokes.',
    hint: 'Write half-width strokes |, and under the head a row of `| --- | --- |` with as many cells.',
    zh: {
      message: '这几行不成表格，会连同竖线照印。',
      hint: '竖线要用半角 |；表头下面要有一行 `| --- | --- |`，格数与表头相同。',
    },
    place,
  });
