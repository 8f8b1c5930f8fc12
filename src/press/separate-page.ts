/** One printed page put into ink, in place: content, pictures, gradients, fonts. */
import { type PDFContext, type PDFDict, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { type Fault, FaultError } from '../fault.ts';
import type { Twin } from '../photo/model.ts';
import { blackOf, lumaOf } from './colour/ink.ts';
import { mixInks } from './colour/palette.ts';
import { readActualText } from './content/actual-text.ts';
import { inkGradient } from './content/gradient.ts';
import { IDENTITY, type Matrix, multiply } from './content/matrix.ts';
import { type Overprint, stateEntries } from './content/overprint.ts';
import { rewrite } from './content/rewrite.ts';
import type { InkOf, Use } from './content/rewritten.ts';
import { plainInks } from './content/spaces.ts';
import { deflated, dictIn, ownMatrix } from './content/streams.ts';
import { type Piece, type Survey, surveyPage } from './content/survey.ts';
import { colourSpace, gradientKind, type3Font } from './faults.ts';
import { isType3, readToUnicode, repairToUnicode } from './fonts.ts';
import type { PressJob } from './model.ts';
import { inkPictures, twinOf } from './pictures.ts';

/** A page in ink, and what is still to be put in. */
export interface Separated {
  /** The page's own content in ink. */
  readonly content: Uint8Array;
  readonly transparent: boolean;
  /** Stand-ins whose twins are supplied PDF pages, and where they are drawn. */
  readonly ads: readonly PlacedAd[];
}

/** A supplied PDF page on the page. */
export interface PlacedAd {
  readonly ref: PDFRef;
  readonly twin: Twin;
  /** From the unit square to points. */
  readonly at: Matrix;
}

/**
 * Separates a page whose dictionary and content lie in `context`; everything that it uses is changed there.
 * @throws FaultError with everything on the page that cannot go to the plates.
 */
export async function separatePage(
  context: PDFContext,
  page: { readonly dict: PDFDict; readonly content: Uint8Array },
  job: PressJob,
): Promise<Separated> {
  const survey = surveyPage(context, page.dict, page.content);
  const rules = {
    color: job.page.color,
    house: job.colours,
    profile: job.profile.path,
    inkLimit: job.press.inkLimit,
    page: job.page.number,
    twins: job.twins,
  };
  const palette = await mixInks(survey.colours, rules);
  const inkOf: InkOf = (hex) => palette.get(hex) ?? blackOf(lumaOf(hex));
  const faults: Fault[] = [...refusals(survey, job.page.number)];
  for (const { resources } of [survey.page, ...survey.pieces.values()]) plainInks(dictIn(resources, 'ColorSpace'));
  for (const { gradient } of survey.gradients) plainInks(gradient.dict);
  for (const { gradient, purpose } of survey.gradients)
    inkGradient(context, gradient, purpose === 'mask' ? (hex) => [lumaOf(hex)] : inkOf);
  const { content, refused, placed } = rewriteAll(context, survey, inkOf);
  faults.push(...refused.map((name) => colourSpace(job.page.number, name)));
  const pictures = survey.pictures.map((picture) => ({ ...picture, twin: twinOf(picture.stream, job.twins) }));
  const flat = pictures.filter(({ twin }) => twin?.space !== 'pdf');
  faults.push(...(await inkPictures(context, flat, rules)));
  if (faults.length > 0) throw new FaultError(faults);
  repairFonts(context, survey, job.characters);
  const ads = pictures.flatMap(({ ref, twin }) =>
    twin?.space === 'pdf' ? [{ ref, twin, at: placed.get(ref.tag) ?? IDENTITY }] : [],
  );
  return { content, transparent: survey.transparent, ads };
}

function refusals({ fonts, gradients }: Survey, page: number): readonly Fault[] {
  const type3 = fonts.filter(isType3).map((font) => type3Font(page, [...readToUnicode(font).values()].join('')));
  const refused = gradients.flatMap(({ gradient }) =>
    gradient.refused === undefined ? [] : [gradientKind(page, gradient.refused)],
  );
  return [...type3, ...refused];
}

interface Rewriting {
  readonly content: Uint8Array;
  readonly refused: readonly string[];
  /** Where each picture is drawn first, by reference tag. */
  readonly placed: ReadonlyMap<string, Matrix>;
}

/** The page's content first, then what it paints, in the scale at which it is painted. */
function rewriteAll(context: PDFContext, survey: Survey, inkOf: InkOf): Rewriting {
  const registered = new Map<string, PDFRef>();
  const stateRef = (name: string, overprint: Overprint): PDFRef => {
    const ref = registered.get(name) ?? context.register(context.obj(stateEntries(overprint)));
    registered.set(name, ref);
    return ref;
  };
  const refused = new Set<string>();
  const done = new Set<Piece>();
  const placed = new Map<string, Matrix>();
  const go = (piece: Piece, ctm: Matrix): Uint8Array => {
    done.add(piece);
    const { bytes, uses, refused: spaces, states } = rewrite(piece, ctm, inkOf);
    for (const space of spaces) refused.add(space);
    if (piece.purpose === 'ink')
      for (const [name, state] of Object.entries(states))
        addState(context, piece.resources, name, stateRef(name, state));
    if (piece.ref) context.assign(piece.ref, deflated(inkGroup(piece), bytes));
    for (const [tag, at] of objectsOf(piece, uses)) if (!placed.has(tag)) placed.set(tag, at);
    for (const [used, at] of usesOf(survey, piece, uses, ctm)) if (!done.has(used)) go(used, at);
    return bytes;
  };
  const content = go(survey.page, IDENTITY);
  for (const piece of survey.pieces.values()) if (!done.has(piece)) go(piece, IDENTITY);
  return { content, refused: [...refused], placed };
}

/** Forms and pictures that a stream draws, by reference tag. */
function* objectsOf(piece: Piece, uses: readonly Use[]): Generator<readonly [string, Matrix]> {
  const objects = dictIn(piece.resources, 'XObject');
  for (const { name, ctm } of uses) {
    const ref = objects?.get(PDFName.of(name));
    if (ref instanceof PDFRef) yield [ref.tag, ctm];
  }
}

/** The forms that a stream draws, and all patterns in its resources. */
function* usesOf(
  { pieces }: Survey,
  piece: Piece,
  uses: readonly Use[],
  ctm: Matrix,
): Generator<readonly [Piece, Matrix]> {
  for (const [tag, at] of objectsOf(piece, uses)) {
    const used = pieces.get(tag);
    if (used) yield [used, multiply(ownMatrix(used.dict), at)];
  }
  for (const pattern of dictIn(piece.resources, 'Pattern')?.values() ?? []) {
    const used = pattern instanceof PDFRef ? pieces.get(pattern.tag) : undefined;
    if (used) yield [used, multiply(ownMatrix(used.dict), ctm)];
  }
}

function addState(context: PDFContext, resources: PDFDict, name: string, ref: PDFRef): void {
  const own = dictIn(resources, 'ExtGState') ?? context.obj({});
  own.set(PDFName.of(name), ref);
  resources.set(PDFName.of('ExtGState'), own);
}

/** A transparency group blends in ink; a mask's group in light. */
function inkGroup({ dict, purpose }: Piece): PDFDict {
  const group = dictIn(dict, 'Group');
  if (group && (purpose === 'mask' || group.has(PDFName.of('CS'))))
    group.set(PDFName.of('CS'), PDFName.of(purpose === 'mask' ? 'DeviceGray' : 'DeviceCMYK'));
  return dict;
}

/** Each font once, with the votes of every stream that sets it. */
function repairFonts(context: PDFContext, survey: Survey, characters: string): void {
  const known = new Set(characters);
  const votes = new Map<PDFObject, Map<number, string>>();
  for (const piece of [survey.page, ...survey.pieces.values()]) {
    const fonts = dictIn(piece.resources, 'Font');
    for (const [name, glyphs] of readActualText(piece)) {
      const font = fonts?.lookup(PDFName.of(name));
      if (font) votes.set(font, new Map([...(votes.get(font) ?? []), ...glyphs]));
    }
  }
  for (const font of survey.fonts) repairToUnicode(context, font, known, votes.get(font) ?? new Map());
}
