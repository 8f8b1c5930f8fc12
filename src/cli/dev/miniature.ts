/** A page at the size of a stamp: where its stories, heads and pictures stand. Drawn from the plan, no browser needed. */
import type { Box, PagePlan } from '../../makeup/plan.ts';
import { mmToPx, PITCH } from '../../units.ts';
import { markup } from '../markup.ts';

/** Type of this size and more is drawn as a bar of its own length, CSS px. */
const DISPLAY = 20;

/** SVG of a page; the window's own style sheet colours its classes. */
export function miniature(page: PagePlan): string {
  const width = Math.round(mmToPx(page.trim.width));
  const height = Math.round(mmToPx(page.trim.height));
  const modules = page.modules.map(
    ({ slug, boxes }) => `<g data-slug="${markup(slug)}">${boxes.map(boxSvg).join('')}</g>`,
  );
  const furniture = [...page.folio, ...page.rules].map(boxSvg).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" class="miniature" aria-hidden="true">` +
    `<rect class="m-paper" width="${width}" height="${height}"/>` +
    `<g transform="translate(${page.margins.left} ${page.margins.top})">${furniture}${modules.join('')}</g></svg>`
  );
}

function boxSvg(box: Box): string {
  const { x, y, width, height } = box;
  switch (box.kind) {
    case 'leg': {
      const [first] = box.lines;
      const last = box.lines.at(-1);
      if (first === undefined || last === undefined) return '';
      const top = y + first.row * PITCH;
      return rect('m-text', x, top, width, (last.row - first.row + 1) * PITCH);
    }
    case 'text':
      return box.text.lines
        .map((line) => {
          const size = line.runs[0]?.size ?? 0;
          const bar = size * 0.8;
          return rect(
            size >= DISPLAY ? 'm-head' : 'm-small',
            x + line.x,
            y + line.y + (line.height - bar) / 2,
            line.width,
            bar,
          );
        })
        .join('');
    case 'picture':
      return rect('m-photo', x, y, width, height);
    case 'code':
      return rect('m-head', x, y, width, height);
    case 'fill':
      return rect('m-tint', x, y, width, height);
    case 'frame':
      return rect('m-frame', x, y, width, height);
    case 'rule':
      return rect('m-rule', x, y, Math.max(width, 4), Math.max(height, 4));
  }
}

const rect = (kind: string, x: number, y: number, width: number, height: number): string =>
  `<rect class="${kind}" x="${Math.round(x)}" y="${Math.round(y)}" width="${Math.round(width)}" height="${Math.round(height)}"/>`;
