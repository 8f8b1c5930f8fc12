/** Verse: stanzas whose lines the desk ended itself. */
import type { Block } from '../issue/model.ts';
import { BODY, type Px } from '../units.ts';
import type { BlockOptions } from './blocks.ts';
import { type FlowVariant, flow, type StackPart, StackVariant } from './flow.ts';
import type { BlockLine, SetBlock } from './model.ts';
import { indentOf } from './parts.ts';
import { blockOf } from './set-block.ts';
import type { Desk } from './stacked.ts';
import { firstAt } from './strip.ts';
import type { StyledText } from './style.ts';

type Paragraph = Extract<Block, { kind: 'paragraph' }>;

/** Lines of which the desk ended two or more itself: a stanza. */
export const isVerse = ({ spans }: Paragraph): boolean =>
  spans.reduce((ends, { text }) => ends + text.split('\n').length - 1, 0) >= 2;

/** What is left of a line that the measure cannot hold stands so far in, under it. */
const TURNED: Px = BODY;
/** Cost of one more blank row before a stanza, of a leg that ends inside it. */
const LOOSE = 12;
const PARTED = 400;

/** A stanza: its lines begin under each other, none is justified, and a blank row parts it from the text before it. */
export function verse(
  texts: readonly StyledText[],
  index: number,
  { setter, measure }: Desk,
  { from = 0, follows = false }: BlockOptions,
): readonly SetBlock[] {
  const strip = setter.strip(texts, BODY);
  const start = from > 0 ? firstAt(strip, from) : 0;
  const left = indentOf(setter.palette.latin);
  const [set] = start < 0 ? [] : flow(strip, { measure: measure - left, indent: 0, left, ragged: true, start });
  if (!set) return [];
  const words = texts.map(({ text }) => text).join('');
  const isTurned = ({ offset = 0 }: BlockLine): boolean => offset > 0 && !/\n\s*$/u.test(words.slice(0, offset));
  const stanza = hung(set, isTurned, measure);
  const isParted = follows && from === 0;
  const variants = isParted
    ? [
        new StackVariant([1, stanza], { looseness: 0, cost: 0 }),
        new StackVariant([2, stanza], { looseness: 1, cost: LOOSE }),
      ]
    : [new StackVariant([stanza], { looseness: 0, cost: 0 })];
  // Blank rows do not stay behind alone.
  const cuts = Array.from({ length: set.rows - 1 }, (_, row) => row + 1);
  const turned = set.lines.filter(isTurned).length;
  return [blockOf({ kind: 'paragraph', block: index, variants, cuts, parted: PARTED, turned }, measure)];
}

/** The lines of a stanza, the turned ones moved in as far as the measure lets them. */
function hung(set: FlowVariant, isTurned: (line: BlockLine) => boolean, measure: Px): StackPart {
  const { rows, ending, strained } = set;
  const lines = set.lines.map((line) => {
    const by = isTurned(line) ? Math.max(0, Math.min(TURNED, Math.floor(measure - line.width))) : 0;
    return { ...line, width: line.width + by, runs: line.runs.map((run) => ({ ...run, x: run.x + by })) };
  });
  return { rows, ending, strained, lines };
}
