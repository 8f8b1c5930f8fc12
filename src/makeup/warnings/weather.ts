/** A forecast that the paper does not print, because an ad has the ear or there is none. */
import { both, type Fault } from '../../fault.ts';
import { advice } from '../faults.ts';
import type { WarningSource } from './warnings.ts';

/** A warning where `weather` was written and no ear of the issue holds it. */
export function weatherUnprinted({ issue, plan }: WarningSource): readonly Fault[] {
  const isPrinted = plan.pages.some(({ modules }) => modules.some(({ kind }) => kind === 'ear'));
  if (issue.weather === undefined || plan.pages.length === 0 || isPrinted) return [];
  return [
    advice({
      name: 'weather-unprinted',
      what: both('The weather is printed nowhere: no ear has room for it.', '天气没有排上：没有报眼放它。'),
      todo: both(
        'It stands in the ear of page 1, where no ad has that: move the ad, or put the weather into a brief.',
        '天气排在头版报眼，报眼没有广告时才有位置：请挪开广告，或把天气写成一条简讯。',
      ),
    }),
  ];
}
