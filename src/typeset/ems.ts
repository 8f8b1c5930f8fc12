/**
 * Widths of single lines of display type, measured once at one size: everything in a strip grows with its size, so
 * that a head need not be measured again at each step of the ladder.
 */
import type { Mils, Px } from '../units.ts';
import { naturalWidth } from './cost.ts';
import { isLatin } from './latin-line.ts';
import type { FaceId } from './model.ts';
import type { Setter } from './setter.ts';
import type { StyledText } from './style.ts';

/** Natural width of a text in ems of its size, its characters, and the gaps that its tracking closes. */
export interface Ems {
  readonly ems: number;
  /** The same where letters are spaced: that takes the ligatures away, and a pair of letters is wider than its ligature. */
  readonly spaced: number;
  readonly count: number;
  /** Between all letters of a line of letters in an alphabetic paper; elsewhere a word of letters is one piece. */
  readonly gaps: number;
}

/** How a text's width is asked for. */
export interface EmsOptions {
  /** As in `Setter.strip`: headlines keep less air around marks. */
  readonly tight?: boolean;
  /** Put before the text by the program. */
  readonly dash?: string;
}

/** A power of two, so that widths in ems are as exact as widths in pixels. */
const MEASURED: Px = 16;

/** Answers kept as long as their setter. */
const known = new WeakMap<Setter, Map<string, Ems>>();

/** Width of a text on one line in a face. */
export function emsOf(text: string, face: FaceId, setter: Setter, { tight = false, dash = '' }: EmsOptions = {}): Ems {
  const answers = known.get(setter) ?? new Map<string, Ems>();
  known.set(setter, answers);
  const key = `${face}|${tight}|${dash}|${text}`;
  const answer = answers.get(key) ?? measured(dashed({ text }, dash, face, MEASURED), setter, tight);
  answers.set(key, answer);
  return answer;
}

/** A text as it is drawn, and as it was typed where that differs. */
export type Words = Pick<StyledText, 'text' | 'written'>;

/** A text with the dash that the program puts before it. */
export function dashed(words: Words, dash: string, face: FaceId, size: Px): readonly StyledText[] {
  const style = { face, size };
  const own = { ...words, style };
  return dash === '' ? [own] : [{ text: dash, style, inserted: true }, own];
}

function measured(texts: readonly StyledText[], setter: Setter, tight: boolean): Ems {
  const strip = setter.strip(texts, MEASURED, { tight, kept: false });
  const { count, slots } = strip;
  if (count === 0) return { ems: 0, spaced: 0, count, gaps: 0 };
  const ems = naturalWidth(strip, 0, count) / MEASURED;
  if (!isLatin(strip, { from: 0, to: count }))
    return { ems, spaced: ems, count, gaps: (slots[count - 1] ?? 0) - (slots[0] ?? 0) };
  return { ems, spaced: ems + ligatures(texts, setter), count, gaps: count - 1 };
}

/** What the ligatures of a line of letters save, ems. */
function ligatures(texts: readonly StyledText[], { metrics }: Setter): number {
  const advance = (text: string, face: FaceId, joined: boolean): Mils =>
    metrics[face]?.shape(text, joined).reduce((sum, one) => sum + one, 0) ?? 0;
  const saved = ({ text, style: { face } }: StyledText): Mils => advance(text, face, false) - advance(text, face, true);
  return texts.reduce((sum, text) => sum + saved(text), 0) / 1000;
}
