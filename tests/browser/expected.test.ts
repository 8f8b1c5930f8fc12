/** What the witness expects of a line. */
import { expect, it } from 'vitest';
import { expectedModules } from '../../src/browser/expected.ts';
import type { LegLine, Run } from '../../src/typeset/model.ts';
import { hanRun, legOf, moduleOf, pageOf } from './page-builder.ts';

/** The line of a leg that holds these runs, as it is expected. */
function expectedLine(runs: readonly Run[]) {
  const leg = legOf(['一'], 12);
  if (leg.kind !== 'leg') throw new Error('Expected a leg.');
  const [line] = leg.lines as readonly [LegLine];
  const page = pageOf(1, [moduleOf('lead', [{ ...leg, lines: [{ ...line, runs }] }])]);
  return expectedModules(page)[0]?.body[0];
}

it('reaches from its leftmost run to its rightmost one, whichever is first', () => {
  expect(expectedLine([hanRun('一二'), hanRun('三', 24)])).toMatchObject({ left: 12, right: 48 });
  // “ of one face and ‘ of another, whose blank half is taken out: its origin lies before the run that it follows.
  const first = { ...hanRun('“', 0.9), width: 4.2 };
  expect(expectedLine([first, { ...hanRun('‘'), text: '‘' }])).toMatchObject({ left: 12, right: 24 });
});
