/** Conditions of PDF/UA-1 on the structure tree: types, headings, tables, lists, figures, notes. */
import { type PDFDict, PDFNumber } from '@cantoo/pdf-lib';
import { both, type Phrase } from '../../fault.ts';
import { asDict, asName, asNumbers, asText, dig, members } from './objects.ts';
import type { Condition, Element, Facts } from './reader-facts.ts';

/** Types of ISO 32000-1, 14.8.4, as far as this house uses them, and what may stand right inside each that is particular. */
const STANDARD: Readonly<Record<string, readonly string[] | undefined>> = {
  Document: undefined,
  Art: undefined,
  Sect: undefined,
  BlockQuote: undefined,
  Caption: undefined,
  P: undefined,
  H1: undefined,
  H2: undefined,
  H3: undefined,
  H4: undefined,
  H5: undefined,
  H6: undefined,
  L: ['Caption', 'L', 'LI'],
  LI: ['Lbl', 'LBody'],
  Lbl: undefined,
  LBody: undefined,
  Table: ['Caption', 'TR'],
  TR: ['TH', 'TD'],
  TH: undefined,
  TD: undefined,
  Span: undefined,
  Note: undefined,
  Reference: undefined,
  Link: undefined,
  Figure: undefined,
};

/** Where a type may stand, of those that may not stand anywhere. */
const ABOVE: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  LBody: ['LI'],
  TR: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
};

const kids = (dict: PDFDict): readonly PDFDict[] =>
  members(dig(dict, 'K')).flatMap((kid) => {
    const child = asDict(kid);
    return child && asName(dig(child, 'S')) ? [child] : [];
  });

const typeOf = (dict: PDFDict): string => asName(dig(dict, 'S')) ?? '';

/** Has it marked content of its own? */
const hasContent = (dict: PDFDict): boolean => members(dig(dict, 'K')).some((kid) => kid instanceof PDFNumber);

/** Value of an attribute of this owner. */
const attribute = (dict: PDFDict, owner: string, name: string) =>
  asName(dig(dict, 'A', 'O')) === owner ? dig(dict, 'A', name) : undefined;

/** Elements of a type that stand where they may not, or hold what they may not. */
function* misplaced({ elements }: Facts, types: readonly string[]): Generator<Phrase> {
  for (const { type, dict, above } of elements) {
    const parent = above.at(-1) ?? 'nothing';
    if (types.includes(type) && ABOVE[type] && !ABOVE[type].includes(parent))
      yield both(`a ${type} stands in ${parent}`, `${type} 放在了 ${parent} 里`);
    const allowed = types.includes(type) ? STANDARD[type] : undefined;
    if (!allowed) continue;
    for (const kid of kids(dict))
      if (!allowed.includes(typeOf(kid))) yield both(`a ${type} holds a ${typeOf(kid)}`, `${type} 里有 ${typeOf(kid)}`);
    if (hasContent(dict)) yield both(`a ${type} holds text of its own`, `${type} 自己带了文字`);
  }
}

function* tables(facts: Facts): Generator<Phrase> {
  yield* misplaced(facts, ['Table', 'TR', 'TH', 'TD']);
  for (const { dict } of ofType(facts, 'Table')) {
    const widths = new Set(kids(dict).flatMap((row) => (typeOf(row) === 'TR' ? [kids(row).length] : [])));
    if (widths.size !== 1)
      yield both(
        `the rows of a table have ${[...widths].join(' and ')} cells`,
        `表格各行格数不一：${[...widths].join('、')}`,
      );
  }
  for (const { dict } of ofType(facts, 'TH'))
    if (!asName(attribute(dict, 'Table', 'Scope'))) yield both('the head of a column has no Scope', '表头缺 Scope');
}

function* lists(facts: Facts): Generator<Phrase> {
  yield* misplaced(facts, ['L', 'LI', 'LBody']);
  for (const { dict } of ofType(facts, 'L')) {
    const marked = kids(dict).some((item) => kids(item).some((kid) => typeOf(kid) === 'Lbl'));
    if (marked && !asName(attribute(dict, 'List', 'ListNumbering')))
      yield both('a list with marks has no ListNumbering', '带项目号的列表缺 ListNumbering');
  }
}

function* headings({ elements }: Facts): Generator<Phrase> {
  let last = 0;
  for (const { type } of elements) {
    const level = Number(/^H([1-6])$/.exec(type)?.[1] ?? 0);
    if (level === 0) continue;
    if (level > last + 1)
      yield both(`a heading of level ${level} follows one of level ${last}`, `${last} 级标题后面直接是 ${level} 级`);
    last = level;
  }
}

function* figures(facts: Facts): Generator<Phrase> {
  for (const { dict } of ofType(facts, 'Figure')) {
    if (!asText(dig(dict, 'Alt'))) yield both('a figure has no Alt', '有图缺替代文字（Alt）');
    if (asNumbers(attribute(dict, 'Layout', 'BBox')).length !== 4)
      yield both('a figure does not say what it covers', '有图没写覆盖范围');
  }
}

function* notes(facts: Facts): Generator<Phrase> {
  const ids = ofType(facts, 'Note').map(({ dict }) => asText(dig(dict, 'ID')) ?? '');
  if (new Set(ids).size !== ids.length || ids.includes(''))
    yield both('a note has no ID of its own', '有注释没有自己的 ID');
}

const ofType = ({ elements }: Facts, wanted: string): readonly Element[] =>
  elements.filter(({ type }) => type === wanted);

/** Conditions of the structure tree. */
export const STRUCTURE_CONDITIONS: readonly Condition[] = [
  {
    name: 'ua-types',
    clause: '7.1: standard structure types',
    check: function* ({ elements }) {
      for (const type of new Set(elements.map((element) => element.type)))
        if (!(type in STANDARD)) yield both(`${type} is no standard type`, `${type} 不是标准类型`);
    },
  },
  { name: 'ua-headings', clause: '7.4.2: headings begin at 1 and skip no level', check: headings },
  {
    name: 'ua-figures',
    clause: '7.3; ISO 32000-1, table 344: figures have an alternative and say what they cover',
    check: figures,
  },
  {
    name: 'ua-tables',
    clause: '7.5; ISO 32000-1, table 337: rows of as many cells in tables, column heads with their Scope',
    check: tables,
  },
  {
    name: 'ua-lists',
    clause: '7.6; ISO 32000-1, table 336: items in lists, marks and text in items, ListNumbering',
    check: lists,
  },
  { name: 'ua-notes', clause: '7.9: notes have an ID of their own', check: notes },
];
