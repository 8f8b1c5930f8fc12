/** Overprinting (ISO 32000-1, 8.6.7): what overprints by the house's rules, and what an advertisement's maker decided. */
import { type PDFDict, PDFName } from '@cantoo/pdf-lib';
import { numberIn } from './streams.ts';

/** Whether what is filled and what is stroked overprints, and by which mode. */
export interface Overprint {
  readonly fill: boolean;
  readonly stroke: boolean;
  readonly mode: number;
}

/** Nothing overprints. */
export const KNOCKS: Overprint = { fill: false, stroke: false, mode: 0 };

/** Everything overprints, an ink of nothing leaves what is there. */
const OVERPRINTS: Overprint = { fill: true, stroke: true, mode: 1 };

/** What a part that is painted wants: to overprint, not to, or what the maker of the drawing said. */
export type Wish = 'over' | 'knock' | 'own';

/** The parts that an operator paints. */
export interface Wishes {
  readonly fill?: Wish;
  readonly stroke?: Wish;
}

/** Graphics states by which rewritten streams overprint, by their names. */
export const STATES: Readonly<Record<string, Overprint>> = { BsOverprint: OVERPRINTS, BsKnockout: KNOCKS };

/** The name of the graphics state that sets this. */
export function stateName({ fill, stroke, mode }: Overprint): string {
  if (!fill && !stroke) return 'BsKnockout';
  if (fill && stroke && mode === 1) return 'BsOverprint';
  return `BsOverprint${fill ? 'Fill' : ''}${stroke ? 'Stroke' : ''}${mode}`;
}

/** The entries of that graphics state. */
export const stateEntries = ({ fill, stroke, mode }: Overprint): Record<string, string | boolean | number> => ({
  Type: 'ExtGState',
  OP: stroke,
  op: fill,
  OPM: mode,
});

/** What a graphics state of the drawing's own says of overprinting, after what it said before; undefined where it says nothing. */
export function readOverprint(state: PDFDict | undefined, before: Overprint): Overprint | undefined {
  const said = (name: string): boolean | undefined => {
    const value = state?.lookup(PDFName.of(name))?.toString();
    return value === undefined ? undefined : value === 'true';
  };
  const [stroke, fill, mode] = [said('OP'), said('op'), numberIn(state, 'OPM')];
  if (stroke === undefined && fill === undefined && mode === undefined) return undefined;
  return {
    fill: fill ?? stroke ?? before.fill,
    stroke: stroke ?? before.stroke,
    mode: mode ?? before.mode,
  };
}

/** What is to be set before these parts are painted. `maker` is what the drawing says itself, if it says anything. */
export function overprintFor({ fill, stroke }: Wishes, current: Overprint, maker: Overprint | undefined): Overprint {
  const own = maker ?? KNOCKS;
  const filled = fill && (fill === 'over' || (fill === 'own' && own.fill));
  const stroked = stroke && (stroke === 'over' || (stroke === 'own' && own.stroke));
  const isOver = fill === 'over' || stroke === 'over';
  // Where nobody has decided anything, one state serves both parts.
  const isOne = filled === undefined || stroked === undefined || filled === stroked;
  if (maker === undefined && isOne) return (filled ?? stroked) ? OVERPRINTS : KNOCKS;
  return { fill: filled ?? current.fill, stroke: stroked ?? current.stroke, mode: isOver ? 1 : own.mode };
}

/** Whether the parts would be painted otherwise. */
export function isOtherwise({ fill, stroke }: Wishes, current: Overprint, wanted: Overprint): boolean {
  const differs = (part: 'fill' | 'stroke'): boolean =>
    current[part] !== wanted[part] || (wanted[part] && current.mode !== wanted.mode);
  return (fill !== undefined && differs('fill')) || (stroke !== undefined && differs('stroke'));
}
