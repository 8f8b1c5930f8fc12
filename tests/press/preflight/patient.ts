/** A press file on the table: what its breaking needs at hand. */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFNumber,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';

const name = PDFName.of;

/** A loaded press file with what the breaking needs at hand. */
export class Patient {
  readonly document: PDFDocument;
  constructor(document: PDFDocument) {
    this.document = document;
  }

  get context() {
    return this.document.context;
  }

  get page(): PDFDict {
    return this.document.getPage(0).node;
  }

  get resources(): PDFDict {
    return this.page.lookup(name('Resources'), PDFDict);
  }

  get info(): PDFDict {
    return this.context.lookup(this.context.trailerInfo.Info, PDFDict);
  }

  get intents(): PDFArray {
    return this.document.catalog.lookup(name('OutputIntents'), PDFArray);
  }

  /** Puts something into a class of the page's resources. */
  use(kind: string, key: string, value: PDFObject): void {
    const held = this.resources.lookup(name(kind));
    const dict = held instanceof PDFDict ? held : this.context.obj({});
    dict.set(name(key), value);
    this.resources.set(name(kind), dict);
  }

  /** Draws more, in points of the sheet. */
  draw(content: string): void {
    const streams = this.page.lookup(name('Contents'), PDFArray);
    streams.push(this.context.register(this.context.flateStream(`\n${content}\n`)));
  }

  /** Rewrites the XMP packet. */
  xmp(change: (text: string) => string): void {
    const stream = this.document.catalog.lookup(name('Metadata')) as PDFRawStream;
    const bytes = new TextEncoder().encode(change(new TextDecoder().decode(stream.contents)));
    const dict = this.context.obj({ Type: 'Metadata', Subtype: 'XML', Length: bytes.length });
    this.document.catalog.set(name('Metadata'), this.context.register(PDFRawStream.of(dict, bytes)));
  }

  box(key: string, change: (numbers: number[]) => number[]): void {
    const numbers = this.page
      .lookup(name(key), PDFArray)
      .asArray()
      .map((number) => (number as PDFNumber).asNumber());
    this.page.set(name(key), this.context.obj(change(numbers)));
  }

  /** A picture of 8-bit CMYK pixels, all alike. */
  picture(pixels: number, ink: readonly number[]): PDFObject {
    const dict = {
      Type: 'XObject',
      Subtype: 'Image',
      Width: pixels,
      Height: pixels,
      ColorSpace: 'DeviceCMYK',
      BitsPerComponent: 8,
    };
    const bytes = Buffer.alloc(
      pixels * pixels * 4,
      Uint8Array.from(ink, (percent) => Math.round(percent * 2.55)),
    );
    return this.context.register(this.context.flateStream(bytes, dict));
  }

  /** A picture of one bit a pixel. */
  lineart(pixels: number): PDFObject {
    const dict = {
      Type: 'XObject',
      Subtype: 'Image',
      Width: pixels,
      Height: pixels,
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 1,
    };
    return this.context.register(this.context.flateStream(new Uint8Array(Math.ceil(pixels / 8) * pixels), dict));
  }
}

/** A box grown on all sides. */
export function grown({ page }: Patient, key: string, by: number): number[] {
  const [left = 0, bottom = 0, right = 0, top = 0] = page
    .lookup(name(key), PDFArray)
    .asArray()
    .map((number) => (number as PDFNumber).asNumber());
  return [left - by, bottom - by, right + by, top + by];
}
