/** What the rules look at: the file taken apart once. */
import { PDFDict, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { drawPage } from './draw.ts';
import type { PreflightPage, PreflightSettings } from './finding.ts';
import { type InkLoad, measureInk } from './ink-load.ts';
import { type Drawing, type Extent, type Mark, reaches } from './marks.ts';
import { asDict, asName, asNumbers, beginningOf, dig, inherited, latin1, members, openFile } from './objects.ts';

/** What the rules ask of a file. */
export interface FileFacts {
  readonly bytes: Uint8Array;
  /** First line, `%PDF-1.6`. */
  readonly header: string;
  readonly catalog: PDFDict;
  readonly info: PDFDict | undefined;
  readonly id: readonly string[];
  readonly encrypted: boolean;
  readonly metadata: PDFRawStream | undefined;
  /** The XMP packet; empty when there is none or it is packed. */
  readonly xmp: string;
  readonly intents: readonly PDFDict[];
  /** First bytes of the output intent's profile; empty without one. */
  readonly profileHeader: string;
  readonly streams: readonly PDFRawStream[];
  readonly pages: readonly PageFacts[];
  readonly settings: PreflightSettings;
}

/** What the rules ask of a page; boxes in points. */
export interface PageFacts {
  readonly number: number;
  readonly dict: PDFDict;
  readonly asked: PreflightPage;
  readonly media: Extent | undefined;
  readonly crop: Extent | undefined;
  readonly bleed: Extent | undefined;
  readonly trim: Extent | undefined;
  readonly art: Extent | undefined;
  readonly drawing: Drawing;
  /** Marks inside the trimmed page and its bleed: the plant's own marks outside follow other rules. */
  readonly onPaper: readonly Mark[];
  /** Ink of each CMYK or grey picture, measured pixel by pixel. */
  readonly loads: ReadonlyMap<PDFRawStream, InkLoad>;
}

/** Takes a file apart. @throws when it is no PDF */
export async function takeApart(bytes: Uint8Array, settings: PreflightSettings): Promise<FileFacts> {
  const document = await openFile(bytes);
  const { context, catalog } = document;
  const { Info, ID, Encrypt } = context.trailerInfo;
  const metadata = dig(catalog, 'Metadata');
  const intents = members(dig(catalog, 'OutputIntents')).filter((intent) => intent instanceof PDFDict);
  const stream = metadata instanceof PDFRawStream ? metadata : undefined;
  const packed = stream !== undefined && dig(stream, 'Filter') !== undefined;
  const objects = context.enumerateIndirectObjects().map(([, object]) => object);
  const pages = document.getPages().map(({ node }, index) => pageFacts(node, settings, index));
  return {
    bytes,
    header: latin1(bytes.subarray(0, 8)),
    catalog,
    info: asDict(Info instanceof PDFRef ? context.lookup(Info) : Info),
    id: members(ID).map(String),
    encrypted: Encrypt !== undefined,
    metadata: stream,
    xmp: stream && !packed ? new TextDecoder().decode(stream.contents) : '',
    intents,
    profileHeader: headerOf(intents),
    streams: objects.filter((object) => object instanceof PDFRawStream),
    pages: await Promise.all(pages),
    settings,
  };
}

async function pageFacts(dict: PDFDict, settings: PreflightSettings, index: number): Promise<PageFacts> {
  const asked = settings.pages[index] ?? {
    number: index + 1,
    trim: { width: 0, height: 0 },
    color: true,
    characters: '',
  };
  const drawing = drawPage(dict);
  const bleed = extentOf(asNumbers(dig(dict, 'BleedBox')));
  const box = (name: string): Extent | undefined => extentOf(asNumbers(inherited(dict, name)));
  return {
    number: asked.number,
    dict,
    asked,
    media: box('MediaBox'),
    crop: box('CropBox'),
    bleed,
    trim: extentOf(asNumbers(dig(dict, 'TrimBox'))),
    art: extentOf(asNumbers(dig(dict, 'ArtBox'))),
    drawing,
    onPaper: bleed ? drawing.marks.filter((mark) => drawing.tiled.has(mark) || reaches(mark, bleed)) : drawing.marks,
    loads: await measureInk(drawing),
  };
}

/** Bytes of an ICC header. */
const ICC_HEADER = 128;

function headerOf(intents: readonly PDFDict[]): string {
  const intent = intents.find((one) => asName(dig(one, 'S')) === 'GTS_PDFX');
  const profile = dig(intent, 'DestOutputProfile');
  return profile instanceof PDFRawStream ? latin1(beginningOf(profile, ICC_HEADER)) : '';
}

function extentOf([x1, y1, x2, y2]: readonly number[]): Extent | undefined {
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined;
  return { left: Math.min(x1, x2), right: Math.max(x1, x2), bottom: Math.min(y1, y2), top: Math.max(y1, y2) };
}
