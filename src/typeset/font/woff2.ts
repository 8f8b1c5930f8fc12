/**
 * A TrueType font out of a WOFF2 file (W3C Recommendation, 8 August 2024): what the reference decoder makes of it, table by
 * table. Node unpacks Brotli itself; the rest is putting the outlines together again (`outlines.ts`). The decoder in
 * WebAssembly takes four times as long, for it copies each byte by a call.
 */
import { brotliDecompressSync } from 'node:zlib';
import { restoreOutlines } from './outlines.ts';
import { assembleFont, checksum, need, tableDirectory, viewOf } from './sfnt.ts';

/** Known table tags, by their index in the directory's flag byte (section 4.1); 63 means that the tag is written out. */
export const KNOWN_TAGS = (
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX ' +
  'vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat ' +
  'fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
)
  .match(/.{4}(?: |$)/g)
  ?.map((tag) => tag.slice(0, 4)) as readonly string[];

const SIGNATURE = 0x774f4632;
const HEADER = 48;
/** Of outlines: they are stored as they are. Of all other tables that is version 0. */
const PLAIN_OUTLINES = 3;

interface Entry {
  readonly tag: string;
  /** Bytes in the packed data. */
  readonly length: number;
  readonly transformed: boolean;
}

/**
 * The font as a TrueType file, its tables in the order of the packed one.
 * @throws RangeError when the bytes are none that this can unpack
 */
export function unpackWoff2(woff2: Uint8Array): Uint8Array {
  const view = viewOf(woff2);
  if (view.getUint32(0) !== SIGNATURE) throw new RangeError('Expected a woff2 font.');
  const reader = new Directory(woff2);
  const entries = Array.from({ length: view.getUint16(12) }, () => reader.entry());
  const packed = woff2.subarray(reader.at, reader.at + view.getUint32(20));
  const data = brotliDecompressSync(packed);
  const tables = new Map<string, Uint8Array>();
  let at = 0;
  for (const { tag, length, transformed } of entries) {
    const table = data.subarray(at, at + length);
    at += length;
    if (tag === 'glyf' && transformed)
      for (const [name, restored] of restoreOutlines(table)) tables.set(name, restored);
    else if (!transformed) tables.set(tag, table);
    else if (tag !== 'loca') throw new RangeError(`Expected the table ${tag} as it is, got it transformed.`);
  }
  tables.set('head', unsummed(need(tables, 'head')));
  return adjusted(assembleFont(tables, [...tables.keys()]));
}

/** Where `head` holds what brings the sum over the whole file to {@link SUM}. */
const ADJUSTMENT = 8;
const SUM = 0xb1b0afba;

function unsummed(head: Uint8Array): Uint8Array {
  const copy = head.slice();
  viewOf(copy).setUint32(ADJUSTMENT, 0);
  return copy;
}

function adjusted(font: Uint8Array): Uint8Array {
  const head = tableDirectory(font).get('head');
  const view = viewOf(font);
  view.setUint32((head?.offset ?? 0) + ADJUSTMENT, SUM - checksum(view, 0, font.length));
  return font;
}

/** Reads the table directory. */
class Directory {
  readonly #bytes: Uint8Array;
  /** Where the next entry begins; after the last, the packed data. */
  at = HEADER;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  entry(): Entry {
    const flags = this.#byte();
    const tag = KNOWN_TAGS[flags & 63] ?? this.#tag();
    const version = flags >> 6;
    const isOutline = tag === 'glyf' || tag === 'loca';
    const transformed = isOutline ? version !== PLAIN_OUTLINES : version !== 0;
    const original = this.#base128();
    return { tag, transformed, length: transformed ? this.#base128() : original };
  }

  #byte(): number {
    const byte = this.#bytes[this.at] ?? 0;
    this.at += 1;
    return byte;
  }

  #tag(): string {
    return String.fromCharCode(this.#byte(), this.#byte(), this.#byte(), this.#byte());
  }

  /** UIntBase128: seven bits a byte, the top bit of all but the last set. */
  #base128(): number {
    for (let value = 0; ; ) {
      const byte = this.#byte();
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  }
}
