/** Faults of the type: permanent names, what happened, what to do. */
import type { Fault, Place } from '../fault.ts';

/** A character that no face of the house has. */
export function glyphMissing(character: string, where: { readonly slug: string; readonly place?: Place }): Fault {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    name: 'glyph-missing',
    exit: 1,
    severity: 'error',
    message: `No font has the character “${character}” (U+${code}) in “${where.slug}”.`,
    hint: 'Replace it by another character, or draw it as a picture.',
    ...(where.place && { place: where.place }),
  };
}

/** A font file that is not where it was installed, or is no font. */
export function fontMissing(module: string): Fault {
  return {
    name: 'font-missing',
    exit: 3,
    severity: 'error',
    message: `The font package ${packageOf(module)} is not installed, or its files are damaged.`,
    hint: 'Run `npm ci` in the folder of the program.',
  };
}

const packageOf = (module: string): string =>
  module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
