/** Rules about the file as a whole. */
import { both } from '../../../fault.ts';
import type { FileFacts } from '../facts.ts';
import { asDict, asName, asNumber, asText, dig, filtersOf } from '../objects.ts';
import { type Complaint, complaint, type Rule, unless } from '../rule.ts';

const X4 = 'ISO 15930-7:2010';

/** Text of an XMP property, written as an element or an attribute. */
export function xmpText(xmp: string, property: string): string | undefined {
  const element = new RegExp(`<${property}(?:\\s[^>]*)?>([\\s\\S]*?)</${property}>`).exec(xmp)?.[1];
  const attribute = new RegExp(`\\s${property}="([^"]*)"`).exec(xmp)?.[1];
  const text = (element ?? attribute)?.replace(/<[^>]*>/g, '').trim();
  return text?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

const intent = ({ intents }: FileFacts) => intents.find((one) => asName(dig(one, 'S')) === 'GTS_PDFX');

/** A PDF date as XMP writes it. */
function asXmpDate(date: string | undefined): string | undefined {
  const [, year, month, day, hour, minute, second, zone] =
    /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d'\d\d)?/.exec(date ?? '') ?? [];
  return year && `${year}-${month}-${day}T${hour}:${minute}:${second}${(zone ?? 'Z').replace("'", ':')}`;
}

/** Pairs of Info key and XMP property that must say the same. */
const PAIRS: readonly (readonly [string, string, (text: string | undefined) => string | undefined])[] = [
  ['Title', 'dc:title', (text) => text],
  ['Creator', 'xmp:CreatorTool', (text) => text],
  ['Producer', 'pdf:Producer', (text) => text],
  ['CreationDate', 'xmp:CreateDate', asXmpDate],
  ['ModDate', 'xmp:ModifyDate', asXmpDate],
];

function* disagreements({ info, xmp }: FileFacts): Generator<Complaint> {
  for (const [key, property, same] of PAIRS) {
    const [says, wanted] = [xmpText(xmp, property), same(asText(dig(info, key)))];
    if (wanted === undefined || says !== wanted)
      yield complaint(
        both(
          `Info ${key} is “${wanted ?? 'absent'}”, XMP ${property} is “${says ?? 'absent'}”`,
          `Info 的 ${key} 是“${wanted ?? '缺'}”，XMP 的 ${property} 是“${says ?? '缺'}”`,
        ),
      );
  }
}

function* trapping({ info, xmp }: FileFacts): Generator<Complaint> {
  const key = asName(dig(info, 'Trapped'));
  const says = xmpText(xmp, 'pdf:Trapped');
  if (key !== 'True' && key !== 'False')
    yield complaint(
      both(
        `Info Trapped is ${key ?? 'absent'}, not True or False`,
        `Info 的 Trapped 是${key ?? '缺'}，应为 True 或 False`,
      ),
    );
  else if (says !== key)
    yield complaint(
      both(
        `Info Trapped is ${key}, XMP pdf:Trapped is ${says ?? 'absent'}`,
        `Info 的 Trapped 是 ${key}，XMP 的 pdf:Trapped 是${says ?? '缺'}`,
      ),
    );
}

function* actions({ catalog, pages }: FileFacts): Generator<Complaint> {
  for (const key of ['OpenAction', 'AA', 'AcroForm'])
    if (dig(catalog, key)) yield complaint(both(`the catalogue has ${key}`, `文档目录里有 ${key}`));
  for (const key of ['JavaScript', 'EmbeddedFiles'])
    if (dig(catalog, 'Names', key)) yield complaint(both(`the file has ${key}`, `文件里有 ${key}`));
  for (const page of pages)
    if (dig(page.dict, 'AA')) yield complaint(both('the page has actions', '页面带动作'), page.number);
}

function* forbiddenStreams({ streams }: FileFacts): Generator<Complaint> {
  for (const stream of streams) {
    const bad = filtersOf(stream).find(
      (filter) => filter === 'LZWDecode' || filter === 'JPXDecode' || filter === 'Crypt',
    );
    if (bad) yield complaint(both(`a stream is packed with ${bad}`, `有数据流用 ${bad} 压缩`));
    if (dig(stream, 'F')) yield complaint(both('a stream lies in another file', '有数据流存在别的文件里'));
    if (asName(dig(stream, 'Subtype')) === 'PS' || dig(stream, 'PS'))
      yield complaint(both('a stream is PostScript', '有 PostScript 数据流'));
    if (dig(stream, 'OPI') ?? dig(stream, 'Ref'))
      yield complaint(both('a picture stands for one in another file', '有图片只是别的文件的替身'));
  }
}

function* deviceControls({ pages }: FileFacts): Generator<Complaint> {
  for (const { number, drawing } of pages)
    for (const state of drawing.states)
      for (const key of ['TR', 'TR2', 'HT', 'BG', 'BG2', 'UCR', 'UCR2']) {
        const value = dig(state, key);
        const harmless = key === 'TR2' && asName(value) === 'Default';
        const halftone = key === 'HT' && [1, 5].includes(asNumber(dig(asDict(value), 'HalftoneType')) ?? 0);
        if (value && !harmless && !halftone)
          yield complaint(both(`a graphics state sets ${key}`, `图形状态里设了 ${key}`), number);
      }
}

/** Rules of the file: what PDF/X-4 asks for outside the pages. */
export const FILE_RULES: readonly Rule[] = [
  {
    name: 'version',
    severity: 'error',
    source: `${X4}, 6.1: PDF 1.6`,
    number: 1.6,
    check: ({ header, catalog }, number) => {
      const version = Number(asName(dig(catalog, 'Version')) ?? header.slice(5));
      return version <= number
        ? []
        : [
            complaint(
              both(
                `the file is PDF ${version}; PDF/X-4 ends at ${number}`,
                `文件是 PDF ${version}；PDF/X-4 最高到 ${number}`,
              ),
            ),
          ];
    },
  },
  {
    name: 'identifier',
    severity: 'error',
    source: `${X4}, 6.1: /ID in the trailer`,
    check: unless(
      ({ id }) => id.length === 2 && id.every((part) => part.length > 2),
      () => both('the trailer has no /ID', '文件尾缺 /ID'),
    ),
  },
  {
    name: 'encryption',
    severity: 'error',
    source: `${X4}, 6.1: no /Encrypt`,
    check: unless(
      ({ encrypted }) => !encrypted,
      () => both('the file is encrypted', '文件加了密'),
    ),
  },
  {
    name: 'pages',
    severity: 'error',
    source: 'this issue',
    check: unless(
      ({ pages, settings }) => pages.length === settings.pages.length,
      ({ pages, settings }) =>
        both(
          `the file has ${pages.length} pages, the issue ${settings.pages.length}`,
          `文件有 ${pages.length} 页，本期是 ${settings.pages.length} 版`,
        ),
    ),
  },
  {
    name: 'output-intent',
    severity: 'error',
    source: `${X4}, 6.2: one GTS_PDFX output intent`,
    check: unless(
      (facts) =>
        facts.intents.length === 1 &&
        asText(dig(intent(facts), 'OutputConditionIdentifier')) === facts.settings.condition,
      ({ intents, settings }) =>
        both(
          `there is no single GTS_PDFX output intent for ${settings.condition} (${intents.length} intents)`,
          `没有唯一的 GTS_PDFX 输出条件 ${settings.condition}（现有 ${intents.length} 个）`,
        ),
    ),
  },
  {
    name: 'output-profile',
    severity: 'error',
    source: `${X4}, 6.2; GWG 2015: embedded profile, class prtr, CMYK`,
    check: unless(
      (facts) =>
        !intent(facts) ||
        (facts.profileHeader.slice(12, 20) === 'prtrCMYK' && facts.profileHeader.slice(36, 40) === 'acsp'),
      ({ profileHeader }) =>
        both(
          `the output profile is ${profileHeader.slice(12, 20) || 'absent'}, not a CMYK printer’s (prtr)`,
          `输出特性文件是 ${profileHeader.slice(12, 20) || '缺'}，不是 CMYK 印刷机的（prtr）`,
        ),
    ),
  },
  {
    name: 'metadata',
    severity: 'error',
    source: `${X4}, 6.8: XMP in plain bytes`,
    check: unless(
      ({ xmp }) => xmp.includes('<rdf:RDF'),
      () => both('there is no XMP metadata in plain bytes', '没有未压缩的 XMP 元数据'),
    ),
  },
  {
    name: 'identification',
    severity: 'error',
    source: `${X4}, 6.8: pdfxid:GTS_PDFXVersion`,
    check: unless(
      ({ xmp }) =>
        xmp === '' ||
        (xmpText(xmp, 'pdfxid:GTS_PDFXVersion') === 'PDF/X-4' && xmp.includes('"http://www.npes.org/pdfx/ns/id/"')),
      ({ xmp }) =>
        both(
          `the file calls itself ${xmpText(xmp, 'pdfxid:GTS_PDFXVersion') ?? 'nothing'}, not PDF/X-4`,
          `文件自称 ${xmpText(xmp, 'pdfxid:GTS_PDFXVersion') ?? '（缺）'}，不是 PDF/X-4`,
        ),
    ),
  },
  {
    name: 'document-id',
    severity: 'error',
    source: `${X4}, 6.8: xmpMM:DocumentID, VersionID, RenditionClass`,
    check: ({ xmp }) =>
      ['xmpMM:DocumentID', 'xmpMM:VersionID', 'xmpMM:RenditionClass', 'xmp:MetadataDate']
        .filter((property) => xmp !== '' && !xmpText(xmp, property))
        .map((property) => complaint(both(`XMP has no ${property}`, `XMP 缺 ${property}`))),
  },
  {
    name: 'metadata-agrees',
    severity: 'error',
    source: `${X4}, 6.8: Info and XMP say the same`,
    check: (facts) => (facts.xmp === '' ? [] : disagreements(facts)),
  },
  {
    name: 'trapped',
    severity: 'error',
    source: `${X4}, 6.8: Trapped is True or False`,
    check: (facts) => (facts.xmp === '' ? [] : trapping(facts)),
  },
  { name: 'actions', severity: 'error', source: `${X4}, 6.15: no actions, forms or scripts`, check: actions },
  {
    name: 'streams',
    severity: 'error',
    source: `${X4}, 6.4–6.6; GWG 2015: no LZW, JPEG 2000, PostScript, OPI`,
    check: forbiddenStreams,
  },
  {
    name: 'device-controls',
    severity: 'error',
    source: `${X4}, 6.7: no transfer curves, halftones 1 and 5 only`,
    check: deviceControls,
  },
];
