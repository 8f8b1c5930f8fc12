/** The pictures that a plan places, and the names by which their renditions are found again. */
import { createHash } from 'node:crypto';
import type { PagePlan, PictureBox, Plan } from '../makeup/plan.ts';
import type { Placement } from '../photo/model.ts';
import { boxesOf } from './draw/faces.ts';

/** A picture box as the photo room is asked for it. */
export function placementOf(box: PictureBox, page: Pick<PagePlan, 'color'>): Placement {
  const { file, crop, width, height } = box;
  return { file, crop, width, height, color: page.color };
}

/** One name for equal placements. */
export function placementKey({ file, crop, width, height, color }: Placement): string {
  return [file, crop.x, crop.y, crop.width, crop.height, width, height, color ? 'colour' : 'grey'].join('|');
}

/** Every different placement of some pages, in their order; what is still to come is left out. */
export function placements(plan: Pick<Plan, 'pages'>): readonly Placement[] {
  const found = new Map<string, Placement>();
  for (const page of plan.pages) {
    for (const box of boxesOf(page)) {
      if (box.kind !== 'picture' || box.missing) continue;
      const placement = placementOf(box, page);
      found.set(placementKey(placement), placement);
    }
  }
  return [...found.values()];
}

/** A name for a file that depends on its bytes alone: it may be cached for ever. */
export function nameByContent(bytes: Uint8Array, ending: string): string {
  return `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${ending}`;
}
