/** What the YAML parser says of a text that it cannot read, in the desk's words. */
import type { ErrorCode } from 'yaml';
import { both, type Phrase } from '../fault.ts';

/** An error of the parser: its kind, and its words. */
interface ParserError {
  readonly code: ErrorCode;
  readonly message: string;
}

/** What the desk knows the frequent errors by, in both languages; of the others the parser's own words. */
export function parserReason({ code, message }: ParserError): Phrase {
  return SAID.find(([words]) => words.test(message))?.[1] ?? MEANT[code] ?? sentence(message);
}

const sentence = (message: string): string => {
  const first = (message.split('\n')[0] ?? '').trim();
  return first.endsWith('.') ? first : `${first}.`;
};

/** Where one code stands for several mistakes, its words tell them apart. */
const SAID: readonly (readonly [RegExp, Phrase])[] = [
  [
    /^Flow (?:map|sequence) .* end with a/,
    both('a bracket is not closed, or the lines in it are not indented.', '括号没有收，或括号里的行没有缩进。'),
  ],
  [/^Missing closing/, both('a quotation mark is not closed.', '引号没有收。')],
  [
    /^Sequence item without/,
    both(
      'the indentation is wrong: the lines of one item stand under each other, two blanks further in than its “-”.',
      '缩进不对：同一项的各行要对齐，比它的“-”缩进两格。',
    ),
  ],
  [/^Implicit map keys need to be followed/, both('no half-width colon follows the key.', '键的后面缺半角冒号。')],
  [/^Missing space after :/, both('no space follows the colon.', '冒号后面缺一个空格。')],
  [
    /^Comments must be separated/,
    both(
      'words follow a quotation mark; a comment needs a blank before its #.',
      '引号后面多了字；要写注释，# 的前面空一格。',
    ),
  ],
  [
    /^Tags and anchors must be separated/,
    both('the value begins with ! or &: put all of it in quotes.', '值以 ! 或 & 开头，请给整个值加引号。'),
  ],
];

/** What an error of each kind mostly is; the kinds that desks do not meet are left out. */
const MEANT: Readonly<Partial<Record<ErrorCode, Phrase>>> = {
  BAD_ALIAS: both('the value begins with & or *: put all of it in quotes.', '值以 & 或 * 开头，请给整个值加引号。'),
  BAD_DQ_ESCAPE: both(
    'a backslash in double quotes means something else: use single quotes.',
    '双引号里的反斜杠写法不对，请改用单引号。',
  ),
  BAD_INDENT: both(
    'the indentation is wrong: lines of one level stand under each other.',
    '缩进不对：同一层的行要对齐。',
  ),
  BAD_SCALAR_START: both(
    'the first sign of the value means something in YAML: put all of it in quotes.',
    '值的第一个字符在 YAML 里另有用处，请给整个值加引号。',
  ),
  BLOCK_AS_IMPLICIT_KEY: both(
    'one line holds two keys with values, or is indented too far; a value with a colon is put in quotes.',
    '一行里有两个“键: 值”，或这一行多缩进了；值里有冒号的，整个加引号。',
  ),
  MULTILINE_IMPLICIT_KEY: both(
    'the line lacks a half-width colon, or a quotation mark or bracket before it is not closed.',
    '这一行缺半角冒号，或前面的引号、括号没有收。',
  ),
  MULTIPLE_DOCS: both('a line of --- or ... cuts it in two.', '单独一行的 --- 或 ... 把它分成了几份。'),
  TAB_AS_INDENT: both('the line is indented by a tab: use blanks.', '缩进用了制表符，请改成空格。'),
  TAG_RESOLVE_FAILED: both('the value begins with !: put all of it in quotes.', '值以 ! 开头，请给整个值加引号。'),
  UNEXPECTED_TOKEN: both(
    'there is a sign too many, such as a second bracket, or words after a quotation mark.',
    '这里多出了字符，比如多了一个括号，或引号后面还有字。',
  ),
};
