/** Portraits whose crop comes near the face. */
import type { Fault } from '../../fault.ts';
import { faceCut } from '../faults.ts';
import type { PictureBox } from '../plan.ts';
import { standingStories } from './stories.ts';
import type { WarningSource } from './warnings.ts';

/** A crop edge nearer to the focus than this share of the source cuts into a face. */
const NEAR = 0.12;

/** Warnings of crops that come near the focus of a portrait. */
export const cutFaces = (source: WarningSource): readonly Fault[] =>
  standingStories(source).flatMap(({ article, module, page }) => {
    const boxes = module.boxes.filter((box): box is PictureBox => box.kind === 'picture' && box.use === 'photo');
    return boxes.flatMap((box) => {
      const photo = article.photos[box.photo ?? -1];
      if (photo?.prominence !== 'head' || !isNear(box, photo.focus)) return [];
      return [faceCut(article, photo.file, page)];
    });
  });

/** True when an edge of the crop that is not an edge of the picture is near the focus. */
function isNear({ crop }: PictureBox, [x, y]: readonly [number, number]): boolean {
  const cut = (edge: number, focus: number): boolean => edge > 0 && edge < 1 && Math.abs(edge - focus) < NEAR;
  return cut(crop.x, x) || cut(crop.x + crop.width, x) || cut(crop.y, y) || cut(crop.y + crop.height, y);
}
