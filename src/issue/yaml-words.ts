/** What the YAML parser says of a text that it cannot read, for people who read Chinese too. */
import type { ErrorCode } from 'yaml';
import type { Phrase } from '../fault.ts';

/** An error of the parser: its kind, and its words. */
interface ParserError {
  readonly code: ErrorCode;
  readonly message: string;
}

/** The parser's own words, and the frequent ones of them in Chinese; the others stay as they are. */
export function parserReason({ code, message }: ParserError): Phrase {
  const en = sentence(message);
  const zh = SAID.find(([words]) => words.test(message))?.[1] ?? MEANT[code];
  return zh === undefined ? en : { en, zh };
}

const sentence = (message: string): string => {
  const first = (message.split('\n')[0] ?? '').trim();
  return first.endsWith('.') ? first : `${first}.`;
};

/** Where one code stands for several mistakes, its words tell them apart. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [/^Flow (?:map|sequence) .* end with a/, '括号没有收，或括号里的行没有缩进。'],
  [/^Missing closing/, '引号没有收。'],
  [/^Sequence item without/, '缩进不对：同一项的各行要对齐，比它的“-”缩进两格。'],
  [/^Implicit map keys need to be followed/, '键的后面缺半角冒号。'],
  [/^Missing space after :/, '冒号后面缺一个空格。'],
  [/^Comments must be separated/, '引号后面多了字；要写注释，# 的前面空一格。'],
  [/^Tags and anchors must be separated/, '值以 ! 或 & 开头，请给整个值加引号。'],
];

/** What an error of each kind mostly is; the kinds that desks do not meet are left out. */
const MEANT: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_ALIAS: '值以 & 或 * 开头，请给整个值加引号。',
  BAD_DQ_ESCAPE: '双引号里的反斜杠写法不对，请改用单引号。',
  BAD_INDENT: '缩进不对：同一层的行要对齐。',
  BAD_SCALAR_START: '值的第一个字符在 YAML 里另有用处，请给整个值加引号。',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个“键: 值”，或这一行多缩进了；值里有冒号的，整个加引号。',
  MULTILINE_IMPLICIT_KEY: '这一行缺半角冒号，或前面的引号、括号没有收。',
  MULTIPLE_DOCS: '单独一行的 --- 或 ... 把它分成了几份。',
  TAB_AS_INDENT: '缩进用了制表符，请改成空格。',
  TAG_RESOLVE_FAILED: '值以 ! 开头，请给整个值加引号。',
  UNEXPECTED_TOKEN: '这里多出了字符，比如多了一个括号，或引号后面还有字。',
};
