/**
 * A panel is the rectangle that holds an article's photos with their captions. It is sliced like a page: one photo,
 * photos side by side, or photos one above the other, in the order of the article. Its height is a range, since each
 * photo may be cropped a little around its focus.
 */
import type { Article } from '../../issue/model.ts';
import type { Crop, Picture } from '../../photo/model.ts';
import type { Copy } from '../../typeset/model.ts';
import { PITCH, type Px, type Rows } from '../../units.ts';
import { legsWidth } from '../grid.ts';
import type { PhotoRange } from './rank.ts';

/** Taken off a photo above and below, so that its edges align with the tops and feet of 12 px characters on 18 px. */
export const PHOTO_INSET: Px = 3;
/** A crop may change a photo's proportion by this share either way (house; the issue asks for bounds). */
const CROP_BOUND = 0.15;
/** The same on a relaxed page. */
const RELAXED_CROP = 0.25;
/** Factor on the widest span of a photo on a relaxed page. */
const RELAXED_SPAN = 1.3;
/** Cost of the greatest crop of a page that is not relaxed. */
const CROP_COST = 6;
/** Points of a photo twice as wide as its role calls for, or half. */
const SIZE_COST = 3;
/** The share of the main photo's area that a lesser one may have beside it (R30), and points of one twice as large as that. */
const LESSER = { most: 0.8, points: 4 } as const;
/** The usual proportion: of a photo that is still to come, and of the one by which spans are meant. */
export const USUAL_ASPECT = 3 / 2;
/** Below this many source pixels per inch a photo is refused; the press room warns below 150. */
export const LEAST_PPI = 100;

/** A photo in its panel. */
export interface PanelCell {
  /** Index into the article's photos. */
  readonly photo: number;
  /** From the panel's left edge. */
  readonly x: Px;
  readonly width: Px;
  /** From the panel's top. */
  readonly row: Rows;
  /** Rows of the photo itself. */
  readonly rows: Rows;
  /** Rows of the caption below it. */
  readonly caption: Rows;
}

/** One way to set a panel. */
export interface Panel {
  readonly rows: Rows;
  readonly width: Px;
  readonly cropCost: number;
  readonly sizeCost: number;
  readonly cells: readonly PanelCell[];
  /** Rows of a caption shared by all photos, at the panel's foot. */
  readonly shared: Rows;
}

/** What a panel is made from. */
export interface PanelSource {
  readonly copy: Copy;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Width of the type area. */
  readonly page: Px;
  /** Wanted span of each photo, by index. */
  readonly ranges: readonly PhotoRange[];
  /** Wider bounds of spans and crops, when nothing else closes the page. */
  readonly relaxed: boolean;
}

/** Proportion, width over height, of a photo; 3:2 while it is to come. */
export function aspectOf(article: Article, photo: number, pictures: ReadonlyMap<string, Picture>): number {
  const picture = pictures.get(article.photos[photo]?.file ?? '');
  return picture ? picture.width / picture.height : USUAL_ASPECT;
}

/** Index of an article's main photo: the one that the desk named, else the first that is no portrait; −1 without one. */
export function mainPhoto({ photos }: Article): number {
  const named = photos.findIndex(({ prominence }) => prominence === 'main');
  return named >= 0 ? named : photos.findIndex(({ prominence }) => prominence !== 'head');
}

/** Source pixels per inch of a photo cropped to a proportion and set at a width; undefined for vectors and photos to come. */
export function ppiOf(picture: Picture | undefined, width: Px, height: Px): number | undefined {
  if (!picture || picture.kind === 'vector' || picture.kind === 'pdf') return undefined;
  const used = Math.min(picture.width, (picture.height * width) / height);
  return (used * 96) / width;
}

/** The crop that fills width × height, as central around the focus as the source allows. */
export function cropTo(aspect: number, width: Px, height: Px, focus: readonly [number, number]): Crop {
  const wanted = width / height;
  const share = { width: Math.min(1, wanted / aspect), height: Math.min(1, aspect / wanted) };
  const start = (centre: number, size: number) => Math.min(1 - size, Math.max(0, centre - size / 2));
  return { x: start(focus[0], share.width), y: start(focus[1], share.height), ...share };
}

/** True for pictures that must not be cropped: charts, maps, drawings. */
export const uncropped = (picture: Picture | undefined): boolean =>
  picture?.kind === 'vector' || picture?.kind === 'pdf' || picture?.kind === 'lineart';

/** Photos `from` to `to` (not included) set in `legs` legs. */
interface Part {
  readonly rows: Rows;
  readonly cropCost: number;
  readonly sizeCost: number;
  readonly cells: readonly PanelCell[];
}

/** More characters than any line has, for keys. */
const MOST_MEASURE = 1000;

/** Makes panels of one article; every answer is kept. */
export class PanelShop {
  readonly #source: PanelSource;
  readonly #parts = new Map<string, readonly Part[]>();
  readonly #panels = new Map<number, readonly Panel[]>();
  readonly #sharesCaption: boolean;
  readonly #main: number;

  constructor(source: PanelSource) {
    this.#source = source;
    const photos = source.copy.article.photos;
    const told = photos.filter((photo) => photo.caption !== undefined || photo.credit !== undefined);
    this.#sharesCaption = photos.length > 1 && told.length === 1;
    this.#main = mainPhoto(source.copy.article);
  }

  /** All panels of the article's photos over `legs` legs of `measure` characters, one a height. */
  panels(legs: number, measure: number): readonly Panel[] {
    const count = this.#source.copy.article.photos.length;
    if (count === 0) return [];
    const key = legs * MOST_MEASURE + measure;
    const known = this.#panels.get(key);
    if (known) return known;
    const width = legsWidth(legs, measure);
    const shared = this.#sharesCaption ? this.#sharedCaption(width) : 0;
    const parts = this.#arrange(0, count, legs, measure);
    const panels = parts.map(
      ({ rows, cropCost, sizeCost, cells }): Panel => ({
        rows: rows + shared,
        width,
        cropCost,
        sizeCost,
        cells,
        shared,
      }),
    );
    this.#panels.set(key, panels);
    return panels;
  }

  #sharedCaption(width: Px): Rows {
    const photos = this.#source.copy.article.photos;
    const told = photos.findIndex((photo) => photo.caption !== undefined || photo.credit !== undefined);
    return this.#source.copy.caption(told, width)?.rows ?? 0;
  }

  #arrange(from: number, to: number, legs: number, measure: number): readonly Part[] {
    const key = `${from},${to},${legs},${measure}`;
    const known = this.#parts.get(key);
    if (known) return known;
    const best = new Map<Rows, Part>();
    const isPanel = to - from > 1 && to - from === this.#source.copy.article.photos.length && this.#main >= 0;
    const offer = (made: Part) => {
      const part = isPanel ? this.#upstaged(made) : made;
      const held = best.get(part.rows);
      if (!held || part.cropCost + part.sizeCost < held.cropCost + held.sizeCost) best.set(part.rows, part);
    };
    if (to - from === 1) this.#single(from, legsWidth(legs, measure)).forEach(offer);
    for (let middle = from + 1; middle < to; middle += 1) {
      this.#stack(from, middle, to, legs, measure).forEach(offer);
      for (let left = 1; left < legs; left += 1) this.#row(from, middle, to, left, legs, measure).forEach(offer);
    }
    const parts = [...best.values()].sort((a, b) => a.rows - b.rows);
    this.#parts.set(key, parts);
    return parts;
  }

  /** All photos, and what it costs where a lesser one is as large as the main one. */
  #upstaged(part: Part): Part {
    let [main, lesser] = [0, 0];
    for (const { photo, width, rows } of part.cells)
      if (photo === this.#main) main = width * rows;
      else lesser = Math.max(lesser, width * rows);
    const excess = Math.log2(lesser / (LESSER.most * main));
    return excess > 0 ? { ...part, sizeCost: part.sizeCost + LESSER.points * excess } : part;
  }

  #stack(from: number, middle: number, to: number, legs: number, measure: number): Part[] {
    const below = this.#arrange(middle, to, legs, measure);
    return this.#arrange(from, middle, legs, measure).flatMap((top) =>
      below.map((foot) => join(top, foot, 0, top.rows, top.rows + foot.rows)),
    );
  }

  #row(from: number, middle: number, to: number, left: number, legs: number, measure: number): Part[] {
    const right = this.#arrange(middle, to, legs - left, measure);
    const x = legsWidth(left, measure) + 12;
    return this.#arrange(from, middle, left, measure).flatMap((first) => {
      const second = right.find((part) => part.rows === first.rows);
      return second ? [join(first, second, x, 0, first.rows)] : [];
    });
  }

  #single(photo: number, width: Px): Part[] {
    const { copy, pictures, page, ranges, relaxed } = this.#source;
    const stretch = relaxed ? RELAXED_SPAN : 1;
    const bound = relaxed ? RELAXED_CROP : CROP_BOUND;
    const range = ranges[photo];
    if (!range || width > page * Math.min(1, range.most * stretch) + 1) return [];
    const picture = pictures.get(copy.article.photos[photo]?.file ?? '');
    const aspect = aspectOf(copy.article, photo, pictures);
    const caption = this.#sharesCaption ? 0 : (copy.caption(photo, width)?.rows ?? 0);
    // By its area: a portrait as wide as a landscape is more than twice as large.
    const seen = width * Math.sqrt(USUAL_ASPECT / aspect);
    const sizeCost = SIZE_COST * Math.log2(seen / (range.ideal * page)) ** 2;
    const cell = (rows: Rows, cropCost: number): Part => ({
      rows: rows + caption,
      cropCost,
      sizeCost,
      cells: [{ photo, x: 0, width, row: 0, rows, caption }],
    });
    const natural = width / aspect;
    if (uncropped(picture)) return [cell(Math.ceil((natural + 2 * PHOTO_INSET) / PITCH), 0)];
    const parts: Part[] = [];
    const least = Math.max(3, Math.ceil((natural * (1 - bound) + 2 * PHOTO_INSET) / PITCH));
    for (let rows = least; ; rows += 1) {
      const height = rows * PITCH - 2 * PHOTO_INSET;
      const change = Math.abs(Math.log(height / natural)) / CROP_BOUND;
      if (height > natural && change * CROP_BOUND > bound) break;
      if ((ppiOf(picture, width, height) ?? LEAST_PPI) < LEAST_PPI) continue;
      parts.push(cell(rows, CROP_COST * change * change));
    }
    return parts;
  }
}

/** Two parts as one, the second moved by x and row. */
function join(first: Part, second: Part, x: Px, row: Rows, rows: Rows): Part {
  return {
    rows,
    cropCost: first.cropCost + second.cropCost,
    sizeCost: first.sizeCost + second.sizeCost,
    cells: [...first.cells, ...second.cells.map((cell) => ({ ...cell, x: cell.x + x, row: cell.row + row }))],
  };
}
