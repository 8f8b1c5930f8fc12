/** The legs of a geometry. */
import type { Rows } from '../../units.ts';
import type { Geometry, PanelPlace } from './shape.ts';

/** Rows of each leg that holds text, from left to right. */
export function legHeights({
  plan,
  place,
  span,
  textRows,
  reaches,
  panel,
  head,
  headSpan = 0,
}: Geometry): readonly Rows[] {
  if (textRows === 0) return [];
  const first = firstUnderPanel(plan.legs, place, span);
  if (reaches) return Array<Rows>(plan.legs - span).fill(textRows);
  return Array.from({ length: plan.legs }, (_, leg) => {
    const under = leg >= first && leg < first + span ? (panel?.rows ?? 0) : 0;
    return textRows - under - (leg < headSpan ? (head?.rows ?? 0) : 0);
  });
}

/** Index of the first leg under a panel in the legs; beyond the last where there is none. */
export function firstUnderPanel(legs: number, place: PanelPlace, span: number): number {
  if (place === 'left') return 0;
  if (place === 'middle') return (legs - span) / 2;
  return place === 'right' || place === 'corner' ? legs - span : legs;
}
