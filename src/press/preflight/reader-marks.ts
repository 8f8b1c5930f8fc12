/** What a page's content in the reader's PDF says of itself: which marks are tagged, which are artifacts. */
import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { type PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import { bytesOf, dig, filtersOf, members } from './objects.ts';
import { Script, type Value } from './tokens.ts';

/** Plain data. */
export interface PageMarks {
  /** Numbers of the marked content that paints something. */
  readonly mcids: ReadonlySet<number>;
  /** Painting operators that are neither tagged nor an artifact. */
  readonly bare: number;
  /** Marks that open inside one of the other kind: tagged inside an artifact, or the other way round. */
  readonly mixed: number;
}

/** Contents that were read before, by the SHA-256 of their deflated bytes: the same bytes in a finished file say the same. */
export type KnownMarks = ReadonlyMap<string, PageMarks>;

/** What a page's content says that comes deflated, before it lies in a file, under the name by which it will be known there. */
export const marksIn = (packed: Uint8Array): readonly [string, PageMarks] => [
  digestOf(packed),
  readMarks(inflateSync(packed)),
];

/** What the content of a page of a finished file says. */
export function marksOf(page: PDFDict, known: KnownMarks): PageMarks {
  const contents = dig(page, 'Contents');
  const streams = (contents instanceof PDFRawStream ? [contents] : members(contents)).filter(isStream);
  const [only] = streams;
  const isPlain = only !== undefined && filtersOf(only).join() === 'FlateDecode' && !dig(only, 'DecodeParms');
  const found = streams.length === 1 && isPlain ? known.get(digestOf(only.contents)) : undefined;
  return found ?? readMarks(Buffer.concat(streams.flatMap((stream) => [bytesOf(stream), NEWLINE])));
}

const isStream = (object: unknown): object is PDFRawStream => object instanceof PDFRawStream;

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const NEWLINE = Uint8Array.of(10);

const PAINTS = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'BI', 'Tj', 'TJ', "'", '"']);

/** The head of the next text, which marks and paints nothing: with the font and the place it is most of what a page has to read. */
const HEAD = /\nBT\n\/\w+ [\d.]+ Tf\n(?:[-\d.]+ ){6}Tm(?=\n)/y;

/** Follows content with the marks that are open around each painting operator. */
function readMarks(content: Uint8Array): PageMarks {
  const mcids = new Set<number>();
  const open: (readonly Value[])[] = [];
  let bare = 0;
  let mixed = 0;
  const script = new Script(content);
  while (script.next()) {
    const { op, args } = script;
    if (op === 'BDC' || op === 'BMC') {
      const own = kindOf(args);
      if (own && open.some((mark) => (kindOf(mark) ?? own) !== own)) mixed += 1;
      open.push(args);
    } else if (op === 'EMC') open.pop();
    else if (op === 'ET') script.skip(HEAD);
    else if (PAINTS.has(op)) {
      const numbers = open.flatMap((mark) => mcidOf(mark) ?? []);
      for (const mcid of numbers) mcids.add(mcid);
      // Glyphs that follow one are marked as it is.
      const glyphs = op === 'Tj' ? 1 + script.skipSteps() : 1;
      if (numbers.length === 0 && !open.some(([tag]) => tag === '/Artifact')) bare += glyphs;
    }
  }
  return { mcids, bare, mixed };
}

const kindOf = (mark: readonly Value[]): 'artifact' | 'tagged' | undefined =>
  mark[0] === '/Artifact' ? 'artifact' : mcidOf(mark) === undefined ? undefined : 'tagged';

function mcidOf([, properties]: readonly Value[]): number | undefined {
  const mcid = properties instanceof Map ? properties.get('MCID') : undefined;
  return typeof mcid === 'number' ? mcid : undefined;
}
