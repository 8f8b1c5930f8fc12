/**
 * The words of a content stream (ISO 32000-1, 7.2): where each begins and ends. What a word means is for `operations.ts`.
 */
import { both, inEnglish, type Phrase } from '../../fault.ts';

/** Thrown for bytes that are no content stream. */
export class ContentError extends Error {
  readonly why: Phrase;
  constructor(why: Phrase) {
    super(inEnglish(why));
    this.why = why;
  }
}

const SPACE = 1;
/** The class of delimiters. */
export const DELIMITER = 2;
/** Class of every byte: white space, delimiter or regular (tables 1 and 2). */
export const CLASS = new Uint8Array(256);
for (const space of [0, 9, 10, 12, 13, 32]) CLASS[space] = SPACE;
for (const mark of '()<>[]{}/%') CLASS[mark.charCodeAt(0)] = DELIMITER;

const PERCENT = 0x25;
/** A name begins with it. */
export const SLASH = 0x2f;
const OPEN = 0x28;
const CLOSE = 0x29;
const BACKSLASH = 0x5c;
const LESS = 0x3c;
const MORE = 0x3e;
const ARRAY = 0x5b;
const ARRAY_END = 0x5d;

/** A number begins with a digit, a sign or a point; no operator does. */
export const isNumeric = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || byte === 0x2b || byte === 0x2d || byte === 0x2e;

/** Where white space and comments from here on end. */
export function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    while (at < bytes.length && CLASS[bytes[at] ?? 0] === SPACE) at += 1;
    if (bytes[at] !== PERCENT) return at;
    while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
  }
}

/** Where the regular characters from here on end. */
export function regularEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && CLASS[bytes[at] ?? 0] === 0) at += 1;
  return at;
}

/** End of what begins with a delimiter: a name, a string, an array, a dictionary. */
export function delimitedEnd(bytes: Uint8Array, at: number, byte: number): number {
  if (byte === SLASH) return regularEnd(bytes, at + 1);
  if (byte === OPEN) return stringEnd(bytes, at);
  if (byte === LESS && bytes[at + 1] === LESS) return nestEnd(bytes, at + 2, MORE);
  if (byte === LESS) return after(bytes, at, MORE);
  if (byte === ARRAY) return nestEnd(bytes, at + 1, ARRAY_END);
  throw new ContentError(
    both(`a stray ${String.fromCharCode(byte)} at byte ${at}`, `第 ${at} 字节处多出 ${String.fromCharCode(byte)}`),
  );
}

function after(bytes: Uint8Array, from: number, byte: number): number {
  const at = bytes.indexOf(byte, from);
  if (at < 0)
    throw new ContentError(
      both(`a string that begins at byte ${from} does not end`, `第 ${from} 字节起的字符串没有结束`),
    );
  return at + 1;
}

function stringEnd(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === BACKSLASH) at += 1;
    else if (byte === OPEN) depth += 1;
    else if (byte === CLOSE) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  throw new ContentError(
    both(`a string that begins at byte ${from} does not end`, `第 ${from} 字节起的字符串没有结束`),
  );
}

/** End of an array or a dictionary, whatever stands inside. */
function nestEnd(bytes: Uint8Array, from: number, closing: number): number {
  let at = skipSpace(bytes, from);
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === closing) return closing === MORE ? at + 2 : at + 1;
    at = CLASS[byte] === DELIMITER ? delimitedEnd(bytes, at, byte) : regularEnd(bytes, at);
    at = skipSpace(bytes, at);
  }
  throw new ContentError(
    both(
      `an array or dictionary that begins before byte ${from} does not end`,
      `第 ${from} 字节前起的数组或字典没有结束`,
    ),
  );
}

/** After the `EI` of an inline image: the first one that stands between white space, with an operator or the end behind it. */
export function inlineImageEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const ends =
      bytes[at] === 0x45 &&
      bytes[at + 1] === 0x49 &&
      CLASS[bytes[at - 1] ?? 0] === SPACE &&
      (at + 2 >= bytes.length || CLASS[bytes[at + 2] ?? 0] === SPACE) &&
      looksLikeContent(bytes, at + 2);
    if (ends) return at + 2;
  }
  throw new ContentError(both('an inline image does not end', '一张内嵌图没有结束'));
}

/** Image data may hold `EI` by chance; real content after it is printable. */
function looksLikeContent(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < Math.min(from + 12, bytes.length); at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte > 126 || (byte < 32 && CLASS[byte] !== SPACE)) return false;
  }
  return true;
}
