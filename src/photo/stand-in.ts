/**
 * The stand-in: the RGB JPEG that the browser prints where a picture belongs. Chromium passes an RGB JPEG into the
 * PDF byte for byte, so the SHA-256 of the stream tells the press which twin replaces it.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { BODY } from '../units.ts';
import { cropped } from './cropped.ts';
import type { Picture, Placement } from './model.ts';
import { sizeAt } from './size.ts';

export interface StandIn {
  /** A baseline RGB JPEG without metadata. */
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, hex: the image stream's name in the printed PDF. */
  readonly sha256: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The reader's PDF keeps the stand-ins: enough for a screen at double zoom, small enough to send. */
const READER_PPI = 150;
/** Lines and letters of line art (a QR code) still stand clear. */
const READER_LINEART_PPI = 300;

/**
 * The stand-in of a placement. Two different placements never have the same bytes, even where the pixels agree.
 * A PDF has a plain white one: it only marks the place.
 * @param path absolute path of the picture's file
 */
export async function standIn(path: string, picture: Picture, placement: Placement): Promise<StandIn> {
  const { jpeg, width, height } = picture.kind === 'pdf' ? await blank() : await drawn(path, picture, placement);
  const bytes = withComment(jpeg, commentOf(picture, placement));
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), width, height };
}

interface Drawn {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
}

async function drawn(path: string, picture: Picture, placement: Placement): Promise<Drawn> {
  const screen = picture.kind === 'photo';
  const size = sizeAt(picture, placement, screen ? READER_PPI : READER_LINEART_PPI);
  const pixels = await cropped(await readFile(path), picture, { crop: placement.crop, ...size, screen });
  // A grey JPEG would be DeviceGray in the PDF; the twins are told apart from other streams by being RGB.
  const shown = placement.color && !picture.grey ? pixels.open() : pixels.open().greyscale();
  const jpeg = await shown.toColourspace('srgb').jpeg({ quality: 80 }).toBuffer();
  return { jpeg, ...size };
}

async function blank(): Promise<Drawn> {
  const create = { width: BODY, height: BODY, channels: 3 as const, background: '#ffffff' };
  return { jpeg: await sharp({ create }).jpeg().toBuffer(), width: BODY, height: BODY };
}

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
