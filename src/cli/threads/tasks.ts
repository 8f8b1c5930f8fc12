/** What threads can do. Input and output are plain data; each task loads what it needs when it is first asked. */
import type { Issue } from '../../issue/model.ts';
import type { MadeUp } from '../../makeup/make-up.ts';
import type { Plan } from '../../makeup/plan.ts';
import type { Picture } from '../../photo/model.ts';

/** What the make-up is asked for. */
export interface MakeUpOrder {
  readonly issue: Issue;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly previous?: Plan;
  readonly released?: readonly number[];
}

/** Opens the fonts, so that a later task finds them open. */
async function openFonts(): Promise<void> {
  const { openMetrics } = await import('../../typeset/font/metrics.ts');
  await openMetrics();
}

/** Sets the type and makes up the pages. */
async function makeUpIssue({ issue, pictures, previous, released }: MakeUpOrder): Promise<MadeUp> {
  const [{ openTypesetter }, { makeUp }] = await Promise.all([
    import('../../typeset/typesetter.ts'),
    import('../../makeup/make-up.ts'),
  ]);
  const typesetter = await openTypesetter(issue.paper);
  return makeUp({
    issue,
    pictures,
    typesetter,
    ...(previous === undefined ? {} : { previous }),
    ...(released === undefined ? {} : { released }),
  });
}

export const TASKS = { openFonts, makeUpIssue };

export type TaskName = keyof typeof TASKS;
export type TaskInput<Name extends TaskName> = Parameters<(typeof TASKS)[Name]>[0];
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<(typeof TASKS)[Name]>>;
