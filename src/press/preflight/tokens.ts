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

export interface Instruction {
  readonly op: string;
  readonly args: readonly Value[];
  /** Of an inline image: its dictionary. */
  readonly image?: ReadonlyMap<string, Value>;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y;
const HEX = /<([0-9A-Fa-f\0\t\n\f\r ]*)>/y;
/** First characters of names, strings, arrays and comments. */
const [SLASH, LESS, OPEN, BRACKET, PERCENT] = [0x2f, 0x3c, 0x28, 0x5b, 0x25];
const BLANK = new Set([...'\0\t\n\f\r '].map((letter) => letter.charCodeAt(0)));
/** What ends a number or a word, by character code: blanks and delimiters. */
const ENDS = Array.from(
  { length: 256 },
  (_, code) => BLANK.has(code) || '()<>[]{}/%'.includes(String.fromCharCode(code)),
);
const INLINE_END = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;

/** Reads content; what is unreadable ends it with an instruction `?`. */
export function* instructions(content: string): Generator<Instruction> {
  const reader = new Reader(content);
  let args: Value[] = [];
  for (;;) {
    const token = reader.next();
    if (token === undefined) return;
    if (!(token instanceof Word)) {
      args.push(token);
      continue;
    }
    if (token.text === 'BI') yield { op: 'BI', args: [], image: reader.inlineImage() };
    else yield { op: token.text, args };
    if (token.text === '?') return;
    args = [];
  }
}

/** An operator or another bare word. */
class Word {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

class Reader {
  readonly #content: string;
  #at = 0;

  constructor(content: string) {
    this.#content = content;
  }

  next(): Value | Word | undefined {
    this.#skip();
    if (this.#at >= this.#content.length) return undefined;
    const first = this.#content.charCodeAt(this.#at);
    if (first === SLASH) return this.#name();
    if (first === LESS) return this.#content.startsWith('<<', this.#at) ? this.#dictionary() : this.#hex();
    if (first === OPEN) return this.#string();
    if (first === BRACKET) return this.#array();
    const word = this.#word();
    if (first < 0x3a && NUMBER.test(word)) return Number(word);
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : new Word(word || '?');
  }

  /** Moves on past blanks and comments. */
  #skip(): void {
    for (;;) {
      while (BLANK.has(this.#content.charCodeAt(this.#at))) this.#at += 1;
      if (this.#content.charCodeAt(this.#at) !== PERCENT) return;
      while (this.#at < this.#content.length && !'\r\n'.includes(this.#content.charAt(this.#at))) this.#at += 1;
    }
  }

  /** Everything up to the next blank or delimiter. */
  #word(): string {
    const from = this.#at;
    while (this.#at < this.#content.length && !ENDS[this.#content.charCodeAt(this.#at)]) this.#at += 1;
    return this.#content.slice(from, this.#at);
  }

  #name(): string {
    const name = this.#match(NAME)?.[1] ?? '';
    return `/${name.includes('#') ? name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : name}`;
  }

  #hex(): Text | Word {
    const hex = this.#match(HEX);
    return hex ? { length: Math.ceil((hex[1] ?? '').length / 2) } : new Word('?');
  }

  inlineImage(): ReadonlyMap<string, Value> {
    const entries = new Map<string, Value>();
    for (;;) {
      const key = this.next();
      if (key === undefined || key instanceof Word) break;
      const value = this.next();
      if (value === undefined || value instanceof Word) break;
      entries.set(String(key).slice(1), value);
    }
    INLINE_END.lastIndex = this.#at;
    this.#at = INLINE_END.exec(this.#content) ? INLINE_END.lastIndex : this.#content.length;
    return entries;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#content);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  #until(end: string): readonly Value[] {
    const values: Value[] = [];
    for (;;) {
      this.#skip();
      if (this.#content.startsWith(end, this.#at) || this.#at >= this.#content.length) {
        this.#at += end.length;
        return values;
      }
      const value = this.next();
      if (value !== undefined && !(value instanceof Word)) values.push(value);
      else if (value instanceof Word && value.text === '?') this.#at = this.#content.length;
    }
  }

  #array(): readonly Value[] {
    this.#at += 1;
    return this.#until(']');
  }

  #dictionary(): ReadonlyMap<string, Value> {
    this.#at += 2;
    const values = this.#until('>>');
    return new Map(
      values.flatMap((key, at) => (at % 2 === 0 ? [[String(key).slice(1), values[at + 1] ?? null] as const] : [])),
    );
  }

  #string(): Text {
    let depth = 0;
    const from = this.#at + 1;
    for (; this.#at < this.#content.length; this.#at += 1) {
      const letter = this.#content[this.#at];
      if (letter === '\\') this.#at += 1;
      else if (letter === '(') depth += 1;
      else if (letter === ')') {
        depth -= 1;
        if (depth === 0) break;
      }
    }
    const raw = this.#content.slice(from, this.#at);
    this.#at += 1;
    return { length: raw.length };
  }
}
