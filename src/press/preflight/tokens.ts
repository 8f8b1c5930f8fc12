/**
 * The preflight's own reading of content streams: operators with their operands as plain values. It shares nothing with
 * the writer's reader, so that one mistake cannot hide in both.
 */

/** A name comes as `/Name`, a string as how long it is, an array as an array; dictionaries as a map by key. */
export type Value = number | boolean | null | string | Text | readonly Value[] | ReadonlyMap<string, Value>;

/** A string of the content: no rule asks what the glyphs' codes are, only whether there are any. */
export interface Text {
  readonly length: number;
}

/** An operator with its operands. */
export interface Instruction {
  readonly op: string;
  readonly args: readonly Value[];
  /** Of an inline image: its dictionary. */
  readonly image?: ReadonlyMap<string, Value>;
}

/** Reads content given as Latin-1; what is unreadable ends it with an instruction `?`. */
export function* instructions(content: string): Generator<Instruction> {
  const script = new Script(Buffer.from(content, 'latin1'));
  while (script.next()) {
    const { op, args, image } = script;
    yield image === undefined ? { op, args } : { op, args, image };
  }
}

/** What a byte is (ISO 32000-1, 7.2.2): part of a word, a blank, or a mark that ends one. */
const CLASS = new Uint8Array(256);
const BLANK = 1;
const MARK = 2;
for (const blank of [0, 9, 10, 12, 13, 32]) CLASS[blank] = BLANK;
for (const mark of '()<>[]{}/%') CLASS[mark.charCodeAt(0)] = MARK;

const [LINE_FEED, RETURN] = [0x0a, 0x0d];
const [SLASH, LESS, MORE, OPEN, CLOSE, BACKSLASH] = [0x2f, 0x3c, 0x3e, 0x28, 0x29, 0x5c];
const [BRACKET, BRACKET_END, PERCENT] = [0x5b, 0x5d, 0x25];
const [PLUS, MINUS, POINT, ZERO, NINE] = [0x2b, 0x2d, 0x2e, 0x30, 0x39];

/** An operator or another bare word. */
class Word {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What cannot be read. */
const UNREADABLE = new Word('?');

/** Every word that was met, by its letters: a page says the same few ten thousand times. */
const WORDS = new Map<number, Word>();

/** `x y Td <glyphs> Tj`, spaced as a browser spaces them; what is spaced otherwise is read word by word. */
const STEP = /[ \n]([+-]?\d+(?:\.\d*)?) ([+-]?\d+(?:\.\d*)?) Td <[0-9A-Fa-f]+> Tj(?=[ \n])/y;

/** As many of them as there are. */
const STEPS = new RegExp(`(?:${STEP.source})+`, 'y');

/** Content, read one instruction after the other: a page has tens of thousands, and none is kept. */
export class Script {
  /** The operator at which `next` stopped. */
  op = '';
  /** What stands before it. */
  args: readonly Value[] = [];
  /** Of an inline image: its dictionary, and its packed bytes. */
  image: ReadonlyMap<string, Value> | undefined;
  imageData: Uint8Array = new Uint8Array();
  /** The step that `step` went. */
  dx = 0;
  dy = 0;
  readonly #bytes: Buffer;
  /** The same as letters. */
  readonly #content: string;
  #at = 0;
  #ended = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#content = this.#bytes.toString('latin1');
  }

  /** Goes to the next instruction. @returns whether there is one */
  next(): boolean {
    const args: Value[] = [];
    for (;;) {
      const token = this.#ended ? undefined : this.#token();
      if (token === undefined) return false;
      if (token instanceof Word) {
        this.op = token.text;
        this.args = args;
        this.image = token.text === 'BI' ? this.#inlineImage() : undefined;
        this.#ended = token === UNREADABLE;
        return true;
      }
      args.push(token);
    }
  }

  /**
   * Goes past a step and the glyph behind it, if these are what follows. A browser writes thousands of such pairs, and an
   * expression reads them at full speed while the rest of this file is still interpreted.
   * @returns whether it did
   */
  step(): boolean {
    STEP.lastIndex = this.#at;
    const found = STEP.exec(this.#content);
    if (found === null) return false;
    this.#at = STEP.lastIndex;
    this.dx = Number(found[1]);
    this.dy = Number(found[2]);
    return true;
  }

  /** Goes past all such steps. @returns how many glyphs it went past */
  skipSteps(): number {
    return this.skip(STEPS).split('Tj').length - 1;
  }

  /** Goes past what a sticky expression matches here. @returns what that is */
  skip(expression: RegExp): string {
    expression.lastIndex = this.#at;
    if (!expression.test(this.#content)) return '';
    const from = this.#at;
    this.#at = expression.lastIndex;
    return this.#content.slice(from, this.#at);
  }

  #token(): Value | Word | undefined {
    this.#skip();
    if (this.#at >= this.#bytes.length) return undefined;
    const first = this.#bytes[this.#at] ?? 0;
    if (first === LESS) return this.#bytes[this.#at + 1] === LESS ? this.#dictionary() : this.#hex();
    if (first === SLASH) return this.#name();
    if (first === OPEN) return this.#string();
    if (first === BRACKET) return this.#array();
    return first <= NINE ? (this.#number() ?? this.#word()) : this.#word();
  }

  /** Moves on past blanks and comments. */
  #skip(): void {
    const bytes = this.#bytes;
    let at = this.#at;
    for (;;) {
      while (at < bytes.length && CLASS[bytes[at] ?? 0] === BLANK) at += 1;
      if (bytes[at] !== PERCENT) break;
      while (at < bytes.length && bytes[at] !== LINE_FEED && bytes[at] !== RETURN) at += 1;
    }
    this.#at = at;
  }

  /** Where the word ends that has a letter here. */
  #wordEnd(from: number): number {
    let at = from;
    while (at < this.#bytes.length && CLASS[this.#bytes[at] ?? 0] === 0) at += 1;
    return at;
  }

  /** A number; undefined, and nothing read, when the word is none. */
  #number(): number | undefined {
    const bytes = this.#bytes;
    let at = this.#at;
    const sign = bytes[at] ?? 0;
    if (sign === PLUS || sign === MINUS) at += 1;
    let digits = 0;
    let decimals = -1;
    let sum = 0;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte >= ZERO && byte <= NINE) {
        sum = sum * 10 + byte - ZERO;
        digits += 1;
        if (decimals >= 0) decimals += 1;
      } else if (byte === POINT && decimals < 0) decimals = 0;
      else break;
    }
    if (digits === 0 || (at < bytes.length && CLASS[bytes[at] ?? 0] === 0)) return undefined;
    this.#at = at;
    const size = decimals > 0 ? sum / 10 ** decimals : sum;
    return sign === MINUS ? -size : size;
  }

  #word(): boolean | null | Word {
    const from = this.#at;
    const end = this.#wordEnd(from);
    this.#at = end;
    if (end === from) return UNREADABLE;
    const word = end - from > 3 ? new Word(this.#text(from, end)) : this.#shortWord(from, end);
    if (word.text === 'true' || word.text === 'false') return word.text === 'true';
    return word.text === 'null' ? null : word;
  }

  /** A word of up to three letters, as nearly every operator is. */
  #shortWord(from: number, end: number): Word {
    let letters = 0;
    for (let at = from; at < end; at += 1) letters = (letters << 8) | (this.#bytes[at] ?? 0);
    const known = WORDS.get(letters) ?? new Word(this.#text(from, end));
    WORDS.set(letters, known);
    return known;
  }

  #text(from: number, end: number): string {
    return this.#bytes.toString('latin1', from, end);
  }

  #name(): string {
    const end = this.#wordEnd(this.#at + 1);
    const name = this.#text(this.#at, end);
    this.#at = end;
    return name.includes('#')
      ? name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : name;
  }

  #hex(): Text | Word {
    const from = this.#at + 1;
    let at = from;
    while (at < this.#bytes.length && isHexadecimal(this.#bytes[at] ?? 0)) at += 1;
    if (this.#bytes[at] !== MORE) return UNREADABLE;
    this.#at = at + 1;
    return { length: Math.ceil((at - from) / 2) };
  }

  #inlineImage(): ReadonlyMap<string, Value> {
    const entries = new Map<string, Value>();
    for (;;) {
      const key = this.#token();
      if (key === undefined || key instanceof Word) break;
      const value = this.#token();
      if (value === undefined || value instanceof Word) break;
      entries.set(String(key).slice(1), value);
    }
    const from = this.#at + 1;
    this.#at = this.#inlineEnd();
    this.imageData = this.#bytes.subarray(from, Math.max(from, this.#at - ' EI'.length));
    return entries;
  }

  /** After the `EI` that stands between blanks. */
  #inlineEnd(): number {
    const bytes = this.#bytes;
    for (let at = this.#at; at + 2 < bytes.length; at += 1) {
      const between =
        CLASS[bytes[at] ?? 0] === BLANK && (at + 3 === bytes.length || CLASS[bytes[at + 3] ?? 0] === BLANK);
      if (between && bytes[at + 1] === 0x45 && bytes[at + 2] === 0x49) return at + 3;
    }
    return bytes.length;
  }

  /** Values up to the marks that close an array or a dictionary; undefined when one of them is unreadable. */
  #until(end: number, marks: number): readonly Value[] | undefined {
    const values: Value[] = [];
    for (;;) {
      this.#skip();
      if (this.#at >= this.#bytes.length || this.#bytes[this.#at] === end) {
        this.#at += marks;
        return values;
      }
      const value = this.#token();
      if (value === UNREADABLE) return undefined;
      if (value !== undefined && !(value instanceof Word)) values.push(value);
    }
  }

  #array(): readonly Value[] | Word {
    this.#at += 1;
    return this.#until(BRACKET_END, 1) ?? UNREADABLE;
  }

  #dictionary(): ReadonlyMap<string, Value> | Word {
    this.#at += 2;
    const values = this.#until(MORE, 2);
    if (values === undefined) return UNREADABLE;
    return new Map(
      values.flatMap((key, at) => (at % 2 === 0 ? [[String(key).slice(1), values[at + 1] ?? null] as const] : [])),
    );
  }

  #string(): Text {
    const bytes = this.#bytes;
    const from = this.#at + 1;
    let depth = 0;
    let at = this.#at;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === BACKSLASH) at += 1;
      else if (byte === OPEN) depth += 1;
      else if (byte === CLOSE) {
        depth -= 1;
        if (depth === 0) break;
      }
    }
    this.#at = at + 1;
    return { length: at - from };
  }
}

/** A digit of a hexadecimal string, or a blank in it. */
const isHexadecimal = (byte: number): boolean =>
  (byte >= ZERO && byte <= NINE) ||
  (byte >= 0x41 && byte <= 0x46) ||
  (byte >= 0x61 && byte <= 0x66) ||
  CLASS[byte] === BLANK;
