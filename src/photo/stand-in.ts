/**
 * The stand-in: the RGB JPEG that the browser prints where a picture belongs. Chromium passes an RGB JPEG into the
 * PDF byte for byte, so the SHA-256 of the stream tells the press which twin replaces it.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { cropped, type Pixels } from './cropped.ts';
import type { Picture, Placement } from './model.ts';
import { isScreened, type Size, standInSize } from './size.ts';

/** What the browser prints in a photo's place. */
export interface StandIn {
  /** A baseline RGB JPEG without metadata. */
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, hex: the image stream's name in the printed PDF. */
  readonly sha256: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * The stand-in of a placement. Two different placements never have the same bytes, even where the pixels agree.
 * @param path absolute path of the picture's file
 * @param scaled a photo's pixels, at least as many as the stand-in's (`isScaledFirst`), which save decoding it
 */
export const standIn = async (
  path: string,
  picture: Picture,
  placement: Placement,
  scaled?: Pixels,
): Promise<StandIn> => asStandIn(await drawn(path, picture, placement, scaled), picture, placement);

/**
 * A stand-in as white as paper, which only marks the place: all that plates need. It has as many pixels as the other, since
 * Chromium works out from them where it lies, and rounds.
 */
export const blankStandIn = async (picture: Picture, placement: Placement): Promise<StandIn> =>
  asStandIn(await white(standInSize(picture, placement)), picture, placement);

function asStandIn(jpeg: Buffer, picture: Picture, placement: Placement): StandIn {
  const bytes = withComment(jpeg, commentOf(picture, placement));
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), ...standInSize(picture, placement) };
}

async function drawn(path: string, picture: Picture, placement: Placement, scaled?: Pixels): Promise<Buffer> {
  const size = standInSize(picture, placement);
  const cut = { crop: placement.crop, ...size, screen: isScreened(picture) };
  const pixels = scaled ?? (await cropped(await readFile(path), picture, cut));
  const fitting = pixels.open().resize(size.width, size.height, { fit: 'fill' });
  // A grey JPEG would be DeviceGray in the PDF; the twins are told apart from other streams by being RGB.
  const shown = placement.color && !picture.grey ? fitting : fitting.greyscale();
  return shown.toColourspace('srgb').jpeg({ quality: 80 }).toBuffer();
}

const white = ({ width, height }: Size): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer();

/** Whether these bytes are the stand-in of this picture in this place, and not of one that lay under its name before. */
export const isStandInOf = (bytes: Uint8Array, picture: Picture, placement: Placement): boolean =>
  Buffer.from(bytes).includes(commentOf(picture, placement));

const commentOf = (picture: Picture, placement: Placement): string => `broadsheet ${identity(picture, placement)}`;

/** What makes a placement the one it is: the picture's bytes, the shown part, the size, the ink. */
function identity({ sha256 }: Picture, { crop, width, height, color }: Placement): string {
  const facts = [sha256, crop.x, crop.y, crop.width, crop.height, width, height, color];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

/** JPEG comment marker, ITU-T T.81, B.2.4.5. */
const COM = 0xfe;

/** The JPEG with a comment before its frame, behind the JFIF segment that must come first. */
function withComment(jpeg: Buffer, text: string): Buffer {
  const jfif = jpeg[2] === 0xff && jpeg[3] === 0xe0 ? 4 + jpeg.readUInt16BE(4) : 2;
  const comment = Buffer.from(text, 'latin1');
  const head = Buffer.from([0xff, COM, 0, 0]);
  head.writeUInt16BE(comment.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, jfif), head, comment, jpeg.subarray(jfif)]);
}
