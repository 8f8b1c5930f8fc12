/**
 * The pictures of a page: a stand-in gives way to the press's twin, found by the SHA-256 of its bytes; every other
 * picture (a raster that Chromium made of a shadow, a PNG) is separated here through the same profile.
 */
import { createHash } from 'node:crypto';
import { PDFArray, type PDFContext, type PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import sharp, { type Sharp } from 'sharp';
import { both, type Fault, type Phrase } from '../fault.ts';
import { limitInk } from '../photo/ink.ts';
import type { Twin } from '../photo/model.ts';
import { openSeparation } from '../photo/separation.ts';
import type { PaletteRules } from './colour/palette.ts';
import { isInk, paletteSpace, plainInks, spaceOf } from './content/spaces.ts';
import { deflated, filterOf, numberIn, streamBytes } from './content/streams.ts';
import type { FoundPicture } from './content/survey.ts';
import { pictureForm } from './faults.ts';

/** Stand-in's SHA-256 (hex) to its twin. */
export type Twins = ReadonlyMap<string, Twin>;

/** What decides the ink of a page's pictures. */
export interface PictureRules extends PaletteRules {
  readonly page: number;
  readonly twins: Twins;
}

/** Puts every picture of the page into ink; the faults are of those that could not be. */
export async function inkPictures(
  context: PDFContext,
  pictures: readonly FoundPicture[],
  rules: PictureRules,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const picture of pictures) {
    const replaced = await inkPicture(context, picture, rules);
    if (replaced instanceof PDFRawStream) context.assign(picture.ref, replaced);
    else if (replaced) faults.push(pictureForm(rules.page, replaced));
  }
  return faults;
}

/** The picture in ink; undefined when it may stay as it is; a name of what it is when it cannot be done. */
async function inkPicture(
  context: PDFContext,
  { stream, purpose }: FoundPicture,
  rules: PictureRules,
): Promise<PDFRawStream | Phrase | undefined> {
  const filter = filterOf(stream);
  const twin = twinOf(stream, rules.twins);
  if (twin && purpose === 'ink') return twinStream(context, stream, twin);
  if (stream.dict.lookup(PDFName.of('ImageMask'))?.toString() === 'true') return undefined;
  if (filter === 'JPXDecode' || filter === 'LZWDecode') return filter;
  plainInks(stream.dict);
  const own = stream.dict.lookup(PDFName.of('ColorSpace'));
  const palette = paletteSpace(own);
  const space = spaceOf(own, undefined);
  if (palette === 'grey' || isInk(palette ?? space, rules.color)) return undefined;
  if (space === 'grey') {
    stream.dict.set(PDFName.of('ColorSpace'), PDFName.of('DeviceGray'));
    return undefined;
  }
  if (space !== 'rgb')
    return inPixels(typeof space === 'object' ? ('refused' in space ? space.refused : 'CMYK') : space);
  if (stream.dict.lookup(PDFName.of('Mask')) instanceof PDFArray)
    return both('pixels with a colour key', '带抠色的像素');
  return purpose === 'mask' || !rules.color ? toGrey(context, stream) : separate(context, stream, rules);
}

const inPixels = (space: string): Phrase => both(`${space} pixels`, ` ${space} 像素`);

/** The twin of a stand-in; undefined for any other picture. */
export function twinOf(stream: PDFRawStream, twins: Twins): Twin | undefined {
  return filterOf(stream) === 'DCTDecode' ? twins.get(sha256(stream.contents)) : undefined;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What a picture's dictionary keeps when its pixels change. */
function dictFor(context: PDFContext, stream: PDFRawStream, space: string, size: readonly [number, number]): PDFDict {
  const dict = context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: size[0],
    Height: size[1],
    ColorSpace: space,
    BitsPerComponent: 8,
  });
  for (const kept of ['SMask', 'Interpolate', 'Mask']) {
    const value = stream.dict.get(PDFName.of(kept));
    if (value) dict.set(PDFName.of(kept), value);
  }
  return dict;
}

/** A twin as an image. */
export function twinStream(context: PDFContext, stream: PDFRawStream, twin: Twin): PDFRawStream {
  const dict = dictFor(context, stream, twin.space === 'cmyk' ? 'DeviceCMYK' : 'DeviceGray', [twin.width, twin.height]);
  if (twin.space === 'bilevel') {
    dict.set(PDFName.of('BitsPerComponent'), PDFNumber.of(1));
    dict.set(PDFName.of('Decode'), context.obj([1, 0]));
    return deflated(dict, twin.bytes);
  }
  dict.set(PDFName.of('Filter'), PDFName.of('DCTDecode'));
  dict.set(PDFName.of('Length'), PDFNumber.of(twin.bytes.length));
  // libjpeg writes CMYK as Adobe does, inverted; a PDF reader goes by the numbers alone.
  if (twin.space === 'cmyk') dict.set(PDFName.of('Decode'), context.obj([1, 0, 1, 0, 1, 0, 1, 0]));
  return PDFRawStream.of(dict, twin.bytes);
}

/** The pixels of an RGB picture, whatever holds them. */
function pixelsOf(stream: PDFRawStream): Sharp {
  if (filterOf(stream) === 'DCTDecode') return sharp(stream.contents).toColourspace('srgb');
  const width = numberIn(stream.dict, 'Width') ?? 0;
  const height = numberIn(stream.dict, 'Height') ?? 0;
  return sharp(streamBytes(stream), { raw: { width, height, channels: 3 } });
}

const sizeOf = (stream: PDFRawStream): readonly [number, number] => [
  numberIn(stream.dict, 'Width') ?? 0,
  numberIn(stream.dict, 'Height') ?? 0,
];

/** The light of each pixel: for a mask, and for a page with the black plate alone. */
async function toGrey(context: PDFContext, stream: PDFRawStream): Promise<PDFRawStream> {
  const pixels = await pixelsOf(stream).removeAlpha().raw().toBuffer();
  return deflated(dictFor(context, stream, 'DeviceGray', sizeOf(stream)), lightOf(pixels));
}

function lightOf(pixels: Uint8Array): Uint8Array {
  const light = new Uint8Array(pixels.length / 3);
  for (let at = 0; at < light.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at * 3, at * 3 + 3);
    light[at] = Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  }
  return light;
}

/** Through the profile; a picture without colour goes to black alone, and one of few tones keeps the page's own inks. */
async function separate(
  context: PDFContext,
  stream: PDFRawStream,
  { profile, inkLimit }: PictureRules,
): Promise<PDFRawStream> {
  const pixels = await pixelsOf(stream).removeAlpha().raw().toBuffer();
  if (isNeutral(pixels)) return deflated(dictFor(context, stream, 'DeviceGray', sizeOf(stream)), lightOf(pixels));
  const [width, height] = sizeOf(stream);
  const { inks: separated } = await openSeparation(profile);
  const inks = separated(pixels);
  limitInk(inks, inkLimit);
  return deflated(dictFor(context, stream, 'DeviceCMYK', [width, height]), inks);
}

function isNeutral(pixels: Uint8Array): boolean {
  for (let at = 0; at + 2 < pixels.length; at += 3)
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false;
  return true;
}
