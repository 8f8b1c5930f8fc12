/**
 * Which way round the inks of a CMYK JPEG are. Adobe writes 0 for full ink, marks its files, and every browser and libvips read
 * all CMYK files so; libjpeg and Ghostscript take files without the mark the other way. Files of both kinds lack it:
 * a cleaner of metadata took it away, or a program wrote ink as ink. The picture itself tells which is so.
 */
import { inksOf } from './cmyk.ts';
import { hasAdobeMarker } from './jpeg-segments.ts';
import { openPicture } from './source.ts';

/** `turned`: read as everybody reads it, the picture is a negative. */
export type InkSense = 'right' | 'turned' | 'unclear';

/** Longest edge of what is looked at. */
const GLANCE = 256;
/** No separation lays more ink than this, percent; the white paper of a negative has 400. */
const MOST = 360;
/** So much more of one reading than of the other decides. */
const CLEARLY = 4;
/** Shares of pixels that are less say nothing. */
const SOME = 0.002;

/** Looks at a JPEG of four inks. */
export async function inkSense(jpeg: Buffer): Promise<InkSense> {
  if (hasAdobeMarker(jpeg)) return 'right';
  const small = openPicture(jpeg)
    .pipelineColourspace('cmyk')
    .resize(GLANCE, GLANCE, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('cmyk');
  const inks = await inksOf(await small.tiff().toBuffer());
  const [heavy, light] = impossible(inks);
  if (Math.max(heavy, light) < SOME) return 'unclear';
  if (heavy > light * CLEARLY) return 'turned';
  return light > heavy * CLEARLY ? 'right' : 'unclear';
}

/** Shares of the pixels that no press could print, as they are read and turned about. */
function impossible(inks: Uint8Array): readonly [heavy: number, light: number] {
  let [heavy, light] = [0, 0];
  for (let at = 0; at + 3 < inks.length; at += 4) {
    const ink = ((inks[at] ?? 0) + (inks[at + 1] ?? 0) + (inks[at + 2] ?? 0) + (inks[at + 3] ?? 0)) / 2.55;
    if (ink > MOST) heavy += 1;
    if (ink < 400 - MOST) light += 1;
  }
  const pixels = Math.max(1, inks.length / 4);
  return [heavy / pixels, light / pixels];
}
