/**
 * Where a line may end, and what it costs. UAX #14 decides among letters and figures; among Chinese marks the levels
 * of CLREQ and GB/T 15834 decide, since UAX #14 does not know that “ and ” open and close.
 */
import LineBreaker from 'linebreak';
import {
  type CharClass,
  CLOSE,
  DASH,
  DOT,
  DOTS,
  FIGURE,
  HAN,
  isAlphabetic,
  JOINER,
  OPEN,
  PAUSE,
  SOLIDUS,
  STOP,
} from './classes.ts';
import type { Character } from './collect.ts';
import { hyphenPoints } from './hyphenate.ts';

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
export const BREAK_COSTS = {
  /** Before 万 or 亿 of a number. */
  myriad: 60,
  /** Before a unit or counter. */
  unit: 25,
  /** Between 第 or 约 and its number. */
  ordinal: 20,
  /** Inside 《…》 of up to four characters. */
  title: 60,
  /** In a name with a middle dot. */
  name: 50,
  /** After a hyphen of ours. */
  hyphen: 50,
  /** Inside an address. */
  address: 40,
} as const;

const BEFORE_NUMBER = new Set([...'第约近超逾共达']);
const MYRIADS = new Set([...'万亿兆千百']);
const UNITS = new Set([
  ...'年月日号时点分秒元角个名人位米公里吨克斤亩度倍次岁项家台架辆条件座户届期版页章层楼度颗份套批件只匹头',
]);

/** Break costs and hyphens, one entry a character: a break before it. */
export interface Breaks {
  readonly cost: Int32Array;
  /** 1 where the break adds a hyphen. */
  readonly hyphen: Uint8Array;
}

/** Judges every place between two characters. */
export function findBreaks(characters: readonly Character[], classes: Uint8Array, kinsoku: Kinsoku): Breaks {
  const count = characters.length;
  const cost = new Int32Array(count + 1).fill(FORBIDDEN);
  const hyphen = new Uint8Array(count + 1);
  const letters = letterBreaks(characters, classes);
  for (let at = 1; at < count; at += 1) {
    const before = characters[at - 1];
    const after = characters[at];
    if (!before || !after) continue;
    if (before.ends) cost[at] = FORCED;
    else if (allowed(classes, at, kinsoku, letters[at] === 1 || before.joint === 'break')) cost[at] = 0;
    if (before.joint === 'hyphen' && cost[at] === FORBIDDEN) addHyphen(at, cost, hyphen);
  }
  for (const at of hyphenPoints(characters, classes)) if (cost[at] === FORBIDDEN) addHyphen(at, cost, hyphen);
  addCosts(characters, classes, cost);
  return { cost, hyphen };
}

function addHyphen(at: number, cost: Int32Array, hyphen: Uint8Array): void {
  cost[at] = BREAK_COSTS.hyphen;
  hyphen[at] = 1;
}

/** Whether Chinese rules allow it, with UAX #14's word for places that touch letters. */
function allowed(classes: Uint8Array, at: number, kinsoku: Kinsoku, letters: boolean): boolean {
  const before = classes[at - 1] ?? HAN;
  const after = classes[at] ?? HAN;
  if (neverBegins(after) || before === OPEN) return false;
  if (before === SOLIDUS && kinsoku !== 'basic') return false;
  if ((after === DASH || after === DOTS) && (before === after || kinsoku === 'strict')) return false;
  if (isAlphabetic(before) || isAlphabetic(after)) return letters;
  return letters || isMark(before) || isMark(after);
}

const neverBegins = (cls: CharClass): boolean =>
  cls === CLOSE || cls === STOP || cls === PAUSE || cls === DOT || cls === JOINER || cls === SOLIDUS;

const isMark = (cls: CharClass): boolean => cls !== HAN && !isAlphabetic(cls);

/** UAX #14 over the text, with Chinese quotes shown to it as brackets; 1 where it allows a break before a character. */
function letterBreaks(characters: readonly Character[], classes: Uint8Array): Uint8Array {
  const starts = new Map<number, number>();
  let shadow = '';
  characters.forEach((character, index) => {
    starts.set(shadow.length, index);
    const cls = classes[index];
    if (cls === OPEN) shadow += '「';
    else if (cls === CLOSE) shadow += '」';
    else shadow += character.text;
    if (character.space !== 'none') shadow += ' ';
  });
  const breaks = new Uint8Array(characters.length + 1);
  const breaker = new LineBreaker(shadow);
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    const index = starts.get(found.position);
    if (index !== undefined) breaks[index] = 1;
  }
  return breaks;
}

function addCosts(characters: readonly Character[], classes: Uint8Array, cost: Int32Array): void {
  const add = (at: number, demerits: number): void => {
    const now = cost[at] ?? FORBIDDEN;
    if (now >= 0) cost[at] = Math.max(now, demerits);
  };
  characters.forEach((character, at) => {
    const { text } = character;
    const cls = classes[at];
    const before = classes[at - 1];
    if (before === FIGURE && MYRIADS.has(text)) add(at, BREAK_COSTS.myriad);
    else if (before === FIGURE && UNITS.has(text)) add(at, BREAK_COSTS.unit);
    else if (before === HAN && UNITS.has(text) && MYRIADS.has(characters[at - 1]?.text ?? ''))
      add(at, BREAK_COSTS.unit);
    if (cls === FIGURE && BEFORE_NUMBER.has(characters[at - 1]?.text ?? '')) add(at, BREAK_COSTS.ordinal);
    if (cls === DOT) for (const place of [at - 1, at + 1, at + 2]) add(place, BREAK_COSTS.name);
    if (text === '《') addTitle(characters, at, add);
  });
}

const SHORT_TITLE = 4;

function addTitle(
  characters: readonly Character[],
  opening: number,
  add: (at: number, demerits: number) => void,
): void {
  for (let length = 1; length <= SHORT_TITLE + 1; length += 1) {
    if (characters[opening + length]?.text !== '》') continue;
    for (let inside = 1; inside <= length; inside += 1) add(opening + inside, BREAK_COSTS.title);
    return;
  }
}

/** True where two characters belong to one word of letters or one number. */
export const inOneWord = (before: CharClass, after: CharClass): boolean => isAlphabetic(before) && isAlphabetic(after);
