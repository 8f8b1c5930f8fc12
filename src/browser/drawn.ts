/** What the browser drew, measured: plain data, CSS pixels from the top left corner of the type area. */
import type { Px } from '../units.ts';

/** A box as the browser laid it out, CSS pixels from the type area's corner. */
export interface DrawnBox {
  readonly x: Px;
  readonly y: Px;
  readonly width: Px;
  readonly height: Px;
}

/** Left edge of the first character and right edge of the last one. */
export interface Extent {
  readonly left: Px;
  readonly right: Px;
}

/** Glyphs that the browser drew as one, and where they begin and end. */
export interface DrawnRun extends Partial<Extent> {
  readonly text: string;
}

/** A set line: its box, its text and where that begins and ends. */
export interface DrawnLine extends DrawnBox {
  readonly text: string;
  readonly extent?: Extent;
  readonly runs: readonly DrawnRun[];
}

/** A module as it was drawn; named as the plan names it. */
export interface DrawnModule {
  readonly kind: string;
  readonly slug: string;
  readonly part: number;
  /** Body lines, with the row of the type area that they say they stand in. */
  readonly body: readonly (DrawnLine & { readonly row: number })[];
  /** Lines of display and small type; `set` is `BOX.LINE`, indexes into the module's boxes and their lines. */
  readonly display: readonly (DrawnLine & { readonly set: string })[];
  /** Pictures, rules, tints and frames by their index in the module's boxes. */
  readonly boxes: readonly (DrawnBox & { readonly box: number })[];
}

/** A page as the browser drew it. */
export interface DrawnPage {
  readonly page: number;
  /** Where the type area begins on the sheet, bleed included. */
  readonly area: { readonly x: Px; readonly y: Px };
  readonly sheet: { readonly width: Px; readonly height: Px };
  readonly modules: readonly DrawnModule[];
}
