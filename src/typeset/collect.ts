/**
 * First step: styled text becomes a row of characters as they will be drawn. Quotes are curled, white space is joined,
 * what is never drawn is put aside, and each character is given a face that has it. Every character remembers what
 * it stands for in the article, so that nothing is lost.
 */
import { isCombining, isInvisible, isShared, isSpace } from './classes.ts';
import { curl, isApostrophe } from './curl.ts';
import { fallbacksOf } from './faces.ts';
import type { Metrics } from './font/metrics.ts';
import type { FaceId } from './model.ts';
import type { CharStyle, StyledText } from './style.ts';

/** A character as drawn; combining marks belong to the one before them. */
export interface Character {
  text: string;
  readonly code: number;
  readonly style: CharStyle;
  /** What it stands for in the article; '' for something inserted. */
  source: string;
  /** Offset into the block's source. */
  readonly offset: number;
  /** White space after it: none, a word space, or a full-width blank. */
  space: 'none' | 'word' | 'wide';
  /** True where a line must end after it. */
  ends: boolean;
  /** What the writer allowed after it: a break, or a break with a hyphen. */
  joint: 'none' | 'break' | 'hyphen';
}

export interface CollectOptions {
  readonly metrics: Metrics;
  readonly latin: boolean;
  /** Told of each character that no face has. */
  readonly missing: (character: string) => void;
}

/** Drawn for what no font has; only ever seen beside the fault that names the character. */
const GETA = '〓';
const ZERO_WIDTH_SPACE = '\u200b';
const SOFT_HYPHEN = '\u00ad';

/** The characters of a text, in order. */
export function collect(texts: readonly StyledText[], options: CollectOptions): readonly Character[] {
  const characters: Character[] = [];
  const curled = curl(texts);
  const whole = curled.join('');
  let start = 0;
  let offset = 0;
  let held = '';
  texts.forEach((styled, index) => {
    const drawn = curled[index] ?? styled.text;
    let at = 0;
    for (const source of styled.text) {
      const text = drawn.slice(at, at + source.length);
      const last = characters.at(-1);
      const kept = styled.inserted ? '' : source;
      const place = styled.prefix ? 0 : offset + at;
      at += source.length;
      if (source === '\n') endLine(last);
      else if (isSpace(source)) addSpace(last, source);
      else if (isInvisible(source)) {
        if (last) last.source += kept;
        else held += kept;
        if (last) allowJoint(last, source);
      } else if (last && isCombining(source)) {
        last.text += text;
        last.source += kept;
      } else {
        const here = start + at;
        const alphabetic = options.latin || (text === '’' && isApostrophe(whole[here - 2], whole[here]));
        const seen: Seen = { text, source: held + kept, offset: place, style: styled.style, alphabetic };
        characters.push(newCharacter(seen, options));
        held = '';
      }
    }
    start += styled.text.length;
    if (!styled.prefix) offset += styled.text.length;
  });
  return characters;
}

function endLine(last: Character | undefined): void {
  if (last) last.ends = true;
}

function addSpace(last: Character | undefined, source: string): void {
  if (!last) return;
  // No-break spaces are drawn as spaces; nobody breaks a paragraph at them, but the loss is none if they do.
  if (source === '\u3000') last.space = 'wide';
  else if (last.space === 'none') last.space = 'word';
}

function allowJoint(last: Character, source: string): void {
  if (source === ZERO_WIDTH_SPACE) last.joint = 'break';
  else if (source === SOFT_HYPHEN) last.joint = 'hyphen';
}

interface Seen {
  readonly text: string;
  readonly source: string;
  readonly offset: number;
  readonly style: CharStyle;
  /** Among letters: quotes and dashes are proportional. */
  readonly alphabetic: boolean;
}

function newCharacter(seen: Seen, options: CollectOptions): Character {
  const { text, source, offset, style } = seen;
  const code = text.codePointAt(0) ?? 0;
  const rest = { source, offset, space: 'none' as const, ends: false, joint: 'none' as const };
  const face = faceFor(code, seen, options.metrics);
  if (face !== undefined) return { ...rest, text, code, style: withFace(style, face) };
  options.missing(source || text);
  return { ...rest, text: GETA, code: GETA.codePointAt(0) ?? 0, style: withFace(style, 'song') };
}

/** The style's own face, or the first that can stand in for it. */
function faceFor(code: number, { style, alphabetic }: Seen, metrics: Metrics): FaceId | undefined {
  // In a Han face a quote or an apostrophe is an em wide; among letters a Latin face draws it.
  const wide = alphabetic && isShared(code) && metrics[style.face]?.face.script === 'han';
  if (!wide && metrics[style.face]?.has(code)) return style.face;
  const order = wide ? ['serif-latin', ...fallbacksOf(style.face)] : fallbacksOf(style.face);
  return order.find((face) => metrics[face]?.has(code));
}

const styles = new WeakMap<CharStyle, Map<string, CharStyle>>();

/** The same style in another face; the same object each time, so that runs can be told apart by identity. */
function withFace(style: CharStyle, face: string): CharStyle {
  if (style.face === face) return style;
  const known = styles.get(style) ?? new Map<string, CharStyle>();
  styles.set(style, known);
  const other = known.get(face) ?? { ...style, face };
  known.set(face, other);
  return other;
}
