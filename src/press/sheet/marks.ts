/**
 * What stands outside the bleed: crop marks, register crosses, colour bar, plate names and the slug line. Nothing of it
 * may break the ink limit, since the plant's RIP measures the whole plate: a register cross in all four inks would be
 * 400 %, so each colour registers against black in a cross of its own (200 %), and the patches stop at two inks.
 */
import { mmToPt, type Pt } from '../../units.ts';
import { ascii, pdfNumber } from '../content/bytes.ts';
import type { Sheet } from './geometry.ts';
import type { SlugType } from './slug-type.ts';

/** Distance of the marks from the bleed, their length and their weight: 1 mm, 5 mm, a quarter point. */
const GAP = mmToPt(1);
const LENGTH = mmToPt(5);
const WEIGHT = 0.25;
/** Half the arm of a register cross, its circle's radius, and the pitch of crosses side by side. */
const ARM = mmToPt(2.5);
const RADIUS = mmToPt(1.4);
const PITCH = mmToPt(7);
/** Side of a patch of the colour bar. */
const PATCH = mmToPt(5);
/** Size of the slug line. */
const TYPE: Pt = 7;

const BLACK = '0 0 0 1';
/** Inks of the crosses: each colour on black. */
const CROSSES = ['1 0 0 1', '0 1 0 1', '0 0 1 1'];
/**
 * Solids, 40 % tints (the tone at which ISO 12647-3 gives the tone value increase), and two-colour solids.
 */
const PATCHES = [
  ...['1 0 0 0', '0 1 0 0', '0 0 1 0', BLACK],
  ...['.4 0 0 0', '0 .4 0 0', '0 0 .4 0', '0 0 0 .4'],
  ...['0 1 1 0', '1 0 1 0', '1 1 0 0'],
];
const PLATES: readonly (readonly [string, string])[] = [
  ['Cyan', '1 0 0 0'],
  ['Magenta', '0 1 0 0'],
  ['Yellow', '0 0 1 0'],
  ['Black', BLACK],
];

/** What the printer's marks show. */
export interface MarkRules {
  readonly color: boolean;
  /** The slug line, without the plate names. */
  readonly slug: string;
  readonly type: SlugType;
  /** Name of the slug's font in the page's resources. */
  readonly font: string;
}

/** The marks as content, in points of the sheet. */
export function drawMarks(sheet: Sheet, rules: MarkRules): Uint8Array {
  return ascii(
    [
      'q',
      `${WEIGHT} w`,
      `${BLACK} K`,
      ...cropMarks(sheet),
      ...crosses(sheet, rules),
      ...bar(sheet, rules),
      ...slugLine(sheet, rules),
      'Q',
      '',
    ].join('\n'),
  );
}

const at = (...numbers: readonly number[]): string => numbers.map((number) => pdfNumber(number, 3)).join(' ');
const line = (x1: Pt, y1: Pt, x2: Pt, y2: Pt): string => `${at(x1, y1)} m ${at(x2, y2)} l S`;

/** Two lines at each corner, in the direction of the trim's edges. */
function cropMarks({ trim, bleed }: Sheet): readonly string[] {
  const above = bleed.top + GAP;
  const below = bleed.bottom - GAP;
  const before = bleed.left - GAP;
  const behind = bleed.right + GAP;
  const upright = [trim.left, trim.right].flatMap((x) => [
    line(x, above, x, above + LENGTH),
    line(x, below, x, below - LENGTH),
  ]);
  const level = [trim.bottom, trim.top].flatMap((y) => [
    line(before, y, before - LENGTH, y),
    line(behind, y, behind + LENGTH, y),
  ]);
  return [...upright, ...level];
}

/** At the middle of each side; three side by side on a page with colour, one on a page with black alone. */
function crosses({ bleed }: Sheet, { color }: MarkRules): readonly string[] {
  const middle = { x: (bleed.left + bleed.right) / 2, y: (bleed.bottom + bleed.top) / 2 };
  const off = GAP + ARM;
  const inks = color ? CROSSES : [BLACK];
  return inks.flatMap((ink, index) => {
    const along = (index - (inks.length - 1) / 2) * PITCH;
    return [
      `${ink} K`,
      ...cross(middle.x + along, bleed.top + off),
      ...cross(middle.x + along, bleed.bottom - off),
      ...cross(bleed.left - off, middle.y + along),
      ...cross(bleed.right + off, middle.y + along),
    ];
  });
}

function cross(x: Pt, y: Pt): readonly string[] {
  return [line(x - ARM, y, x + ARM, y), line(x, y - ARM, x, y + ARM), circle(x, y, RADIUS)];
}

/** A circle of four Bézier curves. */
function circle(x: Pt, y: Pt, r: Pt): string {
  const k = r * 0.5523;
  const quarter = [
    at(x + r, y + k, x + k, y + r, x, y + r),
    at(x - k, y + r, x - r, y + k, x - r, y),
    at(x - r, y - k, x - k, y - r, x, y - r),
    at(x + k, y - r, x + r, y - k, x + r, y),
  ];
  return `${at(x + r, y)} m ${quarter.map((curve) => `${curve} c`).join(' ')} S`;
}

/** Patches above the page, left of the middle. */
function bar({ bleed, trim }: Sheet, { color }: MarkRules): readonly string[] {
  const patches = color ? PATCHES : [BLACK, '0 0 0 .4'];
  return patches.flatMap((ink, index) => [
    `${ink} k`,
    `${at(trim.left + LENGTH + index * PATCH, bleed.top + GAP, PATCH, PATCH)} re f`,
  ]);
}

/** Paper, date and page at the foot of the sheet, under all other marks, then each plate's name in its own ink. */
function slugLine({ bleed, trim }: Sheet, { color, slug, type, font }: MarkRules): readonly string[] {
  const y = bleed.bottom - GAP - LENGTH - GAP - TYPE;
  const words = [[slug, BLACK] as const, ...(color ? PLATES : PLATES.slice(-1))];
  let x = trim.left + LENGTH;
  const shown = words.map(([word, ink]) => {
    const text = `${ink} k BT /${font} ${TYPE} Tf ${at(x, y)} Td <${type.encode(word)}> Tj ET`;
    x += type.widthOf(word) * TYPE + TYPE;
    return text;
  });
  return shown;
}

/** Every character that the marks of these pages may set. */
export const markCharacters = (slug: string): string => slug + PLATES.map(([name]) => name).join('');
