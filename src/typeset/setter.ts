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
  /** A measured text; the same text in the same style is measured once. */
  strip(texts: readonly StyledText[], size: Px, options?: { readonly tight?: boolean }): Strip;
}

/** Strips kept; an issue of 16 pages has some two thousand paragraphs. */
const KEPT = 20_000;

export interface SetterOptions {
  readonly metrics: Metrics;
  readonly palette: Palette;
  readonly kinsoku: Kinsoku;
}

/** A setter; `as` gives one that tells another listener of missing characters and shares the cache. */
export function newSetter(options: SetterOptions): { as(missing: (character: string) => void): Setter } {
  const strips = new Map<string, { readonly strip: Strip; readonly missing: readonly string[] }>();
  const { metrics, palette, kinsoku } = options;
  return {
    as: (missing) => ({
      ...options,
      missing,
      strip: (texts, size, { tight = false } = {}) => {
        const key = JSON.stringify([texts, size, tight]);
        let known = strips.get(key);
        if (!known) {
          const lost: string[] = [];
          const strip = buildStrip(texts, {
            metrics,
            size,
            latin: palette.latin,
            kinsoku,
            tight,
            missing: (character) => lost.push(character),
          });
          known = { strip, missing: lost };
          if (strips.size >= KEPT) strips.clear();
          strips.set(key, known);
        }
        known.missing.forEach(missing);
        return known.strip;
      },
    }),
  };
}
