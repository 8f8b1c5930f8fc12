/** Full-width signs that a Chinese keyboard writes where YAML, a path or a number is written with plain ones. */
import { both, type Phrase } from '../fault.ts';

/** Those that are no full-width form of a plain sign by Unicode, each with the sign that was meant. */
const MEANT: Readonly<Record<string, string>> = {
  '、': ',',
  '﹕': ':',
  '∶': ':',
  '︰': ':',
  '。': '.',
  '【': '[',
  '】': ']',
  '〔': '[',
  '〕': ']',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '—': '-',
  '–': '-',
  '•': '-',
  '·': '-',
  '\u3000': ' ',
};

/** The full-width forms of Unicode lie so far above the plain signs of ASCII. */
const ABOVE = 0xfee0;
const WIDE = /[\uff01-\uff5e、﹕∶︰。【】〔〕“”‘’—–•·\u3000]/gu;

const plainOf = (sign: string): string => MEANT[sign] ?? String.fromCodePoint((sign.codePointAt(0) ?? ABOVE) - ABOVE);

/** The same text in plain signs, a blank after a comma between values and after the colon of a key. */
export const inPlainSigns = (text: string): string =>
  text
    .replace(/[，、](?=[^\s，、])/gu, ', ')
    .replace(/(?<=[A-Za-z])[：﹕∶︰](?=[^\s/／])/gu, ': ')
    .replace(WIDE, plainOf);

/** The full-width signs of a text that ought to be in plain ones, and how it is written then; undefined where there are none. */
export function wideSignsIn(text: string): Phrase | undefined {
  const signs = [...new Set(text.match(WIDE) ?? [])].filter((sign) => sign !== '\u3000');
  if (signs.length === 0) return undefined;
  const shown = signs.slice(0, MOST).join(' ');
  const plain = `\`${inPlainSigns(text).trim()}\``;
  return both(
    `${shown} ${signs.length === 1 ? 'is no plain sign' : 'are no plain signs'}: write ${plain}. `,
    `${shown} 不是半角，请改成：${plain}。`,
  );
}

/** Signs that are named of one text. */
const MOST = 6;
