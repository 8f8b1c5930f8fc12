/** A look at the pixels: is the picture grey, is it line art, and what does it look like from afar? */
import sharp, { type Metadata } from 'sharp';
import { isCutShort } from './jpeg-end.ts';
import { likenessOf, THUMBNAIL } from './likeness.ts';
import type { Picture } from './model.ts';
import { openUpright } from './source.ts';

/** Longest edge of the thumbnail whose colour is judged: averages JPEG noise away, keeps a red tie. */
const GLANCE = 256;
/** Greatest difference of two channels (of 255) that passes for grey, for 99 % of the glance and for all of it. */
const GREY_MOST = 6;
const GREY_ALL = 16;

/** Kind, greyness and likeness of a decodable picture. Decodes it, so a damaged file throws sharp's error. */
export async function lookAt(bytes: Buffer, metadata: Metadata): Promise<Pick<Picture, 'kind' | 'grey' | 'likeness'>> {
  if (metadata.format === 'jpeg' && isCutShort(bytes)) throw new Error('premature end of JPEG image');
  const { data, info } = await openUpright(bytes)
    .resize(GLANCE, GLANCE, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const grey = isGrey(data);
  const small = await sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .resize(THUMBNAIL.width, THUMBNAIL.height, { fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return { kind: await kindOf(bytes, metadata), grey, likeness: likenessOf(small) };
}

/** Judges interleaved 8-bit RGB. */
function isGrey(rgb: Uint8Array): boolean {
  const spreads = new Uint32Array(256);
  for (let at = 0; at + 2 < rgb.length; at += 3) {
    const [r = 0, g = 0, b = 0] = [rgb[at], rgb[at + 1], rgb[at + 2]];
    const spread = Math.max(r, g, b) - Math.min(r, g, b);
    if (spread > GREY_ALL) return false;
    spreads[spread] = (spreads[spread] ?? 0) + 1;
  }
  const coloured = spreads.subarray(GREY_MOST + 1).reduce((sum, count) => sum + count, 0);
  return coloured * 100 <= rgb.length / 3;
}

/** Longest edge at which colours are counted. */
const COUNTED = 800;
/** Line art: at most so many colours make up nearly all of the picture; the rest is the soft edge of its lines. */
const INKS = 8;
const INKED = 0.9;

async function kindOf(bytes: Buffer, metadata: Metadata): Promise<'photo' | 'lineart' | 'vector'> {
  if (metadata.format === 'svg') return 'vector';
  // JPEG and AVIF smear flat colours: what they hold is treated as a photo.
  if (metadata.format === 'jpeg' || metadata.format === 'heif') return 'photo';
  const { data } = await openUpright(bytes)
    .resize(COUNTED, COUNTED, { fit: 'inside', withoutEnlargement: true, kernel: 'nearest' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return flatness(data) >= INKED ? 'lineart' : 'photo';
}

/** The share of interleaved RGB pixels that the commonest colours cover. */
function flatness(rgb: Uint8Array): number {
  const counts = new Map<number, number>();
  for (let at = 0; at + 2 < rgb.length; at += 3) {
    const colour = ((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const commonest = [...counts.values()].sort((one, other) => other - one).slice(0, INKS);
  return commonest.reduce((sum, count) => sum + count, 0) / (rgb.length / 3);
}
