/** A set line as elements: text in the line's own style is bare, every other run is a span. */
import type { FaceId, Line, Run } from '../../typeset/model.ts';
import type { Px } from '../../units.ts';
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
  const spacing = lineSpacing(line, strut);
  const first = line.runs[0];
  const classes = [
    ...(first !== undefined && Math.abs(first.x) > TOUCHING ? [geometry.set('i', first.x)] : []),
    ...(spacing === 0 ? [] : [geometry.spacing(spacing)]),
  ];
  const runs: RunView[] = [];
  let pen = first?.x ?? 0;
  let bareBefore = false;
  for (const run of line.runs) {
    const gap = run.x - pen;
    const href = run.href === undefined ? undefined : linkOf(run.href);
    const own = runClasses(run, { ...strut, spacing }, geometry);
    if (Math.abs(gap) > TOUCHING) own.push(geometry.set('g', gap));
    const bare = own.length === 0 && href === undefined;
    // Two bare neighbours would become one text node, and the witness counts runs.
    const cls: string | undefined = own.length > 0 ? own.join(' ') : bare && bareBefore ? '' : undefined;
    runs.push({ text: run.text, ...(cls === undefined ? {} : { cls }), ...(href === undefined ? {} : { href }) });
    bareBefore = bare && cls === undefined;
    pen = run.x + run.width;
  }
  return { classes, runs };
}

/** The spacing of most of the line's characters, so that the fewest runs need a class. */
function lineSpacing(line: Line, strut: Strut): number {
  const weights = new Map<number, number>();
  for (const run of line.runs) {
    if (run.face !== strut.face || run.size !== strut.size) continue;
    weights.set(run.spacing, (weights.get(run.spacing) ?? 0) + run.text.length);
  }
  let best = 0;
  for (const [spacing, weight] of weights) if (weight > (weights.get(best) ?? 0)) best = spacing;
  return best;
}

function runClasses(run: Run, line: Strut & { readonly spacing: number }, geometry: Geometry): string[] {
  const classes: string[] = [];
  if (run.face !== line.face) classes.push(geometry.face(run.face));
  if (run.size !== line.size) classes.push(geometry.set('z', run.size));
  if (run.spacing !== line.spacing) classes.push(geometry.spacing(run.spacing));
  if (run.raise !== undefined && run.raise !== 0) classes.push(geometry.set('v', run.raise));
  if (run.underline) classes.push('u');
  if (run.scale !== undefined && run.scale !== 1) {
    classes.push('scaled', geometry.set('t', run.scale), geometry.set('e', run.width - run.width / run.scale));
  }
  return classes;
}
