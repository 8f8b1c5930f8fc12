/** What an SVG must not have: text without outlines, and pictures and styles that lie outside of it. */
import { gunzipSync } from 'node:zlib';
import type { Fault } from '../fault.ts';
import { svgLink, svgText } from './faults.ts';

/** Elements that set type (SVG 2, chapter 11) or hold HTML. */
const TEXT = /<(?:[\w-]+:)?(?:text|foreignObject)[\s/>]/;
/** A picture or a shape from elsewhere; `#id` and `data:` are inside. */
const LINK = /<(?:[\w-]+:)?(?:image|use|feImage)\s[^>]*?href\s*=\s*(?:"([^"#][^"]*)"|'([^'#][^']*)')/g;
/** A paint, a filter or a style sheet from elsewhere. The file of a font is none: letters are refused by themselves. */
const STYLE =
  /(?:(?<!src:\s*)url\(\s*|@import\s+(?!url)|<\?xml-stylesheet\s[^>]*?href\s*=\s*)(?:"|'|&quot;|&#39;)?([^\s"'()&#;>][^\s"'()&;>]*)/g;

/** Most bytes that a compressed drawing (svgz) may unfold to. */
const MOST = 200_000_000;

/** The faults of an SVG's source. */
export function judgeDrawing(bytes: Buffer, shown: string): Fault[] {
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const source = (isCompressed ? gunzipSync(bytes, { maxOutputLength: MOST }) : bytes).toString('utf8');
  const links = [LINK, STYLE].flatMap((form) =>
    [...source.matchAll(form)].map((match) => (match[1] ?? match[2] ?? '').trim()),
  );
  const outside = links.find((target) => !target.startsWith('data:'));
  return [
    ...(TEXT.test(source) ? [svgText(shown)] : []),
    ...(outside === undefined ? [] : [svgLink(shown, outside.slice(0, 80))]),
  ];
}
