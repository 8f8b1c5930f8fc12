/** Body lines that fall short of their measure: no gap may open further, and only other words can mend that. */
import type { Fault } from '../../fault.ts';
import { spansText } from '../../issue/digest.ts';
import type { Article } from '../../issue/model.ts';
import { faceOf } from '../../typeset/faces.ts';
import type { LegLine } from '../../typeset/model.ts';
import { isVerse } from '../../typeset/verse.ts';
import { BODY, type Px } from '../../units.ts';
import { linesShort } from '../faults.ts';
import type { LegBox, Module } from '../plan.ts';
import { standingStories } from './stories.ts';
import type { WarningSource } from './warnings.ts';

/** White at a line's end from which a reader sees that it is short. */
const SHORT: Px = BODY / 3;
/** Share of the measure that a line of letters may lack before it is told: narrow legs of English have ragged ends now and then. */
const SHORT_LETTERS = 0.25;
/** Characters of a line that are enough to find it by. */
const QUOTED = 10;

/** Warnings of short lines, by story, each with the words that it begins with. */
export const strainedLines = (source: WarningSource): readonly Fault[] =>
  standingStories(source).flatMap(({ article, module, page }) => {
    const lines = shortLines(module, article);
    return lines.length === 0 ? [] : [linesShort(article, lines.map(beginningOf), page)];
  });

function shortLines({ boxes }: Module, article: Article): readonly LegLine[] {
  const legs = boxes.filter((box): box is LegBox => box.kind === 'leg');
  const lines = legs.flatMap((leg) => leg.lines.map((line) => ({ line, measure: leg.width })));
  return lines
    .filter(({ line, measure }, at) => {
      const ends = line.closes || endsAtBreak(lines[at + 1]?.line, article) || isOfVerse(line, article);
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

/** Verse is never brought to the measure. */
function isOfVerse({ block }: LegLine, { body }: Article): boolean {
  const written = body[block];
  return written?.kind === 'paragraph' && isVerse(written);
}

const shortage = ({ runs }: LegLine, measure: Px): Px =>
  runs.every(({ face }) => faceOf(face).script === 'latin') ? measure * SHORT_LETTERS : SHORT;

const beginningOf = ({ runs }: LegLine): string => [...runs.map((run) => run.text).join('')].slice(0, QUOTED).join('');
