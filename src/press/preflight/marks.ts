/** What a page's content puts on paper, mark by mark: the facts that the rules judge. */
import type { PDFDict, PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { Plates } from './kinds.ts';

/** Kinds of colour space, as the plates see them; everything unknown by its name. */
export type Kind = 'cmyk' | 'grey' | 'rgb' | 'lab' | 'spot' | 'pattern' | 'unknown';

/** A colour as it was set. */
export interface Colour {
  readonly kind: Kind;
  /** Components as painted; empty for patterns. */
  readonly values: readonly number[];
  /** Of inks by their names: the plates of each component; `values` are cyan, magenta, yellow, black all the same. */
  readonly plates?: Plates | undefined;
  /** Of a space of patterns without colours of their own: the colour that they are given. */
  readonly under?: Colour;
}

/** A rectangle in points of the page. */
export interface Extent {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

interface Painted {
  readonly colour: Colour;
  readonly overprint: boolean;
  readonly mode: 0 | 1;
  readonly where: Extent;
}

/** Glyphs that are shown one after the other with nothing but steps between them; `where` reaches over their origins. */
export interface TextMark extends Painted {
  readonly type: 'text';
  /** Points on paper. */
  readonly size: number;
  readonly font: PDFDict | undefined;
}

/** A filled path. */
export interface FillMark extends Painted {
  readonly type: 'fill';
  /** Points; of a frame its line. */
  readonly thickness: number;
}

/** A drawn line. */
export interface StrokeMark extends Painted {
  readonly type: 'stroke';
  readonly width: number;
}

/** A picture, its pixels and where it stands. */
export interface PictureMark {
  readonly type: 'picture';
  readonly stream: PDFRawStream;
  readonly kind: Kind;
  readonly pixels: readonly [number, number];
  readonly bits: number;
  /** Lower of the two directions. */
  readonly ppi: number;
  readonly where: Extent;
}

/** A gradient. */
export interface ShadeMark {
  readonly type: 'shade';
  readonly kind: Kind;
  readonly dict: PDFObject;
  readonly where: Extent;
}

/** What a page shows, one by one. */
export type Mark = TextMark | FillMark | StrokeMark | PictureMark | ShadeMark;

/** A colour space that something names. */
export interface NamedSpace {
  readonly kind: Kind;
  /** What names it. */
  readonly what: string;
  readonly mask: boolean;
  /** The inks of a Separation or DeviceN. */
  readonly inks: readonly string[];
}

/** Everything on a page. */
export interface Drawing {
  readonly marks: readonly Mark[];
  /** Those of tiling patterns: they come wherever something is filled with them, not where their cell lies. */
  readonly tiled: ReadonlySet<Mark>;
  /** Colour spaces that any content names, wherever. */
  readonly spaces: readonly NamedSpace[];
  /** Colour spaces of transparency groups. */
  readonly groups: readonly { readonly kind: Kind | undefined; readonly mask: boolean }[];
  readonly fonts: readonly PDFDict[];
  /** Graphics states in reach. */
  readonly states: readonly PDFDict[];
  /** All streams in reach. */
  readonly streams: readonly PDFRawStream[];
  /** Something is see-through, blended or masked. */
  readonly transparent: boolean;
  /** The content could not be read to its end. */
  readonly broken: boolean;
}

/** True where some of a mark may lie in a rectangle: glyphs reach beyond their origins, and a gradient fills what it is given. */
export function reaches(mark: Mark, { left, bottom, right, top }: Extent): boolean {
  if (mark.type === 'shade') return true;
  const { where } = mark;
  const more = mark.type === 'text' ? mark.size : mark.type === 'stroke' ? mark.width / 2 : 0;
  return (
    where.right + more >= left && where.left - more <= right && where.top + more >= bottom && where.bottom - more <= top
  );
}
