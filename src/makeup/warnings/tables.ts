/** Tables whose cells run on as text, since the legs that they stand in are too narrow for them. */
import type { Fault } from '../../fault.ts';
import type { LegLine } from '../../typeset/model.ts';
import { BODY } from '../../units.ts';
import { tableAsText, tableFolded } from '../faults.ts';
import type { LegBox, Module } from '../plan.ts';
import { standingStories } from './stories.ts';
import type { WarningSource } from './warnings.ts';

/** Warnings of tables that are not set as tables, or in rows of two lines and more, one a table, each with the words that it begins with. */
export const tablesAsText = (source: WarningSource): readonly Fault[] =>
  standingStories(source).flatMap(({ article, module, page }) =>
    openingsOf(module).map(({ line, leg }) => {
      const begins = line.runs.map((run) => run.text).join('');
      const told = line.kind === 'table-folded' ? tableFolded : tableAsText;
      return told(article, begins, leg.width / BODY, page);
    }),
  );

/** The first lines of such tables, each with the leg that it stands in. */
const openingsOf = ({ boxes }: Module): readonly { readonly line: LegLine; readonly leg: LegBox }[] =>
  boxes
    .filter((box): box is LegBox => box.kind === 'leg')
    .flatMap((leg) =>
      leg.lines.filter(({ kind, opens }) => kind.startsWith('table-') && opens).map((line) => ({ line, leg })),
    );
