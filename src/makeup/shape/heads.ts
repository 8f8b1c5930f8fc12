/** The heads that one story may carry over a width. */
import type { HeadSetting } from '../../typeset/model.ts';
import type { Px, Rows } from '../../units.ts';
import { DEMERITS, type HeadChoice } from './shape.ts';
import type { ShapeTable } from './table.ts';
import { headFillPoints, headSizePoints } from './terms.ts';

/** No head of either family yet. */
const NO_HEADS = { song: Number.POSITIVE_INFINITY, hei: Number.POSITIVE_INFINITY };
/** Columns of the page by which heads are judged narrow or wide: the broadsheet's. */
const BROADSHEET_SHARE = 8;
/** Lines that a head may take over any width on a relaxed page: with two, 2 of 500 random pages stay open. */
const RELAXED_LINES = 3;
/** Points of each line beyond two that only a relaxed page allows (R17): dearer than any other way to close. */
const TALL_HEAD = 25;

/** Heads of a story, asked for by width and remembered. */
export class WidthHeads {
  readonly #table: ShapeTable;
  readonly #page: Px;
  readonly #over = new Map<Px, readonly HeadChoice[]>();

  /** @param page Width of the type area. */
  constructor(table: ShapeTable, page: Px) {
    this.#table = table;
    this.#page = page;
  }

  /** Heads over a width, the two families side by side: the cheapest of each number of rows. */
  over(width: Px): readonly HeadChoice[] {
    const known = this.#over.get(width);
    if (known) return known;
    const { head: range } = this.#table.source;
    const byRows = new Map<Rows, HeadChoice>();
    for (const family of ['song', 'hei'] as const) {
      const request = { width, maxSize: range.most, minSize: range.least, family, align: 'center' } as const;
      for (const setting of this.#table.heads(request)) {
        const needless = setting.lines - this.#linesFor(width);
        if (needless > 0 && (!this.#table.source.relaxed || setting.lines > RELAXED_LINES)) continue;
        const cost = this.#cost(setting, needless > 0 ? setting.lines - 2 : 0);
        const held = byRows.get(setting.rows);
        if (held && held.costs[family] <= cost) continue;
        byRows.set(setting.rows, withSetting(held, setting, cost));
      }
    }
    const heads = [...byRows.values()];
    this.#over.set(width, heads);
    return heads;
  }

  /** Lines that a width calls for, or that the desk made: more are white made of lead (R17). */
  #linesFor(width: Px): number {
    const share = (width * BROADSHEET_SHARE) / this.#page;
    const most = share <= 2 ? 4 : share <= 4 ? 2 : 1;
    return Math.max(most, this.#table.source.copy.article.title.length);
  }

  /** Cost of a head, with lines that make it tall. */
  #cost(setting: HeadSetting, tall: number): number {
    const { weights, head } = this.#table.source;
    const fill = setting.cost / DEMERITS.head + headFillPoints(setting) + TALL_HEAD * Math.max(0, tall);
    return weights.R14 * headSizePoints(head, setting.size) + weights.R17 * fill;
  }
}

/** A choice of so many rows with the setting of one family in it. */
function withSetting(held: HeadChoice | undefined, setting: HeadSetting, cost: number): HeadChoice {
  const { rows, family } = setting;
  const { song: ofSong, hei: ofHei } = held?.costs ?? NO_HEADS;
  const isSong = family === 'song';
  const costs = { song: isSong ? cost : ofSong, hei: isSong ? ofHei : cost };
  const song = isSong ? setting : held?.song;
  const hei = isSong ? held?.hei : setting;
  return { rows, cost: Math.min(costs.song, costs.hei), costs, ...(song && { song }), ...(hei && { hei }) };
}
