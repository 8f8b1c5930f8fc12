import { describe, expect, test } from 'vitest';
import type { Issue, PhotoRequest } from '../../src/issue/model.ts';
import { captioned } from '../../src/photo/captioned.ts';
import type { Picture } from '../../src/photo/model.ts';
import { article, paper } from '../builders.ts';

const photo = (file: string, said: Partial<PhotoRequest> = {}): PhotoRequest => ({
  file,
  focus: [0.5, 0.5],
  prominence: 'main',
  missing: false,
  ...said,
});

const picture = (file: string, said: Pick<Picture, 'caption' | 'credit'>): [string, Picture] => [
  file,
  { file, kind: 'photo', width: 600, height: 400, grey: false, sha256: file, ...said },
];

const PICTURES = new Map([
  picture('rink.jpg', { caption: '冰场上的孩子。', credit: '新华社' }),
  picture('skates.jpg', { caption: '冰场上的孩子。', credit: '新华社' }),
  picture('coach.jpg', { caption: '教练。' }),
]);

const issueOf = (photos: readonly PhotoRequest[]): Issue => ({
  id: '2026-01-08',
  date: '2026-01-08',
  paper: paper(),
  pages: 1,
  groups: {},
  ads: [],
  fillers: [],
  articles: [article({ photos })],
});

/** Caption and credit of each photo, once the files have had their say. */
function saidOf(photos: readonly PhotoRequest[]): (readonly (string | undefined)[])[] {
  const [found] = captioned(issueOf(photos), PICTURES).articles;
  return (found?.photos ?? []).map(({ caption, credit }) => [caption, credit]);
}

describe('a photo without words of the desk', () => {
  test('has those of its file', () => {
    expect(saidOf([photo('rink.jpg')])).toEqual([['冰场上的孩子。', '新华社']]);
  });

  test('has each by itself', () => {
    expect(saidOf([photo('rink.jpg', { caption: '清晨。' })])).toEqual([['清晨。', '新华社']]);
  });

  test('has none where the desk wrote an empty one', () => {
    expect(saidOf([photo('rink.jpg', { caption: '', credit: '' })])).toEqual([[undefined, undefined]]);
  });
});

describe('a group of photos', () => {
  test('whose files say the same says it once', () => {
    expect(saidOf([photo('rink.jpg'), photo('skates.jpg')])).toEqual([
      ['冰场上的孩子。', '新华社'],
      [undefined, undefined],
    ]);
  });

  test('that has a caption of the desk’s keeps to it', () => {
    expect(saidOf([photo('coach.jpg', { caption: '教练和孩子。' }), photo('skates.jpg')])).toEqual([
      ['教练和孩子。', undefined],
      [undefined, undefined],
    ]);
  });

  test('with captions of the desk’s and no credits has those of the files', () => {
    expect(saidOf([photo('rink.jpg', { caption: '一。' }), photo('coach.jpg', { caption: '二。' })])).toEqual([
      ['一。', '新华社'],
      ['二。', undefined],
    ]);
  });
});

test('an article whose photos say nothing new stays the object that it was', () => {
  const before = issueOf([photo('none.jpg')]);
  expect(captioned(before, PICTURES).articles[0]).toBe(before.articles[0]);
});
