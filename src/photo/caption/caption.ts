/** Caption and credit that a picture file carries: XMP before IPTC before EXIF, each field by itself. */
import type { Metadata } from 'sharp';
import { oneLine } from '../../issue/line-ends.ts';
import { cleanText } from '../../issue/source.ts';
import { readExif } from './exif.ts';
import { readIptc } from './iptc.ts';
import { readXmp } from './xmp.ts';

/** What a file says of itself. */
export interface FileCaption {
  readonly caption?: string;
  readonly credit?: string;
}

/** The file's own caption and credit, where it has them, as one line each without what no editor sees. */
export function readCaption(metadata: Pick<Metadata, 'xmpAsString' | 'iptc' | 'exif'>): FileCaption {
  return {
    ...(metadata.exif && ofPeople(readExif(metadata.exif))),
    ...(metadata.iptc && ofPeople(readIptc(metadata.iptc))),
    ...(metadata.xmpAsString && ofPeople(readXmp(metadata.xmpAsString))),
  };
}

/** The names of cameras, phones and drones, which they write by themselves. */
const MAKER = /^(?:.*digital (?:still )?camera|samsung.*|minolta.*|dji.*|sony dsc|jpeg)$/i;
/** A word of their programs (edf, default), or the name of a file (DSC_0042, DCIM\100MEDIA\DJI_0001.JPG). */
const TOKEN = /^(?:[a-z]{1,8}|(?=\S*[\d_./\\])[!-~]+)$/;

/** Without what no person has written. */
function ofPeople(said: FileCaption): FileCaption {
  const [caption, credit] = [printable(said.caption), printable(said.credit)];
  return { ...(caption && !MAKER.test(caption) && !TOKEN.test(caption) && { caption }), ...(credit && { credit }) };
}

const printable = (text = ''): string => oneLine(cleanText(text, '').text);
