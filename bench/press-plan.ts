/**
 * Pages to measure the press with, without the make-up's search: the copy of an issue poured down the page as it comes,
 * two columns a story, a photo over each story where pictures are asked for. No editor would print them; a press cannot
 * tell.
 */
import type { Issue } from '../src/issue/model.ts';
import type { Box, Module, PagePlan, Plan } from '../src/makeup/plan.ts';
import type { Picture } from '../src/photo/model.ts';
import type { Copy, Typesetter } from '../src/typeset/model.ts';
import { pour } from '../src/typeset/pour.ts';
import { BODY, PITCH } from '../src/units.ts';

/** Two basic columns. */
const SPAN = 2;
/** Rows of a photo over a story. */
const PHOTO_ROWS = 14;

export interface PlanOrder {
  readonly issue: Issue;
  readonly typesetter: Typesetter;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly pages: number;
  /** Photos on all pages together. */
  readonly photos: number;
}

/** A plan of so many full pages. */
export function benchPlan(order: PlanOrder): Plan {
  const { issue, typesetter, pages } = order;
  const copies = issue.articles
    .filter(({ title, body }) => title.length > 0 && body.length > 0)
    .map((article) => typesetter.copy(article));
  const { format } = issue.paper;
  const perPage = Math.floor(format.columns / SPAN);
  const photos = [...order.pictures.values()].filter(({ kind }) => kind === 'photo');
  let photo = 0;
  return {
    schema: 'broadsheet/plan@1',
    issue: issue.id,
    articles: [],
    pages: Array.from({ length: pages }, (_, index): PagePlan => {
      const modules = Array.from({ length: perPage }, (_, place): Module => {
        const copy = copies[(index * perPage + place) % copies.length] as Copy;
        const wanted = Math.round(((index * perPage + place + 1) * order.photos) / (pages * perPage));
        const picture = wanted > photo ? photos[photo % photos.length] : undefined;
        photo = wanted;
        return story(copy, { issue, slug: `${copy.article.slug}-${index}`, column: place * SPAN, picture });
      });
      const { trim, margins, columns, rows, measure } = format;
      return {
        number: index + 1,
        name: '要闻',
        color: true,
        trim,
        margins,
        grid: { columns, rows, measure },
        folio: [
          {
            kind: 'rule',
            x: 0,
            y: -12,
            width: format.columns * 168 - 12,
            height: 1,
            ink: { black: 1 },
            style: 'solid',
          },
        ],
        modules,
        rules: [],
        hard: [],
        soft: [],
        optimal: true,
        fill: 1,
      };
    }),
  };
}

interface Spot {
  readonly issue: Issue;
  readonly slug: string;
  readonly column: number;
  readonly picture: Picture | undefined;
}

/** One story down the page: photo, head, two legs filled with its text again and again. */
function story(copy: Copy, { issue, slug, column, picture }: Spot): Module {
  const { measure, rows } = issue.paper.format;
  const pitch = (measure + 1) * BODY;
  const left = column * pitch;
  const width = SPAN * pitch - BODY;
  const boxes: Box[] = [];
  let row = 0;
  if (picture) {
    const height = PHOTO_ROWS * PITCH - BODY;
    const share = Math.min(1, (height / width) * (picture.width / picture.height));
    const tall = share < 1 ? { x: 0, y: 0, width: 1, height: share } : { x: 0, y: 0, width: 1, height: 1 };
    boxes.push({ kind: 'picture', file: picture.file, use: 'photo', crop: tall, x: left, y: 0, width, height });
    row = PHOTO_ROWS;
  }
  const [head] = copy.heads({ width, maxSize: 36, minSize: 24, family: 'song', align: 'left' });
  for (const text of head?.parts ?? [])
    boxes.push({ kind: 'text', x: left, y: row * PITCH + text.top, width, height: text.height, text });
  row += head?.rows ?? 0;
  const galley = copy.body(measure * BODY);
  for (let leg = 0; leg < SPAN; leg += 1) {
    for (let at = row; at < rows; ) {
      const whole = galley.rows.best <= rows - at;
      const poured = whole ? pour(galley, [galley.rows.best]) : pour(galley, [rows - at], { open: true });
      const lines = poured?.legs[0] ?? [];
      if (lines.length === 0) break;
      boxes.push({
        kind: 'leg',
        x: left + leg * pitch,
        y: at * PITCH,
        width: measure * BODY,
        height: (rows - at) * PITCH,
        row: at,
        lines,
      });
      at += (lines.at(-1)?.row ?? 0) + 1;
    }
  }
  return {
    kind: 'article',
    slug,
    part: 1,
    column,
    row: 0,
    columns: SPAN,
    rows,
    legs: SPAN,
    measure,
    short: 0,
    photos: [],
    boxes,
  };
}
