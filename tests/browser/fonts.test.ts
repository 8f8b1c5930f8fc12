/** The names by which the witness knows a font. */
import { expect, it } from 'vitest';
import { fontsOf, postScriptName } from '../../src/browser/fonts.ts';
import { faceOf } from '../../src/typeset/faces.ts';
import { subsetFace } from '../../src/typeset/subset.ts';

it('reads the PostScript name of a font, which a PDF gives behind the tag of the subset', async () => {
  const font = await subsetFace(faceOf('hei'), '早市');
  const name = postScriptName(font);
  expect(name).toBe('NotoSansSC-Regular');
  const pdf = Buffer.from('/BaseFont /BAAAAA+Songti /BaseFont /Helvetica /BaseFont /AAAAAA+Songti');
  expect(fontsOf(pdf)).toEqual(['Helvetica', 'Songti']);
});
