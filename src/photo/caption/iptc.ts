/**
 * Caption and credit from IPTC-IIM (version 4.2), the data sets that agencies write into JPEG and TIFF. JPEG wraps
 * them in Photoshop image resources (8BIM 0x0404), TIFF has them bare.
 */
import type { FileCaption } from './caption.ts';

/** Data sets of record 2: IIM 4.2, “Application Record”. */
const BYLINE = 80;
const CREDIT = 110;
const CAPTION = 120;
/** 1:90 Coded Character Set with this value announces UTF-8 (ISO 2022 ESC % G). */
const UTF8 = '\u001b%G';
/** Photoshop image resource that holds IPTC-IIM. */
const IPTC_RESOURCE = 0x0404;

/** What the block says; undefined fields are not in it. Damaged blocks end the reading, never throw. */
export function readIptc(block: Uint8Array): FileCaption {
  const sets = dataSets(unwrap(Buffer.from(block.buffer, block.byteOffset, block.byteLength)));
  const utf8 = sets.some(({ record, set, value }) => record === 1 && set === 90 && value.toString('latin1') === UTF8);
  const field = (wanted: number): string | undefined => {
    const found = sets.find(({ record, set }) => record === 2 && set === wanted);
    return found === undefined ? undefined : textOf(found.value, utf8);
  };
  const caption = field(CAPTION);
  const credit = field(CREDIT) ?? field(BYLINE);
  return { ...(caption && { caption }), ...(credit && { credit }) };
}

/** The IIM stream inside Photoshop image resources, or the block itself. */
function unwrap(block: Buffer): Buffer {
  let at = block.indexOf('8BIM', 0, 'latin1');
  if (at < 0) return block;
  while (at + 12 <= block.length && block.toString('latin1', at, at + 4) === '8BIM') {
    const id = block.readUInt16BE(at + 4);
    const name = block.readUInt8(at + 6);
    const sizeAt = at + 6 + even(name + 1);
    if (sizeAt + 4 > block.length) break;
    const size = block.readUInt32BE(sizeAt);
    if (id === IPTC_RESOURCE) return block.subarray(sizeAt + 4, sizeAt + 4 + size);
    at = sizeAt + 4 + even(size);
  }
  return Buffer.alloc(0);
}

const even = (size: number): number => size + (size % 2);

interface DataSet {
  readonly record: number;
  readonly set: number;
  readonly value: Buffer;
}

function dataSets(stream: Buffer): DataSet[] {
  const sets: DataSet[] = [];
  let at = 0;
  while (at + 5 <= stream.length && stream[at] === 0x1c) {
    const size = stream.readUInt16BE(at + 3);
    // A set bit 15 announces an extended data set (over 32 kB); no caption is one.
    if (size > 0x7fff || at + 5 + size > stream.length) break;
    sets.push({
      record: stream.readUInt8(at + 1),
      set: stream.readUInt8(at + 2),
      value: stream.subarray(at + 5, at + 5 + size),
    });
    at += 5 + size;
  }
  return sets;
}

/** UTF-8 where announced or valid; else GB 18030, which Chinese cameras and desks write; else Latin-1. */
function textOf(value: Buffer, utf8: boolean): string | undefined {
  const decoders = utf8 ? ['utf-8'] : ['utf-8', 'gb18030'];
  for (const label of decoders) {
    try {
      return tidy(new TextDecoder(label, { fatal: true }).decode(value));
    } catch {
      // Not in this encoding: the next one is tried.
    }
  }
  return tidy(value.toString('latin1'));
}

const tidy = (text: string): string | undefined => text.replaceAll('\0', '').trim() || undefined;
