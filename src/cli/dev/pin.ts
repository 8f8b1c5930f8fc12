/**
 * Pins: the place of a story written into the front matter of its file. The YAML is read as a document, so that the place
 * of the one entry is known to the character; everything else of the file stays as the editor wrote it, byte for byte.
 */
import { isMap, isScalar, type Pair, parseDocument } from 'yaml';
import type { Pin } from '../../issue/model.ts';

const FENCE = /^---[ \t]*$/;

/**
 * The file's text with this pin, or without any.
 * @returns undefined when the front matter is no YAML map: it has a fault that only its editor can mend.
 */
export function withPin(file: string, pin: Pin | undefined): string | undefined {
  const { before, yaml, after, newline, isThere } = split(file);
  if (!isThere)
    return pin === undefined ? file : `${before}---${newline}${entryOf(pin)}${newline}---${newline}${after}`;
  const document = parseDocument(yaml);
  if (document.errors.length > 0) return undefined;
  const { contents } = document;
  if (contents !== null && !isMap(contents)) return undefined;
  const pair = contents?.items.find(({ key }) => isScalar(key) && key.value === 'place');
  if (isMap(contents) && contents.flow) return undefined;
  const edited = pair === undefined ? appended(yaml, pin, newline) : replaced(yaml, pair, pin, newline);
  return `${before}${edited}${after}`;
}

/** `place: { page: 2, column: 0, row: 12, columns: 5 }`, in the contract's order. */
function entryOf({ page, column, row, columns }: Pin): string {
  const parts = Object.entries({ page, column, row, columns }).filter(([, value]) => value !== undefined);
  return `place: { ${parts.map(([name, value]) => `${name}: ${value}`).join(', ')} }`;
}

function appended(yaml: string, pin: Pin | undefined, newline: string): string {
  if (pin === undefined) return yaml;
  const isClosed = yaml === '' || yaml.endsWith('\n');
  return `${yaml}${isClosed ? '' : newline}${entryOf(pin)}${newline}`;
}

/** The entry from its key to the end of its value's last line; a comment behind it on that line stays. */
function replaced(yaml: string, pair: Pair, pin: Pin | undefined, newline: string): string {
  const key = rangeOf(pair.key);
  const value = rangeOf(pair.value) ?? key;
  const from = key?.[0] ?? 0;
  // A block map's range runs on over the line break behind it.
  const to = from + yaml.slice(from, value?.[1]).trimEnd().length;
  const rest = yaml.slice(to);
  if (pin !== undefined) return `${yaml.slice(0, from)}${entryOf(pin)}${rest}`;
  const lineEnd = rest.indexOf('\n');
  const tail = rest.slice(0, lineEnd < 0 ? rest.length : lineEnd);
  // A comment of the place goes with it.
  const isLast = lineEnd < 0 || tail.trim() === '' || tail.trim().startsWith('#');
  return `${yaml.slice(0, from)}${isLast ? rest.slice(lineEnd < 0 ? rest.length : lineEnd + 1) : `${newline}${rest}`}`;
}

const rangeOf = (node: unknown): readonly number[] | undefined =>
  (node as { readonly range?: readonly number[] | null } | null)?.range ?? undefined;

interface Split {
  /** Up to the first character of the YAML: byte order mark, blank lines and the opening fence. */
  readonly before: string;
  readonly yaml: string;
  /** From the closing fence on. */
  readonly after: string;
  readonly newline: string;
  readonly isThere: boolean;
}

function split(file: string): Split {
  const newline = file.includes('\r\n') ? '\r\n' : '\n';
  const lines = file.split(/(?<=\n)/);
  const bare = (line = ''): string => line.replace(/^\uFEFF/, '').replace(/\r?\n$/, '');
  const opening = lines.findIndex((line) => bare(line).trim() !== '');
  const isOpen = opening >= 0 && FENCE.test(bare(lines[opening]));
  const closing = isOpen ? lines.findIndex((line, index) => index > opening && FENCE.test(bare(line))) : -1;
  if (closing < 0) {
    const mark = file.startsWith('\uFEFF') ? '\uFEFF' : '';
    return { before: mark, yaml: '', after: file.slice(mark.length), newline, isThere: false };
  }
  return {
    before: lines.slice(0, opening + 1).join(''),
    yaml: lines.slice(opening + 1, closing).join(''),
    after: lines.slice(closing).join(''),
    newline,
    isThere: true,
  };
}
