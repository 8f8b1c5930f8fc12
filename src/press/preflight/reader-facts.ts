/** What the conditions of the reader's PDF look at. */
import { PDFDict, type PDFDocument, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { Phrase } from '../../fault.ts';
import { asName, asNumber, bytesOf, dig, entriesOf, members } from './objects.ts';
import { Script, type Value } from './tokens.ts';

/** A condition of the reader's PDF, one row of the table. */
export interface Condition {
  readonly name: string;
  /** Clause of ISO 14289-1. */
  readonly clause: string;
  readonly check: (facts: Facts) => Iterable<Phrase>;
}

export interface Facts {
  readonly catalog: PDFDict;
  readonly encrypted: boolean;
  readonly xmp: string;
  readonly pages: readonly PDFDict[];
  /** What each page's content says of itself. */
  readonly content: readonly PageContent[];
  /** Elements of the structure tree in reading order, each with the types above it. */
  readonly elements: readonly Element[];
  /** Right-hand sides of the parent tree by key. */
  readonly parents: ReadonlyMap<number, PDFObject>;
  readonly fonts: readonly PDFDict[];
}

export interface PageContent {
  /** Numbers of the marked content that paints something. */
  readonly mcids: ReadonlySet<number>;
  /** Painting operators that are neither tagged nor an artifact. */
  readonly bare: number;
  /** Marks that open inside one of the other kind: tagged inside an artifact, or the other way round. */
  readonly mixed: number;
}

export interface Element {
  readonly dict: PDFDict;
  readonly type: string;
  readonly page: PDFDict | undefined;
  readonly above: readonly string[];
}

/** Takes a reader's PDF apart. */
export function readFacts(document: PDFDocument): Facts {
  const { catalog } = document;
  const metadata = dig(catalog, 'Metadata');
  const pages = document.getPages().map(({ node }) => node);
  const found = new Set<PDFDict>();
  for (const page of pages)
    for (const [, font] of entriesOf(dig(page, 'Resources', 'Font'))) if (font instanceof PDFDict) found.add(font);
  return {
    catalog,
    encrypted: document.context.trailerInfo.Encrypt !== undefined,
    pages,
    content: pages.map(readContent),
    xmp: metadata instanceof PDFRawStream ? new TextDecoder().decode(bytesOf(metadata)) : '',
    elements: [...walk(dig(catalog, 'StructTreeRoot', 'K'), [])],
    parents: numberTree(dig(catalog, 'StructTreeRoot', 'ParentTree')),
    fonts: [...found],
  };
}

const PAINTS = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'BI', 'Tj', 'TJ', "'", '"']);

/** Follows a page's content with the marks that are open around each painting operator. */
function readContent(page: PDFDict): PageContent {
  const mcids = new Set<number>();
  const open: (readonly Value[])[] = [];
  let bare = 0;
  let mixed = 0;
  const script = new Script(contentOf(page));
  while (script.next()) {
    const { op, args } = script;
    if (op === 'BDC' || op === 'BMC') {
      const own = kindOf(args);
      if (own && open.some((mark) => (kindOf(mark) ?? own) !== own)) mixed += 1;
      open.push(args);
    } else if (op === 'EMC') open.pop();
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

const NEWLINE = Uint8Array.of(10);

function contentOf(page: PDFDict): Uint8Array {
  const contents = dig(page, 'Contents');
  const streams = contents instanceof PDFRawStream ? [contents] : members(contents);
  return Buffer.concat(
    streams.flatMap((stream) => (stream instanceof PDFRawStream ? [bytesOf(stream), NEWLINE] : [NEWLINE])),
  );
}

function mcidOf([, properties]: readonly Value[]): number | undefined {
  const mcid = properties instanceof Map ? properties.get('MCID') : undefined;
  return typeof mcid === 'number' ? mcid : undefined;
}

function* walk(kids: PDFObject | undefined, above: readonly string[]): Generator<Element> {
  const list = kids instanceof PDFDict ? [kids] : members(kids);
  for (const kid of list) {
    const type = asName(dig(kid, 'S'));
    if (!(kid instanceof PDFDict) || type === undefined) continue;
    const page = dig(kid, 'Pg');
    yield { dict: kid, type, page: page instanceof PDFDict ? page : undefined, above };
    yield* walk(dig(kid, 'K'), [...above, type]);
  }
}

function numberTree(node: PDFObject | undefined): ReadonlyMap<number, PDFObject> {
  const entries = new Map<number, PDFObject>();
  const nums = members(dig(node, 'Nums'));
  for (let at = 0; at + 1 < nums.length; at += 2) {
    const [key, value] = [asNumber(nums[at]), nums[at + 1]];
    if (key !== undefined && value) entries.set(key, value);
  }
  for (const kid of members(dig(node, 'Kids'))) for (const [key, value] of numberTree(kid)) entries.set(key, value);
  return entries;
}
