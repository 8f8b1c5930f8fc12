/** What all steps of one paper share: measured faces, the language's palette, the level of 禁则, and a cache of strips. */

import type { Px } from '../units.ts';
import type { Kinsoku } from './breaks.ts';
import type { Metrics } from './font/metrics.ts';
import { buildStrip } from './measure.ts';
import type { Strip } from './strip.ts';
import type { Palette, StyledText } from './style.ts';

/** The bench that a paper's type is set on. */
export interface Setter {
  readonly metrics: Metrics;
  readonly palette: Palette;
  readonly kinsoku: Kinsoku;
  /** Told of each character that no face has. */
  readonly missing: (character: string) => void;
  /** A measured text; the same text in the same style is measured once, unless nobody will ask for it again (`kept: false`). */
  strip(texts: readonly StyledText[], size: Px, options?: StripWish): Strip;
}

/** How a text is measured. */
export interface StripWish {
  readonly tight?: boolean;
  readonly kept?: false;
}

/** Strips kept; an issue of 16 pages has some two thousand paragraphs, of 16 kilobytes each. */
const KEPT = 4_000;

/** What type is set with. */
export interface SetterOptions {
  readonly metrics: Metrics;
  readonly palette: Palette;
  readonly kinsoku: Kinsoku;
}

/** A strip, how it was asked for, and the characters of its text that no face has. */
interface Measured {
  readonly size: Px;
  readonly tight: boolean;
  readonly strip: Strip;
  readonly missing: readonly string[];
}

/** A setter; `as` gives one that tells another listener of missing characters and shares the cache. */
export function newSetter(options: SetterOptions): { as(missing: (character: string) => void): Setter } {
  const strips = new Map<string, Measured>();
  /** A paragraph comes with the same texts at every measure: nothing need be spelt out to find its strip. */
  const latest = new WeakMap<readonly StyledText[], Measured>();
  const { metrics, palette, kinsoku } = options;
  const stripOf = (texts: readonly StyledText[], size: Px, tight: boolean): Measured => {
    const same = latest.get(texts);
    if (same?.size === size && same.tight === tight) return same;
    const key = JSON.stringify([texts, size, tight]);
    const found = strips.get(key) ?? measured(texts, size, tight);
    if (strips.size >= KEPT) strips.clear();
    strips.set(key, found);
    latest.set(texts, found);
    return found;
  };
  const measured = (texts: readonly StyledText[], size: Px, tight: boolean): Measured => {
    const missing: string[] = [];
    const told = { metrics, size, latin: palette.latin, kinsoku, tight };
    const strip = buildStrip(texts, { ...told, missing: (character) => missing.push(character) });
    return { strip, size, tight, missing };
  };
  return {
    as: (missing) => ({
      ...options,
      missing,
      strip: (texts, size, { tight = false, kept } = {}) => {
        const known = kept === false ? measured(texts, size, tight) : stripOf(texts, size, tight);
        known.missing.forEach(missing);
        return known.strip;
      },
    }),
  };
}
