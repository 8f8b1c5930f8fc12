/** R40 over a whole plan: what jumps goes forward, once, says so on both sides, and is long enough on both (24 and 36 lines). */
import { both, inChinese, inEnglish, type Phrase } from '../../fault.ts';
import type { HardFinding, Module, PagePlan } from '../plan.ts';

/** Lines of a jumped story before the jump and after it: four and six inches (Navy 14130). */
const LEAST = { before: 24, after: 36 } as const;

interface Standing {
  readonly page: number;
  readonly module: Module;
}

/** The broken rules of jumps, by page. */
export function checkJumps(pages: readonly PagePlan[]): ReadonlyMap<number, readonly HardFinding[]> {
  const found = new Map<number, HardFinding[]>();
  const parts = new Map<string, Standing[]>();
  for (const { number, modules } of pages)
    for (const module of modules)
      if (module.kind === 'article')
        parts.set(module.slug, [...(parts.get(module.slug) ?? []), { page: number, module }]);
  const tell = (page: number, what: Phrase, slug: string) =>
    found.set(page, [
      ...(found.get(page) ?? []),
      { rule: 'R40', message: inEnglish(what), zh: { message: inChinese(what) }, modules: [slug] },
    ]);
  for (const [slug, standing] of parts) {
    const [first] = standing;
    if (first && (standing.length > 1 || first.module.part === 2))
      for (const flaw of flawsOf(standing)) tell(first.page, flaw, slug);
  }
  return found;
}

/** What is wrong with the parts of one story. */
function flawsOf(standing: readonly Standing[]): readonly Phrase[] {
  const first = standing.find(({ module }) => module.part === 1);
  const second = standing.find(({ module }) => module.part === 2);
  if (!first || !second || standing.length > 2)
    return [both('A jumped story has not one part before the jump and one after.', '转版稿应当前后各一截，现在不是。')];
  return [
    ...(first.page < second.page ? [] : [both('A story jumps backwards.', '稿子往前转了版。')]),
    ...(linesOf(first.module) >= LEAST.before
      ? []
      : [both('Too few lines stand before a jump.', '转版前的行数太少。')]),
    ...(linesOf(second.module) >= LEAST.after ? [] : [both('Too few lines stand after a jump.', '转版后的行数太少。')]),
    ...(pointsTo(first.module, second.page)
      ? []
      : [both('The jump line does not say where the story goes on.', '“下转”没有写对版次。')]),
    ...(saysJump(second.module) ? [] : [both('Nothing says where a story comes from.', '缺“上接”。')]),
  ];
}

const linesOf = ({ boxes }: Module): number =>
  boxes.reduce((sum, box) => sum + (box.kind === 'leg' ? box.lines.length : 0), 0);

const pointsTo = ({ boxes }: Module, page: number): boolean =>
  boxes.some(
    (box) =>
      box.kind === 'text' &&
      box.text.role === 'jump' &&
      box.link !== undefined &&
      'page' in box.link &&
      box.link.page === page,
  );

const saysJump = ({ boxes }: Module): boolean => boxes.some((box) => box.kind === 'text' && box.text.role === 'jump');
