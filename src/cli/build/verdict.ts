/** Which pages may be printed: the hard rules and the proof that nothing of the copy is lost, as faults. */
import type { Fault } from '../../fault.ts';
import type { Plan } from '../../makeup/plan.ts';
import { hardRule, notWhole } from '../faults.ts';

/**
 * Faults of a plan. In a draft a broken rule is a warning: the page prints, marked 草样. A lost character is
 * never one.
 */
export function verdict(plan: Plan, options: { readonly draft: boolean }): readonly Fault[] {
  const broken = plan.pages.flatMap(({ number, hard }) =>
    hard.map(({ rule, message }) => hardRule(number, rule, message)),
  );
  const torn = plan.articles.filter(({ digest, placedDigest }) => digest !== placedDigest);
  return [
    ...broken.map((fault): Fault => (options.draft ? { ...fault, severity: 'warning' } : fault)),
    ...torn.map(({ slug, characters, placed }) => notWhole(slug, characters, placed)),
  ];
}
