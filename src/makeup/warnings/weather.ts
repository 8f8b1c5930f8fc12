/** A forecast that the paper does not print, because an ad has the ear or there is none. */
import type { Fault } from '../../fault.ts';
import { weatherNowhere } from '../faults.ts';
import type { WarningSource } from './warnings.ts';

/** A warning where `weather` was written and no ear of the issue holds it. */
export function weatherUnprinted({ issue, plan }: WarningSource): readonly Fault[] {
  const isPrinted = plan.pages.some(({ modules }) => modules.some(({ kind }) => kind === 'ear'));
  if (issue.weather === undefined || plan.pages.length === 0 || isPrinted) return [];
  return [weatherNowhere()];
}
