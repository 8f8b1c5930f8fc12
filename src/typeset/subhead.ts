/** Subheads: in whole rows, close to what they head, their lines ended where those of a head would end. */
import type { Span } from '../issue/model.ts';
import { BODY, type Px } from '../units.ts';
import { naturalWidth } from './cost.ts';
import { type FlowShape, FlowVariant, flow, StackVariant } from './flow.ts';
import type { SetBlock } from './model.ts';
import { blockOf } from './set-block.ts';
import { splitHead } from './split.ts';
import type { Desk } from './stacked.ts';
import { firstAt, type Strip } from './strip.ts';
import { styleSpans } from './style.ts';

/** Size of a subhead by its level: five 14 px characters where six of the body stand, or the body's own. */
const SIZES = { 2: 14, 3: BODY } as const;
/** Cost of one more blank row beside a subhead that a column may need to close. */
const LOOSE = 12;

/**
 * A subhead: a Chinese one centred in two rows, or in three; an English one keeps to what it heads, so that the third row lies
 * over it too. The blank rows over it vanish at the head of a leg.
 */
export function subhead(spans: readonly Span[], level: 2 | 3, index: number, desk: Desk): readonly SetBlock[] {
  const { setter, measure } = desk;
  const { palette } = setter;
  const size: Px = SIZES[level];
  const face = palette.lead;
  const texts = styleSpans(spans, { palette: { ...palette, strong: face, em: face, strongEm: face }, face, size });
  const align = palette.latin ? 'left' : 'center';
  const shape = { measure, indent: 0, ragged: true, align } as const;
  const strip = setter.strip(texts, size);
  const [filled] = flow(strip, shape);
  if (!filled) return [];
  const text = inPhrases(spans, strip, shape, filled) ?? filled;
  const variants = [
    new StackVariant([1, text], { looseness: 0, cost: 0 }),
    new StackVariant(palette.latin ? [2, text] : [1, text, 1], { looseness: 1, cost: LOOSE }),
  ];
  return [blockOf({ kind: 'subhead', block: index, variants, keepWithNext: 2, whole: true }, measure)];
}

/** The same subhead in as many lines, each of whole phrases; undefined where the measure does not hold such lines. */
function inPhrases(
  spans: readonly Span[],
  strip: Strip,
  shape: FlowShape,
  { rows, looseness }: FlowVariant,
): FlowVariant | undefined {
  // A note's mark in it is no text that offsets count.
  if (rows < 2 || spans.some(({ note }) => note !== undefined)) return undefined;
  const words = spans.map(({ text }) => text).join('');
  for (const { written, torn } of splitHead([words], rows, strip.latin)) {
    if (torn) continue;
    const ends = endsOf(written, words, strip);
    const fits = ends.every((to, at) => naturalWidth(strip, ends[at - 1] ?? 0, to) <= shape.measure);
    if (fits) return new FlowVariant(strip, shape, { looseness, cost: 0, ends, strained: false });
  }
  return undefined;
}

/** Where the lines end on a strip: at the character that begins the next. */
function endsOf(lines: readonly string[], words: string, strip: Strip): Int32Array {
  let end = 0;
  const begins = lines.map((line) => {
    const begin = words.indexOf(line, end);
    end = begin + line.length;
    return begin;
  });
  return Int32Array.from(lines, (_, at) =>
    at === lines.length - 1 ? strip.count : firstAt(strip, begins[at + 1] ?? 0),
  );
}
