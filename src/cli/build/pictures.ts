/** The pictures of the pages: stand-ins for the browser, twins for the plates. */
import path from 'node:path';
import { placementKey, placements } from '../../edition/pictures.ts';
import type { IssueFolder } from '../../issue/model.ts';
import type { PictureBox, Plan } from '../../makeup/plan.ts';
import type { Picture, Placement, Twin } from '../../photo/model.ts';
import type { PressTarget } from '../../photo/press.ts';
import type { StandIn } from '../../photo/stand-in.ts';
import { NEWSPRINT } from '../../press/profile.ts';
import { allOf } from '../../together.ts';
import type { Ingredient } from '../cache.ts';
import type { Look, PictureLine } from './picture-line.ts';
import type { Ready } from './ready.ts';

/** A placement, its picture, and the file on this machine. */
export interface Placed {
  readonly key: string;
  readonly placement: Placement;
  readonly picture: Picture;
  readonly path: string;
}

/** Every different placement of some pages with what is known of its picture. */
export function placedPictures(
  plan: Pick<Plan, 'pages'>,
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

const pictureBoxes = (plan: Pick<Plan, 'pages'>): readonly PictureBox[] =>
  plan.pages
    .flatMap((page) => [...page.folio, ...page.modules.flatMap((module) => module.boxes)])
    .filter((box) => box.kind === 'picture');

/** Everything of a picture that what is made of it can depend on; the photo itself by its digest. */
export const ingredientsOf = ({ picture, placement }: Placed): Ingredient => [
  { ...picture },
  { ...placement, crop: { ...placement.crop } },
];

/** Stand-ins by placement. */
export async function standInsOf(
  placed: readonly Placed[],
  line: PictureLine,
  look: Look,
): Promise<ReadonlyMap<string, StandIn>> {
  return allOf(new Map(placed.map((one) => [one.key, line.standIn(one, look)])));
}

/** Twins by placement, all on their way. */
export const twinsOf = (
  placed: readonly Placed[],
  line: PictureLine,
  target: PressTarget,
): ReadonlyMap<string, Promise<Twin>> => new Map(placed.map((one) => [one.key, line.twin(one, target)]));

/** How stand-ins are to look: blank where nobody will see them. */
export const lookOf = (ready: Pick<Ready, 'issue' | 'folder'>, areSeen: boolean): Look =>
  areSeen ? { blank: false, resolution: targetOf(ready).resolution } : { blank: true };

/** What a paper's plates ask of pictures. */
export function targetOf({ issue, folder }: Pick<Ready, 'issue' | 'folder'>): PressTarget {
  const { inkLimit, resolution, profile } = issue.paper.press;
  return { inkLimit, resolution, profile: profile === undefined ? NEWSPRINT : path.join(folder.paper, profile) };
}
