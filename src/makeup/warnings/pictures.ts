/** Portraits whose crop comes near the face. */
import { both, type Fault } from '../../fault.ts';
import { advice } from '../faults.ts';
import type { PictureBox } from '../plan.ts';
import type { WarningSource } from './warnings.ts';

/** A crop edge nearer to the focus than this share of the source cuts into a face. */
const NEAR = 0.12;

/** Warnings of crops that come near the focus of a portrait. */
export function cutFaces({ issue, plan }: WarningSource): readonly Fault[] {
  return plan.pages.flatMap((page) =>
    page.modules.flatMap((module) => {
      const article = issue.articles.find(({ slug }) => slug === module.slug);
      const boxes = module.boxes.filter((box): box is PictureBox => box.kind === 'picture' && box.use === 'photo');
      return boxes.flatMap((box) => {
        const photo = article?.photos[box.photo ?? -1];
        if (photo?.prominence !== 'head' || !isNear(box, photo.focus)) return [];
        return [
          advice({
            name: 'face-cut',
            what: both(`The crop of ${photo.file} comes near the face.`, `${photo.file} 的裁切线快碰到脸了。`),
            todo: both('Move `focus`, or give the photo another place.', '请调整 `focus`，或给照片换个位置。'),
            article,
            page: page.number,
          }),
        ];
      });
    }),
  );
}

/** True when an edge of the crop that is not an edge of the picture is near the focus. */
function isNear({ crop }: PictureBox, [x, y]: readonly [number, number]): boolean {
  const cut = (edge: number, focus: number): boolean => edge > 0 && edge < 1 && Math.abs(edge - focus) < NEAR;
  return cut(crop.x, x) || cut(crop.x + crop.width, x) || cut(crop.y, y) || cut(crop.y + crop.height, y);
}
