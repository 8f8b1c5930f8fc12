/**
 * Where a line may end, and what it costs. UAX #14 decides among letters and figures; among Chinese marks the levels
 * of CLREQ and GB/T 15834 decide, since UAX #14 does not know that “ and ” open and close.
 */
import LineBreaker from 'linebreak';
import { findAddresses } from './addresses.ts';
import {
  type CharClass,
  CLOSE,
  DASH,
  DOT,
  DOTS,
  FIGURE,
  HAN,
  isAlphabetic,
  isHan,
  JOINER,
  LATIN,
  OPEN,
  PAUSE,
  SOLIDUS,
  STOP,
} from './classes.ts';
import { BREAK_JOINT, type Characters, GLUE, HYPHEN_JOINT, LINE_END, NO_SPACE } from './collect.ts';
import { hyphenPoints } from './hyphenate.ts';
import { holdsTogether } from './signs.ts';

/** 禁则 levels: CLREQ 6.1.2; GB adds that a solidus may not end a line, strict that —— and …… may not begin one. */
export type Kinsoku = 'basic' | 'gb' | 'strict';

/** No line may end here. */
export const FORBIDDEN = -1;
/** A line must end here. */
export const FORCED = -2;

/**
 * What a break costs, in the demerits of `paragraph.ts`, where a line at the limit of its stretch costs 100. All are
 * the house's, in the order that a proof-reader would mind: GB/T 15835 keeps a number and its unit together where it
 * can; a short title and a translated name are read as one word.
 */
const BREAK_COSTS = {
  /** Before 万 or 亿 of a number. */
  myriad: 80,
  /** Before a unit or counter. */
  unit: 40,
  /** Between 第 or 约 and its number. */
  ordinal: 30,
  /** Inside 《…》 of up to four characters. */
  title: 80,
  /** In a name with a middle dot; after an initial. */
  name: 70,
  /** Between a month in letters and its day. */
  date: 300,
  /** After a hyphen of ours. */
  hyphen: 50,
  /** Inside an address. */
  address: 40,
} as const;

const BEFORE_NUMBER = new Set([...'第约近超逾共达']);
const LETTER = /^\p{L}/u;
const MYRIADS = new Set([...'万亿兆千百']);
const UNITS = new Set([
  ...'年月日号时点分秒元角个名人位米公里吨克斤亩度倍次岁项家台架辆条件座户届期版页章层楼度颗份套批件只匹头',
]);

/** Break costs and hyphens, one entry a character: a break before it. */
export interface Breaks {
  readonly cost: Int32Array;
  /** 1 where the break adds a hyphen; also where a word is only torn in need. */
  readonly hyphen: Uint8Array;
}

/** Judges every place between two characters. */
export function findBreaks(characters: Characters, classes: Uint8Array, kinsoku: Kinsoku): Breaks {
  const { count, joint } = characters;
  const cost = new Int32Array(count + 1).fill(FORBIDDEN);
  const hyphen = new Uint8Array(count + 1);
  const letters = letterBreaks(characters, classes);
  for (let at = 1; at < count; at += 1) {
    const wanted = joint[at - 1];
    if (wanted === LINE_END) cost[at] = FORCED;
    else if (wanted === GLUE || isDashOfLetters(characters, classes, at) || isSign(characters, classes, at - 1))
      continue;
    else if (wanted !== BREAK_JOINT && holdsTogether(characters, classes, at)) continue;
    else if (allowed(classes, at, kinsoku, letters[at] === 1 || wanted === BREAK_JOINT)) cost[at] = 0;
    else if (wanted === HYPHEN_JOINT) addHyphen(at, cost, hyphen);
  }
  const addresses = findAddresses(characters, classes);
  for (const at of addresses.joints) cost[at] = BREAK_COSTS.address;
  for (const { at, price } of hyphenPoints(characters, classes)) {
    if (cost[at] === FORBIDDEN && !addresses.inside(at)) addHyphen(at, cost, hyphen, price);
  }
  for (let at = 1; at < count; at += 1) {
    const isWord = classes[at] === LATIN && classes[at - 1] === LATIN && LETTER.test(characters.text[at] ?? '');
    if (cost[at] === FORBIDDEN && isWord && !addresses.inside(at)) hyphen[at] = 1;
  }
  addCosts(characters, classes, cost);
  return { cost, hyphen };
}

function addHyphen(at: number, cost: Int32Array, hyphen: Uint8Array, price: number = BREAK_COSTS.hyphen): void {
  cost[at] = price;
  hyphen[at] = 1;
}

const LONG_DASHES = new Set(['—', '―', '–']);

/**
 * A dash of alphabetic text closes the line before it (The Chicago Manual of Style, 6.90; New Hart’s Rules, 4.11.2),
 * also where a blank stands between: UAX #14 would let it begin one. A hyphen between blanks is typed for a dash.
 */
function isDashOfLetters(characters: Characters, classes: Uint8Array, at: number): boolean {
  const { text, space } = characters;
  if (!isAlphabetic(classes[at] ?? HAN)) return false;
  const here = text[at] ?? '';
  const isApart = space[at - 1] !== NO_SPACE;
  if (here === '-') return isApart && space[at] !== NO_SPACE;
  return LONG_DASHES.has(here) && !isSign(characters, classes, at);
}

/** An en dash right before a figure and apart from what precedes it: a minus, as it is often typed. */
function isSign({ text, space }: Characters, classes: Uint8Array, at: number): boolean {
  return text[at] === '–' && classes[at + 1] === FIGURE && space[at - 1] !== NO_SPACE && space[at] === NO_SPACE;
}

/** Whether Chinese rules allow it, with UAX #14's word for places that touch letters. */
function allowed(classes: Uint8Array, at: number, kinsoku: Kinsoku, letters: boolean): boolean {
  const before = classes[at - 1] ?? HAN;
  const after = classes[at] ?? HAN;
  if (neverBegins(after) || before === OPEN) return false;
  if (before === SOLIDUS && kinsoku !== 'basic') return false;
  if ((after === DASH || after === DOTS) && (before === after || kinsoku === 'strict')) return false;
  // A dash alone joins the ends of a range, like ～.
  if (after === DASH && classes[at + 1] !== DASH) return false;
  if (isAlphabetic(before) || isAlphabetic(after)) return letters;
  return letters || isMark(before) || isMark(after);
}

const neverBegins = (cls: CharClass): boolean =>
  cls === CLOSE || cls === STOP || cls === PAUSE || cls === DOT || cls === JOINER || cls === SOLIDUS;

const isMark = (cls: CharClass): boolean => cls !== HAN && !isAlphabetic(cls);

/**
 * UAX #14's word on each place, 1 where it allows a break before a character. It is asked only where something other
 * than Han characters and their marks stands, with two characters of context; between two Han characters it always
 * allows one.
 */
function letterBreaks(characters: Characters, classes: Uint8Array): Uint8Array {
  const { count } = characters;
  const breaks = new Uint8Array(count + 1).fill(1);
  for (let at = 0; at < count; at += 1) {
    if (isClear(characters, classes, at)) continue;
    const from = Math.max(0, at - CONTEXT);
    let to = at + 1;
    for (let clear = 0; to < count && clear < CONTEXT; to += 1)
      clear = isClear(characters, classes, to) ? clear + 1 : 0;
    askUnicode(characters, classes, { from, to, first: at }, breaks);
    at = to - 1;
  }
  return breaks;
}

/** Clear characters on each side of what UAX #14 is asked about: none of its rules looks further over Han. */
const CONTEXT = 2;

/** Han characters, and marks whose rules are ours. */
const isClear = ({ code }: Characters, classes: Uint8Array, at: number): boolean => {
  const cls = classes[at] ?? HAN;
  return cls === HAN ? isHan(code[at] ?? 0) : !isAlphabetic(cls);
};

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** First character whose place is judged; those before are context. */
  readonly first: number;
}

/** Chinese quotes are shown to UAX #14 as brackets, or it would hold both sides of each together. */
function askUnicode(
  characters: Characters,
  classes: Uint8Array,
  { from, to, first }: Stretch,
  breaks: Uint8Array,
): void {
  const starts: number[] = [];
  let shadow = '';
  for (let at = from; at < to; at += 1) {
    starts.push(shadow.length);
    const cls = classes[at];
    shadow += cls === OPEN ? '「' : cls === CLOSE ? '」' : (characters.text[at] ?? '');
    if (characters.space[at] !== NO_SPACE) shadow += ' ';
  }
  breaks.fill(0, Math.max(first, from + 1), to);
  const breaker = new LineBreaker(shadow);
  for (let found = breaker.nextBreak(), at = 0; found; found = breaker.nextBreak()) {
    while ((starts[at] ?? Number.POSITIVE_INFINITY) < found.position) at += 1;
    if (starts[at] === found.position && from + at >= first) breaks[from + at] = 1;
  }
}

function addCosts(characters: Characters, classes: Uint8Array, cost: Int32Array): void {
  const { count, text, space } = characters;
  const add = (at: number, demerits: number): void => {
    const now = cost[at] ?? FORBIDDEN;
    if (now >= 0) cost[at] = Math.max(now, demerits);
  };
  for (let at = 0; at < count; at += 1) {
    const cls = classes[at];
    const here = text[at] ?? '';
    const before = text[at - 1] ?? '';
    if (cls === HAN && classes[at - 1] === FIGURE) {
      if (MYRIADS.has(here)) add(at, BREAK_COSTS.myriad);
      else if (UNITS.has(here)) add(at, BREAK_COSTS.unit);
      if (MYRIADS.has(here) && UNITS.has(text[at + 1] ?? '')) add(at + 1, BREAK_COSTS.unit);
    } else if (cls === FIGURE && BEFORE_NUMBER.has(before)) add(at, BREAK_COSTS.ordinal);
    else if (cls === FIGURE && isDayOfMonth(characters, at)) add(at, BREAK_COSTS.date);
    else if (cls === DOT) for (const place of NAME) add(at + place, BREAK_COSTS.name);
    else if (here === '《') addTitle(text, at, add);
    else if (here === '.' && isInitial(characters, at - 1) && space[at] !== NO_SPACE) add(at + 1, BREAK_COSTS.name);
  }
}

/** A figure apart from the month before it (Jan. 7, March 16). */
const isDayOfMonth = ({ text, space }: Characters, at: number): boolean =>
  at > 0 && space[at - 1] !== NO_SPACE && MONTH.test(text.slice(Math.max(0, at - LONGEST_MONTH), at).join(''));

const MONTH =
  /(?:Jan|January|Feb|February|Mar|March|Apr|April|May|June?|July?|Aug|August|Sept?|September|Oct|October|Nov|November|Dec|December)\.?$/u;
/** Letters of September. */
const LONGEST_MONTH = 9;

/** One capital that stands alone: an initial, if a point follows (T. S. Eliot). */
const isInitial = ({ text, space }: Characters, at: number): boolean =>
  CAPITAL.test(text[at] ?? '') && (at === 0 || space[at - 1] !== NO_SPACE || text[at - 1] === '.');

const CAPITAL = /^\p{Lu}$/u;

/** Places around a middle dot that lie within most names: two characters before it, three after. */
const NAME = [-1, 1, 2, 3];
const SHORT_TITLE = 4;

function addTitle(text: readonly string[], opening: number, add: (at: number, demerits: number) => void): void {
  for (let length = 1; length <= SHORT_TITLE + 1; length += 1) {
    if (text[opening + length] !== '》') continue;
    for (let inside = 1; inside <= length; inside += 1) add(opening + inside, BREAK_COSTS.title);
    return;
  }
}
