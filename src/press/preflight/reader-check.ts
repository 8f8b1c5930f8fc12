/**
 * The reader's PDF against those conditions of PDF/UA-1 (ISO 14289-1:2014) that a program can test on the structure alone.
 * It is no validator: whether an alternative text says what a picture shows, or a heading is one, a person must judge, and
 * veraPDF's rules on font programs are not here.
 */
import type { Finding } from './finding.ts';
import { asBool, asName, asNumber, asText, dig, members, openFile } from './objects.ts';
import { type Facts, readFacts } from './reader-facts.ts';
import { xmpText } from './rules/file.ts';

interface Condition {
  readonly name: string;
  /** Clause of ISO 14289-1. */
  readonly clause: string;
  readonly check: (facts: Facts) => Iterable<string>;
}

/** The conditions that are checked, one row each. */
export const READER_CONDITIONS: readonly Condition[] = [
  {
    name: 'ua-identified',
    clause: '5: pdfuaid:part is 1',
    check: ({ xmp }) => (xmpText(xmp, 'pdfuaid:part') === '1' ? [] : ['XMP does not say pdfuaid:part 1']),
  },
  {
    name: 'ua-title',
    clause: '7.1: dc:title, shown in the window',
    check: function* ({ xmp, catalog }) {
      if (!xmpText(xmp, 'dc:title')) yield 'XMP has no title';
      if (!asBool(dig(catalog, 'ViewerPreferences', 'DisplayDocTitle'))) yield 'the title is not shown';
    },
  },
  {
    name: 'ua-language',
    clause: '7.2: /Lang',
    check: ({ catalog }) => (asText(dig(catalog, 'Lang')) ? [] : ['there is no /Lang']),
  },
  {
    name: 'ua-marked',
    clause: '7.1: MarkInfo, no Suspects',
    check: ({ catalog }) =>
      asBool(dig(catalog, 'MarkInfo', 'Marked')) && !asBool(dig(catalog, 'MarkInfo', 'Suspects'))
        ? []
        : ['the file is not marked as tagged'],
  },
  { name: 'ua-content', clause: '7.1: all content is tagged or an artifact', check: untagged },
  { name: 'ua-parents', clause: '7.1; ISO 32000-1, 14.7.4.4: marked content leads to its element', check: orphans },
  { name: 'ua-types', clause: '7.1: standard structure types', check: unknownTypes },
  { name: 'ua-headings', clause: '7.4.2: headings begin at 1 and skip no level', check: headings },
  {
    name: 'ua-figures',
    clause: '7.3: figures have an alternative',
    check: ({ elements }) =>
      elements
        .filter(({ type, dict }) => type === 'Figure' && !asText(dig(dict, 'Alt')))
        .map(() => 'a figure has no Alt'),
  },
  {
    name: 'ua-notes',
    clause: '7.9: notes have an ID of their own',
    check: ({ elements }) => {
      const ids = elements.filter(({ type }) => type === 'Note').map(({ dict }) => asText(dig(dict, 'ID')) ?? '');
      return new Set(ids).size === ids.length && !ids.includes('') ? [] : ['a note has no ID of its own'];
    },
  },
  { name: 'ua-links', clause: '7.18.5: links in Link elements, with Contents', check: links },
  {
    name: 'ua-tab-order',
    clause: '7.18.3: /Tabs /S on pages with annotations',
    check: ({ pages }) =>
      pages
        .filter((page) => dig(page, 'Annots') && asName(dig(page, 'Tabs')) !== 'S')
        .map(() => 'a page has another tab order'),
  },
  { name: 'ua-fonts', clause: '7.21: fonts embedded, characters known', check: fonts },
  {
    name: 'ua-bookmarks',
    clause: 'this house: a bookmark for every page',
    check: ({ catalog, pages }) => {
      let count = 0;
      for (let entry = dig(catalog, 'Outlines', 'First'); entry; entry = dig(entry, 'Next')) count += 1;
      return count === pages.length ? [] : [`${count} bookmarks for ${pages.length} pages`];
    },
  },
];

/** Checks a reader's PDF; an empty list says that every condition of the table holds. */
export async function checkReader(bytes: Uint8Array): Promise<readonly Finding[]> {
  const facts = readFacts(await openFile(bytes));
  return READER_CONDITIONS.flatMap(({ name, check }) =>
    [...check(facts)].map((message): Finding => ({ severity: 'error', rule: name, message })),
  );
}

function* untagged({ content }: Facts): Generator<string> {
  for (const [index, { bare }] of content.entries())
    if (bare > 0) yield `page ${index + 1}: ${bare} marks are neither tagged nor artifacts`;
}

function* orphans({ pages, content, parents }: Facts): Generator<string> {
  for (const [index, page] of pages.entries()) {
    const owners = members(parents.get(asNumber(dig(page, 'StructParents')) ?? -1));
    const used = [...(content[index]?.mcids ?? [])];
    const lost = used.filter((mcid) => !members(dig(owners[mcid], 'K')).some((kid) => asNumber(kid) === mcid));
    if (lost.length > 0) yield `page ${index + 1}: ${lost.length} pieces of content lead to no element`;
  }
}

/** Types of ISO 32000-1, 14.8.4, as far as this house uses them. */
const STANDARD = new Set([
  'Document',
  'Part',
  'Art',
  'Sect',
  'Div',
  'BlockQuote',
  'Caption',
  'P',
  'H',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'L',
  'LI',
  'Lbl',
  'LBody',
  'Table',
  'TR',
  'TH',
  'TD',
  'Span',
  'Note',
  'Link',
  'Figure',
]);

function* unknownTypes({ elements }: Facts): Generator<string> {
  for (const type of new Set(elements.map((element) => element.type)))
    if (!STANDARD.has(type)) yield `${type} is no standard type`;
}

function* headings({ elements }: Facts): Generator<string> {
  let last = 0;
  for (const { type } of elements) {
    const level = Number(/^H([1-6])$/.exec(type)?.[1] ?? 0);
    if (level === 0) continue;
    if (level > last + 1) yield `a heading of level ${level} follows one of level ${last}`;
    last = level;
  }
}

function* links({ pages, parents }: Facts): Generator<string> {
  for (const page of pages)
    for (const annotation of members(dig(page, 'Annots'))) {
      if (asName(dig(annotation, 'Subtype')) !== 'Link') continue;
      if (!asText(dig(annotation, 'Contents'))) yield 'a link has no Contents';
      const owner = parents.get(asNumber(dig(annotation, 'StructParent')) ?? -1);
      if (asName(dig(owner, 'S')) !== 'Link') yield 'a link belongs to no Link element';
    }
}

function* fonts({ fonts: used }: Facts): Generator<string> {
  for (const font of used) {
    const name = asName(dig(font, 'BaseFont')) ?? 'without a name';
    const [descendant] = members(dig(font, 'DescendantFonts'));
    const program = ['FontFile', 'FontFile2', 'FontFile3'].some((key) =>
      dig(descendant ?? font, 'FontDescriptor', key),
    );
    if (!program) yield `the font ${name} is not embedded`;
    if (!dig(font, 'ToUnicode')) yield `the font ${name} does not say its characters`;
  }
}
