/** Draws ads and fillers: the picture whole, in the middle of its place, an ad under its label (广告). */
import type { Picture } from '../../photo/model.ts';
import type { Typesetter } from '../../typeset/model.ts';
import { PITCH, type Px } from '../../units.ts';
import type { Words } from '../furniture/words.ts';
import { columnLeft, rowTop, spanWidth } from '../grid.ts';
import type { PageLeaf } from '../page/items.ts';
import type { PictureTask } from '../page/task.ts';
import type { Box, Grid, Module } from '../plan.ts';
import type { Placed } from '../search/problem.ts';
import { AIR_ROW } from '../shape/shape.ts';
import { contain } from './story.ts';
import { HOUSE } from './styles.ts';

/** White beside an ad's picture from which its booked place is framed; less looks like a frame out of register. */
const BARE: Px = 16;

/** What the drawing of pictures needs. */
export interface PictureContext {
  readonly grid: Grid;
  readonly typesetter: Typesetter;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly words: Words;
}

/** The module of an ad or a filler at its place; a hole of a draft is a module without boxes but its frame. */
export function drawPicture(
  context: PictureContext,
  task: PictureTask,
  kind: 'ad' | 'filler',
  at: Pick<Placed<PageLeaf>, 'column' | 'row' | 'columns' | 'rows'>,
): Module {
  const { grid, pictures, typesetter } = context;
  const x = columnLeft(grid, at.column);
  const top = rowTop(at.row);
  const width = spanWidth(grid, at.columns);
  const height = (at.rows - AIR_ROW) * PITCH;
  const picture = pictures.get(task.file);
  const inside = contain(picture ? picture.width / picture.height : width / height, width, height);
  const y = top + AIR_ROW * PITCH;
  const boxes: Box[] = [];
  if (kind === 'ad') {
    const label = typesetter.text(context.words.advertisement, HOUSE.adLabel, width);
    boxes.push({ kind: 'text', x, y: top + 2, width, height: 14, text: label });
  }
  const crop = { x: 0, y: 0, width: 1, height: 1 };
  boxes.push({ kind: 'picture', ...inside, x: x + inside.x, y: y + inside.y, file: task.file, use: kind, crop });
  if (kind === 'ad' && Math.max(width - inside.width, height - inside.height) > BARE)
    boxes.push({ kind: 'frame', x, y, width, height, ink: { black: 1 }, weight: HOUSE.frame });
  const { column, row, columns, rows } = at;
  return {
    kind,
    slug: task.name,
    part: 1,
    column,
    row,
    columns,
    rows,
    legs: 0,
    measure: 0,
    short: 0,
    photos: [],
    boxes,
  };
}
