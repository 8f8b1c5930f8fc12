/** A photo of too few pixels for any place: the photo is named, not lines that are over. */
import { expect, it } from 'vitest';
import { makeUp } from '../../src/makeup/make-up.ts';
import { inner, sixStories } from './inner-page.ts';
import { issueOf, photo, picture, story, syntheticTypesetter } from './synthetic.ts';

it.each([
  [40, ['photo-too-small']],
  [1600, []],
])('a picture story of %i pixels', (width, errors) => {
  const [lead, ...others] = sixStories();
  const only = story(0, {
    slug: 'rink',
    genre: 'photo',
    title: ['冰场'],
    photos: [photo({ file: 'photos/rink.jpg' })],
  });
  const articles = [lead ?? only, ...others.slice(0, 3), only];
  const issue = issueOf(articles, { pages: [inner] });
  const files = articles.flatMap(({ photos }) => photos).map(({ file }) => file);
  const pictures = new Map(files.map((file) => [file, picture(file)]));
  pictures.set('photos/rink.jpg', { ...picture('photos/rink.jpg'), width, height: Math.round((width * 2) / 3) });
  const { faults } = makeUp({ issue, typesetter: syntheticTypesetter(), pictures });
  const found = faults.filter(({ name }) => name === 'photo-too-small' || name === 'overset');
  expect(found.map(({ name }) => name)).toEqual(errors);
  for (const { message } of found) expect(message).toContain('photos/rink.jpg is 40 pixels wide');
});
