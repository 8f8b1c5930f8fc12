/** Has the picture pixels enough for the size at which it is placed? */
import type { Fault } from '../fault.ts';
import { pixelsPerInch } from './crop.ts';
import { pictureCoarse, pictureTooCoarse } from './faults.ts';
import type { Picture, Placement } from './model.ts';

/** Printed, but seen to be soft, unless the paper asks for no more. GWG 2015 newspaper ads warn under 149 ppi; the house says 150. */
const WARN_PPI = 150;
/** Not printed. GWG 2015 newspaper ads refuse under 99 ppi; the house says 100. */
const REFUSE_PPI = 100;

/** What the placed size asks of the picture. */
export interface ResolutionQuestion {
  readonly picture: Picture;
  readonly placement: Placement;
  readonly page: number;
  /** `press.resolution`, pixels per inch. */
  readonly target: number;
  /** Path to name in the fault, relative to the paper's folder. */
  readonly file: string;
}

/** The fault of a picture with too few pixels, naming the pixels that it would need; none when it has enough. */
export function judgeResolution({ picture, placement, page, target, file }: ResolutionQuestion): Fault | undefined {
  const ppi = pixelsPerInch(picture, placement.crop, placement.width);
  if (ppi >= Math.min(WARN_PPI, target)) return undefined;
  const scale = target / ppi;
  const facts = {
    file,
    page,
    ppi,
    target,
    has: { width: picture.width, height: picture.height },
    needs: { width: Math.ceil(picture.width * scale), height: Math.ceil(picture.height * scale) },
  };
  return ppi < REFUSE_PPI ? pictureTooCoarse(facts) : pictureCoarse(facts);
}
