/** Advertisements that do not have the proportion of the place that was sold. */
import type { Fault } from '../../fault.ts';
import { PITCH, pxToMm } from '../../units.ts';
import { adLoose } from '../faults.ts';
import type { Module } from '../plan.ts';
import type { WarningSource } from './warnings.ts';

/** Places are whole lines high: a line bare on either side is no more than that. */
const ROUNDING = 2 * PITCH;

/** Warnings of ads that leave their place bare, with the size and the height that would fill it. */
export function looseAds({ issue, plan, pictures }: WarningSource): readonly Fault[] {
  return plan.pages.flatMap((page) =>
    page.modules
      .filter(({ kind }) => kind === 'ad')
      .flatMap((module) => {
        const request = issue.ads.find((_, index) => module.slug === `ad-${index + 1}`);
        const place = placeOf(module);
        const picture = request && pictures.get(request.file);
        if (!request || !picture || !place || request.position === 'full' || place.bare <= ROUNDING) return [];
        const lines = Math.max(1, Math.round((place.width * picture.height) / picture.width / PITCH));
        const { width, height, bare } = place;
        const inMillimetres = { width: millimetres(width), height: millimetres(height), bare: millimetres(bare) };
        return [adLoose(request.file, inMillimetres, lines, page.number)];
      }),
  );
}

const millimetres = (px: number): number => Math.round(pxToMm(px));

/** The place of an ad that is framed, because it does not fill it, and how much of it stays bare beside or above it. */
function placeOf({ boxes }: Module): { width: number; height: number; bare: number } | undefined {
  const frame = boxes.find(({ kind }) => kind === 'frame');
  const ad = boxes.find(({ kind }) => kind === 'picture');
  if (!frame || !ad) return undefined;
  const { width, height } = frame;
  return { width, height, bare: Math.max(width - ad.width, height - ad.height) };
}
