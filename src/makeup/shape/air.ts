/** Extra rows of air under a head: the last slack of a page (R66). */
import { type Geometry, hasPartHead, type PanelPlace } from './shape.ts';

/** Points of each number of extra rows of air under a head (R66). */
const EXTRA_AIR: readonly number[] = [0, 0.8, 2, 4];
/** The same on a relaxed page. */
const RELAXED_AIR: readonly number[] = [...EXTRA_AIR, 7, 11];

/** Points of each number of extra rows, none included. */
export const airPoints = (relaxed: boolean): readonly number[] => (relaxed ? RELAXED_AIR : EXTRA_AIR);

/** Numbers of extra rows that a geometry may take, none included: half of what its head is high. */
export function airsOf(place: PanelPlace, head: Geometry['head'], relaxed: boolean): number {
  if (hasPartHead(place)) return 1;
  return head ? Math.min(airPoints(relaxed).length, relaxed ? 1 + head.rows : 1 + Math.floor(head.rows / 2)) : 1;
}
