/** The pictures of signed-off pages: they stay, and when the issue has others by now, the desk is told. */
import { createHash } from 'node:crypto';
import { nameByContent, placementKey, placementOf, placements } from '../../edition/pictures.ts';
import type { Fault } from '../../fault.ts';
import type { Box, PagePlan, PictureBox, Plan } from '../../makeup/plan.ts';
import { WHOLE } from '../../photo/crop.ts';
import type { StandIn } from '../../photo/press.ts';
import { isStandInOf } from '../../photo/stand-in.ts';
import { releasedPictureDiffers } from '../faults.ts';
import type { Ready } from './ready.ts';

/** The pictures that signed-off pages were printed with, by placement: the reader's PDF shows the same. */
export const frozenStandIns = ({ released }: Pick<Ready, 'released'>): ReadonlyMap<string, StandIn> =>
  new Map(
    [...released.values()].flatMap(({ pictures }) =>
      [...pictures].map(([key, bytes]) => [key, { bytes, sha256: sha256(bytes), width: 0, height: 0 }] as const),
    ),
  );

/** Names each picture of a signed-off page that is another one today, or not there at all. */
export function pictureChanges({
  plan,
  released,
  pictures,
}: Pick<Ready, 'plan' | 'released' | 'pictures'>): readonly Fault[] {
  return [...released].flatMap(([number, { plan: page, pictures: kept }]) => {
    const changed = placements({ pages: [page] }).filter((placement) => {
      const [frozen, picture] = [kept.get(placementKey(placement)), pictures.get(placement.file)];
      return frozen !== undefined && !(picture && isStandInOf(frozen, picture, placement));
    });
    return [...new Set(changed.map(({ file }) => file))].map((file) =>
      releasedPictureDiffers(plan.issue, number, file),
    );
  });
}

/** A plan as it was printed, and the pictures that lie in the folder no more, by the names that it gives them. */
export interface AsPrinted {
  readonly plan: Plan;
  readonly printed: ReadonlyMap<string, Uint8Array>;
}

/** Names the pictures of signed-off pages anew where the folder has others: the replica shows what was printed. */
export function asPrinted({ plan, released, pictures }: Pick<Ready, 'plan' | 'released' | 'pictures'>): AsPrinted {
  const printed = new Map<string, Uint8Array>();
  const printedBytes = (box: PictureBox, page: PagePlan): Uint8Array | undefined => {
    const placement = placementOf(box, page);
    const bytes = released.get(page.number)?.pictures.get(placementKey(placement));
    const picture = pictures.get(box.file);
    if (bytes === undefined || box.missing) return undefined;
    return picture !== undefined && isStandInOf(bytes, picture, placement) ? undefined : bytes;
  };
  const renamed = (box: Box, page: PagePlan): Box => {
    const bytes = box.kind === 'picture' ? printedBytes(box, page) : undefined;
    if (bytes === undefined || box.kind !== 'picture') return box;
    const file = `released/${nameByContent(bytes, 'jpg')}`;
    printed.set(file, bytes);
    return { ...box, file, crop: WHOLE };
  };
  const pages = plan.pages.map((page) => ({
    ...page,
    modules: page.modules.map((module) => ({ ...module, boxes: module.boxes.map((box) => renamed(box, page)) })),
  }));
  return { plan: printed.size === 0 ? plan : { ...plan, pages }, printed };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
