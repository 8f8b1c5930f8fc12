/** The house's writers put down what pdf-lib's do. */
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { packedFile } from '#src/press/identity/packed-file.ts';
import { plainFile } from '#src/press/identity/plain-file.ts';

/** A page with a stream, text beyond ASCII, and a gap in its objects' numbers. */
async function document(): Promise<PDFDocument> {
  const made = await PDFDocument.create({ updateMetadata: false });
  const { context } = made;
  const page = made.addPage([100, 200]);
  const gap = context.register(context.obj({ Gone: true }));
  page.node.set(
    PDFName.of('Contents'),
    context.register(context.stream(Uint8Array.from({ length: 5000 }, (_, at) => at))),
  );
  page.node.set(PDFName.of('Note'), PDFString.of('é (\\))'));
  page.node.set(PDFName.of('A B'), context.obj([1.5, -0.25, null, [true, 'Name']]));
  context.delete(gap);
  const id = PDFString.of('id');
  context.trailerInfo.ID = context.obj([id, id]);
  return made;
}

test('the same file as from pdf-lib', async () => {
  const theirs = await (await document()).save({ useObjectStreams: false, addDefaultPage: false });
  expect(Buffer.from(await plainFile(await document())).equals(Buffer.from(theirs))).toBe(true);
});

test('the same file as from pdf-lib, packed, of however many objects', async () => {
  for (const more of [0, 44, 45, 46, 300]) {
    const [ours, theirs] = [await document(), await document()];
    for (const { context } of [ours, theirs])
      for (let at = 0; at < more; at += 1) {
        const ref = context.register(context.obj({ At: at, Says: PDFString.of('é') }));
        if (at % 7 === 3) context.delete(ref);
      }
    const expected = await theirs.save({ useObjectStreams: true, addDefaultPage: false });
    expect(Buffer.from(await packedFile(ours)).equals(Buffer.from(expected)), `${more} objects more`).toBe(true);
  }
});
