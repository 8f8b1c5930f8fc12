/** What the conditions of the reader's PDF look at. */
import { PDFDict, type PDFDocument, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { Phrase } from '../../fault.ts';
import { asName, asNumber, bytesOf, dig, entriesOf, members } from './objects.ts';
import { type KnownMarks, marksOf, type PageMarks } from './reader-marks.ts';

/** A condition of the reader's PDF, one row of the table. */
export interface Condition {
  readonly name: string;
  /** Clause of ISO 14289-1. */
  readonly clause: string;
  readonly check: (facts: Facts) => Iterable<Phrase>;
}

/** What the conditions ask of a file. */
export interface Facts {
  readonly catalog: PDFDict;
  readonly encrypted: boolean;
  readonly xmp: string;
  readonly pages: readonly PDFDict[];
  /** What each page's content says of itself. */
  readonly content: readonly PageMarks[];
  /** Elements of the structure tree in reading order, each with the types above it. */
  readonly elements: readonly Element[];
  /** Right-hand sides of the parent tree by key. */
  readonly parents: ReadonlyMap<number, PDFObject>;
  readonly fonts: readonly PDFDict[];
}

/** An element of the structure tree. */
export interface Element {
  readonly dict: PDFDict;
  readonly type: string;
  readonly page: PDFDict | undefined;
  readonly above: readonly string[];
}

/**
 * Takes a reader's PDF apart.
 * @param known Contents that were read before.
 */
export function readFacts(document: PDFDocument, known: KnownMarks): Facts {
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
    content: pages.map((page) => marksOf(page, known)),
    xmp: metadata instanceof PDFRawStream ? new TextDecoder().decode(bytesOf(metadata)) : '',
    elements: [...walk(dig(catalog, 'StructTreeRoot', 'K'), [])],
    parents: numberTree(dig(catalog, 'StructTreeRoot', 'ParentTree')),
    fonts: [...found],
  };
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
