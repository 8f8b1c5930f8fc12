/** Marks as a drawing over the page, the same in the desk's window and on the proof sheet. */
import type { PagePlan } from '../../makeup/plan.ts';
import { mmToPx } from '../../units.ts';
import type { Mark } from './marks.ts';
import type { Place } from './placed.ts';

/** SVG of the sheet's size; classes are coloured by `marks.css`. */
export function marksSvg(marks: readonly Mark[], page: PagePlan): string {
  const { trim, margins } = page;
  const width = mmToPx(trim.width).toFixed(2);
  const height = mmToPx(trim.height).toFixed(2);
  // What is small is drawn last, so that a module's outline never hides a letter's mark.
  const layers = [...marks].sort((one, other) => Number(one.what === 'text') - Number(other.what === 'text'));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="marks" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">` +
    `<g transform="translate(${margins.left} ${margins.top})">${layers.map(markSvg).join('')}</g></svg>`
  );
}

/** How far a picture's and a module's outline stand off. */
const OUTSIDE = 3;

function markSvg(mark: Mark): string {
  const [first] = mark.places;
  if (first === undefined) return '';
  const shapes = mark.what === 'text' ? textShapes(mark) : outline(mark.what, first);
  const tag = `<text class="mark-number" x="${round(first.x - 2)}" y="${round(first.y - (mark.what === 'text' ? 1 : 6))}">${mark.number}</text>`;
  return `<g class="mark" data-mark="${mark.number}">${shapes}${tag}</g>`;
}

/** Added characters are tinted and underlined; where something was only taken away stands a caret. */
function textShapes({ now, was, places }: Mark): string {
  if (now === undefined) {
    const [gap] = places as readonly [Place];
    const bottom = gap.y + gap.height;
    const middle = gap.x + gap.width / 2;
    return `<path class="mark-gap" d="M${round(middle)} ${round(gap.y)}V${round(bottom)}M${round(middle - 4)} ${round(bottom + 4)}L${round(middle)} ${round(bottom - 1)}L${round(middle + 4)} ${round(bottom + 4)}"/>`;
  }
  const kind = was === undefined ? 'mark-new' : 'mark-changed';
  return places
    .map(
      ({ x, y, width, height }) =>
        `<rect class="${kind}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/>` +
        `<path class="mark-line" d="M${round(x)} ${round(y + height)}h${round(width)}"/>`,
    )
    .join('');
}

const outline = (what: Mark['what'], { x, y, width, height }: Place): string =>
  `<rect class="mark-${what}" x="${round(x - OUTSIDE)}" y="${round(y - OUTSIDE)}" width="${round(width + 2 * OUTSIDE)}" height="${round(height + 2 * OUTSIDE)}" rx="2"/>`;

const round = (value: number): number => Math.round(value * 10) / 10;

/** Red pencil. */
export const MARKS_CSS = `.marks{position:absolute;left:0;top:0;overflow:visible;pointer-events:none}
.mark-new,.mark-changed{fill:#d0021b;fill-opacity:.16}
.mark-line{fill:none;stroke:#d0021b;stroke-width:1.6}
.mark-gap{fill:none;stroke:#d0021b;stroke-width:1.8;stroke-linejoin:round;stroke-linecap:round}
.mark-added,.mark-removed,.mark-moved,.mark-picture{fill:none;stroke:#d0021b;stroke-width:2.5}
.mark-moved{stroke-dasharray:10 6}
.mark-removed{stroke-dasharray:2 6;stroke-linecap:round}
.mark-picture{stroke-dasharray:16 4 3 4}
.mark-number{font:700 15px/1 "bs-hei-bold",system-ui,sans-serif;fill:#d0021b;stroke:#fff;stroke-width:3px;paint-order:stroke;text-anchor:end}
`;
