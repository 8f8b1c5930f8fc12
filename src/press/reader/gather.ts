/**
 * Brings what single pages were printed with into one file. Objects that say the same become one: the nameplate's
 * picture, the colour space and the graphics states lie in every page's own PDF.
 */
import { createHash } from 'node:crypto';
import { PDFArray, type PDFContext, PDFDict, PDFNull, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';

/** A file that takes objects from others. */
export class Gathering {
  readonly #context: PDFContext;
  /** Objects of the file by what they say. */
  readonly #known = new Map<string, PDFRef>();

  constructor(context: PDFContext) {
    this.#context = context;
  }

  /**
   * Takes objects from this file; what was taken from it once is not taken again.
   * @param known Objects of it that the file has something else for.
   */
  from(source: PDFContext, known: ReadonlyMap<PDFRef, PDFRef>): (object: PDFObject) => PDFObject {
    const taken = new Map(known);
    const open = new Set<PDFRef>();
    const copy = (object: PDFObject): PDFObject => {
      if (object instanceof PDFRef) return taken.get(object) ?? refer(object);
      if (object instanceof PDFRawStream) return PDFRawStream.of(copyDict(object.dict), object.contents);
      if (object instanceof PDFDict) return copyDict(object);
      if (!(object instanceof PDFArray)) return object;
      const array = PDFArray.withContext(this.#context);
      for (const item of object.asArray()) array.push(copy(item));
      return array;
    };
    const copyDict = (dict: PDFDict): PDFDict => {
      const fresh = PDFDict.withContext(this.#context);
      for (const [key, value] of dict.entries()) fresh.set(key, copy(value));
      return fresh;
    };
    const refer = (ref: PDFRef): PDFRef => {
      // An object that leads back to itself (an advertisement's may) is taken as it is, under a number of its own.
      if (open.has(ref)) return reserve(taken, ref, this.#context.nextRef());
      open.add(ref);
      const object = copy(source.lookup(ref) ?? PDFNull);
      open.delete(ref);
      const reserved = taken.get(ref);
      if (reserved === undefined) return reserve(taken, ref, this.#register(object));
      this.#context.assign(reserved, object);
      return reserved;
    };
    return copy;
  }

  /** The object's number: that of an equal one, if there is one. */
  #register(object: PDFObject): PDFRef {
    const said = object instanceof PDFRawStream ? object.dict.toString() : object.toString();
    const hash = createHash('sha256').update(object.constructor.name).update(said);
    const name = (object instanceof PDFRawStream ? hash.update('\0').update(object.contents) : hash).digest('base64');
    return this.#known.get(name) ?? reserve(this.#known, name, this.#context.register(object));
  }
}

function reserve<Key>(refs: Map<Key, PDFRef>, key: Key, ref: PDFRef): PDFRef {
  refs.set(key, ref);
  return ref;
}
