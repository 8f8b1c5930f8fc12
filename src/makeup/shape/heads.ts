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
/** Lines of a head that no size brings to those of its width, and points of each beyond two (R17). */
export const LONG_HEAD = { most: 4, points: 4 } as const;
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
      for (const head of this.#settings(this.#table.heads(request), width)) {
        const cost = this.#cost(head);
        const held = byRows.get(head.rows);
        if (held && held.costs[family] <= cost) continue;
        byRows.set(head.rows, withSetting(held, head, cost));
      }
    }
    const heads = [...byRows.values()];
    this.#over.set(width, heads);
    return heads;
  }

  /** The settings that a width may have: those of as many lines as it calls for, or where the head is too long, of as few as it needs. */
  #settings(settings: readonly HeadSetting[], width: Px): readonly HeadSetting[] {
    const allowed = settings.flatMap((setting) => this.#allowed(setting, width) ?? []);
    if (allowed.length > 0) return allowed;
    const fewest = Math.min(...settings.map(({ lines }) => lines));
    if (fewest > LONG_HEAD.most) return [];
    const extra = Math.max(0, fewest - 2) * LONG_HEAD.points * DEMERITS.head;
    return settings.filter(({ lines }) => lines === fewest).map((setting) => dearer(setting, extra));
  }

  /**
   * A head of as many lines as its width calls for, or as the desk made; more are white made of lead (R17), and only a relaxed
   * page has them, at their price.
   */
  #allowed(setting: HeadSetting, width: Px): HeadSetting | undefined {
    const { copy, relaxed } = this.#table.source;
    const share = (width * BROADSHEET_SHARE) / this.#page;
    const most = share <= 2 ? 4 : share <= 4 ? 2 : 1;
    if (setting.lines <= Math.max(most, copy.article.title.length)) return setting;
    if (!relaxed || setting.lines > RELAXED_LINES) return undefined;
    const tall = Math.max(0, setting.lines - 2);
    return tall === 0 ? setting : dearer(setting, tall * TALL_HEAD * DEMERITS.head);
  }

  /** Cost of a head. */
  #cost(setting: HeadSetting): number {
    const { weights, head } = this.#table.source;
    const fill = setting.cost / DEMERITS.head + headFillPoints(setting);
    return weights.R14 * headSizePoints(head, setting.size) + weights.R17 * fill;
  }
}

/** The same head at a higher cost. Its parts are set when somebody looks at them. */
const dearer = (head: HeadSetting, by: number): HeadSetting => {
  const { size, lines, family, rows, fill, cost } = head;
  return {
    size,
    lines,
    family,
    rows,
    fill,
    cost: cost + by,
    get parts() {
      return head.parts;
    },
  };
};

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
