/** Advertisements that do not have the proportion of the place that was sold. */
import { both, type Fault } from '../../fault.ts';
import { PITCH, pxToMm } from '../../units.ts';
import { advice } from '../faults.ts';
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
        const size = `${millimetres(place.width)} × ${millimetres(place.height)}`;
        const height = Math.max(1, Math.round((place.width * picture.height) / picture.width / PITCH));
        return [
          advice({
            name: 'ad-loose',
            what: both(
              `The advertisement ${request.file} leaves ${millimetres(place.bare)} mm of its place bare: that is ${size} mm, of another proportion.`,
              `广告 ${request.file} 填不满所订的位置，空出 ${millimetres(place.bare)} 毫米：位置是 ${size} 毫米，宽高比与广告不同。`,
            ),
            todo: both(
              `Ask for it at ${size} mm, or book \`height: ${height}\` in issue.yaml.`,
              `请要一份 ${size} 毫米的，或在 issue.yaml 里改写 \`height: ${height}\`。`,
            ),
            page: page.number,
          }),
        ];
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
