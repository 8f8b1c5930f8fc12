/** Which pages may be printed: the hard rules and the proof that nothing of the copy is lost, as faults. */
import type { Fault } from '../../fault.ts';
import type { Plan } from '../../makeup/plan.ts';
import { hardRule, notWhole, releasedDiffers } from '../faults.ts';

/** Empty cells; what the make-up said of the page tells more than their number. */
const HOLE = 'R03';
const CLOSING: ReadonlySet<string> = new Set(['overset', 'page-hole', 'page-not-made', 'page-crowded']);

/** What the verdict takes into account. */
export interface VerdictTerms {
  /** A broken rule is a warning: the page prints, marked 草样. */
  readonly draft: boolean;
  /** Numbers of the pages that are signed off; they are judged no more. */
  readonly released?: ReadonlySet<number>;
  /** Faults that are told already. */
  readonly known?: readonly Fault[];
}

/** Faults of a plan. A lost character is one even in a draft. */
export function verdict(plan: Plan, terms: VerdictTerms): readonly Fault[] {
  const { draft, released = new Set(), known = [] } = terms;
  const explained = new Set(known.filter(({ name }) => CLOSING.has(name)).map(({ page }) => page));
  const broken = plan.pages
    .filter(({ number }) => !released.has(number))
    .flatMap(({ number, hard }) =>
      hard.filter(({ rule }) => rule !== HOLE || !explained.has(number)).map((finding) => hardRule(number, finding)),
    );
  return [...broken.map((fault): Fault => (draft ? { ...fault, severity: 'warning' } : fault)), ...torn(plan, terms)];
}

/**
 * Articles on the pages whose text is not what the desk wrote. The make-up says so itself; this does not take its word
 * for it. Of one that has no room a draft shows a part, and warns.
 */
function torn(plan: Plan, { known = [], released = new Set() }: VerdictTerms): readonly Fault[] {
  const isError = ({ severity, name }: Fault): boolean => severity === 'error' || name === 'overset';
  const told = new Set(known.filter(isError).map(({ place }) => place?.file));
  return plan.articles
    .filter(({ digest, placedDigest, placed }) => digest !== placedDigest && placed > 0)
    .flatMap(({ slug, characters, placed }) => {
      const frozen = plan.pages.find(
        ({ number, modules }) => released.has(number) && modules.some((module) => module.slug === slug),
      );
      if (frozen !== undefined) return [releasedDiffers(plan.issue, frozen.number, slug)];
      const isTold = [...told].some((file) => file?.endsWith(`/${slug}.md`));
      return isTold ? [] : [notWhole(slug, characters, placed)];
    });
}
