/** What no line may do, judged from outside: by the drawn runs alone, with tables of its own. */
import type { Line } from '../../src/typeset/model.ts';
import { metrics, textOf } from './builders.ts';

const NEVER_FIRST = /^[、，。：；！？）］｝〕〉》」』】”’·～／]/u;
const NEVER_LAST = /[（［｛〔〈《「『【“‘／]$/u;

/** How near the end of a justified line must be to the measure, px. */
const NEAR = 0.02;
/** Greatest opening between two Han characters, em, and what rounding to layout units may add. */
const LIMIT = 0.12;
const ROUNDING = 0.003;

/** Everything wrong with the lines of a paragraph, in words; empty when all is well. */
export function wrongs(lines: readonly Line[], measure: number): readonly string[] {
  const found: string[] = [];
  lines.forEach((line, at) => {
    const text = textOf(line);
    const before = at > 0 ? textOf(lines[at - 1] as Line) : '';
    const isLast = at === lines.length - 1;
    if (at > 0 && NEVER_FIRST.test(text)) found.push(`begins badly: ${text}`);
    if (!isLast && NEVER_LAST.test(text)) found.push(`ends badly: ${text}`);
    if (/—$/.test(before) && /^—/.test(text)) found.push(`tears a dash: ${before}/${text}`);
    if (/…$/.test(before) && /^…/.test(text)) found.push(`tears an ellipsis: ${before}/${text}`);
    if (/[\d.,]$/.test(before) && /^[\d%.,]/.test(text) && !/[.,]$/.test(before))
      found.push(`tears a number: ${before}/${text}`);
    if (line.width > measure + NEAR) found.push(`too wide: ${text} ${line.width}`);
    const isShort = line.width < measure - NEAR;
    const opening = widestGap(line);
    if (opening > LIMIT + ROUNDING) found.push(`opened by ${opening.toFixed(4)} em: ${text}`);
    if (!isLast && isShort && line.stretch < LIMIT * 1000 - 1) found.push(`short without need: ${text} ${line.width}`);
    if (isLast && lines.length > 1 && /^\p{sc=Han}[\p{P}]*$/u.test(text)) found.push(`lone character: ${text}`);
  });
  return found;
}

/** The widest opening between two Han characters side by side, em. */
export function widestGap(line: Line): number {
  let widest = 0;
  let end: number | undefined;
  for (const run of line.runs) {
    const advances = metrics[run.face]?.shape(run.text, run.spacing === 0) ?? new Float64Array();
    let x = run.x;
    for (let at = 0; at < run.text.length; at += 1) {
      const isHan = /\p{sc=Han}/u.test(run.text[at] ?? '');
      if (isHan && end !== undefined) widest = Math.max(widest, (x - end) / run.size);
      const advance = ((advances[at] ?? 0) * run.size) / 1000;
      end = isHan ? x + advance : undefined;
      x += advance + (run.spacing * run.size) / 1000;
    }
  }
  return widest;
}

/** What the runs stand for, white space left out. */
export const readBack = (lines: readonly Line[]): string =>
  lines
    .flatMap((line) => line.runs.map((run) => run.source ?? run.text))
    .join('')
    .replace(/\p{White_Space}/gu, '');
