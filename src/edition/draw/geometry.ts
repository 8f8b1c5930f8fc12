/**
 * Geometry as CSS classes. The pages carry no `style` attributes (the strict Content-Security-Policy), so every
 * measure that a page uses becomes one short class, written once in the issue's generated stylesheet:
 * `x132` is `left:132px`, `s12` is `letter-spacing:.012em`, `zn6` would be −6.
 */
import type { Ink } from '../../makeup/plan.ts';
import { faceOf } from '../../typeset/faces.ts';
import type { FaceId } from '../../typeset/model.ts';
import type { Px } from '../../units.ts';

/** The measures that a class can set, by the first letters of the class's name. */
const PROPERTIES = {
  x: (value: string) => `left:${value}px`,
  y: (value: string) => `top:${value}px`,
  w: (value: string) => `width:${value}px`,
  h: (value: string) => `height:${value}px`,
  /** Line height. */
  l: (value: string) => `line-height:${value}px`,
  /** Type size. */
  z: (value: string) => `font-size:${value}px`,
  /** Air above a block or line. */
  a: (value: string) => `margin-top:${value}px`,
  /** Origin of a line's first run. */
  i: (value: string) => `text-indent:${value}px`,
  /** Gap before a run, where the plan leaves one. */
  g: (value: string) => `margin-left:${value}px`,
  /** Baseline shift, upwards. */
  v: (value: string) => `vertical-align:${value}px`,
  /** Downward shift of a line within its row. */
  d: (value: string) => `position:relative;top:${value}px`,
  /** Horizontal scale of a line's glyphs, from its left edge. */
  t: (value: string) => `transform:scaleX(${value});transform-origin:0 0`,
} as const satisfies Record<string, (value: string) => string>;

type Property = keyof typeof PROPERTIES;

/**
 * Places along a line: Chromium cuts them down to its layout unit, 1/64 px, so that what is written may be a little more than is
 * meant and never less. 0.015625 written as 0.0156 would be nothing, and a line of forty runs would drift by half a pixel.
 */
const TRUNCATED: ReadonlySet<Property> = new Set(['i', 'g']);

/** The next number of four decimals that is no smaller. */
const notLess = (value: number): number => (Math.sign(value) * Math.ceil(Math.abs(value) * 1e4 - 1e-6)) / 1e4;

/** Collects the classes that pages use; one for all pages of an issue, so that they share one stylesheet. */
export class Geometry {
  readonly #rules = new Map<string, string>();
  readonly #house: Readonly<Record<string, { readonly rgb: string }>>;

  /** @param house the paper's house colours by name */
  constructor(house: Readonly<Record<string, { readonly rgb: string }>> = {}) {
    this.#house = house;
  }

  /** Class that sets one measure. */
  set(property: Property, value: number): string {
    const written = decimal(TRUNCATED.has(property) ? notLess(value) : value);
    return this.#rule(`${property}${safe(written)}`, PROPERTIES[property](written));
  }

  /** Classes for a rectangle. */
  box(box: { readonly x: Px; readonly y: Px; readonly width: Px; readonly height: Px }): string {
    return [this.set('x', box.x), this.set('y', box.y), this.set('w', box.width), this.set('h', box.height)].join(' ');
  }

  /** Letter-spacing in thousandths of an em. */
  spacing(mils: number): string {
    return this.#rule(`s${safe(decimal(mils))}`, `letter-spacing:${mils === 0 ? '0' : `${decimal(mils / 1000, 6)}em`}`);
  }

  /** Word-spacing in thousandths of an em. */
  words(mils: number): string {
    return this.#rule(`p${safe(decimal(mils))}`, `word-spacing:${mils === 0 ? '0' : `${decimal(mils / 1000, 6)}em`}`);
  }

  /** A face of the catalogue with what it must be drawn with; its subset is the font family `bs-ID`. */
  face(face: FaceId): string {
    const { family, weight, style, css } = faceOf(face);
    return this.#rule(`f-${face}`, `font-family:"${family}";font-weight:${weight};font-style:${style};${css}`);
  }

  /** Text colour. */
  ink(ink: Ink): string {
    if ('black' in ink) return this.#rule(`k${safe(decimal(ink.black * 100))}`, `color:${this.colour(ink)}`);
    return this.#rule(`c-${safe(ink.house)}`, `color:${this.colour(ink)}`);
  }

  /** A colour as the page writes it: black is exactly #000, which the press room makes black ink alone. */
  colour(ink: Ink): string {
    if ('house' in ink) return this.#house[ink.house]?.rgb ?? '#000000';
    const level = Math.round(255 * (1 - Math.min(1, Math.max(0, ink.black))));
    return `#${level.toString(16).padStart(2, '0').repeat(3)}`;
  }

  /**
   * The stylesheet of all classes used, in the order of their names.
   * @param trim CSS px: the viewer scales the sheet by it
   */
  stylesheet(trim: { readonly width: Px; readonly height: Px }): string {
    const root = `:root{--sheet-width:${decimal(trim.width)}px;--sheet-ratio:${decimal(trim.width / trim.height, 6)}}`;
    const rules = [...this.#rules].sort(([one], [other]) => (one < other ? -1 : 1));
    return `@layer geometry{${root}\n${rules.map(([name, declarations]) => `.${name}{${declarations}}`).join('\n')}}\n`;
  }

  #rule(name: string, declarations: string): string {
    this.#rules.set(name, declarations);
    return name;
  }
}

/** A number as CSS writes it, without an exponent. */
export function decimal(value: number, digits = 4): string {
  const written = value.toFixed(digits).replace(/\.?0+$/, '');
  return written === '-0' ? '0' : written;
}

/** A class name's part: `-6.25` becomes `n6_25`. */
const safe = (text: string): string => text.replace('-', 'n').replace('.', '_').replace(/[^\w]/g, '_');
