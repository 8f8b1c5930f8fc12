/**
 * Marks a page's content for readers that do not see it: each run of text and each picture gets a number that the structure
 * tree refers to, the folio is pagination, everything else an artifact (ISO 14289-1, 7.1). Chromium's own marks go.
 */
import type { PDFDict } from '@cantoo/pdf-lib';
import type { PagePlan } from '../../makeup/plan.ts';
import { ByteSink } from '../content/bytes.ts';
import { IDENTITY, type Matrix, multiply } from '../content/matrix.ts';
import { matrixOf, nameAt, numberAt } from '../content/operands.ts';
import { type Operation, readOperations } from '../content/operations.ts';
import { dictIn, nameIn } from '../content/streams.ts';
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

class Tagger {
  readonly #bytes: Uint8Array;
  readonly #job: TagJob;
  readonly #map: TextMap;
  readonly #sink = new ByteSink();
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
    this.#bytes = bytes;
    this.#job = job;
    this.#map = new TextMap(job.page);
  }

  run(): Tagged {
    for (const operation of readOperations(this.#bytes)) this.#step(operation);
    this.#sink.copy(this.#bytes, this.#copied, this.#bytes.length);
    return {
      texts: this.#texts,
      pictures: this.#pictures,
      loose: this.#loose,
      count: this.#next,
      content: this.#sink.bytes(),
    };
  }

  #step({ operator, operands, start, end }: Operation): void {
    switch (operator) {
      case 'q':
        this.#stack.push(this.#ctm);
        return;
      case 'Q':
        this.#ctm = this.#stack.pop() ?? this.#ctm;
        return;
      case 'cm':
        this.#ctm = multiply(matrixOf(operands), this.#ctm);
        return;
      case 'BDC':
      case 'BMC':
      case 'EMC':
        this.#replace(start, end, '');
        return;
      case 'BT':
        this.#textMatrix = IDENTITY;
        this.#marked = false;
        return;
      case 'Tm':
        this.#textMatrix = matrixOf(operands);
        return;
      case 'Td':
        this.#textMatrix = multiply([1, 0, 0, 1, numberAt(operands, 0), numberAt(operands, 1)], this.#textMatrix);
        return;
      case 'Tj':
      case 'TJ':
        if (!this.#marked) this.#replace(start, start, this.#textMark());
        this.#marked = true;
        return;
      case 'ET':
        if (this.#marked) this.#replace(start, start, 'EMC\n');
        return;
      case 'Do':
        this.#object(nameAt(operands, 0), start, end);
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

  /** A whole text object goes under the mark of its first glyph: Chromium writes one object a run. */
  #textMark(): string {
    const place = multiply(this.#textMatrix, this.#ctm);
    const { x, y } = this.#job.frame.toArea(place[4], place[5], this.#job.height);
    const spot = this.#map.at(x, y);
    if (spot?.module === -1) return FOLIO;
    const mcid = this.#next++;
    if (spot) this.#texts.push({ spot, mcid });
    else this.#loose.push(mcid);
    return `/Span <</MCID ${mcid}>> BDC\n`;
  }

  #object(name: string, start: number, end: number): void {
    const isImage = nameIn(dictIn(dictIn(this.#job.resources, 'XObject'), name), 'Subtype') === 'Image';
    const found = isImage ? this.#pictureHere() : undefined;
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
    this.#sink.text(mark);
    this.#flush(end);
    this.#sink.text(END);
  }

  #flush(to: number): void {
    this.#sink.copy(this.#bytes, this.#copied, Math.max(to, this.#copied));
    this.#copied = Math.max(to, this.#copied);
  }

  #replace(start: number, end: number, text: string): void {
    this.#flush(start);
    this.#sink.text(text);
    this.#copied = end;
  }
}

const PAINTS: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
