/**
 * Everything that is drawn on a printed page, found before anything is changed: the content streams in reach of the
 * page, its pictures, gradients, fonts, and every screen colour in them.
 */
import { type PDFContext, PDFDict, PDFName, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import type { Hex } from '../colour/ink.ts';
import { type Gradient, readGradient, stopsOf } from './gradient.ts';
import { hexOfOperands } from './operands.ts';
import { type Operand, type Operation, readOperations } from './operations.ts';
import { type Space, spaceOf } from './spaces.ts';
import { dictIn, nameIn, numberIn, streamBytes } from './streams.ts';

/** What drawn colours mean: ink on paper, or how much of something else shows (a soft mask). */
export type Purpose = 'ink' | 'mask';

/** One content stream: the page's own, a form's or a tiling pattern's. */
export interface Piece {
  /** Absent for the page's own content. */
  readonly ref?: PDFRef;
  readonly dict: PDFDict;
  readonly bytes: Uint8Array;
  /** What the stream does, without the glyphs that follow others in the same state. */
  readonly operations: readonly Operation[];
  readonly resources: PDFDict;
  readonly purpose: Purpose;
}

/** A picture on the page. */
export interface FoundPicture {
  readonly ref: PDFRef;
  readonly stream: PDFRawStream;
  readonly purpose: Purpose;
}

/** A gradient on the page. */
export interface FoundGradient {
  readonly gradient: Gradient;
  readonly purpose: Purpose;
}

/** A page, and everything that its content uses. */
export interface Survey {
  readonly page: Piece;
  /** By reference tag, the page's own excepted. */
  readonly pieces: ReadonlyMap<string, Piece>;
  readonly pictures: readonly FoundPicture[];
  readonly gradients: readonly FoundGradient[];
  readonly fonts: readonly PDFDict[];
  readonly colours: ReadonlySet<Hex>;
  /** Something on the page is see-through, blended or masked. */
  readonly transparent: boolean;
}

/** Looks at a page's dictionary and content and at everything that they use. */
export function surveyPage(context: PDFContext, dict: PDFDict, content: Uint8Array): Survey {
  const surveyor = new Surveyor(context);
  const resources = dictIn(dict, 'Resources') ?? context.obj({});
  dict.set(PDFName.of('Resources'), resources);
  const page: Piece = { dict, bytes: content, operations: readOperations(content, true), resources, purpose: 'ink' };
  surveyor.look(page);
  return { page, ...surveyor };
}

class Surveyor {
  readonly pieces = new Map<string, Piece>();
  readonly pictures: FoundPicture[] = [];
  readonly gradients: FoundGradient[] = [];
  readonly fonts: PDFDict[] = [];
  readonly colours = new Set<Hex>();
  transparent = false;
  readonly #context: PDFContext;
  readonly #seen = new Set<PDFObject>();

  constructor(context: PDFContext) {
    this.#context = context;
  }

  look(piece: Piece): void {
    if (piece.purpose === 'ink') for (const hex of coloursOf(piece)) this.colours.add(hex);
    const { resources, purpose } = piece;
    if (this.#seen.has(resources)) return;
    this.#seen.add(resources);
    for (const ref of refsIn(resources, 'XObject')) this.#object(ref, resources, purpose);
    for (const ref of refsIn(resources, 'Pattern')) this.#pattern(ref, resources, purpose);
    for (const [, value] of dictIn(resources, 'Shading')?.entries() ?? []) this.#gradient(value, resources, purpose);
    for (const [, value] of dictIn(resources, 'ExtGState')?.entries() ?? []) this.#state(value, resources);
    for (const [, value] of dictIn(resources, 'Font')?.entries() ?? []) this.#font(value);
  }

  #once(object: PDFObject): boolean {
    if (this.#seen.has(object)) return false;
    this.#seen.add(object);
    return true;
  }

  #object(ref: PDFRef, parent: PDFDict, purpose: Purpose): void {
    const stream = this.#context.lookup(ref);
    if (!(stream instanceof PDFRawStream) || !this.#once(ref)) return;
    if (nameIn(stream.dict, 'Subtype') === 'Form') this.#stream(ref, stream, parent, purpose);
    else this.#picture(ref, stream, purpose);
  }

  #stream(ref: PDFRef, stream: PDFRawStream, parent: PDFDict, purpose: Purpose): void {
    const bytes = streamBytes(stream);
    const resources = dictIn(stream.dict, 'Resources') ?? parent;
    if (dictIn(stream.dict, 'Group')) this.transparent = true;
    const piece = { ref, dict: stream.dict, bytes, operations: readOperations(bytes, true), resources, purpose };
    this.pieces.set(ref.tag, piece);
    this.look(piece);
  }

  #picture(ref: PDFRef, stream: PDFRawStream, purpose: Purpose): void {
    this.pictures.push({ ref, stream, purpose });
    const mask = stream.dict.get(PDFName.of('SMask'));
    if (!(mask instanceof PDFRef)) return;
    this.transparent = true;
    this.#object(mask, stream.dict, 'mask');
  }

  #pattern(ref: PDFRef, parent: PDFDict, purpose: Purpose): void {
    const pattern = this.#context.lookup(ref);
    if (!this.#once(ref)) return;
    if (pattern instanceof PDFRawStream) this.#stream(ref, pattern, parent, purpose);
    else if (pattern instanceof PDFDict) this.#gradient(pattern.get(PDFName.of('Shading')), parent, purpose);
  }

  #gradient(value: PDFObject | undefined, resources: PDFDict, purpose: Purpose): void {
    const shading = value instanceof PDFRef ? this.#context.lookup(value) : value;
    const dict = shading instanceof PDFRawStream ? shading.dict : shading;
    if (!(dict instanceof PDFDict) || !this.#once(dict)) return;
    const gradient = readGradient(dict, resources);
    this.gradients.push({ gradient, purpose });
    if (purpose === 'ink') for (const hex of stopsOf(gradient)) this.colours.add(hex);
  }

  #state(value: PDFObject, parent: PDFDict): void {
    const state = value instanceof PDFRef ? this.#context.lookup(value) : value;
    if (!(state instanceof PDFDict) || !this.#once(state)) return;
    const blend = nameIn(state, 'BM') ?? 'Normal';
    if ((numberIn(state, 'ca') ?? 1) < 1 || (numberIn(state, 'CA') ?? 1) < 1 || blend !== 'Normal')
      this.transparent = true;
    const group = dictIn(state, 'SMask')?.get(PDFName.of('G'));
    if (!(group instanceof PDFRef)) return;
    this.transparent = true;
    this.#object(group, parent, 'mask');
  }

  #font(value: PDFObject): void {
    const font = value instanceof PDFRef ? this.#context.lookup(value) : value;
    if (font instanceof PDFDict && this.#once(font)) this.fonts.push(font);
  }
}

function refsIn(resources: PDFDict, name: string): readonly PDFRef[] {
  const values = dictIn(resources, name)?.values() ?? [];
  return values.filter((value) => value instanceof PDFRef);
}

/** The screen colours that a content stream sets. */
function* coloursOf({ operations, resources }: Piece): Generator<Hex> {
  const spaces: { fill: Space; stroke: Space } = { fill: 'grey', stroke: 'grey' };
  for (const operation of operations) {
    switch (operation.operator) {
      case 'cs':
        spaces.fill = spaceByName(operation.operands[0], resources);
        break;
      case 'CS':
        spaces.stroke = spaceByName(operation.operands[0], resources);
        break;
      case 'rg':
      case 'RG':
        yield hexOfOperands(operation.operands);
        break;
      case 'sc':
      case 'scn':
        if (spaces.fill === 'rgb') yield hexOfOperands(operation.operands);
        break;
      case 'SC':
      case 'SCN':
        if (spaces.stroke === 'rgb') yield hexOfOperands(operation.operands);
        break;
      default:
    }
  }
}

/** The space that a `cs` names. */
export function spaceByName(operand: Operand | undefined, resources: PDFDict): Space {
  return operand?.kind === 'name' ? spaceOf(PDFName.of(operand.value), resources) : { refused: 'unknown' };
}
