/** Draws a story: a proved shape at its place becomes a module of the plan, every box in pixels of the type area. */
import type { Picture } from '../../photo/model.ts';
import type { Copy, Pour, Typesetter } from '../../typeset/model.ts';
import { BODY, PITCH, type Px, type Rows } from '../../units.ts';
import type { Words } from '../furniture/words.ts';
import { columnLeft, legsWidth, rowTop, spanWidth } from '../grid.ts';
import type { Box, Grid, LegBox, Module, PlacedPhoto } from '../plan.ts';
import { firstUnderPanel } from '../shape/legs.ts';
import { aspectOf, cropTo, type Panel, type PanelCell, PHOTO_INSET, ppiOf, uncropped } from '../shape/panel.ts';
import { type Dress, dressOf } from '../shape/rank.ts';
import type { Shape } from '../shape/shape.ts';
import { AIR_ROW, BOX_ROWS, hasPartHead, LABEL_ROWS } from '../shape/shape.ts';
import { drawQrCode } from './qr-code.ts';
import { HOUSE } from './styles.ts';

/** A story's rectangle on the page, and what fills it. */
export interface StoryPlace {
  readonly copy: Copy;
  readonly shape: Shape;
  /** Absent for a story without text. */
  readonly pour?: Pour;
  readonly column: number;
  readonly row: Rows;
  readonly part: 1 | 2;
  readonly aside: boolean;
  /** Standing head, when there is one. */
  readonly label: string | undefined;
  /** Part 1 of a jump: the page on which it goes on. */
  readonly to?: number;
}

/** What the drawing needs beside the story. */
export interface DrawContext {
  readonly grid: Grid;
  readonly typesetter: Typesetter;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly words: Words;
}

/** The module of a story. */
export function drawStory(context: DrawContext, story: StoryPlace): Module {
  return new StoryDrawing(context, story).module();
}

/** Least white between a caption and the row below it: with the row's own, what parts two paragraphs of a caption's size. */
const UNDER_CAPTION: Px = 8;

class StoryDrawing {
  readonly #context: DrawContext;
  readonly #story: StoryPlace;
  readonly #dress: Dress;
  readonly #boxes: Box[] = [];
  readonly #photos: PlacedPhoto[] = [];
  readonly #left: Px;
  readonly #top: Px;

  constructor(context: DrawContext, story: StoryPlace) {
    this.#context = context;
    this.#story = story;
    this.#dress = dressOf(story.copy.article, story.aside);
    this.#left = columnLeft(context.grid, story.column) + this.#dress.inset * BODY;
    this.#top = rowTop(story.row);
  }

  module(): Module {
    const { copy, shape, pour, column, row, part } = this.#story;
    this.#box();
    this.#fill();
    const setting = shape.head?.[shape.family];
    return {
      kind: copy.article.genre === 'index' ? 'index' : 'article',
      slug: copy.article.slug,
      part,
      column,
      row,
      columns: shape.columns,
      rows: shape.rows,
      legs: shape.legs.length,
      measure: shape.plan.measure,
      short: pour?.short ?? 0,
      ...(setting && { headline: { size: setting.size, lines: setting.lines, family: setting.family } }),
      photos: this.#photos,
      boxes: this.#boxes,
    };
  }

  /** The tint or frame of a boxed story: all of the module but its row of air. */
  #box(): void {
    const { shape, column } = this.#story;
    const at = {
      x: columnLeft(this.#context.grid, column),
      y: this.#top + AIR_ROW * PITCH,
      width: spanWidth(this.#context.grid, shape.columns),
      height: (shape.rows - AIR_ROW) * PITCH - HOUSE.boxFoot,
    };
    if (this.#dress.box === 'tint') this.#boxes.push({ kind: 'fill', ...at, ink: { black: HOUSE.tint } });
    if (this.#dress.box === 'frame') this.#boxes.push({ kind: 'frame', ...at, ink: { black: 1 }, weight: HOUSE.frame });
  }

  /** From the top: label, crown, head, text with its panel. */
  #fill(): void {
    const { shape } = this.#story;
    const { place, panel, plan } = shape;
    let row = AIR_ROW + (this.#dress.inset > 0 ? BOX_ROWS : 0);
    if (this.#story.label) {
      this.#label(this.#story.label, row);
      row += LABEL_ROWS;
    }
    const beside = place === 'beside-left' || place === 'beside-right';
    const textX = place === 'beside-left' && panel ? panel.width + BODY : 0;
    if (beside && panel)
      this.#panel(panel, place === 'beside-left' ? 0 : legsWidth(plan.legs, plan.measure) + BODY, row);
    if (place === 'crown' && panel) {
      this.#panel(panel, 0, row);
      row += panel.rows;
    }
    const above = Math.floor(shape.air / 2);
    const below = this.#head(row + above, textX) + shape.air - above;
    if (!hasPartHead(place)) row = below;
    if (place === 'across' && panel) {
      this.#panel(panel, 0, row);
      row += panel.rows;
    }
    this.#text(row, textX);
  }

  #label(label: string, row: Rows): void {
    const width = legsWidth(this.#story.shape.plan.legs, this.#story.shape.plan.measure);
    const block = this.#context.typesetter.text(label, HOUSE.label, width);
    const y = this.#top + row * PITCH;
    const textWidth = block.lines[0]?.width ?? 0;
    this.#boxes.push({ kind: 'rule', x: this.#left, y, width, height: 2, ink: { black: 1 }, style: 'solid' });
    this.#boxes.push({ kind: 'text', x: this.#left, y: y + 6, width: Math.ceil(textWidth), height: 24, text: block });
  }

  /** Sets the head and returns the row below it. */
  #head(row: Rows, x: Px): Rows {
    const { shape, copy } = this.#story;
    const setting = shape.head?.[shape.family];
    if (!setting) return row;
    const width = legsWidth(shape.headSpan ?? shape.plan.legs, shape.plan.measure);
    for (const text of setting.parts) {
      this.#boxes.push({
        kind: 'text',
        x: this.#left + x,
        y: this.#top + row * PITCH + text.top,
        width,
        height: text.height,
        text,
        link: { slug: copy.article.slug },
      });
    }
    return row + setting.rows;
  }

  #text(row: Rows, x: Px): void {
    const { shape, pour } = this.#story;
    const { plan, place, span, panel } = shape;
    const inLegs = place === 'right' || place === 'left' || place === 'middle' || place === 'corner';
    const first = inLegs ? firstUnderPanel(plan.legs, place, span) : plan.legs;
    const legX = (leg: number): Px => x + leg * (plan.measure + 1) * BODY;
    if (inLegs && panel) this.#panel(panel, legX(first), row);
    if (!pour) return;
    const gone = shape.reaches;
    const { to } = this.#story;
    const last = pour.legs.length - 1;
    pour.legs.forEach((lines, index) => {
      const leg = gone && place === 'left' ? index + span : index;
      const under = !gone && leg >= first && leg < first + span;
      const underHead = leg < (shape.headSpan ?? 0);
      const start = row + (under ? (panel?.rows ?? 0) : 0) + (underHead ? (shape.head?.rows ?? 0) : 0);
      const box: LegBox = {
        kind: 'leg',
        x: this.#left + legX(leg),
        y: this.#top + start * PITCH,
        width: plan.measure * BODY,
        height: ((shape.legs[index] ?? 0) - (to !== undefined && index === last ? 1 : 0)) * PITCH,
        row: this.#story.row + start,
        lines,
      };
      this.#boxes.push(box, ...drawQrCode(box, this.#story.copy.article.qr, this.#dress.box === 'tint'));
      if (to !== undefined && index === last) this.#jumpLine(to, box);
    });
  }

  /** 下转第N版 in the row below the last leg. */
  #jumpLine(page: number, leg: LegBox): void {
    const { typesetter, words } = this.#context;
    const text = typesetter.text(words.jumpTo(page), HOUSE.jump, leg.width);
    const y = leg.y + leg.height;
    this.#boxes.push({ kind: 'text', x: leg.x, y, width: leg.width, height: PITCH, text, link: { page } });
  }

  /** Photos and captions of a panel whose top left corner is at `x`, `row` of the module. */
  #panel(panel: Panel, x: Px, row: Rows): void {
    const { copy } = this.#story;
    const { article } = copy;
    const { grid, pictures } = this.#context;
    const column = (grid.measure + 1) * BODY;
    for (const cell of panel.cells) {
      const request = article.photos[cell.photo];
      if (!request) continue;
      const picture = pictures.get(request.file);
      const aspect = aspectOf(article, cell.photo, pictures);
      const lift = this.#liftOver(panel, cell);
      const height = cell.rows * PITCH - 2 * PHOTO_INSET - lift;
      const shown = uncropped(picture)
        ? contain(aspect, cell.width, height)
        : { x: 0, y: 0, width: cell.width, height };
      this.#boxes.push({
        kind: 'picture',
        x: this.#left + x + cell.x + shown.x,
        y: this.#top + (row + cell.row) * PITCH + PHOTO_INSET + shown.y,
        width: shown.width,
        height: shown.height,
        file: request.file,
        use: 'photo',
        crop: cropTo(aspect, shown.width, shown.height, request.focus),
        photo: cell.photo,
        ...(picture ? {} : { missing: true }),
      });
      this.#photos.push({
        file: request.file,
        columns: (cell.width + BODY) / column,
        rows: cell.rows,
        ppi: Math.round(ppiOf(picture, shown.width, shown.height) ?? 0),
      });
      if (cell.caption > 0) this.#caption(cell.photo, x + cell.x, cell.width, row + cell.row + cell.rows, cell.caption);
    }
    if (panel.shared > 0) this.#caption(this.#told(), x, panel.width, row + panel.rows - panel.shared, panel.shared);
  }

  /** The photo whose caption speaks for all. */
  #told(): number {
    const { photos } = this.#story.copy.article;
    return photos.findIndex((photo) => photo.caption !== undefined || photo.credit !== undefined);
  }

  /** How far the caption under a photo moves up. */
  #liftOver(panel: Panel, { photo, width, row, rows, caption }: PanelCell): Px {
    if (caption > 0) return this.#lift(photo, width);
    return panel.shared > 0 && row + rows === panel.rows - panel.shared ? this.#lift(this.#told(), panel.width) : 0;
  }

  /** How far a caption that fills its rows moves up, and its photo's foot with it, so that the text below keeps its distance. */
  #lift(photo: number, width: Px): Px {
    const caption = this.#story.copy.caption(photo, width);
    const last = caption?.block.lines.at(-1);
    if (!caption || !last) return 0;
    return Math.max(0, Math.ceil(UNDER_CAPTION - (caption.rows * PITCH - last.y - last.height)));
  }

  #caption(photo: number, x: Px, width: Px, row: Rows, rows: Rows): void {
    const caption = this.#story.copy.caption(photo, width);
    if (!caption) return;
    const lift = this.#lift(photo, width);
    this.#boxes.push({
      kind: 'text',
      x: this.#left + x,
      y: this.#top + row * PITCH - lift,
      width,
      height: rows * PITCH,
      text: caption.block,
      photo,
    });
  }
}

/** The largest rectangle of a proportion inside another, in its middle. */
export function contain(aspect: number, width: Px, height: Px): { x: Px; y: Px; width: Px; height: Px } {
  const fitted = Math.min(width, Math.round(height * aspect));
  const tall = Math.min(height, Math.round(fitted / aspect));
  return { x: Math.round((width - fitted) / 2), y: Math.round((height - tall) / 2), width: fitted, height: tall };
}
