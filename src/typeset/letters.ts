/**
 * How a line of letters alone comes to its measure. Word spaces open first, as far as nobody sees it; then letters and
 * words together; and what would take more than that stays short, as a compositor quads out a line that he cannot
 * justify: rivers are worse than a ragged end. All bounds are the house's, in ems.
 */
import type { Px } from '../units.ts';

/** Bounds of what a word space opens by, and a letter. */
const OPENS = {
  /** By so much word spaces open alone; */
  words: 0.18,
  /** by so much, three times a usual space, where letters do what they can. */
  most: 0.5,
  /** Letter-spacing: too little to be read as emphasis. */
  letters: 0.035,
  /** Word spaces of a line that stays short. */
  short: 0.1,
} as const;

/** What a line of letters has to open. */
export interface LetterLine {
  /** What it lacks to its measure at natural spaces. */
  readonly spare: Px;
  readonly words: number;
  /** Its characters, blanks included. */
  readonly letters: number;
  readonly size: Px;
}

/** How far along the way from word spaces alone (0) to everything at its most (1) a line must go; more than 1 for one that stays short. */
export function reachOf({ spare, words, letters, size }: LetterLine): number {
  const beyond = spare - words * OPENS.words * size;
  return beyond <= 0 ? 0 : beyond / ((words * (OPENS.most - OPENS.words) + letters * OPENS.letters) * size);
}

/** What each word space opens by at a reach above 0, ems; a line of one word counts as if it had one. */
export const wordsAt = (reach: number): number => OPENS.words + (OPENS.most - OPENS.words) * reach;

/** Letter-spacing at a reach, ems. */
export const lettersAt = (reach: number): number => OPENS.letters * Math.min(1, reach);

/** What the word spaces of a line open by that stays short, ems. */
export const SHORT_WORDS = OPENS.short;

/** What a word space of an alphabetic face opens by at its usual most, ems: half of a quarter. */
export const USUAL_GROWTH = 0.125;

/** What letters close by where word spaces have given what they can, ems. */
export const CLOSES = 0.01;
