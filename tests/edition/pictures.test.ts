/** Which rendition of a photo a page shows. */
import { expect, it } from 'vitest';
import { pageWanted, shownPart } from '../../src/edition/make/pictures.ts';
import type { PictureBox } from '../../src/makeup/plan.ts';
import { WHOLE } from '../../src/photo/crop.ts';

const boxOf = (width: number, height: number): PictureBox => ({
  kind: 'picture',
  use: 'photo',
  file: 'photos/a.jpg',
  x: 0,
  y: 0,
  width: 300,
  height: 200,
  crop: { x: 0, y: 0, width, height },
});

it('shows the article’s where the crop keeps most of the photo, and its own where it keeps less', () => {
  const most = boxOf(0.9, 0.8);
  expect(pageWanted(most).crop).toEqual(WHOLE);
  expect(shownPart(most)).toEqual(most.crop);
  const little = boxOf(0.9, 0.5);
  expect(pageWanted(little)).toMatchObject({ crop: little.crop, formats: ['webp'] });
  expect(shownPart(little)).toEqual(WHOLE);
});
