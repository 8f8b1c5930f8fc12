/** Inline pictures (ISO 32000-1, 8.9.7): Chromium writes none; an advertisement may. */

/** Colour spaces that are ink already, in their short and long names. */
const INKS = /\/(?:CS|ColorSpace)\s*\/(?:G|DeviceGray|CMYK|DeviceCMYK)\b/;
const MASK = /\/(?:IM|ImageMask)\s+true\b/;

/** Is an inline picture a mask, or in a colour space that needs no change? */
export function isInkedInline(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1');
  const head = text.slice(0, Math.max(0, text.search(/\sID\s/)));
  return MASK.test(head) || INKS.test(head);
}
