/**
 * The fonts of the reader's PDF. Each page was printed with its own subset of a face, whose glyphs have the numbers of the
 * whole face; the file has one font a face with the glyphs of all pages, so that what a page draws stays as it is.
 */
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { uniteFonts } from '../../typeset/font/unite.ts';
import { ascii } from '../content/bytes.ts';
import { deflated, dictIn, nameIn, numberIn, streamBytes } from '../content/streams.ts';
import { readToUnicode, writeToUnicode } from '../fonts.ts';

/** A face with what the pages have of it. */
interface Drawer {
  readonly ref: PDFRef;
  readonly name: string;
  /** The font and its descriptor as the first page has them. */
  readonly font: PDFDict;
  readonly programs: [Uint8Array, ...Uint8Array[]];
  readonly texts: Map<number, string>;
}

/** All faces of a file, by the names that they have without a subset's tag. */
export class TypeCase {
  readonly #context: PDFContext;
  readonly #drawers = new Map<string, Drawer>();

  constructor(context: PDFContext) {
    this.#context = context;
  }

  /**
   * Takes the fonts of a page.
   * @returns The file's font for each; none for one that is no TrueType subset by glyph numbers.
   */
  take(page: PDFContext): ReadonlyMap<PDFRef, PDFRef> {
    const taken = new Map<PDFRef, PDFRef>();
    for (const [ref, font] of page.enumerateIndirectObjects()) {
      const program = font instanceof PDFDict ? programOf(font) : undefined;
      if (font instanceof PDFDict && program !== undefined) taken.set(ref, this.#enter(font, program));
    }
    return taken;
  }

  #enter(font: PDFDict, program: Uint8Array): PDFRef {
    const name = (nameIn(font, 'BaseFont') ?? '').replace(/^[A-Z]{6}\+/, '');
    const drawer = this.#drawers.get(name);
    const texts = readToUnicode(font);
    if (drawer === undefined) {
      const ref = this.#context.nextRef();
      this.#drawers.set(name, { ref, name, font, programs: [program], texts: new Map(texts) });
      return ref;
    }
    drawer.programs.push(program);
    for (const [code, text] of texts) if (!drawer.texts.has(code)) drawer.texts.set(code, text);
    return drawer.ref;
  }

  /** Writes the fonts, each with the glyphs that all pages have of it. */
  close(): void {
    for (const [index, drawer] of [...this.#drawers.values()].entries()) this.#write(drawer, tagOf(index));
  }

  #write({ ref, name, font, programs, texts }: Drawer, tag: string): void {
    const context = this.#context;
    const { bytes, widths } = uniteFonts(programs);
    const baseFont = PDFName.of(`${tag}+${name}`);
    const part = partOf(font);
    const descriptor = copied(context, dictIn(part, 'FontDescriptor'), ['FontFile2']);
    descriptor.set(PDFName.of('FontName'), baseFont);
    const file = deflated(context.obj({ Length1: bytes.length }), bytes);
    descriptor.set(PDFName.of('FontFile2'), context.register(file));
    const descendant = copied(context, part, ['FontDescriptor', 'W']);
    descendant.set(PDFName.of('BaseFont'), baseFont);
    descendant.set(PDFName.of('FontDescriptor'), context.register(descriptor));
    const drawn = new Map([...[...texts.keys()].map((code) => [code, 0] as const), ...widths]);
    descendant.set(PDFName.of('W'), widthsOf(context, drawn, numberIn(part, 'DW') ?? 1000));
    const composite = copied(context, font, ['DescendantFonts', 'ToUnicode']);
    composite.set(PDFName.of('BaseFont'), baseFont);
    composite.set(PDFName.of('DescendantFonts'), context.obj([context.register(descendant)]));
    const says = deflated(context.obj({}), ascii(writeToUnicode(texts)));
    composite.set(PDFName.of('ToUnicode'), context.register(says));
    context.assign(ref, composite);
  }
}

/** Tags of subsets count as Chromium's do: AAAAAA, BAAAAA … ZAAAAA, ABAAAA. */
const tagOf = (index: number): string =>
  Array.from({ length: 6 }, (_, place) => String.fromCharCode(65 + (Math.floor(index / 26 ** place) % 26))).join('');

/** The part of a composite font that has the glyphs. */
function partOf(font: PDFDict): PDFDict | undefined {
  const parts = font.lookup(PDFName.of('DescendantFonts'));
  const part = parts instanceof PDFArray ? parts.lookup(0) : undefined;
  return part instanceof PDFDict ? part : undefined;
}

/** The embedded TrueType program of a composite font whose codes are glyph numbers. */
function programOf(font: PDFDict): Uint8Array | undefined {
  const part = partOf(font);
  const file = dictIn(part, 'FontDescriptor')?.lookup(PDFName.of('FontFile2'));
  const isByNumber = nameIn(font, 'Encoding') === 'Identity-H' && nameIn(part, 'CIDToGIDMap') === 'Identity';
  return isByNumber && file instanceof PDFRawStream ? streamBytes(file) : undefined;
}

/** A dictionary of plain values in another file, without these entries. */
function copied(context: PDFContext, dict: PDFDict | undefined, without: readonly string[]): PDFDict {
  const copy = PDFDict.withContext(context);
  const plain = (value: PDFObject | undefined): PDFObject =>
    value instanceof PDFDict
      ? copied(context, value, [])
      : value instanceof PDFArray
        ? context.obj(value.asArray().map((_, at) => plain(value.lookup(at))))
        : (value ?? context.obj(null));
  for (const key of dict?.keys() ?? [])
    if (!without.includes(key.decodeText())) copy.set(key, plain(dict?.lookup(key)));
  return copy;
}

/** Widths that are not the usual one, in runs of neighbouring glyphs (ISO 32000-1, 9.7.4.3). */
function widthsOf(context: PDFContext, widths: ReadonlyMap<number, number>, usual: number): PDFArray {
  const list = PDFArray.withContext(context);
  let run: PDFArray | undefined;
  let next = -1;
  for (const [glyph, width] of [...widths].sort(([one], [other]) => one - other)) {
    if (Math.round(width) === usual) continue;
    if (run === undefined || glyph !== next) {
      run = PDFArray.withContext(context);
      list.push(PDFNumber.of(glyph));
      list.push(run);
    }
    run.push(PDFNumber.of(Math.round(width)));
    next = glyph + 1;
  }
  return list;
}
