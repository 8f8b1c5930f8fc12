/** Writes the structure tree into the file, with the table that leads from marked content back to it (ISO 32000-1, 14.7). */
import { type PDFContext, type PDFDict, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';
import { Written, writtenArray, writtenDict, writtenText } from '../identity/written.ts';
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
  const numbers: string[] = [];
  const planter = new Planter(context, pages.length);
  const sections = pages.map((page, index) => {
    const owners: PDFRef[] = [];
    const section = planter.plant(page.branch, document, { ...page, owners });
    const list = Array.from(owners, (owner) => owner?.tag ?? 'null');
    numbers.push(`${index}`, context.register(new Written(writtenArray(list))).tag);
    return section;
  });
  for (const [number, owner] of planter.linkOwners.entries()) numbers.push(`${pages.length + number}`, owner.tag);
  context.assign(document, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: sections }));
  const parents = new Written(writtenDict({ Nums: writtenArray(numbers) }));
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K: [document],
      ParentTree: context.register(parents),
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
    const element = writtenDict({
      Type: '/StructElem',
      S: `/${tag}`,
      P: parent.tag,
      Pg: ground.page.tag,
      K: writtenArray(children),
      Alt: alt === undefined ? undefined : writtenText(alt),
      T: title === undefined ? undefined : writtenText(title),
      ID: tag === 'Note' ? writtenText(`note-${own.objectNumber}`) : undefined,
      A: this.#attributes(branch, ground.frame),
    });
    this.#context.assign(own, new Written(element));
    return own;
  }

  /** What a tag alone does not say (ISO 32000-1, 14.8.5). */
  #attributes({ numbering, heads, area }: Element, frame: Frame): string | undefined {
    if (numbering) return writtenDict({ O: '/List', ListNumbering: `/${numbering}` });
    if (heads) return writtenDict({ O: '/Table', Scope: '/Column' });
    if (!area) return undefined;
    const box = frame.toRect(area).map((value) => `${PDFNumber.of(Math.round(value * 100) / 100)}`);
    return writtenDict({ O: '/Layout', Placement: '/Block', BBox: writtenArray(box) });
  }

  #child(child: Branch, own: PDFRef, ground: Ground): readonly string[] {
    if ('mcid' in child) {
      ground.owners[child.mcid] = own;
      return [`${child.mcid}`];
    }
    if ('tag' in child) return [this.plant(child, own, ground).tag];
    const annotation = ground.annotations[child.link];
    if (!annotation) return [];
    const number = this.#pages + this.linkOwners.push(own) - 1;
    const dict = this.#context.lookup(annotation) as PDFDict;
    dict.set(PDFName.of('StructParent'), PDFNumber.of(number));
    return [writtenDict({ Type: '/OBJR', Obj: annotation.tag, Pg: ground.page.tag })];
  }
}
