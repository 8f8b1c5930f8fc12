/** Small builders for the tests of the type: text in, lines of text out. */
import type { Kinsoku } from '../../src/typeset/breaks.ts';
import { naturalWidth } from '../../src/typeset/cost.ts';
import { openMetrics } from '../../src/typeset/font/metrics.ts';
import { setLine } from '../../src/typeset/line.ts';
import { buildStrip } from '../../src/typeset/measure.ts';
import type { Line } from '../../src/typeset/model.ts';
import { breakParagraph, type Setting } from '../../src/typeset/paragraph.ts';
import type { LineSpec } from '../../src/typeset/runs.ts';
import type { Strip } from '../../src/typeset/strip.ts';
import type { StyledText } from '../../src/typeset/style.ts';

export const metrics = await openMetrics();

export interface TextOptions {
  readonly kinsoku?: Kinsoku;
  readonly latin?: boolean;
  /** Characters left free at the first line. */
  readonly indent?: number;
  readonly looseness?: -1 | 0 | 1;
  readonly size?: number;
}

/** A text in the body face, measured. */
export function stripOf(text: string | readonly StyledText[], options: TextOptions = {}): Strip {
  const { kinsoku = 'gb', latin = false, size = 12 } = options;
  const style = { face: latin ? 'serif-latin' : 'song', size };
  const texts = typeof text === 'string' ? [{ text, style }] : text;
  const missing = (character: string) => {
    throw new RangeError(`no glyph for ${character}`);
  };
  return buildStrip(texts, { metrics, size, latin, kinsoku, missing });
}

/** A text set at a measure of so many characters: the lines of one setting, or undefined where there is none. */
export function setLines(text: string, measure: number, options: TextOptions = {}): readonly Line[] | undefined {
  const { indent = 0, looseness = 0, size = 12 } = options;
  const strip = stripOf(text, options);
  const shape = { measure: measure * size, indent: indent * size };
  const setting = breakParagraph(strip, shape).find((one) => one.looseness === looseness);
  return setting && linesOf(strip, setting, shape);
}

/** Lines of a setting. */
export function linesOf(
  strip: Strip,
  setting: Setting,
  shape: { readonly measure: number; readonly indent: number },
): readonly Line[] {
  let from = 0;
  return Array.from(setting.ends, (to, at) => {
    const isLast = at === setting.ends.length - 1;
    const spec: LineSpec = { from, to, measure: shape.measure, indent: at === 0 ? shape.indent : 0, justify: !isLast };
    from = to;
    return setLine(strip, spec);
  });
}

/** What stands on a line. */
export const textOf = (line: Line): string => line.runs.map((run) => run.text).join('');

/** The lines as one reads them. */
export const drawn = (text: string, measure: number, options?: TextOptions): readonly string[] | undefined =>
  setLines(text, measure, options)?.map(textOf);

/** Where each character's glyph begins, in ems of the body, to two decimals. */
export function places(line: Line): string {
  const found: string[] = [];
  for (const run of line.runs) {
    const { advance } = { advance: metrics[run.face]?.shape(run.text, run.spacing === 0) ?? new Float64Array() };
    let x = run.x;
    for (let at = 0; at < run.text.length; at += 1) {
      const character = run.text[at] ?? '';
      if (character !== ' ') found.push(`${character}${decimals(x / 12)}`);
      x += (((advance[at] ?? 0) + run.spacing + (character === ' ' ? (run.words ?? 0) : 0)) * run.size) / 1000;
    }
  }
  return found.join(' ');
}

const decimals = (ems: number): string => String(Math.round(ems * 100) / 100 + 0);

/**
 * A text with the places where a line may end: `|` where it costs nothing, `¦` where it costs something, `-` where it
 * adds a hyphen; nothing stands between characters that stay together.
 */
export function joints(text: string, options?: TextOptions): string {
  const { characters, breaks } = stripOf(text, options);
  return characters.text
    .map((character, at) => {
      const cost = breaks.cost[at] ?? -1;
      const joint = at === 0 || cost < 0 ? '' : breaks.hyphen[at] === 1 ? '-' : cost > 0 ? '¦' : '|';
      return `${joint}${character}${characters.space[at] ? ' ' : ''}`;
    })
    .join('');
}

/** A text on one line that is given room beyond its natural width, or less than that, in ems. */
export function fitted(text: string, room: number): string {
  const strip = stripOf(text);
  const measure = naturalWidth(strip, 0, strip.count) + room * 12;
  return places(setLine(strip, { from: 0, to: strip.count, measure, indent: 0, justify: true }));
}
