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
