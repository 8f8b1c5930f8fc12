/** Song or Hei: what a head's family shows and costs. */
import { FACES, type Geometry, type PanelPlace } from './shape.ts';

/** The two families of heads. */
export type HeadFamily = 'song' | 'hei';

/** Points of a head in the family that the house would not choose first. */
export const OTHER_FAMILY = 0.4;

const SONG: readonly HeadFamily[] = ['song'];
const HEI: readonly HeadFamily[] = ['hei'];
const EITHER: readonly HeadFamily[] = ['song', 'hei'];

/** Families that a head comes in. */
export function familiesOf(head: Geometry['head']): readonly HeadFamily[] {
  if (!head) return SONG;
  return head.song && head.hei ? EITHER : head.song ? SONG : HEI;
}

/** What a family costs over the cheaper one, and over the house's choice. */
export function familyCost(head: Geometry['head'], family: HeadFamily, house: HeadFamily): number {
  if (!head) return 0;
  return head.costs[family] - head.cost + (family === house ? 0 : OTHER_FAMILY);
}

/** The faces at a geometry's two upper corners, as one number: left × 4 + right. */
export function facePair(place: PanelPlace, head: Geometry['head'], family: HeadFamily, boxed: boolean): number {
  const shown = !head || boxed ? FACES.quiet : FACES[family];
  if (place === 'crown') return FACES.picture * 5;
  if (place === 'beside-right' || place === 'corner') return shown * 4 + FACES.picture;
  if (place === 'head-left') return shown * 4 + FACES.quiet;
  return place === 'beside-left' ? FACES.picture * 4 + shown : shown * 5;
}
