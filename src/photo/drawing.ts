/** What an SVG must not have: text without outlines, and pictures that lie outside of it. */
import type { Fault } from '../fault.ts';
import { svgLink, svgText } from './faults.ts';

/** Elements that set type (SVG 2, chapter 11) or hold HTML. */
const TEXT = /<(?:[\w-]+:)?(?:text|foreignObject)[\s/>]/;
/** A picture or a shape from elsewhere; `#id` and `data:` are inside. */
const LINK = /<(?:[\w-]+:)?(?:image|use|feImage)\s[^>]*?href\s*=\s*(?:"([^"#][^"]*)"|'([^'#][^']*)')/g;

/** The faults of an SVG's source. */
export function judgeDrawing(source: string, shown: string): Fault[] {
  const links = [...source.matchAll(LINK)].map((match) => (match[1] ?? match[2] ?? '').trim());
  const outside = links.find((target) => !target.startsWith('data:'));
  return [
    ...(TEXT.test(source) ? [svgText(shown)] : []),
    ...(outside === undefined ? [] : [svgLink(shown, outside.slice(0, 80))]),
  ];
}
