/** Follows a page's content as a RIP does and notes every mark (ISO 32000-1, 8 and 9). */
import { type PDFDict, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { inlinePicture } from './inline-picture.ts';
import { baseOf, firstColour, inksNamedBy, kindOf, nextColour } from './kinds.ts';
import { type Colour, type Drawing, type Kind, type Mark, type NamedSpace, reaches } from './marks.ts';
import { asBool, asDict, asName, asNumbers, bytesOf, dig, inherited, members } from './objects.ts';
import { PathTrace } from './path-trace.ts';
import { dip, firstPen, isSeeThrough, type Pen, setState } from './pen.ts';
import { pictureMark } from './picture-mark.ts';
import { around, at, matrixIn, moved, num, type Six, six, times, UNIT } from './plane.ts';
import { TextRun } from './text-run.ts';
import { Script, type Value } from './tokens.ts';

/** Deeper nesting than this is a loop. */
const DEPTH = 24;

const NEWLINE = Uint8Array.of(10);

/** Draws a page. */
export function drawPage(page: PDFDict): Drawing {
  const plotter = new Plotter(page);
  const contents = dig(page, 'Contents');
  const streams =
    contents instanceof PDFRawStream ? [contents] : members(contents).filter((part) => part instanceof PDFRawStream);
  plotter.streams.push(...streams);
  const content = Buffer.concat(streams.flatMap((stream) => [bytesOf(stream), NEWLINE]));
  plotter.group(dig(page, 'Group'), false);
  plotter.run(content, inherited(page, 'Resources'), firstPen(UNIT), { depth: 0, mask: false, base: UNIT });
  return plotter;
}

interface Level {
  readonly depth: number;
  readonly mask: boolean;
  /** Coordinates in which the stream began: what its patterns hang on. */
  readonly base: Six;
}

class Plotter implements Drawing {
  readonly marks: Mark[] = [];
  readonly spaces: NamedSpace[] = [];
  readonly groups: { kind: Kind | undefined; mask: boolean }[] = [];
  readonly fonts: PDFDict[] = [];
  readonly states: PDFDict[] = [];
  readonly streams: PDFRawStream[] = [];
  readonly tiled = new Set<Mark>();
  transparent = false;
  broken = false;
  readonly #known = new Set<PDFObject>();
  readonly #page: PDFDict;

  constructor(page: PDFDict) {
    this.#page = page;
  }

  run(content: Uint8Array, resources: PDFObject | undefined, start: Pen, level: Level): void {
    if (level.depth > DEPTH) {
      this.broken = true;
      return;
    }
    const stack: Pen[] = [];
    let pen = { ...start };
    let text: Six = UNIT;
    let path = new PathTrace();
    const shown = new TextRun(this.marks);
    const script = new Script(content);
    while (script.next()) {
      const { op, args } = script;
      switch (op) {
        case 'Td':
        case 'TD':
          text = moved(text, num(args, 0), num(args, 1));
          continue;
        case 'Tj':
        case "'":
        case '"':
        case 'TJ':
          if (!level.mask) shown.show(args, pen, text);
          while (script.step()) {
            text = moved(text, script.dx, script.dy);
            if (!level.mask) shown.glyph(pen, text);
          }
          continue;
        case 'q':
          stack.push({ ...pen });
          break;
        case 'Q':
          pen = stack.pop() ?? pen;
          break;
        case 'cm':
          pen.ctm = times(six(args), pen.ctm);
          break;
        case 'w':
          pen.width = num(args, 0);
          break;
        case 'gs':
          this.#apply(dig(resources, 'ExtGState', nameOf(args[0])), pen, resources, level);
          break;
        case 'Tf':
          pen.font = asDict(dig(resources, 'Font', nameOf(args[0])));
          pen.size = num(args, 1);
          if (pen.font && this.#first(pen.font)) this.fonts.push(pen.font);
          break;
        case 'Tr':
          pen.render = num(args, 0);
          break;
        case 'BT':
          text = UNIT;
          break;
        case 'Tm':
          text = six(args);
          break;
        case 'm':
          path.move(at(pen.ctm, num(args, 0), num(args, 1)));
          break;
        case 'l':
          path.to(at(pen.ctm, num(args, 0), num(args, 1)));
          break;
        case 'c':
        case 'v':
        case 'y':
          for (let pair = 0; pair + 1 < args.length; pair += 2)
            path.to(at(pen.ctm, num(args, pair), num(args, pair + 1)));
          break;
        case 're':
          path.box(
            at(pen.ctm, num(args, 0), num(args, 1)),
            at(pen.ctm, num(args, 0) + num(args, 2), num(args, 1) + num(args, 3)),
          );
          break;
        case 'f':
        case 'F':
        case 'f*':
        case 'S':
        case 's':
        case 'B':
        case 'B*':
        case 'b':
        case 'b*':
          if (!level.mask) this.#path(op, pen, path);
          path = new PathTrace();
          break;
        case 'n':
          path = new PathTrace();
          break;
        case 'sh':
          this.#shade(dig(resources, 'Shading', nameOf(args[0])), pen, resources, level);
          break;
        case 'Do':
          this.#object(dig(resources, 'XObject', nameOf(args[0])), pen, resources, level);
          break;
        case 'BI':
          if (script.image)
            this.#picture(
              inlinePicture(script.image, script.imageData, this.#page.context),
              pen,
              resources,
              level,
              true,
            );
          break;
        case '?':
          this.broken = true;
          break;
        default:
          this.#colour(op, args, pen, resources, level);
      }
      shown.end();
    }
  }

  group(group: PDFObject | undefined, mask: boolean): void {
    if (!group) return;
    this.transparent = true;
    const space = dig(group, 'CS');
    this.groups.push({ kind: space ? kindOf(space, undefined) : undefined, mask });
  }

  #first(object: PDFObject): boolean {
    if (this.#known.has(object)) return false;
    this.#known.add(object);
    return true;
  }

  #note(kind: Kind, what: string, { mask }: Level, inks: readonly string[] = []): void {
    const named = inks.join();
    const known = this.spaces.some(
      (space) => space.kind === kind && space.what === what && space.mask === mask && space.inks.join() === named,
    );
    if (!known) this.spaces.push({ kind, what, mask, inks });
  }

  /** A colour space named inside content. @returns the colour with which it begins */
  #space(name: string, what: string, resources: PDFObject | undefined, level: Level): Colour {
    const space = PDFName.of(name);
    const colour = firstColour(space, resources);
    this.#note(kindOf(space, resources), what, level, inksNamedBy(space, resources));
    if (colour.under) this.#note(colour.under.kind, what, level, inksNamedBy(baseOf(space, resources), resources));
    return colour;
  }

  #colour(op: string, args: readonly Value[], pen: Pen, resources: PDFObject | undefined, level: Level): void {
    const device = DEVICE[op];
    const values = args.filter((value) => typeof value === 'number');
    const fill = op === op.toLowerCase();
    if (device) {
      this.#note(device, fill ? 'a fill' : 'a stroke', level);
      dip(pen, fill, { kind: device, values });
    } else if (op === 'cs' || op === 'CS') {
      dip(pen, fill, this.#space(nameOf(args[0]), fill ? 'a fill' : 'a stroke', resources, level));
    } else if (/^scn?$/i.test(op)) {
      dip(pen, fill, nextColour(fill ? pen.fill : pen.stroke, values));
      const pattern = args.at(-1);
      if (typeof pattern === 'string') this.#pattern(dig(resources, 'Pattern', nameOf(pattern)), pen, resources, level);
    }
  }

  #apply(object: PDFObject | undefined, pen: Pen, resources: PDFObject | undefined, level: Level): void {
    const state = asDict(object);
    if (!state) return;
    if (this.#first(state)) this.states.push(state);
    setState(pen, state);
    if (isSeeThrough(state)) this.transparent = true;
    const group = dig(state, 'SMask', 'G');
    if (group instanceof PDFRawStream)
      this.#form(group, pen, resources, { ...level, depth: level.depth + 1, mask: true });
  }

  #object(object: PDFObject | undefined, pen: Pen, resources: PDFObject | undefined, level: Level): void {
    if (!(object instanceof PDFRawStream)) return;
    if (asName(dig(object, 'Subtype')) === 'Form')
      this.#form(object, pen, resources, { ...level, depth: level.depth + 1 });
    else this.#picture(object, pen, resources, level);
  }

  #form(form: PDFRawStream, pen: Pen, resources: PDFObject | undefined, level: Level): void {
    if (this.#first(form)) this.streams.push(form);
    this.group(dig(form, 'Group'), level.mask);
    const ctm = times(matrixIn(form), pen.ctm);
    const before = this.marks.length;
    this.run(bytesOf(form), dig(form, 'Resources') ?? resources, { ...pen, ctm }, { ...level, base: ctm });
    this.#cut(before, form, ctm);
  }

  /** A form is cut off at its box (ISO 32000-1, 8.10.1). */
  #cut(from: number, form: PDFRawStream, ctm: Six): void {
    const [x1, y1, x2, y2] = asNumbers(dig(form, 'BBox'));
    if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return;
    const box = around([at(ctm, x1, y1), at(ctm, x2, y1), at(ctm, x1, y2), at(ctm, x2, y2)]);
    const shown = this.marks.splice(from).filter((mark) => this.tiled.has(mark) || reaches(mark, box));
    for (const mark of shown) this.marks.push(mark);
  }

  #pattern(pattern: PDFObject | undefined, pen: Pen, resources: PDFObject | undefined, level: Level): void {
    if (!pattern || !this.#first(pattern)) return;
    if (pattern instanceof PDFRawStream) {
      this.streams.push(pattern);
      const base = times(matrixIn(pattern), level.base);
      const before = this.marks.length;
      this.run(bytesOf(pattern), dig(pattern, 'Resources') ?? resources, firstPen(base), {
        ...level,
        base,
        depth: level.depth + 1,
      });
      for (const mark of this.marks.slice(before)) this.tiled.add(mark);
    } else this.#shade(dig(pattern, 'Shading'), pen, resources, level);
  }

  #shade(shading: PDFObject | undefined, pen: Pen, resources: PDFObject | undefined, level: Level): void {
    if (!shading) return;
    if (shading instanceof PDFRawStream && this.#first(shading)) this.streams.push(shading);
    const kind = kindOf(dig(shading, 'ColorSpace'), resources);
    this.#note(kind, 'a gradient', level, inksNamedBy(dig(shading, 'ColorSpace'), resources));
    if (!level.mask) this.marks.push({ type: 'shade', kind, dict: shading, where: around([at(pen.ctm, 0, 0)]) });
  }

  #picture(stream: PDFRawStream, pen: Pen, resources: PDFObject | undefined, level: Level, isInline = false): void {
    if (this.#first(stream)) this.streams.push(stream);
    const soft = dig(stream, 'SMask');
    if (soft instanceof PDFRawStream) {
      this.transparent = true;
      this.#picture(soft, pen, resources, { ...level, mask: true });
    }
    if (asBool(dig(stream, 'ImageMask'))) return;
    const space = dig(stream, 'ColorSpace');
    const what = isInline ? 'an inline picture' : 'a picture';
    this.#note(kindOf(space, resources), what, level, inksNamedBy(space, resources));
    if (!level.mask) this.marks.push(pictureMark(stream, resources, pen.ctm));
  }

  #path(op: string, pen: Pen, path: PathTrace): void {
    const { mode } = pen;
    const where = path.extent();
    if (/^[fFBb]/.test(op))
      this.marks.push({
        type: 'fill',
        colour: pen.fill,
        overprint: pen.fillOver,
        mode,
        where,
        thickness: path.thickness(),
      });
    if (/^[SsBb]/.test(op)) {
      const width = pen.width * Math.sqrt(Math.abs(pen.ctm[0] * pen.ctm[3] - pen.ctm[1] * pen.ctm[2]));
      this.marks.push({ type: 'stroke', colour: pen.stroke, overprint: pen.strokeOver, mode, where, width });
    }
  }
}

const DEVICE: Readonly<Record<string, Kind>> = { rg: 'rgb', RG: 'rgb', g: 'grey', G: 'grey', k: 'cmyk', K: 'cmyk' };

const nameOf = (value: Value | undefined): string => (typeof value === 'string' ? value.slice(1) : '');
