/**
 * First step: styled text becomes a row of characters as they will be drawn. Quotes are curled, white space is joined,
 * what is never drawn is put aside, and each character is given a face that has it. Every character remembers what
 * it stands for in the article, so that nothing is lost. Columns and not objects: an issue has 120,000 of them.
 */
import { isCombining, isInvisible, isPlain, isShared, isSpace } from './classes.ts';
import { curl, isApostrophe } from './curl.ts';
import { fallbacksOf } from './faces.ts';
import type { FaceMetrics, Metrics } from './font/metrics.ts';
import type { FaceId } from './model.ts';
import type { CharStyle, StyledText } from './style.ts';

/** White space after a character: none, a word space, a full-width blank. */
export const NO_SPACE = 0;
export const WIDE_SPACE = 2;
const WORD_SPACE = 1;

/** What the writer said of the place after a character: nothing; a break, or one with a hyphen, is allowed; the line ends; no break. */
export const NO_JOINT = 0;
export const BREAK_JOINT = 1;
export const HYPHEN_JOINT = 2;
export const LINE_END = 3;
export const GLUE = 4;

/** Characters as drawn; combining marks belong to the one before them. */
export interface Characters {
  readonly count: number;
  readonly text: readonly string[];
  readonly code: Int32Array;
  readonly style: readonly CharStyle[];
  /** What each stands for in the article; '' for something inserted. */
  readonly source: readonly string[];
  /** Offset into the block's source. */
  readonly offset: Int32Array;
  readonly space: Uint8Array;
  readonly joint: Uint8Array;
}

/** What characters are collected with. */
export interface CollectOptions {
  readonly metrics: Metrics;
  readonly latin: boolean;
  /** Told of each character that no face has. */
  readonly missing: (character: string) => void;
}

/** Drawn for what no font has; only ever seen beside the fault that names the character. */
export const GETA = '〓';
const ZERO_WIDTH_SPACE = 0x200b;
const SOFT_HYPHEN = 0xad;
const WORD_JOINER = 0x2060;
const NO_BREAK_SPACE = 0xfeff;

/** The characters of a text, in order. */
export function collect(texts: readonly StyledText[], options: CollectOptions): Characters {
  const row = new Row(texts.reduce((sum, { text }) => sum + text.length, 0));
  const curled = curl(texts);
  const whole = curled.join('');
  let start = 0;
  let offset = 0;
  for (const styled of texts) {
    const { text, written = text, style, inserted = false, prefix = false } = styled;
    const face = options.metrics[style.face];
    for (let at = 0; at < text.length; ) {
      const code = text.codePointAt(at) ?? 0;
      const length = code > 0xffff ? 2 : 1;
      const place = prefix ? 0 : offset + at;
      const source = inserted ? '' : written.substring(at, at + length);
      if (isPlain(code) && face?.has(code)) row.add(text.substring(at, at + length), code, style, source, place);
      else addSpecial(row, { code, source, place, style, face, at: start + at, length, whole }, options);
      at += length;
    }
    start += text.length;
    if (!prefix) offset += text.length;
  }
  return row.finish();
}

interface Special {
  readonly code: number;
  readonly source: string;
  readonly place: number;
  readonly style: CharStyle;
  readonly face: FaceMetrics | undefined;
  /** Place and length in the whole text, whose quotes are curled. */
  readonly at: number;
  readonly length: number;
  readonly whole: string;
}

/** Anything but a Han character or a plain letter: white space, what is not drawn, marks that alphabets share. */
function addSpecial(row: Row, special: Special, options: CollectOptions): void {
  const { code, source, place, style, face, at, length, whole } = special;
  const text = whole.substring(at, at + length);
  if (code === 0x0a) row.allow(LINE_END);
  else if (isSpace(text)) row.addSpace(code);
  else if (isInvisible(text)) {
    row.hide(source);
    if (code === ZERO_WIDTH_SPACE) row.allow(BREAK_JOINT);
    else if (code === SOFT_HYPHEN) row.allow(HYPHEN_JOINT);
    else if (code === WORD_JOINER || code === NO_BREAK_SPACE) row.allow(GLUE);
  } else if (row.count > 0 && isCombining(text)) {
    if (!canCombine(row.last, text, options.metrics)) options.missing(source || text);
    row.combine(text, source);
  } else {
    const drawn = text.codePointAt(0) ?? code;
    const alphabetic = options.latin || (text === '’' && isApostrophe(whole[at - 1], whole[at + 1]));
    const own = !(alphabetic && isShared(drawn) && face?.face.script === 'han') && face?.has(drawn);
    const other = own ? style.face : standIn(drawn, style, alphabetic, options.metrics);
    if (other === undefined) options.missing(source || text);
    if (other === undefined) row.add(GETA, GETA.codePointAt(0) ?? 0, withFace(style, 'song'), source, place);
    else row.add(text, drawn, withFace(style, other), source, place);
  }
}

/** A character with the marks over it, and what draws them. */
interface Marked {
  readonly text: string;
  readonly face: FaceId | undefined;
}

/** True when the face has what a character and one more mark come to: é for e and its accent, as browsers draw it. */
function canCombine({ text, face }: Marked, mark: string, metrics: Metrics): boolean {
  const own = face === undefined ? undefined : metrics[face];
  return own !== undefined && [...(text + mark).normalize('NFC')].every((one) => own.has(one.codePointAt(0) ?? 0));
}

/** The first face that can stand in; a quote or an apostrophe among letters is drawn by a Latin one. */
function standIn(code: number, style: CharStyle, alphabetic: boolean, metrics: Metrics): FaceId | undefined {
  const order = fallbacksOf(style.face);
  const first = alphabetic && isShared(code) ? ['serif-latin', ...order] : order;
  return first.find((face) => metrics[face]?.has(code));
}

/** Characters in the making. */
class Row {
  count = 0;
  readonly #text: string[] = [];
  readonly #code: Int32Array;
  readonly #style: CharStyle[] = [];
  readonly #source: string[] = [];
  readonly #offset: Int32Array;
  readonly #space: Uint8Array;
  readonly #joint: Uint8Array;
  /** Invisible characters before the first visible one. */
  #held = '';

  constructor(most: number) {
    this.#code = new Int32Array(most);
    this.#offset = new Int32Array(most);
    this.#space = new Uint8Array(most);
    this.#joint = new Uint8Array(most);
  }

  add(text: string, code: number, style: CharStyle, source: string, offset: number): void {
    this.#text.push(text);
    this.#code[this.count] = code;
    this.#style.push(style);
    this.#source.push(this.#held === '' ? source : this.#held + source);
    this.#offset[this.count] = offset;
    this.#held = '';
    this.count += 1;
  }

  /** A blank at the beginning indents nothing; a no-break space is drawn as any other. */
  addSpace(code: number): void {
    if (this.count === 0) return;
    const last = this.count - 1;
    this.#space[last] = code === 0x3000 ? WIDE_SPACE : Math.max(WORD_SPACE, this.#space[last] ?? NO_SPACE);
  }

  allow(joint: number): void {
    if (this.count > 0) this.#joint[this.count - 1] = joint;
  }

  hide(source: string): void {
    if (this.count > 0) this.#source[this.count - 1] += source;
    else this.#held += source;
  }

  /** The last character, whose face draws the marks over it too. */
  get last(): Marked {
    return { text: this.#text[this.count - 1] ?? '', face: this.#style[this.count - 1]?.face };
  }

  /** Letter and mark become the one character that browsers draw for them, where there is one: it has a width of its own. */
  combine(mark: string, source: string): void {
    const at = this.count - 1;
    const text = `${this.#text[at] ?? ''}${mark}`.normalize('NFC');
    this.#text[at] = text;
    this.#code[at] = text.codePointAt(0) ?? 0;
    this.#source[at] += source;
  }

  finish(): Characters {
    return {
      count: this.count,
      text: this.#text,
      code: this.#code,
      style: this.#style,
      source: this.#source,
      offset: this.#offset,
      space: this.#space,
      joint: this.#joint,
    };
  }
}

const styles = new WeakMap<CharStyle, Map<FaceId, CharStyle>>();

/** The same style in another face; the same object each time, so that runs can be told apart by identity. */
function withFace(style: CharStyle, face: FaceId): CharStyle {
  if (style.face === face) return style;
  const known = styles.get(style) ?? new Map<FaceId, CharStyle>();
  styles.set(style, known);
  const other = known.get(face) ?? { ...style, face };
  known.set(face, other);
  return other;
}
