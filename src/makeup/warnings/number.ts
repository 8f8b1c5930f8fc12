/** 总期号: the running number is the last one plus one. */
import { both, type Fault } from '../../fault.ts';
import type { Issue } from '../../issue/model.ts';
import { advice } from '../faults.ts';

/** A warning when the running number does not follow the last. */
export function numberAfter({ number: now }: Issue, { number: last, date }: Issue): readonly Fault[] {
  if (now === undefined || last === undefined || now === last + 1) return [];
  return [
    advice({
      name: 'issue-number',
      what: both(
        `The issue has number ${now}; the one before, of ${date}, had ${last}.`,
        `本期总期号是 ${now}，上一期（${date}）是 ${last}。`,
      ),
      todo: both(`Set \`number: ${last + 1}\` in issue.yaml.`, `请在 issue.yaml 里写 \`number: ${last + 1}\`。`),
    }),
  ];
}
