/**
 * The reader's PDF against those conditions of PDF/UA-1 (ISO 14289-1:2014) that a program can test on the structure alone.
 * It is no validator: whether an alternative text says what a picture shows, or a heading is one, a person must judge, and
 * veraPDF's rules on font programs are not here.
 */
import type { PDFObject } from '@cantoo/pdf-lib';
import { both, type Phrase } from '../../fault.ts';
import type { Finding } from './finding.ts';
import { asBool, asName, asNumber, asText, dig, members, openFile } from './objects.ts';
import { type Condition, type Facts, readFacts } from './reader-facts.ts';
import { FONT_CONDITIONS } from './reader-fonts.ts';
import type { KnownMarks } from './reader-marks.ts';
import { STRUCTURE_CONDITIONS } from './reader-structure.ts';
import { complaint } from './rule.ts';
import { xmpText } from './rules/file.ts';

/** The conditions that are checked, one row each. */
export const READER_CONDITIONS: readonly Condition[] = [
  {
    name: 'ua-identified',
    clause: '5: pdfuaid:part is 1',
    check: ({ xmp }) =>
      xmpText(xmp, 'pdfuaid:part') === '1'
        ? []
        : [both('XMP does not say pdfuaid:part 1', 'XMP 没有写 pdfuaid:part 1')],
  },
  {
    name: 'ua-title',
    clause: '7.1: dc:title, shown in the window',
    check: function* ({ xmp, catalog }) {
      if (!xmpText(xmp, 'dc:title')) yield both('XMP has no title', 'XMP 缺标题');
      if (!asBool(dig(catalog, 'ViewerPreferences', 'DisplayDocTitle')))
        yield both('the title is not shown', '标题没有显示');
    },
  },
  {
    name: 'ua-language',
    clause: '7.2: /Lang',
    check: ({ catalog }) => (asText(dig(catalog, 'Lang')) ? [] : [both('there is no /Lang', '缺 /Lang')]),
  },
  {
    name: 'ua-marked',
    clause: '7.1: MarkInfo, no Suspects',
    check: ({ catalog }) =>
      asBool(dig(catalog, 'MarkInfo', 'Marked')) && !asBool(dig(catalog, 'MarkInfo', 'Suspects'))
        ? []
        : [both('the file is not marked as tagged', '文件没有标明带结构标签')],
  },
  { name: 'ua-content', clause: '7.1: all content is tagged or an artifact', check: untagged },
  { name: 'ua-parents', clause: '7.1; ISO 32000-1, 14.7.4.4: marked content leads to its element', check: orphans },
  {
    name: 'ua-artifacts',
    clause: '7.1: no artifact inside tagged content, nothing tagged inside an artifact',
    check: function* ({ content }) {
      for (const [index, { mixed }] of content.entries())
        if (mixed > 0)
          yield both(
            `page ${index + 1}: ${mixed} marks are tagged and artifacts at once`,
            `第 ${index + 1} 页：${mixed} 处既有标签又算装饰`,
          );
    },
  },
  ...STRUCTURE_CONDITIONS,
  { name: 'ua-links', clause: '7.18.5: links in Link elements, with Contents', check: links },
  {
    name: 'ua-tab-order',
    clause: '7.18.3: /Tabs /S on pages with annotations',
    check: ({ pages }) =>
      pages
        .filter((page) => dig(page, 'Annots') && asName(dig(page, 'Tabs')) !== 'S')
        .map(() => both('a page has another tab order', '有一页的跳格次序不对')),
  },
  ...FONT_CONDITIONS,
  {
    name: 'ua-plain',
    clause: '7.11, 7.15, 7.16, 7.20: no XFA, no encryption, no layers, no attachments, no pictures from other files',
    check: function* ({ catalog, encrypted }) {
      if (encrypted) yield both('the file is encrypted', '文件加了密');
      for (const path of [['AcroForm', 'XFA'], ['OCProperties'], ['Names', 'EmbeddedFiles'], ['Names', 'JavaScript']])
        if (dig(catalog, ...path)) yield both(`the catalogue has ${path.at(-1)}`, `文档目录里有 ${path.at(-1)}`);
    },
  },
  {
    name: 'ua-bookmarks',
    clause: 'this house: a bookmark for every page',
    check: ({ catalog, pages }) => {
      let count = 0;
      for (let entry = dig(catalog, 'Outlines', 'First'); entry; entry = dig(entry, 'Next')) count += 1;
      return count === pages.length
        ? []
        : [both(`${count} bookmarks for ${pages.length} pages`, `${pages.length} 页有 ${count} 个书签`)];
    },
  },
];

/**
 * Checks a reader's PDF; an empty list says that every condition of the table holds.
 * @param known Contents of pages that were read while the others were made (`marksIn`): they are not read twice.
 */
export async function checkReader(bytes: Uint8Array, known: KnownMarks = new Map()): Promise<readonly Finding[]> {
  const facts = readFacts(await openFile(bytes), known);
  return READER_CONDITIONS.flatMap(({ name, check }) =>
    [...check(facts)].map((what): Finding => ({ severity: 'error', rule: name, ...complaint(what) })),
  );
}

function* untagged({ content }: Facts): Generator<Phrase> {
  for (const [index, { bare }] of content.entries())
    if (bare > 0)
      yield both(
        `page ${index + 1}: ${bare} marks are neither tagged nor artifacts`,
        `第 ${index + 1} 页：${bare} 处既无标签又不算装饰`,
      );
}

function* orphans({ pages, content, parents }: Facts): Generator<Phrase> {
  for (const [index, page] of pages.entries()) {
    const owners = members(parents.get(asNumber(dig(page, 'StructParents')) ?? -1));
    const held = new Map<PDFObject | undefined, ReadonlySet<number | undefined>>();
    for (const owner of owners) if (!held.has(owner)) held.set(owner, new Set(members(dig(owner, 'K')).map(asNumber)));
    const used = [...(content[index]?.mcids ?? [])];
    const lost = used.filter((mcid) => !held.get(owners[mcid])?.has(mcid));
    if (lost.length > 0)
      yield both(
        `page ${index + 1}: ${lost.length} pieces of content lead to no element`,
        `第 ${index + 1} 页：${lost.length} 处内容不归任何元素`,
      );
  }
}

function* links({ pages, parents }: Facts): Generator<Phrase> {
  for (const page of pages)
    for (const annotation of members(dig(page, 'Annots'))) {
      if (asName(dig(annotation, 'Subtype')) !== 'Link') continue;
      if (!asText(dig(annotation, 'Contents'))) yield both('a link has no Contents', '有链接缺 Contents');
      const owner = parents.get(asNumber(dig(annotation, 'StructParent')) ?? -1);
      if (asName(dig(owner, 'S')) !== 'Link')
        yield both('a link belongs to no Link element', '有链接不归任何 Link 元素');
    }
}
