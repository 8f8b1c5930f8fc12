/** 总期号: the running number is the last one plus one. */
import type { Fault } from '../../fault.ts';
import type { Issue } from '../../issue/model.ts';
import { numberLeaps } from '../faults.ts';

/** A warning when the running number does not follow the last. */
export function numberAfter({ number: now }: Issue, { number: last, date }: Issue): readonly Fault[] {
  if (now === undefined || last === undefined || now === last + 1) return [];
  return [numberLeaps(now, last, date)];
}
