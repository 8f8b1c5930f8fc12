/** The slips that break a line of YAML at a desk, told as a person would: what is wrong with the line, and how to write it. */
import { both, type Phrase } from '../fault.ts';

/** What is wrong with a line, and what to do about it. */
export interface Slip {
  readonly reason: Phrase;
  readonly remedy: Phrase;
}

/** A key with its colon, and the value that follows on the line. */
const PAIR = /^(\s*(?:-\s+)?)([^\s:：#"'{[][^:：#"'{[]*?)(\s*[:：][ \t\u3000]*)(.*?)\s*$/u;
/** Marks that YAML keeps for itself at the head of a value. */
const RESERVED = /^[*&@%`!|>?]/u;

/** The slip in a line that YAML cannot read; undefined when it is none of the usual ones. */
export function slipOf(line: string): Slip | undefined {
  if (/^\s*\t/.test(line)) return TAB;
  if (FLOW.test(line) && plainMarks(line) !== line) return wideMarks(plainMarks(line).trim());
  const [, indent = '', key = '', colon = '', value = ''] = PAIR.exec(line) ?? [];
  if (key === '') return undefined;
  const shown = (written: string): string => `\`${indent.trimStart()}${key}: ${written}\``;
  if (colon.includes('：')) return wideColon(shown(isPlain(value) ? value : quoted(value)));
  if (colon.trimStart() === ':' && value !== '' && !value.startsWith('//'))
    return noSpace(shown(isPlain(value) ? value : quoted(value)));
  const reason = reasonToQuote(value);
  return reason === undefined ? undefined : { reason, remedy: inQuotes(shown(quoted(value))) };
}

/** A line that holds a map or a list in brackets, which is all of its value. */
const FLOW = /^\s*(?:-\s+|[^\s:：]+:\s+)?[{[].*[}\]]\s*$/u;

/** A bracketed line with the half-width marks that part its keys and values; what stands in quotes stays. */
const plainMarks = (line: string): string =>
  line
    .split(/("[^"]*"|'[^']*')/u)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/，\s*/gu, ', ').replace(/：\s*/gu, ': ')))
    .join('');

const wideMarks = (line: string): Slip => ({
  reason: both('full-width marks stand between the brackets.', '括号里用了全角的逗号或冒号。'),
  remedy: both(
    `Write plain commas and colons, each with a space after it: \`${line}\`.`,
    `请改成半角，后面各空一格：\`${line}\`。`,
  ),
});

const TAB: Slip = {
  reason: both('the line is indented by a tab.', '这一行的缩进用了制表符。'),
  remedy: both('Indent by spaces.', '请改用空格缩进。'),
};

const wideColon = (line: string): Slip => ({
  reason: both('a full-width colon ： follows the key.', '键的后面用了全角冒号“：”。'),
  remedy: both(`Write a plain colon and a space: ${line}.`, `请改成半角冒号加空格：${line}。`),
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
