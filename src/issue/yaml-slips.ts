/** The slips that break a line of YAML at a desk, told as a person would: what is wrong with the line, and how to write it. */
import { both, type Phrase } from '../fault.ts';
import { isLikeAFence } from './front-matter.ts';
import { inPlainSigns } from './wide-signs.ts';

/** What is wrong with a line, and what to do about it. */
export interface Slip {
  readonly reason: Phrase;
  readonly remedy: Phrase;
}

/** A key with its colon, and the value that follows on the line. */
const PAIR = /^(\s*(?:-\s+)?)([^\s:：#"'{[][^:：﹕∶︰#"'{[]*?)(\s*[:：﹕∶︰][ \t\u3000]*)(.*?)\s*$/u;
/** Marks that YAML keeps for itself at the head of a value. */
const RESERVED = /^[*&@%`!|>?]/u;

/** A key of Latin letters before a full-width colon, or a sign that looks like one. */
const WIDE_COLON = /^\s*(?:-\s+)?[A-Za-z]+\s*[：﹕∶︰]/u;

/** True for a line of the desk's that has a full-width colon where the key ends. */
export const hasWideColon = (line: string): boolean => WIDE_COLON.test(line);

/** A key of Latin letters before what a slip of the finger makes of the colon. */
const SEMICOLON = /^\s*(?:-\s+)?[A-Za-z]+\s*；/u;

/** A value that is opened by a plain bracket or quotation mark, and closed by a full-width one. */
const WIDE_END = /^\s*(?:-\s+)?[^\s:：]+:\s+(?:\[[^\]]*[］】〕]|\{[^}]*｝|"[^"]*[“”＂]|'[^']*[‘’＇])\s*$/u;

/** True for a line whose value a full-width sign ought to close, and does not. */
export const hasWideEnd = (line: string): boolean => WIDE_END.test(line);

/** A value that a full-width bracket opens and closes. */
const WIDE_BRACKETS = /^\s*(?:-\s+)?[^\s:：]+:\s+(?:［.*[\]］]|【.*[\]】]|｛.*[}｝])\s*$/u;

/** Within brackets: a full-width comma before the next key, a full-width colon after one. */
const WIDE_COMMA = /\s*，\s*(?=[A-Za-z]+\s*[:：])/gu;
const WIDE_COLON_INSIDE = /(?<=[{,，]\s*[A-Za-z]+)\s*：\s*/gu;

/** The slip in a line that YAML cannot read; undefined when it is none of the usual ones. */
export function slipOf(line: string): Slip | undefined {
  if (/^\s*\t/.test(line)) return TAB;
  if (isLikeAFence(line)) return DASHES;
  if (/^\s*＃/u.test(line)) return wideSign('＃', line);
  if (hasWideEnd(line)) return wideSign(line.trimEnd().slice(-1), line);
  if (WIDE_BRACKETS.test(line)) return wideSign(/[［【｛]/u.exec(line)?.[0] ?? '', line);
  if (/\{[^}]*(?:，\s*[A-Za-z]+\s*[:：]|[{,，]\s*[A-Za-z]+\s*：)|\{\s*[A-Za-z]+\s*：/u.test(line))
    return wideMarks(`\`${line.trim().replace(WIDE_COLON_INSIDE, ': ').replace(WIDE_COMMA, ', ')}\``);
  if (SEMICOLON.test(line)) return wideColon('；', `\`${line.trim().replace(/\s*；\s*/u, ': ')}\``);
  const [, indent = '', key = '', colon = '', value = ''] = PAIR.exec(line) ?? [];
  if (key === '') return undefined;
  const shown = (written: string): string => `\`${indent.trimStart()}${key}: ${written}\``;
  const [sign] = /[：﹕∶︰]/u.exec(colon) ?? [];
  if (sign !== undefined) return wideColon(sign, shown(isPlain(value) ? value : quoted(value)));
  if (/^\s*:[ \t]*\u3000/u.test(colon)) return wideSpace(shown(isPlain(value) ? value : quoted(value)));
  if (colon.trimStart() === ':' && value !== '' && !value.startsWith('//'))
    return noSpace(shown(isPlain(value) ? value : quoted(value)));
  const reason = reasonToQuote(value);
  return reason === undefined ? undefined : { reason, remedy: inQuotes(shown(quoted(value))) };
}

const TAB: Slip = {
  reason: both('the line is indented by a tab.', '这一行的缩进用了制表符。'),
  remedy: both('Indent by spaces.', '请改用空格缩进。'),
};

const DASHES: Slip = {
  reason: both('a row of dashes is no end of the front matter.', '这一行破折号不算稿头的结尾。'),
  remedy: both('Write three plain hyphens there: `---`.', '请改成三个半角连字符：`---`。'),
};

const wideColon = (sign: string, line: string): Slip => ({
  reason: both(`a full-width colon ${sign} follows the key.`, `键的后面用了全角冒号“${sign}”。`),
  remedy: both(`Write a plain colon and a space: ${line}.`, `请改成半角冒号加空格：${line}。`),
});

const wideSpace = (line: string): Slip => ({
  reason: both('a full-width space follows the colon of the key.', '键的冒号后面是全角空格。'),
  remedy: both(`Write a plain space: ${line}.`, `请改成半角空格：${line}。`),
});

const wideSign = (sign: string, line: string): Slip => ({
  reason: both(`${sign} is a full-width sign, which does nothing here.`, `“${sign}”是全角，这里不起作用。`),
  remedy: both(`Write \`${inPlainSigns(line).trim()}\`.`, `请写成 \`${inPlainSigns(line).trim()}\`。`),
});

const wideMarks = (line: string): Slip => ({
  reason: both('full-width ， or ： stand between the keys in { }.', '{ } 里的键之间用了全角逗号或冒号。'),
  remedy: both(
    `Write plain commas and colons, each with a space: ${line}.`,
    `请改成半角逗号、冒号，后面空一格：${line}。`,
  ),
});

const noSpace = (line: string): Slip => ({
  reason: both('no space follows the colon of the key.', '键的冒号后面缺一个空格。'),
  remedy: both(`Write a space there: ${line}.`, `请补一个空格：${line}。`),
});

const inQuotes = (line: string): Phrase =>
  both(`Put the whole value in quotes: ${line}.`, `请给整个值加引号：${line}。`);

/** Why a value cannot stand without quotes; undefined when it can, or has lost its own closing mark. */
function reasonToQuote(value: string): Phrase | undefined {
  const [mark] = RESERVED.exec(value) ?? [];
  if (mark !== undefined)
    return both(
      `the value begins with ${mark}, which means something in YAML.`,
      `值以 ${mark} 开头，它在 YAML 里另有用处。`,
    );
  if (/^\[[^\]]*\]\s*[^\s#,]|^\{[^}]*\}\s*[^\s#,]/u.test(value))
    return both('words follow a closing bracket.', '括号收了以后还有字。');
  if (/^(?:"[^"]*"|'[^']*')\s*[^\s#]/u.test(value))
    return both('words follow the closing quotation mark.', '引号收了以后还有字。');
  if (!/^["'[{]/u.test(value) && /:(?:\s|$)/u.test(value))
    return both('there is a colon in the value.', '值里有冒号。');
  return undefined;
}

/** True for a value that needs no quotes. */
const isPlain = (value: string): boolean => reasonToQuote(value) === undefined && !value.includes(' #');

/** A value in quotes of the kind that it does not hold itself. */
const quoted = (value: string): string => (/["\\]/u.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`);
