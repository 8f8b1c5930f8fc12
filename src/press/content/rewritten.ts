/** What comes of a content stream that was put into ink. */
import type { Hex, Ink } from '../colour/ink.ts';
import type { Matrix } from './matrix.ts';
import type { Overprint } from './overprint.ts';

/** A form or pattern that the stream paints, and where. */
export interface Use {
  readonly name: string;
  readonly ctm: Matrix;
}

/** A stream in ink. */
export interface Rewritten {
  readonly bytes: Uint8Array;
  readonly uses: readonly Use[];
  /** Colour spaces that the stream used and that have no ink. */
  readonly refused: readonly string[];
  /** Graphics states that set overprinting in it, by name. */
  readonly states: Readonly<Record<string, Overprint>>;
}

/** Ink of a screen colour, as decided for the page. */
export type InkOf = (hex: Hex) => Ink;
