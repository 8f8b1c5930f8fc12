/** The plain text of a page, in reading order: what a search index reads when it wants no boxes. */
import { jointOfLines } from '../../issue/line-ends.ts';
import type { SetLine } from './lines.ts';
import type { PageRegions, Region } from './regions.ts';

/** Paragraphs in one line each, an empty line between modules; pictures and the folio are left out. */
export function pageText(page: PageRegions): Uint8Array {
  const modules = page.modules.map((module) => paragraphs(module.regions).join('\n')).filter((text) => text !== '');
  return new TextEncoder().encode(`${modules.join('\n\n')}\n`);
}

const paragraphs = (regions: readonly Region[]): readonly string[] =>
  textsOf(regions).map((lines) => lines.reduce(joinLine, ''));

/** Lines of each text of a module: those that belong to the same block of the body are one, also over the end of a leg. */
export function textsOf(regions: readonly Region[]): readonly (readonly SetLine[])[] {
  const blocks: { readonly block: number; readonly lines: SetLine[] }[] = [];
  for (const region of regions) {
    if (region.kind !== 'text') continue;
    const last = blocks.at(-1);
    if (last !== undefined && region.block >= 0 && last.block === region.block) last.lines.push(...region.lines);
    else blocks.push({ block: region.block, lines: [...region.lines] });
  }
  return blocks.map(({ lines }) => lines);
}

const DIVIDED = '\u00AD';

/** A line after what stands before it: divided words whole again, a space between words of letters. */
function joinLine(before: string, line: SetLine): string {
  const strings = line.strings.map((string, index) => (index > 0 && string.spaced ? ` ${string.text}` : string.text));
  const text = strings.join('') + (line.hyphen === undefined ? '' : DIVIDED);
  if (before.endsWith(DIVIDED)) return before.slice(0, -1) + text;
  return before + jointOfLines(before, text) + text;
}
