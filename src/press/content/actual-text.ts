/**
 * What single glyphs really say, by Chromium's own marks: where a glyph's ToUnicode is ambiguous it wraps the glyph in
 * `/Span <</ActualText …>> BDC … EMC`. Those marks are votes for the repair of the fonts' maps.
 */
import type { Operand } from './operations.ts';
import type { Piece } from './survey.ts';

/** Font name in the piece's resources and glyph code, to text. */
export type GlyphVotes = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** Reads the marks of one content stream. */
export function readActualText({ bytes, operations }: Piece): GlyphVotes {
  const votes = new Map<string, Map<number, string>>();
  let font = '';
  let text: string | undefined;
  let glyphs: readonly number[] = [];
  for (const operation of operations) {
    const { operator } = operation;
    if (operator === 'Tj') {
      if (text !== undefined) glyphs = [...glyphs, ...codes(bytes, operation.operands[0])];
    } else if (operator === 'Tf') {
      const [name] = operation.operands;
      if (name?.kind === 'name') font = name.value;
    } else if (operator === 'BDC') {
      text = actualText(bytes, operation.operands[1]);
      glyphs = [];
    } else if (operator === 'EMC') {
      const [glyph] = glyphs;
      if (text !== undefined && glyph !== undefined && glyphs.length === 1 && [...text].length === 1) {
        const known = votes.get(font) ?? new Map<number, string>();
        votes.set(font, known.set(glyph, text));
      }
      text = undefined;
    }
  }
  return votes;
}

/** Chromium writes the text as big-endian UTF-16 in hexadecimal. */
function actualText(bytes: Uint8Array, operand: Operand | undefined): string | undefined {
  if (operand?.kind !== 'other') return undefined;
  const hex = /\/ActualText\s*<FEFF([0-9A-Fa-f]*)>/i.exec(slice(bytes, operand))?.[1];
  const units = hex?.match(/.{4}/g)?.map((unit) => Number.parseInt(unit, 16));
  return units && String.fromCharCode(...units);
}

/** Two-byte glyph codes of a hexadecimal string. */
function codes(bytes: Uint8Array, operand: Operand | undefined): readonly number[] {
  if (operand?.kind !== 'other') return [];
  return (/^<([0-9A-Fa-f]+)>$/.exec(slice(bytes, operand))?.[1]?.match(/.{4}/g) ?? []).map((code) =>
    Number.parseInt(code, 16),
  );
}

const slice = (bytes: Uint8Array, { start, end }: Operand): string =>
  Buffer.from(bytes.subarray(start, end)).toString('latin1');
