/**
 * Reads a content stream into operations (ISO 32000-1, 7.2 and 7.8.2): byte by byte, each with its place in the stream,
 * so that whoever rewrites it copies what it leaves alone. Inline images are one operation, `BI`.
 */
import { both, inEnglish, type Phrase } from '../../fault.ts';

/** What stands before an operator. Strings, arrays and dictionaries are left as places in the stream. */
export type Operand =
  | { readonly kind: 'number'; readonly value: number; readonly start: number; readonly end: number }
  | { readonly kind: 'name'; readonly value: string; readonly start: number; readonly end: number }
  | { readonly kind: 'other'; readonly start: number; readonly end: number };

export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
  /** First byte of the first operand (or of the operator). */
  readonly start: number;
  /** Byte after the operator. */
  readonly end: number;
}

/** Thrown for bytes that are no content stream. */
export class ContentError extends Error {
  readonly why: Phrase;
  constructor(why: Phrase) {
    super(inEnglish(why));
    this.why = why;
  }
}

const SPACE = 1;
const DELIMITER = 2;
/** Class of every byte: white space, delimiter or regular (tables 1 and 2). */
const CLASS = new Uint8Array(256);
for (const space of [0, 9, 10, 12, 13, 32]) CLASS[space] = SPACE;
for (const mark of '()<>[]{}/%') CLASS[mark.charCodeAt(0)] = DELIMITER;

const PERCENT = 0x25;
const SLASH = 0x2f;
const OPEN = 0x28;
const CLOSE = 0x29;
const BACKSLASH = 0x5c;
const LESS = 0x3c;
const MORE = 0x3e;
const ARRAY = 0x5b;
const ARRAY_END = 0x5d;

/**
 * Reads all operations.
 * @throws ContentError where a string, array or inline image does not end.
 */
export function readOperations(bytes: Uint8Array): readonly Operation[] {
  const operations: Operation[] = [];
  let operands: Operand[] = [];
  let at = skipSpace(bytes, 0);
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (CLASS[byte] === DELIMITER) {
      const operand = readDelimited(bytes, at, byte);
      operands.push(operand);
      at = operand.end;
    } else {
      const end = regularEnd(bytes, at);
      if (isNumeric(byte)) operands.push({ kind: 'number', value: readNumber(bytes, at, end), start: at, end });
      else {
        const operator = latin(bytes, at, end);
        if (isKeyword(operator)) operands.push({ kind: 'other', start: at, end });
        else {
          const last = operator === 'BI' ? inlineImageEnd(bytes, end) : end;
          operations.push({ operator, operands, start: operands[0]?.start ?? at, end: last });
          operands = [];
          at = skipSpace(bytes, last);
          continue;
        }
      }
      at = end;
    }
    at = skipSpace(bytes, at);
  }
  return operations;
}

const isKeyword = (word: string): boolean => word === 'true' || word === 'false' || word === 'null';
/** A number begins with a digit, a sign or a point; no operator does. */
const isNumeric = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || byte === 0x2b || byte === 0x2d || byte === 0x2e;

function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    while (at < bytes.length && CLASS[bytes[at] ?? 0] === SPACE) at += 1;
    if (bytes[at] !== PERCENT) return at;
    while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
  }
}

function regularEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && CLASS[bytes[at] ?? 0] === 0) at += 1;
  return at;
}

/** Digits by hand: `Number()` of a decoded string takes three times as long, and a page has a hundred thousand. */
function readNumber(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  let scale = 0;
  let sign = 1;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x2d) sign = -1;
    else if (byte === 0x2e) scale = 1;
    else if (byte >= 0x30 && byte <= 0x39) {
      value = value * 10 + (byte - 0x30);
      scale *= 10;
    }
  }
  return (sign * value) / (scale || 1);
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  if (to - from === 1) return String.fromCharCode(bytes[from] ?? 0);
  if (to - from === 2) return String.fromCharCode(bytes[from] ?? 0, bytes[from + 1] ?? 0);
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

function readDelimited(bytes: Uint8Array, at: number, byte: number): Operand {
  if (byte === SLASH) {
    const end = regularEnd(bytes, at + 1);
    return { kind: 'name', value: nameOf(bytes, at + 1, end), start: at, end };
  }
  return { kind: 'other', start: at, end: endOf(bytes, at, byte) };
}

/** A name with its #xx written out. */
function nameOf(bytes: Uint8Array, from: number, to: number): string {
  const raw = latin(bytes, from, to);
  return raw.includes('#')
    ? raw.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : raw;
}

function endOf(bytes: Uint8Array, at: number, byte: number): number {
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
    at = CLASS[byte] === DELIMITER ? readDelimited(bytes, at, byte).end : regularEnd(bytes, at);
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
function inlineImageEnd(bytes: Uint8Array, from: number): number {
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
