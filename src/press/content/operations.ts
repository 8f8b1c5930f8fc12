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

/** An operator and where it stands. Most operators of a page show one glyph: operands are read when they are asked for. */
export class Operation {
  readonly operator: string;
  /** First byte of the first operand (or of the operator). */
  readonly start: number;
  /** Byte after the operator. */
  readonly end: number;
  readonly #bytes: Uint8Array;
  /** Byte after the last operand. */
  readonly #to: number;

  constructor(bytes: Uint8Array, operator: string, start: number, to: number, end: number) {
    this.operator = operator;
    this.start = start;
    this.end = end;
    this.#bytes = bytes;
    this.#to = to;
  }

  /** What stands before the operator. */
  get operands(): readonly Operand[] {
    return readOperands(this.#bytes, this.start, this.#to);
  }
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
 * @param leading Leave out what only follows: a browser shows glyph after glyph, ten thousand a page, and whoever decides
 * by the state in which they are drawn needs but the first. Marked content is read in full.
 * @throws ContentError where a string, array or inline image does not end.
 */
export function readOperations(bytes: Uint8Array, leading = false): readonly Operation[] {
  const operations: Operation[] = [];
  const text = leading ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1') : '';
  let before = '';
  let marks = 0;
  let start = -1;
  let at = skipSpace(bytes, 0);
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    const end = CLASS[byte] === DELIMITER ? delimitedEnd(bytes, at, byte) : regularEnd(bytes, at);
    if (start < 0) start = at;
    if (CLASS[byte] === DELIMITER || isNumeric(byte) || isKeyword(bytes, at, end)) at = end;
    else {
      const operator = operatorAt(bytes, at, end);
      const last = operator === 'BI' ? inlineImageEnd(bytes, end) : end;
      if (operator === 'BDC' || operator === 'BMC') marks += 1;
      else if (operator === 'EMC') marks -= 1;
      if (!leading || marks > 0 || !follows(operator, before)) {
        operations.push(new Operation(bytes, operator, start, at, last));
        before = operator;
      }
      start = -1;
      at = leading && marks === 0 && operator === 'Tj' ? runEnd(text, last) : last;
    }
    at = skipSpace(bytes, at);
  }
  return operations;
}

/** Steps and glyphs as a browser writes them: an expression passes them by before V8 has compiled anything of this file. */
const RUN = /(?:[ \n][-\d.]+ [-\d.]+ Td <[\dA-F]+> Tj(?=[ \n]))+/y;

function runEnd(text: string, from: number): number {
  RUN.lastIndex = from;
  return RUN.test(text) ? RUN.lastIndex : from;
}

/** A step to the next glyph, or a glyph after another one. */
const follows = (operator: string, before: string): boolean =>
  operator === 'Td' || (operator === 'Tj' && before === 'Tj');

/** Operands in a part of a stream that has been read before and is known to end well. */
function readOperands(bytes: Uint8Array, from: number, to: number): readonly Operand[] {
  const operands: Operand[] = [];
  for (let at = skipSpace(bytes, from); at < to; ) {
    const operand = readOperand(bytes, at);
    operands.push(operand);
    at = skipSpace(bytes, operand.end);
  }
  return operands;
}

function readOperand(bytes: Uint8Array, start: number): Operand {
  const byte = bytes[start] ?? 0;
  const end = CLASS[byte] === DELIMITER ? delimitedEnd(bytes, start, byte) : regularEnd(bytes, start);
  if (byte === SLASH) return { kind: 'name', value: nameOf(bytes, start + 1, end), start, end };
  return isNumeric(byte)
    ? { kind: 'number', value: readNumber(bytes, start, end), start, end }
    : { kind: 'other', start, end };
}

/** `true`, `false` and `null` are operands; no operator is as long. */
function isKeyword(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from < 4) return false;
  const word = latin(bytes, from, to);
  return word === 'true' || word === 'false' || word === 'null';
}

/** Operators of up to three bytes, by these: the few strings that a page of thousands of operations needs. */
const OPERATORS = new Map<number, string>();

function operatorAt(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > 3) return latin(bytes, from, to);
  let letters = 0;
  for (let at = from; at < to; at += 1) letters = (letters << 8) | (bytes[at] ?? 0);
  const known = OPERATORS.get(letters) ?? latin(bytes, from, to);
  OPERATORS.set(letters, known);
  return known;
}

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

const latin = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** A name with its #xx written out. */
function nameOf(bytes: Uint8Array, from: number, to: number): string {
  const raw = latin(bytes, from, to);
  return raw.includes('#')
    ? raw.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : raw;
}

/** End of what begins with a delimiter: a name, a string, an array, a dictionary. */
function delimitedEnd(bytes: Uint8Array, at: number, byte: number): number {
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
