/**
 * The structure tree: what a screen reader and a search engine read, in the order of the plan. Paragraphs run on from leg
 * to leg, a caption belongs to its picture, a headline is a heading (ISO 32000-1, 14.7–14.8; ISO 14289-1, 7).
 */
import {
  PDFArray,
  type PDFContext,
  type PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { Box, LegBox, Module, PagePlan, TextBox } from '../../makeup/plan.ts';
import type { SetBlockKind, TextRole } from '../../typeset/model.ts';
import type { PageLink } from './links.ts';
import { keyOf, linesOf, type Spot } from './places.ts';
import type { Tagged } from './tag-content.ts';

/** A branch of the tree, or a leaf: a number of marked content, or a link's annotation. */
export type Branch =
  | { readonly tag: string; readonly children: readonly Branch[]; readonly alt?: string; readonly title?: string }
  | { readonly mcid: number }
  | { readonly link: number };

export interface PageWords {
  readonly page: PagePlan;
  readonly tagged: Tagged;
  readonly links: readonly PageLink[];
  /** Headline of an article. */
  readonly titleOf: (slug: string) => string;
  /** Level of an article's headline: 2 where the nameplate is text and so the first heading. */
  readonly level: 1 | 2;
}

/** The branch of one page. */
export function pageBranch(words: PageWords): Branch {
  const { page, tagged } = words;
  const modules = page.modules.map((module, index) => new ModuleBranch(words, module, index).branch());
  const loose: readonly Branch[] =
    tagged.loose.length > 0 ? [{ tag: 'P', children: tagged.loose.map((mcid) => ({ mcid })) }] : [];
  return {
    tag: 'Sect',
    title: [page.label ?? String(page.number), page.name].filter(Boolean).join(' '),
    children: [...modules, ...loose].filter(isFull),
  };
}

const isFull = (branch: Branch): boolean => !('children' in branch) || branch.children.length > 0;

/** Order in which the parts of a story are read. */
const READING: Readonly<Partial<Record<TextRole, number>>> = {
  label: 0,
  group: 1,
  kicker: 2,
  headline: 3,
  deck: 4,
  byline: 5,
  note: 6,
  pullquote: 9,
  jump: 10,
};
const FIGURES = 7;
const BODY_TEXT = 8;

const PARAGRAPH_TAGS: Readonly<Record<SetBlockKind, string>> = {
  paragraph: 'P',
  subhead: 'H',
  list: 'P',
  quote: 'BlockQuote',
  table: 'P',
  code: 'P',
  break: 'P',
  footnote: 'Note',
  note: 'P',
  byline: 'P',
};

class ModuleBranch {
  readonly #words: PageWords;
  readonly #module: Module;
  readonly #index: number;
  readonly #mcids = new Map<string, number[]>();

  constructor(words: PageWords, module: Module, index: number) {
    this.#words = words;
    this.#module = module;
    this.#index = index;
    for (const { spot, mcid } of words.tagged.texts) {
      if (spot.module === index) this.#mcids.set(keyOf(spot), [...(this.#mcids.get(keyOf(spot)) ?? []), mcid]);
    }
  }

  branch(): Branch {
    const { kind, slug, boxes } = this.#module;
    const isStory = kind === 'article' || kind === 'group';
    const parts = boxes.flatMap((box, index) => this.#part(box, index));
    if (isStory) parts.sort((one, two) => one.order - two.order);
    const body = { order: BODY_TEXT, branches: this.#body() };
    const at = isStory ? parts.findIndex(({ order }) => order > BODY_TEXT) : -1;
    parts.splice(at < 0 ? parts.length : at, 0, body);
    const title = isStory ? { title: this.#words.titleOf(slug) } : {};
    return {
      tag: isStory ? 'Art' : 'Sect',
      ...title,
      children: parts.flatMap(({ branches }) => branches).filter(isFull),
    };
  }

  #part(box: Box, index: number): { readonly order: number; readonly branches: readonly Branch[] }[] {
    if (box.kind === 'picture') return [{ order: FIGURES, branches: this.#figure(index) }];
    if (box.kind !== 'text' || this.#isCaption(box)) return [];
    return [{ order: READING[box.text.role] ?? FIGURES, branches: [this.#text(box, index)] }];
  }

  #text(box: TextBox, index: number): Branch {
    return { tag: this.#textTag(box.text.role), children: this.#inline(box, index) };
  }

  #textTag(role: TextRole): string {
    if (role === 'nameplate') return 'H1';
    if (role === 'headline' || role === 'group') return `H${this.#words.level}`;
    return role === 'pullquote' ? 'BlockQuote' : 'P';
  }

  /** Is this a caption that goes with a picture of the module? */
  #isCaption(box: TextBox): boolean {
    return (
      box.photo !== undefined && this.#module.boxes.some((one) => one.kind === 'picture' && one.photo === box.photo)
    );
  }

  #figure(index: number): readonly Branch[] {
    const box = this.#module.boxes[index];
    const marks = this.#words.tagged.pictures.filter((one) => one.module === this.#index && one.box === index);
    if (box?.kind !== 'picture' || marks.length === 0) return [];
    const captions = this.#module.boxes.flatMap((one, at) =>
      one.kind === 'text' && box.photo !== undefined && one.photo === box.photo ? [{ caption: one, at }] : [],
    );
    const said = captions.map(({ caption }) => textOf(caption)).join('');
    const caption = captions
      .map(({ caption, at }): Branch => ({ tag: 'Caption', children: this.#inline(caption, at) }))
      .filter(isFull);
    const alt = said || this.#words.titleOf(this.#module.slug) || box.file;
    return [{ tag: 'Figure', alt, children: [...marks.map(({ mcid }) => ({ mcid })), ...caption] }];
  }

  /** Body text of all legs: a block that goes on in the next leg goes on in its paragraph. */
  #body(): readonly Branch[] {
    const branches: { tag: string; children: Branch[] }[] = [];
    let open: { readonly block: number; readonly kind: SetBlockKind } | undefined;
    for (const [index, box] of this.#module.boxes.entries()) {
      if (box.kind !== 'leg') continue;
      for (const [at, line] of box.lines.entries()) {
        const goesOn = open && !line.opens && open.block === line.block && open.kind === line.kind;
        if (!goesOn) branches.push({ tag: this.#blockTag(line.kind), children: [] });
        open = line;
        branches.at(-1)?.children.push(...this.#line(box, index, at));
      }
    }
    return branches;
  }

  #blockTag(kind: SetBlockKind): string {
    const tag = PARAGRAPH_TAGS[kind];
    return tag === 'H' ? `H${this.#words.level + 1}` : tag;
  }

  /** Lines of a text box; a link that covers the box is one link. */
  #inline(box: TextBox, index: number): readonly Branch[] {
    const whole = this.#linkAt({ module: this.#index, box: index, line: -1, run: -1 });
    const lines = linesOf(box).flatMap((_, at) => this.#line(box, index, at));
    return whole < 0 ? lines : [{ tag: 'Link', children: [...lines, { link: whole }] }];
  }

  #line(box: LegBox | TextBox, index: number, line: number): readonly Branch[] {
    const runs = linesOf(box)[line]?.runs ?? [];
    return runs.flatMap((_, run): readonly Branch[] => {
      const spot = { module: this.#index, box: index, line, run };
      const leaves = (this.#mcids.get(keyOf(spot)) ?? []).map((mcid) => ({ mcid }));
      const link = this.#linkAt(spot);
      return link < 0 || leaves.length === 0 ? leaves : [{ tag: 'Link', children: [...leaves, { link }] }];
    });
  }

  #linkAt(spot: Spot): number {
    return this.#words.links.findIndex((link) => keyOf(link.spot) === keyOf(spot));
  }
}

const textOf = (box: TextBox): string => box.text.lines.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');

/** A page's branch with what it refers to. */
export interface PlantedPage {
  readonly branch: Branch;
  readonly page: PDFRef;
  readonly annotations: readonly PDFRef[];
}

/** Writes the tree and the table that leads from marked content back to it. */
export function plantTree(context: PDFContext, pages: readonly PlantedPage[]): PDFRef {
  const root = context.nextRef();
  const document = context.nextRef();
  const numbers = PDFArray.withContext(context);
  const planter = new Planter(context, pages.length);
  const sections = pages.map((page, index) => {
    const owners: PDFRef[] = [];
    const section = planter.plant(page.branch, document, { ...page, owners });
    numbers.push(PDFNumber.of(index));
    numbers.push(context.register(context.obj(owners)));
    return section;
  });
  for (const [number, owner] of planter.linkOwners.entries()) {
    numbers.push(PDFNumber.of(pages.length + number));
    numbers.push(owner);
  }
  context.assign(document, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: sections }));
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K: [document],
      ParentTree: context.register(context.obj({ Nums: numbers })),
      ParentTreeNextKey: pages.length + planter.linkOwners.length,
    }),
  );
  return root;
}

interface Ground extends Omit<PlantedPage, 'branch'> {
  /** Element of each marked content, by number; filled while planting. */
  readonly owners: PDFRef[];
}

class Planter {
  readonly #context: PDFContext;
  readonly #pages: number;
  /** Element of each link annotation, in the order of their numbers. */
  readonly linkOwners: PDFRef[] = [];

  constructor(context: PDFContext, pages: number) {
    this.#context = context;
    this.#pages = pages;
  }

  plant(branch: Branch, parent: PDFRef, ground: Ground): PDFRef {
    const own = this.#context.nextRef();
    if (!('tag' in branch)) return own;
    const children = branch.children.flatMap((child) => this.#child(child, own, ground));
    const element: PDFDict = this.#context.obj({
      Type: 'StructElem',
      S: branch.tag,
      P: parent,
      Pg: ground.page,
      K: children,
    });
    if (branch.alt !== undefined) element.set(PDFName.of('Alt'), PDFHexString.fromText(branch.alt));
    if (branch.title !== undefined) element.set(PDFName.of('T'), PDFHexString.fromText(branch.title));
    if (branch.tag === 'Note') element.set(PDFName.of('ID'), PDFHexString.fromText(`note-${own.objectNumber}`));
    this.#context.assign(own, element);
    return own;
  }

  #child(child: Branch, own: PDFRef, ground: Ground): readonly (PDFRef | PDFNumber | PDFDict)[] {
    if ('mcid' in child) {
      ground.owners[child.mcid] = own;
      return [PDFNumber.of(child.mcid)];
    }
    if ('tag' in child) return [this.plant(child, own, ground)];
    const annotation = ground.annotations[child.link];
    if (!annotation) return [];
    const number = this.#pages + this.linkOwners.push(own) - 1;
    const dict = this.#context.lookup(annotation) as PDFDict;
    dict.set(PDFName.of('StructParent'), PDFNumber.of(number));
    return [this.#context.obj({ Type: 'OBJR', Obj: annotation, Pg: ground.page })];
  }
}
