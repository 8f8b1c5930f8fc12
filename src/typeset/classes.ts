/**
 * What a character is to a compositor. The classes are CLREQ's (W3C, Requirements for Chinese Text Layout), joined
 * where all rules treat them alike.
 */

/** Han characters and everything else that fills an em and may stand anywhere. */
export const HAN = 0;
/** Opening brackets and quotes: never at a line end; their left half is air. */
export const OPEN = 1;
/** Closing brackets and quotes: never at a line start; their right half is air. */
export const CLOSE = 2;
/** 。！？ sentence enders: never at a line start; right half air, given up last. */
export const STOP = 3;
/** ，、；： never at a line start; right half air. */
export const PAUSE = 4;
/** · interpunct: half an em wide (GB/T 15834), never at a line start. */
export const DOT = 5;
/** — of the two-em dash; a single one joins figures and names. */
export const DASH = 6;
/** … of the two-em ellipsis. */
export const DOTS = 7;
/** ～ and its kin join two ends of a range: never at a line start. */
export const JOINER = 8;
/** ／ never at a line start; at GB level not at a line end either. */
export const SOLIDUS = 9;
/** Letters of alphabets, with the symbols that go with them. */
export const LATIN = 10;
/** Figures with their point, comma and per cent sign. */
export const FIGURE = 11;
/** ASCII marks. */
export const POINT = 12;

/** One of the classes above, by its number. */
export type CharClass = number;

const MARKS: Readonly<Record<string, CharClass>> = {
  '（［｛〔〈《「『【〖〝“‘': OPEN,
  '）］｝〕〉》」』】〗〞〟”’': CLOSE,
  '。．！？｡': STOP,
  '，、；：': PAUSE,
  '·‧・•': DOT,
  '—―⸺': DASH,
  '…⋯': DOTS,
  '～〜－': JOINER,
  '／': SOLIDUS,
};

const BY_CODE = new Map<number, CharClass>();
for (const [characters, cls] of Object.entries(MARKS)) {
  for (const character of characters) BY_CODE.set(character.codePointAt(0) ?? 0, cls);
}

/** Marks that alphabets use too; in alphabetic text they keep the width of their face. */
const SHARED = new Set([...'“”‘’—―…·•'].map((character) => character.codePointAt(0) ?? 0));

/** × ÷ ± and their kin stand as close to figures as the marks of ASCII, however wide a Han face draws them. */
const CALCULATES = new Set([...'×÷±−≈≠≤≥℃°‰′″'].map((character) => character.codePointAt(0) ?? 0));

/** True for marks that are full-width in Chinese and proportional in alphabetic text. */
export const isShared = (code: number): boolean => SHARED.has(code);

/** Wide enough to be set like a Han character. */
const WIDE = 850;
/** Below lie the alphabets: Ж and œ are as wide as Han characters, and letters of their words all the same. */
const SYMBOLS = 0x2000;
const LETTER = /^\p{L}$/u;

/**
 * Class of a character.
 * @param advance its advance in thousandths of an em, which decides for symbols among Han characters
 * @param latin true in alphabetic text, where quotes and dashes are letters' marks, and ½, Œ and ™ are wide without being Han
 */
export function classOf(code: number, advance: number, latin: boolean): CharClass {
  if (code >= 0x30 && code <= 0x39) return FIGURE;
  if (code === 0x25 || code === 0x2030) return FIGURE;
  if (code < 0x80) return isAsciiLetter(code) ? LATIN : POINT;
  if (CALCULATES.has(code) || (latin && SHARED.has(code))) return POINT;
  const mark = BY_CODE.get(code);
  if (mark !== undefined) return mark;
  if (code >= 0x3400 && code <= 0x9fff) return HAN;
  if (code < SYMBOLS && LETTER.test(String.fromCodePoint(code))) return LATIN;
  return advance >= WIDE && !latin ? HAN : LATIN;
}

/** Letters, and the signs that stand among them in names and addresses. */
const isAsciiLetter = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  '#$&*+-/<=>@\\^_|~'.includes(String.fromCharCode(code));

/** True for what is set among Han characters without the gap that alphabets get. */
export const isAlphabetic = (cls: CharClass): boolean => cls === LATIN || cls === FIGURE || cls === POINT;

/** Marks whose right half is air. */
export const hasRightAir = (cls: CharClass): boolean => cls === CLOSE || cls === STOP || cls === PAUSE;

/** Han characters proper: what 孤字 counts. */
export const isHan = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0x20000 && code <= 0x3ffff) ||
  code === 0x3007;

/** Characters that are never drawn: zero-width ones, bidi and other controls, variation selectors, halves of pairs. */
const INVISIBLE = /^[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]$/u;

/** Never drawn, and therefore put aside? */
export const isInvisible = (character: string): boolean => INVISIBLE.test(character);

/** Han characters, their own marks, and ASCII letters and figures: what needs no second look. */
export const isPlain = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code > 0x3000 && code <= 0x3011) ||
  (code >= 0xff01 && code <= 0xff1f) ||
  (code > 0x20 && code < 0x7f && code !== 0x22 && code !== 0x27);

const COMBINING = /^\p{M}$/u;

/** A mark that is drawn on the character before it? */
export const isCombining = (character: string): boolean => COMBINING.test(character);

const SPACE = /^\p{White_Space}$/u;

/** White space of any kind, line ends among it? */
export const isSpace = (character: string): boolean => SPACE.test(character);
