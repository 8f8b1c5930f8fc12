/**
 * Rewrites a page's content streams for the plates: every colour becomes ink, small black type and thin black rules
 * overprint, everything else knocks out. What is not touched is copied byte for byte.
 */
import { type Hex, lumaOf } from '../colour/ink.ts';
import { ByteSink, pdfNumber } from './bytes.ts';
import { isInkedInline } from './inline.ts';
import { IDENTITY, type Matrix, matrixOf, multiply } from './matrix.ts';
import { greyOfOperands, hexOfOperands, inkOfOperands, nameAt, numberAt } from './operands.ts';
import type { Operand, Operation } from './operations.ts';
import { Outline } from './outline.ts';
import {
  isOtherwise,
  type Overprint,
  overprintFor,
  readOverprint,
  STATES,
  stateName,
  type Wish,
  type Wishes,
} from './overprint.ts';
import type { InkOf, Rewritten, Use } from './rewritten.ts';
import { inkOfTints, type ProcessInks } from './spaces.ts';
import { BLACK, firstState, inkOperator, type Paint, type State, sameInk } from './state.ts';
import { dictIn, numberIn } from './streams.ts';
import { type Piece, spaceByName } from './survey.ts';
import { KNOCK, wishesOfType, wishOfFill, wishOfStroke } from './wishes.ts';

/** Rewrites one stream. `ctm` leads from its coordinates to points of the sheet. */
export function rewrite(piece: Piece, ctm: Matrix, inkOf: InkOf): Rewritten {
  return new Rewriter(piece, ctm, inkOf).run();
}

class Rewriter {
  readonly #piece: Piece;
  readonly #inkOf: InkOf;
  readonly #sink = new ByteSink();
  readonly #uses: Use[] = [];
  readonly #refused = new Set<string>();
  readonly #states: Record<string, Overprint> = { ...STATES };
  readonly #stack: State[] = [];
  #state: State;
  #textMatrix: Matrix = IDENTITY;
  /** State and text matrix of the glyph before. */
  #shown: State | undefined;
  #shownAt: Matrix | undefined;
  #outline: Outline | undefined;
  #outlineStart = 0;
  #copied = 0;

  constructor(piece: Piece, ctm: Matrix, inkOf: InkOf) {
    this.#piece = piece;
    this.#inkOf = inkOf;
    this.#state = firstState(ctm, piece.ref ? 'other' : BLACK);
  }

  run(): Rewritten {
    const { bytes, operations, ref, purpose } = this.#piece;
    if (!ref && purpose === 'ink') this.#sink.text('0 0 0 1 k 0 0 0 1 K\n');
    for (const operation of operations) this.#step(operation);
    this.#sink.copy(bytes, this.#copied, bytes.length);
    this.#sink.text('\nQ'.repeat(this.#stack.length));
    return { bytes: this.#sink.bytes(), uses: this.#uses, refused: [...this.#refused], states: this.#states };
  }

  #step(operation: Operation): void {
    switch (operation.operator) {
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        this.#show(operation.start);
        return;
      case 'q':
        this.#stack.push(this.#state);
        return;
      case 'Q':
        this.#state = this.#stack.pop() ?? this.#state;
        return;
      case 'cm':
        this.#set({ ctm: multiply(matrixOf(operation.numbers), this.#state.ctm) });
        return;
      case 'w':
        this.#set({ lineWidth: numberAt(operation.operands, 0) });
        return;
      case 'Tf':
        this.#set({ fontSize: numberAt(operation.operands, 1) });
        return;
      case 'Tr':
        this.#set({ textMode: numberAt(operation.operands, 0) });
        return;
      case 'BT':
        this.#textMatrix = IDENTITY;
        return;
      case 'Tm':
        this.#textMatrix = matrixOf(operation.numbers);
        return;
      case 'gs':
        this.#graphicsState(operation.operands);
        return;
      case 'Do':
        this.#overprint(KNOCK, operation.start);
        this.#uses.push({ name: nameAt(operation.operands, 0), ctm: this.#state.ctm });
        return;
      case 'BI':
        if (!isInkedInline(this.#piece.bytes.subarray(operation.start, operation.end)))
          this.#refused.add('of an inline picture');
        this.#overprint(KNOCK, operation.start);
        return;
      case 'sh':
        this.#overprint(KNOCK, operation.start);
        return;
      default:
        if (this.#colour(operation)) return;
        this.#path(operation);
    }
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
  }

  /** Chromium sets the line width by graphics state too; a supplied advertisement may set overprinting. */
  #graphicsState(operands: readonly Operand[]): void {
    const state = dictIn(dictIn(this.#piece.resources, 'ExtGState'), nameAt(operands, 0));
    const lineWidth = numberIn(state, 'LW');
    if (lineWidth !== undefined) this.#set({ lineWidth });
    const own = readOverprint(state, this.#state.overprint);
    if (own) this.#set({ overprint: own, maker: own });
  }

  /** Thousands of glyphs follow one another in the same state: it is looked at once. */
  #show(start: number): void {
    if (this.#shown === this.#state && this.#shownAt === this.#textMatrix) return;
    this.#overprint(wishesOfType(this.#state, this.#textMatrix), start);
    this.#shown = this.#state;
    this.#shownAt = this.#textMatrix;
  }

  #colour(operation: Operation): boolean {
    const { operator, start, end } = operation;
    switch (operator) {
      case 'rg':
      case 'RG':
        this.#paint(operator === 'rg', this.#inkOfHex(hexOfOperands(operation.operands)), start, end);
        return true;
      case 'g':
      case 'G':
        this.#paint(operator === 'g', this.#inkOfHex(greyOfOperands(operation.operands)), start, end);
        return true;
      case 'k':
      case 'K':
        this.#know(operator === 'k', inkOfOperands(operation.operands));
        return true;
      case 'cs':
      case 'CS':
        this.#space(operator === 'cs', operation.operands, start, end);
        return true;
      case 'sc':
      case 'scn':
      case 'SC':
      case 'SCN':
        this.#colourInSpace(operator.startsWith('s'), operation.operands, start, end);
        return true;
      default:
        return false;
    }
  }

  #space(fill: boolean, operands: readonly Operand[], start: number, end: number): void {
    const space = spaceByName(operands[0], this.#piece.resources);
    this.#set(fill ? { fillSpace: space } : { strokeSpace: space });
    if (typeof space === 'object' && 'refused' in space) this.#refused.add(space.refused);
    else if (typeof space === 'object')
      this.#tint(
        fill,
        space,
        space.plates.map(() => 1),
        start,
        end,
      );
    else if (space === 'rgb' || space === 'grey') this.#paint(fill, this.#inkOfHex('#000000'), start, end);
    else this.#know(fill, space === 'cmyk' ? BLACK : 'other');
  }

  #colourInSpace(fill: boolean, operands: readonly Operand[], start: number, end: number): void {
    const space = fill ? this.#state.fillSpace : this.#state.strokeSpace;
    if (space === 'rgb') this.#paint(fill, this.#inkOfHex(hexOfOperands(operands)), start, end);
    else if (space === 'grey') this.#paint(fill, this.#inkOfHex(greyOfOperands(operands)), start, end);
    else if (typeof space === 'object' && 'plates' in space)
      this.#tint(
        fill,
        space,
        space.plates.map((_, at) => numberAt(operands, at)),
        start,
        end,
      );
    else this.#know(fill, space === 'cmyk' ? inkOfOperands(operands) : 'other');
  }

  /**
   * One ink by its name stays as it is. Several are set as four inks: where they overprint, those of nothing would wipe
   * out what is there, whatever the mode (ISO 32000-1, 8.6.7).
   */
  #tint(fill: boolean, space: ProcessInks, tints: readonly number[], start: number, end: number): void {
    const ink = inkOfTints(space, tints);
    if (space.plates.length > 1) this.#replace(start, end, inkOperator(ink, fill));
    this.#know(fill, ink);
  }

  #inkOfHex(hex: Hex): Paint | number {
    return this.#piece.purpose === 'mask' ? lumaOf(hex) : this.#inkOf(hex);
  }

  /** Sets a colour, unless it is set already. */
  #paint(fill: boolean, paint: Paint | number, start: number, end: number): void {
    if (typeof paint === 'number') {
      this.#replace(start, end, `${pdfNumber(paint)} ${fill ? 'g' : 'G'}`);
      return;
    }
    const known = fill ? this.#state.fill : this.#state.stroke;
    if (paint === 'other') return;
    this.#replace(start, end, sameInk(known, paint) ? '' : inkOperator(paint, fill));
    this.#know(fill, paint);
  }

  #know(fill: boolean, paint: Paint): void {
    this.#set(fill ? { fill: paint } : { stroke: paint });
  }

  #path(operation: Operation): void {
    const { operator, start } = operation;
    switch (operator) {
      case 'm':
      case 're':
        this.#beginOutline(operator, operation.operands, start);
        return;
      case 'l':
      case 'c':
      case 'v':
      case 'y':
        this.#extendOutline(operation.operands);
        return;
      case 'f':
      case 'F':
      case 'f*':
        this.#endPath({ fill: this.#wishOfFill(operator === 'f*') });
        return;
      case 'S':
      case 's':
        this.#endPath({ stroke: wishOfStroke(this.#state) });
        return;
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
        this.#endPath({ fill: this.#wishOfFill(operator.endsWith('*')), stroke: wishOfStroke(this.#state) });
        return;
      case 'n':
        this.#outline = undefined;
        return;
      default:
    }
  }

  #beginOutline(operator: 'm' | 're', operands: readonly Operand[], start: number): void {
    if (!this.#outline) {
      this.#outline = new Outline(this.#state.ctm);
      this.#outlineStart = start;
    }
    const [x, y] = [numberAt(operands, 0), numberAt(operands, 1)];
    if (operator === 'm') this.#outline.move(x, y);
    else this.#outline.rectangle(x, y, numberAt(operands, 2), numberAt(operands, 3));
  }

  /** A curve counts as its control polygon. */
  #extendOutline(operands: readonly Operand[]): void {
    for (let at = 0; at + 1 < operands.length; at += 2)
      this.#outline?.line(numberAt(operands, at), numberAt(operands, at + 1));
  }

  #wishOfFill(evenOdd: boolean): Wish {
    return wishOfFill(this.#state, this.#outline?.thickness(evenOdd) ?? Number.POSITIVE_INFINITY);
  }

  /** A graphics state may not stand between a path and its painting: it goes before the path. */
  #endPath(wishes: Wishes): void {
    if (this.#outline) this.#overprint(wishes, this.#outlineStart);
    this.#outline = undefined;
  }

  #overprint(wishes: Wishes, before: number): void {
    const { overprint, maker } = this.#state;
    const wanted = overprintFor(wishes, overprint, maker);
    if (this.#piece.purpose === 'mask' || !isOtherwise(wishes, overprint, wanted)) return;
    const name = stateName(wanted);
    this.#states[name] = wanted;
    this.#replace(before, before, `/${name} gs\n`);
    this.#set({ overprint: wanted });
  }

  #replace(start: number, end: number, text: string): void {
    this.#sink.copy(this.#piece.bytes, this.#copied, start);
    this.#sink.text(text);
    this.#copied = end;
  }
}
