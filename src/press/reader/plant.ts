/** Writes the structure tree into the file, with the table that leads from marked content back to it (ISO 32000-1, 14.7). */
import {
  PDFArray,
  type PDFContext,
  type PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { Branch, Element } from './branch.ts';
import type { Frame } from './places.ts';

/** A page's branch with what it refers to. */
export interface PlantedPage {
  readonly branch: Element;
  readonly page: PDFRef;
  readonly frame: Frame;
  readonly annotations: readonly PDFRef[];
}

/** Writes the tree. */
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

  plant(branch: Element, parent: PDFRef, ground: Ground): PDFRef {
    const own = this.#context.nextRef();
    const { tag, alt, title } = branch;
    const children = branch.children.flatMap((child) => this.#child(child, own, ground));
    const element = this.#context.obj({ Type: 'StructElem', S: tag, P: parent, Pg: ground.page, K: children });
    if (alt !== undefined) element.set(PDFName.of('Alt'), PDFHexString.fromText(alt));
    if (title !== undefined) element.set(PDFName.of('T'), PDFHexString.fromText(title));
    if (tag === 'Note') element.set(PDFName.of('ID'), PDFHexString.fromText(`note-${own.objectNumber}`));
    const attributes = this.#attributes(branch, ground.frame);
    if (attributes) element.set(PDFName.of('A'), attributes);
    this.#context.assign(own, element);
    return own;
  }

  /** What a tag alone does not say (ISO 32000-1, 14.8.5). */
  #attributes({ numbering, heads, area }: Element, frame: Frame): PDFDict | undefined {
    if (numbering) return this.#context.obj({ O: 'List', ListNumbering: numbering });
    if (heads) return this.#context.obj({ O: 'Table', Scope: 'Column' });
    if (!area) return undefined;
    const box = frame.toRect(area).map((value) => Math.round(value * 100) / 100);
    return this.#context.obj({ O: 'Layout', Placement: 'Block', BBox: box });
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
