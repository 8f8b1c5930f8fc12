/** The pictures of the pages: stand-ins for the browser, twins for the plates. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { placementKey, placements } from '../../edition/pictures.ts';
import type { IssueFolder } from '../../issue/model.ts';
import type { PictureBox, Plan } from '../../makeup/plan.ts';
import type { Picture, Placement, Twin } from '../../photo/model.ts';
import type { PressTarget } from '../../photo/press.ts';
import type { StandIn } from '../../photo/stand-in.ts';
import type { Ingredient } from '../cache.ts';
import type { Shop } from './ready.ts';
import { awaitedLater, together } from './together.ts';

/** A placement, its picture, and the file on this machine. */
export interface Placed {
  readonly key: string;
  readonly placement: Placement;
  readonly picture: Picture;
  readonly path: string;
}

/** Every different placement of the plan with what is known of its picture. */
export function placedPictures(
  plan: Plan,
  pictures: ReadonlyMap<string, Picture>,
  folder: IssueFolder,
): readonly Placed[] {
  const nameplates = new Set(pictureBoxes(plan).flatMap((box) => (box.use === 'nameplate' ? [box.file] : [])));
  return placements(plan).flatMap((placement) => {
    const picture = pictures.get(placement.file);
    if (picture === undefined) return [];
    const base = nameplates.has(placement.file) ? folder.paper : folder.issue;
    return [{ key: placementKey(placement), placement, picture, path: path.join(base, placement.file) }];
  });
}

const pictureBoxes = (plan: Plan): readonly PictureBox[] =>
  plan.pages
    .flatMap((page) => [...page.folio, ...page.modules.flatMap((module) => module.boxes)])
    .filter((box) => box.kind === 'picture');

/** Everything of a picture that what is made of it can depend on; the photo itself by its digest. */
export const ingredientsOf = ({ picture, placement }: Placed): Ingredient => [
  { ...picture },
  { ...placement, crop: { ...placement.crop } },
];

/** Stand-ins by placement, those of plates alone blank. All are on their way at once, each made in a thread. */
export async function makeStandIns(
  placed: readonly Placed[],
  { pool, cache, blank }: Pick<Shop, 'pool' | 'cache'> & { readonly blank: boolean },
): Promise<ReadonlyMap<string, StandIn>> {
  const made = await together(
    placed.map(async (one): Promise<[string, StandIn]> => {
      const { key, path: file, picture, placement } = one;
      const make = () => pool.run('makeStandIn', { path: file, picture, placement, blank });
      return [key, await cache.value('stand-in', [ingredientsOf(one), blank], make)];
    }),
  );
  return new Map(made);
}

/** Twins by placement. All are on their way at once, each made in a thread. */
export function startTwins(
  placed: readonly Placed[],
  target: PressTarget,
  { pool, cache }: Pick<Shop, 'pool' | 'cache'>,
): ReadonlyMap<string, Promise<Twin>> {
  const profile = placed.length === 0 ? undefined : readFile(target.profile);
  const { inkLimit, resolution } = target;
  const started = placed.map((one): readonly [string, Promise<Twin>] => {
    const { key, path: file, picture, placement } = one;
    const make = () => pool.run('makeTwin', { path: file, picture, placement, target });
    const twin = async () => cache.value('twin', [ingredientsOf(one), inkLimit, resolution, await profile], make);
    return [key, awaitedLater(twin())];
  });
  return new Map(started);
}
