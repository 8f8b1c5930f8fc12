/** Supplied advertisements for the tests, and a page to put them on. */
import { createHash } from 'node:crypto';
import { type PDFArray, PDFDocument, PDFHexString, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { expect } from 'vitest';
import { FaultError } from '#src/fault.ts';
import { toPress } from '#src/press/press.ts';
import { mmToPt } from '#src/units.ts';
import { FLIP, job, jpegImage, photo, put, rawPage, song } from './builders.ts';

/** The booked rectangle: 40 × 30 mm, placed at 20, 100 CSS pixels of the sheet. */
export const WIDTH = mmToPt(40);
/** And its height. */
export const HEIGHT = mmToPt(30);

/** An advertisement that is other than the usual one. */
export interface Ad {
  readonly size?: readonly [number, number];
  readonly content?: string;
  readonly pages?: number;
  readonly change?: (document: PDFDocument) => void;
}

/** An advertisement: a cyan panel to its edges, black text that does not overprint. */
export async function advertisement({
  size = [WIDTH, HEIGHT],
  content,
  pages = 1,
  change,
}: Ad = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const type = await song();
  for (let at = 0; at < pages; at += 1) {
    const page = document.addPage([...size]);
    const { context } = document;
    page.node.set(PDFName.of('Resources'), context.obj({ Font: { F1: type.embed(context) } }));
    const drawn =
      content ?? `.8 .1 0 0 k 0 0 ${size[0]} ${size[1]} re f 0 g BT /F1 10 Tf 20 40 Td <${type.encode('广告')}> Tj ET`;
    page.node.set(PDFName.of('Contents'), context.register(context.flateStream(drawn)));
  }
  change?.(document);
  return document.save({ useObjectStreams: false });
}

/** A Separation, or a DeviceN of several inks, whose substitute is this much of each in the given space. */
export function inksNamed(
  { context }: PDFDocument,
  inks: readonly string[],
  space = 'DeviceCMYK',
  solid: readonly number[] = [0, 0, 0, 1],
): PDFArray {
  const domain = inks.flatMap(() => [0, 1]);
  const program = `{${'pop '.repeat(inks.length)}${solid.join(' ')}}`;
  const range = solid.flatMap(() => [0, 1]);
  const tint = context.register(context.stream(program, { FunctionType: 4, Domain: domain, Range: range }));
  const [first = ''] = inks;
  return inks.length === 1
    ? context.obj(['Separation', first, space, tint])
    : context.obj(['DeviceN', [...inks], space, tint]);
}

/** Names a colour space of an advertisement. */
export function named(document: PDFDocument, name: string, space: PDFObject): void {
  const resources = document.getPage(0).node.Resources();
  if (resources) put(resources, 'ColorSpace', name, space);
}

/** Names a colour space of an advertisement that lays its colour as an ink of its own. */
export const separation = (document: PDFDocument, name: string, ink: string): void =>
  named(document, name, inksNamed(document, [ink]));

/** The page with this advertisement on it. */
export async function pageWith(bytes: Uint8Array, color = true): Promise<Uint8Array> {
  const standIn = await photo(80, 60);
  const twin = { space: 'pdf', bytes, width: WIDTH, height: HEIGHT, file: 'ads/tea.pdf' } as const;
  const [wide, high] = [WIDTH / 0.75, HEIGHT / 0.75];
  const raw = await rawPage({
    content: `${FLIP}q ${wide} 0 0 ${-high} 20 ${100 + high} cm /X1 Do Q`,
    resources: (document, resources) => put(resources, 'XObject', 'X1', jpegImage(document, standIn, 80, 60)),
  });
  return toPress(
    raw,
    await job({ color, twins: new Map([[createHash('sha256').update(standIn).digest('hex'), twin]]) }),
  );
}

/** Why an advertisement is refused. */
export async function reasons(ad: Ad, color = true): Promise<string> {
  try {
    await pageWith(await advertisement(ad), color);
    return 'placed';
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    expect(error.faults.every(({ name, exit }) => name === 'press-ad' && exit === 4)).toBe(true);
    return error.faults.map(({ message }) => message).join(' ');
  }
}

/** Ink with a profile of its own, as layout programs write it into PDF/X-4. */
export function profiled(document: PDFDocument): PDFArray {
  const profile = document.context.register(document.context.stream('an ICC profile', { N: 4 }));
  return document.context.obj(['ICCBased', profile]);
}

/** Puts a gradient among the page's resources. */
export function shade(document: PDFDocument, from: number[], to: number[], space?: PDFObject): void {
  const { context } = document;
  const run = { FunctionType: 2, Domain: [0, 1], C0: from, C1: to, N: 1 };
  const fade = context.obj({ ShadingType: 2, Coords: [0, 0, 90, 0], Function: run });
  fade.set(PDFName.of('ColorSpace'), space ?? PDFName.of('DeviceCMYK'));
  const resources = document.getPage(0).node.Resources();
  if (resources) put(resources, 'Shading', 'Fade', fade);
}

/** Puts a picture of one palette colour among the page's resources. */
export function chart(document: PDFDocument, space: string | PDFObject, colour: string): void {
  const { context } = document;
  const dict = { Type: 'XObject', Subtype: 'Image', Width: 80, Height: 80, BitsPerComponent: 8 };
  const picture = context.stream(new Uint8Array(6400), dict);
  const base = typeof space === 'string' ? PDFName.of(space) : space;
  picture.dict.set(PDFName.of('ColorSpace'), context.obj(['Indexed', base, 0, PDFHexString.of(colour)]));
  const resources = document.getPage(0).node.Resources();
  if (resources) put(resources, 'XObject', 'Chart', context.register(picture));
}
