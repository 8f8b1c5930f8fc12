/** Document metadata: the Info dictionary and the XMP packet that must say the same (ISO 15930-7, 6.8; ISO 16684-1). */

/** What both say. */
export interface Identity {
  readonly title: string;
  readonly creator: string;
  /** YYYY-MM-DD of the issue; the clock is never asked. */
  readonly date: string;
  readonly language: string;
  /** `urn:uuid:…`. */
  readonly documentId: string;
}

/** Who made the file; without a version, since a new version that changes nothing else must not change the bytes. */
export const PRODUCER = 'Broadsheet';

/** Midnight of the day as XMP writes it. */
const xmpDate = (date: string): string => `${date}T00:00:00Z`;
/** The same as PDF writes it (ISO 32000-1, 7.9.4). */
export const pdfDate = (date: string): string => `D:${date.replaceAll('-', '')}000000Z`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A packet with these further properties of the standard that the file claims. */
export function xmpPacket(identity: Identity, claims: string): string {
  const { title, creator, date, language, documentId } = identity;
  return `<?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escaped(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${xmpDate(date)}</xmp:CreateDate>
<xmp:ModifyDate>${xmpDate(date)}</xmp:ModifyDate>
<xmp:MetadataDate>${xmpDate(date)}</xmp:MetadataDate>
<xmp:CreatorTool>${escaped(creator)}</xmp:CreatorTool>
<xmpMM:DocumentID>${documentId}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Producer>${PRODUCER}</pdf:Producer>
${claims}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

/** What a PDF/X-4 file says of itself. */
export const PDFX_CLAIMS =
  '<pdf:Trapped>False</pdf:Trapped>\n<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n';
