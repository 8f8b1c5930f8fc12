/** Body lines that fall short of their measure: no gap may open further, and only other words can mend that. */
import { both, type Fault } from '../../fault.ts';
import { spansText } from '../../issue/digest.ts';
import type { Article } from '../../issue/model.ts';
import { faceOf } from '../../typeset/faces.ts';
import type { LegLine } from '../../typeset/model.ts';
import { BODY, type Px } from '../../units.ts';
import { advice } from '../faults.ts';
import type { LegBox, Module } from '../plan.ts';
import type { WarningSource } from './warnings.ts';

/** White at a line's end from which a reader sees that it is short. */
const SHORT: Px = BODY / 3;
/** Share of the measure that a line of letters may lack before it is told: narrow legs of English have ragged ends now and then. */
const SHORT_LETTERS = 0.25;
/** Characters of a line that are enough to find it by. */
const QUOTED = 10;
/** Lines named of one story; more would bury the others. */
const NAMED = 3;

/** Warnings of short lines, by story, each with the words that it begins with. */
export function strainedLines({ issue, plan }: WarningSource): readonly Fault[] {
  return plan.pages.flatMap((page) =>
    page.modules.flatMap((module) => {
      const article = issue.articles.find(({ slug }) => slug === module.slug);
      const lines = article === undefined ? [] : shortLines(module, article);
      if (article === undefined || lines.length === 0) return [];
      const named = lines.slice(0, NAMED).map((line) => `“${beginningOf(line)}…”`);
      const more = lines.length > NAMED ? ` and ${lines.length - NAMED} more` : '';
      return [
        advice({
          name: 'line-short',
          what: both(
            `${lines.length} line${lines.length === 1 ? '' : 's'} of “${article.slug}” cannot be brought to the measure: ${named.join(', ')}${more}.`,
            `“${article.slug}”有 ${lines.length} 行撑不满栏宽：${named.join('、')}${lines.length > NAMED ? '等' : ''}。`,
          ),
          todo: both(
            'Change a word or two of the paragraph, or give the story another width.',
            '请改动该段一两个字，或换个栏宽。',
          ),
          article,
          page: page.number,
        }),
      ];
    }),
  );
}

function shortLines({ boxes }: Module, article: Article): readonly LegLine[] {
  const legs = boxes.filter((box): box is LegBox => box.kind === 'leg');
  const lines = legs.flatMap((leg) => leg.lines.map((line) => ({ line, measure: leg.width })));
  return lines
    .filter(({ line, measure }, at) => {
      const ends = line.closes || endsAtBreak(lines[at + 1]?.line, article);
      return line.kind === 'paragraph' && !ends && line.width < measure - shortage(line, measure);
    })
    .map(({ line }) => line);
}

/** True where the desk itself broke the line before this one. */
function endsAtBreak(next: LegLine | undefined, { body }: Article): boolean {
  const block = next === undefined ? undefined : body[next.block];
  if (block?.kind !== 'paragraph') return false;
  return /\n\s*$/.test(spansText(block.spans).slice(0, next?.offset));
}

const shortage = ({ runs }: LegLine, measure: Px): Px =>
  runs.every(({ face }) => faceOf(face).script === 'latin') ? measure * SHORT_LETTERS : SHORT;

const beginningOf = ({ runs }: LegLine): string => [...runs.map((run) => run.text).join('')].slice(0, QUOTED).join('');
