/** Where the trimmed page, its bleed and its marks lie on the sheet, in points from the sheet's lower left corner. */
import { type Mm, mmToPt, type Pt } from '../../units.ts';

/** Room around the bleed for marks and slug line: 12 mm. */
const SLUG = mmToPt(12);

/** A box of the sheet, points from its lower left corner. */
export interface Rectangle {
  readonly left: Pt;
  readonly bottom: Pt;
  readonly right: Pt;
  readonly top: Pt;
}

/** The boxes of a press page, exact. */
export interface Sheet {
  readonly media: Rectangle;
  readonly bleed: Rectangle;
  readonly trim: Rectangle;
}

/** What the sheet is measured by. */
export interface SheetRules {
  readonly trim: { readonly width: Mm; readonly height: Mm };
  readonly bleed: Mm;
  readonly marks: boolean;
}

/** The boxes of a page, MediaBox at the origin. */
export function sheetOf({ trim, bleed, marks }: SheetRules): Sheet {
  const slug = marks ? SLUG : 0;
  const edge = slug + mmToPt(bleed);
  const inner = { left: edge, bottom: edge, right: edge + mmToPt(trim.width), top: edge + mmToPt(trim.height) };
  return { trim: inner, bleed: grown(inner, mmToPt(bleed)), media: grown(inner, edge) };
}

/** A rectangle larger by the same on every side. */
const grown = ({ left, bottom, right, top }: Rectangle, by: Pt): Rectangle => ({
  left: left - by,
  bottom: bottom - by,
  right: right + by,
  top: top + by,
});

/** A box as PDF writes it. */
export const boxOf = ({ left, bottom, right, top }: Rectangle): number[] => [left, bottom, right, top].map(thousandth);

const thousandth = (value: number): number => Math.round(value * 1000) / 1000;
