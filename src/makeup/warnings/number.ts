/** 总期号: the running number is the last one plus one. */
import type { Fault } from '../../fault.ts';
import type { Issue } from '../../issue/model.ts';
import { advice } from '../faults.ts';

/** A warning when the running number does not follow the last. */
export function numberAfter({ number: now }: Issue, { number: last, date }: Issue): readonly Fault[] {
  if (now === undefined || last === undefined || now === last + 1) return [];
  return [
    advice(
      'issue-number',
      `The issue has number ${now}; the one before, of ${date}, had ${last}.`,
      `Set \`number: ${last + 1}\` in issue.yaml.`,
    ),
  ];
}
