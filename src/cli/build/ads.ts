/** May the supplied advertisements be printed? Asked as soon as the pages are made up, of all of them at once. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Fault, Phrase } from '../../fault.ts';
import { shownPath } from '../../issue/folder.ts';
import type { PagePlan, PictureBox } from '../../makeup/plan.ts';
import type { Picture } from '../../photo/model.ts';
import type { Size } from '../../photo/size.ts';
import type { Booking } from '../../press/ads/inspect.ts';
import { adRefused } from '../../press/faults.ts';
import { pxToPt } from '../../units.ts';
import type { Cache } from '../cache.ts';
import type { Made } from './pages.ts';
import { pictureBoxes } from './resolution.ts';

/**
 * Every reason why an advertisement that was supplied as PDF cannot be printed, page by page. A page that is signed off is
 * judged no more. What was found is kept by the advertisement's bytes and what was booked: looking costs a second of an ad.
 */
export async function judgeAds({ folder, issue, plan, pictures, released }: Made, cache: Cache): Promise<Fault[]> {
  if (issue === undefined || plan === undefined) return [];
  const faults: Fault[] = [];
  for (const page of plan.pages.filter(({ number }) => !released.has(number)))
    for (const box of pictureBoxes(page)) {
      const { file } = box;
      const picture = pictures.get(file);
      if (picture?.kind !== 'pdf') continue;
      const { inkLimit } = issue.paper.press;
      const booking = { ...inPoints(box), ...soldFor(page, box), color: page.color, inkLimit };
      const place = path.join(folder.issue, file);
      const reasons = await reasonsAgainst(picture, place, booking, cache);
      faults.push(...reasons.map((reason) => adRefused(page.number, shownPath(folder.paper, place), reason)));
    }
  return faults;
}

const inPoints = ({ width, height }: Size): Size => ({ width: pxToPt(width), height: pxToPt(height) });

/** The place that an advertisement was sold, where it leaves some of it bare: it is framed then. */
function soldFor({ modules }: PagePlan, box: PictureBox): Pick<Booking, 'place'> {
  const frame = modules.find(({ boxes }) => boxes.includes(box))?.boxes.find(({ kind }) => kind === 'frame');
  return frame === undefined ? {} : { place: inPoints(frame) };
}

const reasonsAgainst = (
  { sha256 }: Picture,
  place: string,
  booking: Booking,
  cache: Cache,
): Promise<readonly Phrase[]> =>
  cache.value('ad', [sha256, { ...booking }], async () => {
    const { inspectAd } = await import('../../press/ads/inspect.ts');
    return (await inspectAd(await readFile(place), booking)).reasons;
  });
