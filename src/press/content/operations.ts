/**
 * Reads a content stream into operations (ISO 32000-1, 7.2 and 7.8.2): byte by byte, each with its place in the stream,
 * so that whoever rewrites it copies what it leaves alone. Inline images are one operation, `BI`.
 */
import { CLASS, DELIMITER, delimitedEnd, inlineImageEnd, isNumeric, regularEnd, SLASH, skipSpace } from './words.ts';

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

  /** The same where all are numbers, as in a matrix; what is none counts as 0. */
  get numbers(): readonly number[] {
    const numbers: number[] = [];
    for (let at = skipSpace(this.#bytes, this.start); at < this.#to; ) {
      const byte = this.#bytes[at] ?? 0;
      const end = CLASS[byte] === DELIMITER ? delimitedEnd(this.#bytes, at, byte) : regularEnd(this.#bytes, at);
      numbers.push(isNumeric(byte) ? readNumber(this.#bytes, at, end) : 0);
      at = skipSpace(this.#bytes, end);
    }
    return numbers;
  }
}

/** Content, read one operation after the other. */
export class OperationReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #letters: string | undefined;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /**
   * The next operation; undefined at the end.
   * @throws ContentError where a string, array or inline image does not end.
   */
  next(): Operation | undefined {
    const bytes = this.#bytes;
    let start = -1;
    let at = skipSpace(bytes, this.#at);
    while (at < bytes.length) {
      const byte = bytes[at] ?? 0;
      const end = CLASS[byte] === DELIMITER ? delimitedEnd(bytes, at, byte) : regularEnd(bytes, at);
      if (start < 0) start = at;
      if (CLASS[byte] !== DELIMITER && !isNumeric(byte) && !isKeyword(bytes, at, end)) {
        const operator = operatorAt(bytes, at, end);
        this.#at = operator === 'BI' ? inlineImageEnd(bytes, end) : end;
        return new Operation(bytes, operator, start, at, this.#at);
      }
      at = skipSpace(bytes, end);
    }
    this.#at = at;
    return undefined;
  }

  /** The content as letters, one a byte. */
  get letters(): string {
    const { buffer, byteOffset, length } = this.#bytes;
    this.#letters ??= Buffer.from(buffer, byteOffset, length).toString('latin1');
    return this.#letters;
  }

  /**
   * Passes over what a sticky expression matches here: what a browser writes a thousand times a page is passed by at full
   * speed before V8 has compiled anything of this file.
   */
  pass(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.letters) ?? undefined;
    if (found !== undefined) this.#at = expression.lastIndex;
    return found;
  }
}

/**
 * Reads all operations.
 * @param leading Leave out what only follows: a browser shows glyph after glyph, ten thousand a page, and whoever decides
 * by the state in which they are drawn needs but the first. Marked content is read in full.
 * @throws ContentError where a string, array or inline image does not end.
 */
export function readOperations(bytes: Uint8Array, leading = false): readonly Operation[] {
  const operations: Operation[] = [];
  const reader = new OperationReader(bytes);
  let before = '';
  let marks = 0;
  for (let operation = reader.next(); operation !== undefined; operation = reader.next()) {
    const { operator } = operation;
    if (operator === 'BDC' || operator === 'BMC') marks += 1;
    else if (operator === 'EMC') marks -= 1;
    if (!leading || marks > 0 || !follows(operator, before)) {
      operations.push(operation);
      before = operator;
    }
    if (leading && marks === 0 && operator === 'Tj') reader.pass(STEPS);
  }
  return operations;
}

/** Steps and glyphs as a browser writes them. */
const STEPS = /(?:[ \n][-\d.]+ [-\d.]+ Td <[\dA-F]+> Tj(?=[ \n]))+/y;

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
