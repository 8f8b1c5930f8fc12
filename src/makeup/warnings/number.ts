/** 总期号: the running number is the last one plus one. */
import type { Fault } from '../../fault.ts';
import { advice } from '../faults.ts';
import type { WarningSource } from './warnings.ts';

/** A warning when the running number does not follow the last. */
export function numberOf({ issue, yesterday }: WarningSource): readonly Fault[] {
  const [now, last] = [issue.number, yesterday?.number];
  if (now === undefined || last === undefined || now === last + 1) return [];
  return [
    advice(
      'issue-number',
      `The issue has number ${now}; the one before had ${last}.`,
      `Set \`number: ${last + 1}\` in issue.yaml.`,
    ),
  ];
}
