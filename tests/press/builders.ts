/** Small raw pages as Chromium prints them, and jobs to go with them. */
import { PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { Twin } from '#src/photo/model.ts';
import type { PressJob } from '#src/press/model.ts';
import type { PreflightSettings } from '#src/press/preflight/finding.ts';
import { readProfile } from '#src/press/profile.ts';
import { readSlugType, type SlugType } from '#src/press/sheet/slug-type.ts';
import { faceOf } from '#src/typeset/faces.ts';
import { subsetFace } from '#src/typeset/subset.ts';
import { mmToPt } from '#src/units.ts';

export const TRIM = { width: 60, height: 80 };
export const BLEED = 3;
/** Chromium rounds a sheet of 66 × 86 mm up to whole pixels. */
export const SHEET = [187.2, 243.84] as const;
/** Chromium draws in CSS pixels, downwards. */
export const FLIP = `.75 0 0 -.75 0 ${SHEET[1]} cm\n`;

/** Every character of the test pages. */
export const TEXT = '大家好这一页灰白红字广告';

let type: Promise<SlugType> | undefined;
/** Song for the test pages: one subset in all tests. */
export function song(): Promise<SlugType> {
  type ??= subsetFace(faceOf('song'), TEXT).then((bytes) => readSlugType(bytes, TEXT));
  return type;
}

/** Text at a place of the sheet, CSS pixels from its upper left corner. */
export async function set(text: string, size: number, x: number, y: number): Promise<string> {
  return `BT /F1 ${size} Tf 1 0 0 -1 ${x} ${y} Tm <${(await song()).encode(text)}> Tj ET\n`;
}

export interface RawPage {
  readonly content: string;
  /** Puts more into the resources. */
  readonly resources?: (document: PDFDocument, resources: PDFDict) => void;
  readonly size?: readonly [number, number];
}

/** A page as Chromium prints it. */
export async function rawPage({ content, resources, size = SHEET }: RawPage): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([...size]);
  const { context } = document;
  const own = context.obj({ Font: { F1: (await song()).embed(context) } });
  resources?.(document, own);
  page.node.set(PDFName.of('Resources'), own);
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)));
  return document.save({ useObjectStreams: false });
}

/** Puts a named object into a class of resources. */
export function put(resources: PDFDict, kind: string, name: string, value: PDFObject): void {
  const key = PDFName.of(kind);
  const own = resources.lookup(key);
  const dict = own instanceof PDFDict ? own : resources.context.obj({});
  dict.set(PDFName.of(name), value);
  resources.set(key, dict);
}

/** A JPEG as an image, as Chromium embeds it. */
export function jpegImage(document: PDFDocument, bytes: Uint8Array, width: number, height: number): PDFRef {
  const { context } = document;
  const dict = context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: 'DeviceRGB',
    BitsPerComponent: 8,
    Filter: 'DCTDecode',
    Length: bytes.length,
  });
  return context.register(PDFRawStream.of(dict, bytes));
}

/** A picture with every colour in it. */
export async function photo(width: number, height: number): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      pixels.set([(x * 255) / width, (y * 255) / height, (x * y) % 256], (y * width + x) * 3);
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
}

/** A twin of even ink. */
export async function cmykTwin(
  width: number,
  height: number,
  ink: readonly [number, number, number, number] = [90, 60, 30, 20],
): Promise<Twin> {
  const pixels = Buffer.alloc(
    width * height * 4,
    Uint8Array.from(ink, (percent) => Math.round(percent * 2.55)),
  );
  const bytes = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg({ quality: 95 })
    .toBuffer();
  return { space: 'cmyk', bytes, width, height, file: 'photos/even.jpg' };
}

/** A job for a test page. */
export async function job(
  change: {
    readonly color?: boolean;
    readonly marks?: boolean;
    readonly twins?: PressJob['twins'];
    readonly characters?: string;
    readonly number?: number;
  } = {},
): Promise<PressJob> {
  return {
    paper: '星城晚报',
    language: 'zh-CN',
    date: '2026-01-08',
    issue: '2026-01-08',
    page: { number: change.number ?? 1, name: '要闻', color: change.color ?? true, trim: TRIM },
    press: { condition: 'CGATS TR 002', inkLimit: 240, resolution: 200, bleed: BLEED, marks: change.marks ?? true },
    colours: { nameplate: { rgb: '#c8102e', cmyk: [0, 95, 85, 5] } },
    profile: await readProfile(),
    characters: change.characters ?? `${TEXT}星城晚报要闻`,
    twins: change.twins ?? new Map(),
  };
}

/** What the preflight is told of a test page. */
export function settings(change: { readonly color?: boolean; readonly characters?: string } = {}): PreflightSettings {
  return {
    pages: [{ number: 1, trim: TRIM, color: change.color ?? true, characters: change.characters ?? TEXT }],
    bleed: BLEED,
    inkLimit: 240,
    condition: 'CGATS TR 002',
  };
}

/** Where a place of the raw sheet (CSS pixels) lies on the press sheet with marks (points). */
export const onSheet = (x: number, y: number): readonly [number, number] => [
  mmToPt(12) + x * 0.75,
  mmToPt(12 + TRIM.height + 2 * BLEED) - y * 0.75,
];
