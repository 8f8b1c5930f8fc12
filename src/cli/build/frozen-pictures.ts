/** The pictures of signed-off pages: they stay, and when the issue has others by now, the desk is told. */
import { createHash } from 'node:crypto';
import { placementKey, placements } from '../../edition/pictures.ts';
import type { Fault } from '../../fault.ts';
import type { StandIn } from '../../photo/press.ts';
import { releasedPictureDiffers } from '../faults.ts';
import type { Ready } from './ready.ts';

/** The pictures that signed-off pages were printed with, by placement: the reader's PDF shows the same. */
export const frozenStandIns = ({ released }: Pick<Ready, 'released'>): ReadonlyMap<string, StandIn> =>
  new Map(
    [...released.values()].flatMap(({ pictures }) =>
      [...pictures].map(([key, bytes]) => [key, { bytes, sha256: sha256(bytes), width: 0, height: 0 }] as const),
    ),
  );

/** Names each picture of a signed-off page that would be drawn otherwise today, or not at all. */
export function pictureChanges(
  { plan, released }: Pick<Ready, 'plan' | 'released'>,
  drawn: ReadonlyMap<string, Pick<StandIn, 'sha256'>>,
): readonly Fault[] {
  return [...released].flatMap(([number, { plan: page, pictures }]) => {
    const changed = placements({ ...plan, pages: [page] }).filter((placement) => {
      const key = placementKey(placement);
      const frozen = pictures.get(key);
      return frozen !== undefined && drawn.get(key)?.sha256 !== sha256(frozen);
    });
    return [...new Set(changed.map(({ file }) => file))].map((file) => releasedPictureDiffers(number, file));
  });
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
