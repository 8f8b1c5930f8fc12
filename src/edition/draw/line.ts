/** A set line as elements: text in the line's own style is bare, every other run is a span. */
import type { FaceId, Line, Run } from '../../typeset/model.ts';
import type { Mils, Px } from '../../units.ts';
import type { Geometry } from './geometry.ts';
import type { RunView } from './view.ts';

/** Face and size whose ascent and descent put the line's baseline: the body's on the grid, the first run's elsewhere. */
export interface Strut {
  readonly face: FaceId;
  readonly size: Px;
}

/** Where a link of the text leads; `undefined` draws it without one. */
export type LinkOf = (href: string) => string | undefined;

/** Runs closer than this to where the browser puts them anyway need no gap, CSS px. */
const TOUCHING = 0.005;

/** Classes of a line's element and the runs in it. */
export function drawRuns(
  line: Line,
  strut: Strut,
  geometry: Geometry,
  linkOf: LinkOf,
): { readonly classes: readonly string[]; readonly runs: readonly RunView[] } {
  const { spacing, words } = lineSpacing(line, strut);
  const first = line.runs[0];
  // A head's glyphs are scaled together: the whole line is, from its left edge, and what stands in it is laid out unscaled.
  const scale = first?.scale ?? 1;
  const classes = [
    ...(scale === 1 ? [] : [geometry.set('t', scale)]),
    ...(first !== undefined && Math.abs(first.x) > TOUCHING ? [geometry.set('i', first.x / scale)] : []),
    ...(spacing === 0 ? [] : [geometry.spacing(spacing)]),
    ...(words === 0 ? [] : [geometry.words(words)]),
  ];
  const runs: RunView[] = [];
  let pen = first?.x ?? 0;
  let bareBefore = false;
  for (const run of line.runs) {
    const gap = run.x - pen;
    const href = run.href === undefined ? undefined : linkOf(run.href);
    const own = runClasses(run, { ...strut, spacing, words }, geometry);
    if (Math.abs(gap) > TOUCHING) own.push(geometry.set('g', gap / scale));
    const bare = own.length === 0 && href === undefined && run.source === undefined;
    // Two bare neighbours would become one text node, and the witness counts runs.
    const isElement: boolean = !bare || bareBefore;
    const cls: string | undefined = isElement ? own.join(' ') : undefined;
    runs.push({
      text: run.text,
      ...(cls === undefined ? {} : { cls }),
      ...(href === undefined ? {} : { href }),
      ...(run.source === undefined ? {} : { source: run.source }),
    });
    bareBefore = bare && cls === undefined;
    pen = run.x + run.width;
  }
  return { classes, runs };
}

interface Spacing {
  readonly spacing: Mils;
  readonly words: Mils;
}

/** The spacing of most of the line's characters, so that the fewest runs need a class. */
function lineSpacing(line: Line, strut: Strut): Spacing {
  const weights = new Map<string, Spacing & { weight: number }>();
  for (const { face, size, spacing, words = 0, text } of line.runs) {
    if (face !== strut.face || size !== strut.size) continue;
    const known = weights.get(`${spacing} ${words}`);
    weights.set(`${spacing} ${words}`, { spacing, words, weight: (known?.weight ?? 0) + text.length });
  }
  let best = { spacing: 0, words: 0, weight: 0 };
  for (const one of weights.values()) if (one.weight > best.weight) best = one;
  return best;
}

function runClasses(run: Run, line: Strut & Spacing, geometry: Geometry): string[] {
  const classes: string[] = [];
  if (run.face !== line.face) classes.push(geometry.face(run.face));
  if (run.size !== line.size) classes.push(geometry.set('z', run.size));
  // The line's letter-spacing reaches its runs in pixels, worked out at the line's own size.
  const inherits = run.spacing === line.spacing && (run.size === line.size || run.spacing === 0);
  if (!inherits) classes.push(geometry.spacing(run.spacing));
  if ((run.words ?? 0) !== line.words) classes.push(geometry.words(run.words ?? 0));
  if (run.raise !== undefined && run.raise !== 0) classes.push(geometry.set('v', run.raise));
  if (run.underline) classes.push('u');
  return classes;
}
