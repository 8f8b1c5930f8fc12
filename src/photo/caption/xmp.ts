/**
 * Caption and credit from an XMP packet (ISO 16684-1): dc:description, photoshop:Credit, dc:creator. The packet is
 * XML of a small, fixed shape; a property is an element, an attribute, or an element with an rdf:Alt or rdf:Seq in it.
 */
import type { FileCaption } from './caption.ts';

/** What the packet says; undefined fields are not in it. Never throws. */
export function readXmp(packet: string): FileCaption {
  const caption = property(packet, 'dc:description');
  const credit = property(packet, 'photoshop:Credit') ?? property(packet, 'dc:creator');
  return { ...(caption && { caption }), ...(credit && { credit }) };
}

function property(packet: string, name: string): string | undefined {
  const element = new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`).exec(packet)?.[1];
  if (element === undefined) {
    return tidy(new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(packet)?.slice(1).find(Boolean));
  }
  const items = [...element.matchAll(/<rdf:li(?:\s[^>]*)?>([\s\S]*?)<\/rdf:li>/g)].map((item) => item[1]);
  return items.length > 0 ? tidy(items[0]) : tidy(element);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Entities resolved, markup refused, ends trimmed. */
function tidy(text: string | undefined): string | undefined {
  if (text === undefined || text.includes('<')) return undefined;
  const resolved = text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
  return resolved.trim() || undefined;
}
