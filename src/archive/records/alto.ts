/**
 * ALTO 4.4 (Library of Congress, schema of June 2022) of one page, from the plan and not from recognition: every box is exact.
 *
 * Units: `mm10`, tenths of a millimetre from the trim corner, to a thousandth of a millimetre. A module is a
 * ComposedBlock, a headline or a paragraph's lines in one leg a TextBlock; the 报眉 stands in TopMargin, as the
 * schema wants for running titles. Parts of one article carry the same StructureTag, also across pages (its URI names
 * the article); a jump line carries a LayoutTag that names the page it sends to.
 */
import { wordsOf } from '../../makeup/furniture/words.ts';
import { pxToMm, pxToPt } from '../../units.ts';
import { type Attributes, element, textElement, type Xml, xmlDocument } from '../xml.ts';
import type { SetLine, SetString } from './lines.ts';
import { type ModuleRegions, type PageRegions, type Rect, type Region, type TextRegion, twoDigits } from './regions.ts';
import { textsOf } from './text.ts';

const NAMESPACE = 'http://www.loc.gov/standards/alto/ns-v4#';
const SCHEMA = 'http://www.loc.gov/standards/alto/v4/alto-4-4.xsd';

/** What ALTO says beyond the page itself. */
export interface AltoContext {
  /** BCP 47. */
  readonly language: string;
  /** Title, date and page for people: `星城晚报 2026-01-08 第1版`. */
  readonly document: string;
  /** Path of the page's picture from the ALTO file, when there is one. */
  readonly image?: string;
  /** Pages that an article stands on, in order. */
  readonly pagesOf: (slug: string) => readonly number[];
  /** Title of an article, for its tag. */
  readonly titleOf: (slug: string) => string;
  /** Path of an article's web page from the folder, where it has one. */
  readonly pathOf: (slug: string) => string | undefined;
}

/** The ALTO file of one page. */
export function altoPage(page: PageRegions, context: AltoContext): Uint8Array {
  const styles = new Styles();
  const tags = new Tags(context);
  const margin = page.folio.map((region) => block(region, { styles, tags, halves: wordHalves([region]) }));
  const space = page.modules.map((module) => composed(module, styles, tags));
  const head = {
    xmlns: NAMESPACE,
    'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': `${NAMESPACE} ${SCHEMA}`,
    SCHEMAVERSION: '4.4',
  };
  const layout = element('Layout', {}, [pageElement(page, context.language, margin, space)]);
  return xmlDocument(
    element('alto', head, [description(context), styles.element(), tags.element(), readingOrder(page), layout]),
  );
}

function description(context: AltoContext): Xml {
  const source = element('sourceImageInformation', {}, [
    context.image === undefined ? undefined : textElement('fileName', context.image),
    textElement('documentIdentifier', context.document),
  ]);
  const processing = element('Processing', { ID: 'made' }, [
    textElement('processingCategory', 'contentGeneration'),
    textElement(
      'processingStepDescription',
      'Boxes taken from the page plan that the page was printed from; no recognition.',
    ),
    element('processingSoftware', {}, [textElement('softwareName', 'Broadsheet')]),
  ]);
  return element('Description', {}, [textElement('MeasurementUnit', 'mm10'), source, processing]);
}

function pageElement(page: PageRegions, language: string, margin: readonly Xml[], space: readonly Xml[]): Xml {
  const { area, trim } = page;
  const attributes = {
    ID: page.id,
    PHYSICAL_IMG_NR: page.page.number,
    PRINTED_IMG_NR: wordsOf(language).pageNumber(page.page),
    ...(page.page.name === undefined ? {} : { PAGECLASS: page.page.name }),
    HEIGHT: mm10(trim.height),
    WIDTH: mm10(trim.width),
    LANG: language,
    PROCESSINGREFS: 'made',
  };
  const top = { x: 0, y: 0, width: trim.width, height: area.y };
  return element('Page', attributes, [
    element('TopMargin', { ID: `${page.id}top`, ...position(top) }, margin),
    element('PrintSpace', { ID: `${page.id}space`, ...position(area) }, space),
  ]);
}

/** Modules may be read in any order, what is inside each only in one. */
function readingOrder(page: PageRegions): Xml | undefined {
  if (page.modules.length === 0) return undefined;
  const groups = page.modules.map((module) =>
    element(
      'OrderedGroup',
      { ID: `${module.id}r`, REF: module.id },
      module.regions.map((region) => element('ElementRef', { ID: `${region.id}r`, REF: region.id })),
    ),
  );
  return element('ReadingOrder', {}, [element('OrderedGroup', { ID: `${page.id}r` }, groups)]);
}

function composed(module: ModuleRegions, styles: Styles, tags: Tags): Xml {
  const attributes = {
    ID: module.id,
    TYPE: module.module.kind,
    TAGREFS: tags.ofModule(module),
    ...position(module.rect),
  };
  const context = { styles, tags, halves: wordHalves(module.regions) };
  return element('ComposedBlock', attributes, [...module.regions.map((region) => block(region, context))]);
}

interface BlockContext {
  readonly styles: Styles;
  readonly tags: Tags;
  readonly halves: ReadonlyMap<SetString, Attributes>;
}

function block(region: Region, { styles, tags, halves }: BlockContext): Xml {
  if (region.kind === 'picture') {
    return element('Illustration', { ID: region.id, ...position(region.rect), TYPE: region.use });
  }
  const shared = styles.common(region.lines);
  const attributes = { ID: region.id, STYLEREFS: shared, TAGREFS: tags.ofRegion(region), ...position(region.rect) };
  return element(
    'TextBlock',
    attributes,
    region.lines.map((line, index) =>
      textLine(line, { id: `${region.id}l${twoDigits(index + 1)}`, shared, styles, halves }),
    ),
  );
}

interface LineContext {
  readonly id: string;
  /** Style of the whole block, which strings need not repeat. */
  readonly shared: string;
  readonly styles: Styles;
  readonly halves: ReadonlyMap<SetString, Attributes>;
}

function textLine(line: SetLine, context: LineContext): Xml {
  const strings = line.strings.flatMap((string, index) => {
    const space = index > 0 && string.spaced ? [spaceBetween(line.strings[index - 1], string)] : [];
    const style = context.styles.of(string);
    const attributes = {
      ...position(string.rect),
      STYLEREFS: style === context.shared ? undefined : style,
      STYLE: string.raised ? 'superscript' : undefined,
      CONTENT: string.text,
      ...context.halves.get(string),
    };
    return [...space, element('String', attributes)];
  });
  const { hyphen } = line;
  const end = hyphen ? [element('HYP', { ...position(hyphen.rect), CONTENT: hyphen.text })] : [];
  const attributes = { ID: context.id, ...position(line.rect), BASELINE: mm10(line.baseline) };
  return element('TextLine', attributes, [...strings, ...end]);
}

function spaceBetween(before: SetString | undefined, after: SetString): Xml {
  const x = before ? before.rect.x + before.rect.width : after.rect.x;
  return element('SP', { HPOS: mm10(x), VPOS: mm10(after.rect.y), WIDTH: mm10(Math.max(0, after.rect.x - x)) });
}

/** The two halves of each word divided at a line end, also at a leg's, with the whole word for searching. */
function wordHalves(regions: readonly Region[]): ReadonlyMap<SetString, Attributes> {
  const halves = new Map<SetString, Attributes>();
  for (const lines of textsOf(regions)) {
    lines.forEach((line, index) => {
      const first = line.strings.at(-1);
      const second = lines[index + 1]?.strings[0];
      if (line.hyphen === undefined || first === undefined || second === undefined) return;
      const whole = first.text + second.text;
      halves.set(first, { SUBS_TYPE: 'HypPart1', SUBS_CONTENT: whole });
      halves.set(second, { SUBS_TYPE: 'HypPart2', SUBS_CONTENT: whole });
    });
  }
  return halves;
}

/** Text styles in the order of their first use. */
class Styles {
  readonly #ids = new Map<string, { readonly id: string; readonly face: string; readonly size: number }>();

  of(string: SetString): string {
    const key = `${string.face} ${string.size}`;
    const known = this.#ids.get(key) ?? { id: `style${this.#ids.size + 1}`, face: string.face, size: string.size };
    this.#ids.set(key, known);
    return known.id;
  }

  /** The style of most strings of a block. */
  common(lines: readonly SetLine[]): string {
    const counts = new Map<string, number>();
    for (const string of lines.flatMap((line) => line.strings)) {
      const id = this.of(string);
      counts.set(id, (counts.get(id) ?? 0) + string.text.length);
    }
    const [first = ''] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
    return first;
  }

  element(): Xml | undefined {
    const all = [...this.#ids.values()];
    if (all.length === 0) return undefined;
    return element(
      'Styles',
      {},
      all.map(({ id, face, size }) =>
        element('TextStyle', { ID: id, FONTFAMILY: face, FONTSIZE: round(pxToPt(size)) }),
      ),
    );
  }
}

/** Tags of the page: articles, roles of text, jumps. */
class Tags {
  readonly #context: AltoContext;
  readonly #tags = new Map<string, { readonly id: string; readonly xml: Xml }>();

  constructor(context: AltoContext) {
    this.#context = context;
  }

  ofModule({ module }: ModuleRegions): string | undefined {
    if (module.kind !== 'article') return undefined;
    const pages = this.#context.pagesOf(module.slug);
    const parts = pages.length > 1 ? `part ${module.part} of ${pages.length}, pages ${pages.join(' ')}` : undefined;
    const path = this.#context.pathOf(module.slug);
    return this.#tag('article', module.slug, (id) =>
      element('StructureTag', {
        ID: id,
        TYPE: 'article',
        LABEL: this.#context.titleOf(module.slug),
        DESCRIPTION: parts,
        URI: path === undefined ? undefined : `../${path}`,
      }),
    );
  }

  ofRegion(region: TextRegion): string {
    const role = this.#tag('role', region.role, (id) =>
      element('LayoutTag', { ID: id, TYPE: 'role', LABEL: region.role }),
    );
    if (region.toPage === undefined) return role;
    const page = region.toPage;
    const jump = this.#tag('jump', String(page), (id) =>
      element('LayoutTag', { ID: id, TYPE: 'jump', LABEL: String(page), URI: `${twoDigits(page)}.xml` }),
    );
    return `${role} ${jump}`;
  }

  element(): Xml | undefined {
    const all = [...this.#tags.values()].map(({ xml }) => xml);
    return all.length === 0 ? undefined : element('Tags', {}, all);
  }

  /** ID of a tag, which is made when it is first asked for. */
  #tag(kind: string, name: string, make: (id: string) => Xml): string {
    const key = `${kind} ${name}`;
    const known = this.#tags.get(key);
    if (known !== undefined) return known.id;
    const id = `tag${this.#tags.size + 1}`;
    this.#tags.set(key, { id, xml: make(id) });
    return id;
  }
}

function position(rect: Rect): Attributes {
  return { HPOS: mm10(rect.x), VPOS: mm10(rect.y), WIDTH: mm10(rect.width), HEIGHT: mm10(rect.height) };
}

/** CSS pixels to tenths of a millimetre, to a thousandth of a millimetre. */
const mm10 = (px: number): number => round(pxToMm(px) * 10);

const round = (value: number): number => Math.round(value * 100) / 100 || 0;
