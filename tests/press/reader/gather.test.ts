/** Objects of several files in one: what is alike is there once, what is not stays apart. */
import { PDFDict, PDFDocument, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { Gathering } from '#src/press/reader/gather.ts';

/** A file with a picture of these bytes in a colour space of its own object, and what names it. */
async function fileWith(bytes: string, space: string) {
  const { context } = await PDFDocument.create();
  const colours = context.register(context.obj(['ICCBased', context.register(context.stream(space))]));
  const picture = context.register(context.stream(bytes, { Subtype: 'Image', ColorSpace: colours }));
  return { context, resources: context.obj({ XObject: { X1: picture } }) };
}

const pictureIn = (resources: PDFObject): PDFObject | undefined =>
  (resources as PDFDict).lookup(PDFName.of('XObject'), PDFDict).get(PDFName.of('X1'));

test('a picture on several pages comes into the file once, another one beside it', async () => {
  const { context } = await PDFDocument.create();
  const gathering = new Gathering(context);
  const before = context.enumerateIndirectObjects().length;
  const files = [
    await fileWith('pixels', 'profile'),
    await fileWith('pixels', 'profile'),
    await fileWith('others', 'profile'),
  ];
  const [one, same, other] = files.map((file) => pictureIn(gathering.from(file.context, new Map())(file.resources)));
  expect(one).toBeInstanceOf(PDFRef);
  expect(same).toBe(one);
  expect(other).not.toBe(one);
  // Two pictures, one profile, one colour space.
  expect(context.enumerateIndirectObjects().length - before).toBe(4);
});

test('the same bytes under another dictionary are another object', async () => {
  const { context } = await PDFDocument.create();
  const gathering = new Gathering(context);
  const files = [await fileWith('pixels', 'profile'), await fileWith('pixels', 'another')];
  const [one, other] = files.map((file) => pictureIn(gathering.from(file.context, new Map())(file.resources)));
  expect(other).not.toBe(one);
});

test('what the file has something else for is not taken', async () => {
  const { context } = await PDFDocument.create();
  const file = await fileWith('pixels', 'profile');
  const own = context.register(context.obj({ Own: true }));
  const known = new Map([[pictureIn(file.resources) as PDFRef, own]]);
  expect(pictureIn(new Gathering(context).from(file.context, known)(file.resources))).toBe(own);
});

test('an object that leads back to itself is taken with its circle', async () => {
  const { context } = await PDFDocument.create();
  const source = (await PDFDocument.create()).context;
  const [one, other] = [source.nextRef(), source.nextRef()];
  source.assign(one, source.obj({ Next: other }));
  source.assign(other, source.obj({ Next: one }));
  const taken = new Gathering(context).from(source, new Map())(one) as PDFRef;
  const next = (ref: PDFRef) => context.lookup(ref, PDFDict).get(PDFName.of('Next')) as PDFRef;
  expect(next(next(taken))).toBe(taken);
});
