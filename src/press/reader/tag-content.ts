/**
 * Marks a page's content for readers that do not see it: each run of text and each picture gets a number that the structure
 * tree refers to, the folio is pagination, everything else an artifact (ISO 14289-1, 7.1). Chromium's own marks go.
 */
import type { PDFDict } from '@cantoo/pdf-lib';
import type { PagePlan } from '../../makeup/plan.ts';
import { ascii } from '../content/bytes.ts';
import { IDENTITY, type Matrix, matrixOf, multiply } from '../content/matrix.ts';
import { nameAt } from '../content/operands.ts';
import { type Operation, OperationReader } from '../content/operations.ts';
import { dictIn, nameIn, streamIn } from '../content/streams.ts';
import { textOfForm } from './form-text.ts';
import { type Frame, pictureAt, type Spot, TextMap } from './places.ts';

/** Content that was given a number. */
export interface Tagged {
  /** Marked-content identifiers of runs, in drawing order. */
  readonly texts: readonly { readonly spot: Spot; readonly mcid: number }[];
  readonly pictures: readonly { readonly module: number; readonly box: number; readonly mcid: number }[];
  /** Text that the plan does not have (a draft's mark). */
  readonly loose: readonly number[];
  readonly count: number;
  readonly content: Uint8Array;
}

/** A page whose content is marked. */
export interface TagJob {
  readonly page: PagePlan;
  readonly frame: Frame;
  readonly resources: PDFDict | undefined;
  /** Height of Chromium's page, points. */
  readonly height: number;
}

/** Marks one page's content. */
export function tagContent(bytes: Uint8Array, job: TagJob): Tagged {
  return new Tagger(bytes, job).run();
}

const FOLIO = '/Artifact <</Type /Pagination /Subtype /Header>> BDC\n';
const ARTIFACT = '/Artifact BMC\n';
const END = '\nEMC\n';

/** A text object behind its BT as a browser writes it: font and place, then glyph after glyph. */
const TEXT =
  /(\n\/[^\s/]+ [\d.]+ Tf\n(?:[-\d.]+ ){4})([-\d.]+) ([-\d.]+) Tm\n<[\dA-F]+> Tj(?:\n[-\d.]+ [-\d.]+ Td <[\dA-F]+> Tj)*\nET(?=\n)/y;
/** Letters between its place and its glyphs, and in the place. */
const GLYPHS = ' '.length + ' Tm\n'.length;

class Tagger {
  readonly #reader: OperationReader;
  readonly #job: TagJob;
  readonly #map: TextMap;
  /** Letters that are bytes: V8 joins parts of a string faster than Node copies parts of a buffer. */
  #said = '';
  readonly #texts: { spot: Spot; mcid: number }[] = [];
  readonly #pictures: { module: number; box: number; mcid: number }[] = [];
  readonly #loose: number[] = [];
  readonly #stack: Matrix[] = [];
  #ctm: Matrix = IDENTITY;
  #copied = 0;
  #next = 0;
  #pathStart: number | undefined;
  #textMatrix: Matrix = IDENTITY;
  #marked = false;

  constructor(bytes: Uint8Array, job: TagJob) {
    this.#reader = new OperationReader(bytes);
    this.#job = job;
    this.#map = new TextMap(job.page);
  }

  run(): Tagged {
    for (let one = this.#reader.next(); one !== undefined; one = this.#reader.next()) this.#step(one);
    this.#flush(this.#reader.letters.length);
    return {
      texts: this.#texts,
      pictures: this.#pictures,
      loose: this.#loose,
      count: this.#next,
      content: ascii(this.#said),
    };
  }

  #step(operation: Operation): void {
    const { operator, start, end } = operation;
    switch (operator) {
      case 'q':
        this.#stack.push(this.#ctm);
        return;
      case 'Q':
        this.#ctm = this.#stack.pop() ?? this.#ctm;
        return;
      case 'cm':
        this.#ctm = multiply(matrixOf(operation.numbers), this.#ctm);
        return;
      case 'BDC':
      case 'BMC':
      case 'EMC':
        this.#replace(start, end, '');
        return;
      case 'BT':
        this.#text(end);
        return;
      case 'Tm':
        this.#textMatrix = matrixOf(operation.numbers);
        return;
      case 'Td':
        this.#textMatrix = multiply(stepOf(operation.numbers), this.#textMatrix);
        return;
      case 'Tj':
      case 'TJ':
        if (!this.#marked) this.#replace(start, start, this.#textMark(this.#textMatrix[4], this.#textMatrix[5]));
        this.#marked = true;
        return;
      case 'ET':
        if (this.#marked) this.#replace(start, start, 'EMC\n');
        return;
      case 'Do':
        this.#object(nameAt(operation.operands, 0), start, end);
        return;
      case 'sh':
      case 'BI':
        this.#wrap(ARTIFACT, start, end);
        return;
      case 'm':
      case 're':
        this.#pathStart ??= start;
        return;
      case 'n':
        this.#pathStart = undefined;
        return;
      default:
        if (!PAINTS.has(operator)) return;
        this.#wrap(ARTIFACT, this.#pathStart ?? start, end);
        this.#pathStart = undefined;
    }
  }

  /** Text begins: a browser's text object is done at once, any other one operation by operation. */
  #text(end: number): void {
    this.#textMatrix = IDENTITY;
    this.#marked = false;
    const found = this.#reader.pass(TEXT);
    if (found === undefined) return;
    const [text, before = '', x = '', y = ''] = found;
    const glyphs = end + before.length + x.length + y.length + GLYPHS;
    this.#replace(glyphs, glyphs, this.#textMark(Number(x), Number(y)));
    const close = end + text.length - 'ET'.length;
    this.#replace(close, close, 'EMC\n');
  }

  /** A whole text object goes under the mark of its first glyph, which stands here: Chromium writes one object a run. */
  #textMark(left: number, up: number): string {
    const [a, b, c, d, e, f] = this.#ctm;
    const { x, y } = this.#job.frame.toArea(left * a + up * c + e, left * b + up * d + f, this.#job.height);
    const spot = this.#map.at(x, y);
    if (spot?.module === -1) return FOLIO;
    const mcid = this.#next++;
    if (spot) this.#texts.push({ spot, mcid });
    else this.#loose.push(mcid);
    return `/Span <</MCID ${mcid}>> BDC\n`;
  }

  #object(name: string, start: number, end: number): void {
    const object = streamIn(dictIn(this.#job.resources, 'XObject'), name);
    const kind = nameIn(object?.dict, 'Subtype');
    const text = object && kind === 'Form' ? textOfForm(object) : undefined;
    if (text) {
      const [, , , , x, y] = text;
      this.#wrap(this.#textMark(x, y), start, end);
      return;
    }
    const found = kind === 'Image' ? this.#pictureHere() : undefined;
    if (!found || found.module === -1) {
      this.#wrap(ARTIFACT, start, end);
      return;
    }
    const mcid = this.#next++;
    this.#pictures.push({ ...found, mcid });
    this.#wrap(`/Figure <</MCID ${mcid}>> BDC\n`, start, end);
  }

  #pictureHere() {
    const [a, b, c, d, e, f] = this.#ctm;
    const { frame, height, page } = this.#job;
    const one = frame.toArea(e, f, height);
    const other = frame.toArea(a + c + e, b + d + f, height);
    return pictureAt(page, {
      x: Math.min(one.x, other.x),
      y: Math.min(one.y, other.y),
      width: Math.abs(one.x - other.x),
      height: Math.abs(one.y - other.y),
    });
  }

  #wrap(mark: string, start: number, end: number): void {
    this.#flush(start);
    this.#said += mark;
    this.#flush(end);
    this.#said += END;
  }

  #flush(to: number): void {
    if (to <= this.#copied) return;
    this.#said += this.#reader.letters.slice(this.#copied, to);
    this.#copied = to;
  }

  #replace(start: number, end: number, text: string): void {
    this.#flush(start);
    this.#said += text;
    this.#copied = end;
  }
}

const stepOf = ([x = 0, y = 0]: readonly number[]): Matrix => [1, 0, 0, 1, x, y];

const PAINTS: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
