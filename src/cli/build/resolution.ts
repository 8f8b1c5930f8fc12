/** Have the pictures of the made-up pages pixels enough? Every one that has not is a fault that names what it would need. */
import path from 'node:path';
import type { Fault } from '../../fault.ts';
import { shownPath } from '../../issue/folder.ts';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import type { Box, PagePlan, PictureBox, Plan } from '../../makeup/plan.ts';
import type { Picture } from '../../photo/model.ts';
import { judgeResolution } from '../../photo/resolution.ts';

/** Faults under 100 pixels an inch, warnings under 150, page by page. */
export function judgePictures(
  { folder, issue }: { readonly folder: IssueFolder; readonly issue: Issue },
  plan: Plan,
  pictures: ReadonlyMap<string, Picture>,
): Fault[] {
  const shown = (box: PictureBox): string =>
    box.use === 'nameplate' ? box.file : shownPath(folder.paper, path.join(folder.issue, box.file));
  return plan.pages.flatMap((page) => judgePage(page, pictures, issue.paper.press.resolution, shown));
}

/** The same of one page. */
export const judgePage = (
  page: PagePlan,
  pictures: ReadonlyMap<string, Picture>,
  target: number,
  shown: (box: PictureBox) => string,
): readonly Fault[] =>
  pictureBoxes(page).flatMap((box) => {
    const picture = pictures.get(box.file);
    const placement = { ...box, color: page.color };
    return picture ? (judgeResolution({ picture, placement, page: page.number, target, file: shown(box) }) ?? []) : [];
  });

/** The pictures that stand on a page; of one that is still to come nothing is known. */
export const pictureBoxes = (page: PagePlan): readonly PictureBox[] =>
  page.modules.flatMap(({ boxes }) => boxes.filter(isPicture));

/** The empty frames of a page, for pictures that are still to come. */
export const framesOf = (page: PagePlan): readonly PictureBox[] =>
  page.modules.flatMap(({ boxes }) => boxes.filter((box) => box.kind === 'picture').filter((box) => box.missing));

const isPicture = (box: Box): box is PictureBox => box.kind === 'picture' && box.missing !== true;
