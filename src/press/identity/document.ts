/** Finishes a PDF file: metadata, output intent, a name made of its own content, and bytes that are always the same. */
import { createHash } from 'node:crypto';
import {
  PDFArray,
  type PDFDict,
  type PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { OutputProfile } from '../model.ts';
import { packedFile } from './packed-file.ts';
import { plainFile } from './plain-file.ts';
import { type Identity, PRODUCER, pdfDate, xmpPacket } from './xmp.ts';

/** Stands in the bytes until their own hash is known; as long as what replaces it. */
const UNNAMED = '0'.repeat(32);
const UNNAMED_URN = 'urn:uuid:00000000-0000-0000-0000-000000000000';

/** What Info and XMP say, but for the name, which is known last. */
export type Particulars = Omit<Identity, 'documentId'>;

/** Sets Info and XMP alike. */
export function identify(document: PDFDocument, particulars: Particulars, claims: string, trapped: boolean): void {
  const { context, catalog } = document;
  const date = PDFString.of(pdfDate(particulars.date));
  const info = context.obj({});
  info.set(PDFName.of('Title'), PDFHexString.fromText(particulars.title));
  info.set(PDFName.of('Creator'), PDFHexString.fromText(particulars.creator));
  info.set(PDFName.of('Producer'), PDFString.of(PRODUCER));
  info.set(PDFName.of('CreationDate'), date);
  info.set(PDFName.of('ModDate'), date);
  if (trapped) {
    info.set(PDFName.of('Trapped'), PDFName.of('False'));
    info.set(PDFName.of('GTS_PDFXVersion'), PDFString.of('PDF/X-4'));
  }
  context.trailerInfo.Info = context.register(info);
  const packet = xmpPacket({ ...particulars, documentId: UNNAMED_URN }, claims);
  const bytes = new TextEncoder().encode(packet);
  const dict = context.obj({ Type: 'Metadata', Subtype: 'XML', Length: bytes.length });
  catalog.set(PDFName.of('Metadata'), context.register(PDFRawStream.of(dict, bytes)));
  catalog.set(PDFName.of('Lang'), PDFString.of(particulars.language));
  const id = PDFHexString.of(UNNAMED);
  context.trailerInfo.ID = context.obj([id, id]);
}

/** The output condition with its profile (ISO 32000-1, 14.11.5). */
export function intend(
  document: PDFDocument,
  intent: {
    readonly kind: 'GTS_PDFX' | 'GTS_PDFA1';
    readonly condition: string;
    readonly channels: 3 | 4;
    readonly profile: OutputProfile;
  },
): void {
  const { context, catalog } = document;
  const { packed } = intent.profile;
  const profile = PDFRawStream.of(
    context.obj({ N: intent.channels, Filter: 'FlateDecode', Length: packed.length }),
    packed,
  );
  const dict: PDFDict = context.obj({ Type: 'OutputIntent', S: intent.kind });
  dict.set(PDFName.of('OutputConditionIdentifier'), PDFString.of(intent.condition));
  dict.set(PDFName.of('Info'), PDFString.of(intent.profile.name || intent.condition));
  if (intent.kind === 'GTS_PDFX') dict.set(PDFName.of('RegistryName'), PDFString.of('http://www.color.org'));
  dict.set(PDFName.of('DestOutputProfile'), context.register(profile));
  const intents = PDFArray.withContext(context);
  intents.push(context.register(dict));
  catalog.set(PDFName.of('OutputIntents'), intents);
}

/**
 * Writes the file and names it by the SHA-256 of its bytes: the same content always has the same name.
 * @param packed Small objects in object streams: smaller, and nothing that a plant's old RIP should meet.
 */
export async function finish(
  document: PDFDocument,
  version: readonly [number, number],
  packed = false,
): Promise<Uint8Array> {
  document.context.header = PDFHeader.forVersion(version[0], version[1]);
  const bytes = await (packed ? packedFile(document) : plainFile(document));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  fill(buffer, UNNAMED_URN, `urn:uuid:${uuidOf(hash)}`);
  fill(buffer, `<${UNNAMED}>`, `<${hash}>`);
  return bytes;
}

/** A version 8 UUID (RFC 9562, 5.8): its own bits are the content's hash. */
function uuidOf(hash: string): string {
  const variant = ((Number.parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(18, 20)}-${hash.slice(20, 32)}`;
}

function fill(bytes: Buffer, from: string, to: string): void {
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + to.length)) bytes.write(to, at, 'latin1');
}
