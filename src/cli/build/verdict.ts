/** Which pages may be printed: the hard rules and the proof that nothing of the copy is lost, as faults. */
import type { Fault } from '../../fault.ts';
import type { Plan } from '../../makeup/plan.ts';
import { hardRule, notWhole, releasedDiffers } from '../faults.ts';

/** What the verdict takes into account. */
export interface VerdictTerms {
  /** A broken rule is a warning: the page prints, marked 草样. */
  readonly draft: boolean;
  /** Numbers of the pages that are signed off; they are judged no more. */
  readonly released?: ReadonlySet<number>;
}

/** Faults of a plan. A lost character is one even in a draft. */
export function verdict(plan: Plan, { draft, released = new Set() }: VerdictTerms): readonly Fault[] {
  const broken = plan.pages
    .filter(({ number }) => !released.has(number))
    .flatMap(({ number, hard }) => hard.map(({ rule, message }) => hardRule(number, rule, message)));
  return [
    ...broken.map((fault): Fault => (draft ? { ...fault, severity: 'warning' } : fault)),
    ...torn(plan, released),
  ];
}

/** Articles whose text on the pages is not what the desk wrote. */
function torn(plan: Plan, released: ReadonlySet<number>): readonly Fault[] {
  return plan.articles
    .filter(({ digest, placedDigest }) => digest !== placedDigest)
    .map(({ slug, characters, placed }) => {
      const frozen = plan.pages.find(
        ({ number, modules }) => released.has(number) && modules.some((module) => module.slug === slug),
      );
      return frozen === undefined ? notWhole(slug, characters, placed) : releasedDiffers(frozen.number, slug);
    });
}
