import { expect, test } from 'vitest';
import { judgePictures } from '../../src/cli/build/resolution.ts';
import type { Issue } from '../../src/issue/model.ts';
import type { Plan } from '../../src/makeup/plan.ts';
import { WHOLE } from '../../src/photo/crop.ts';
import type { Picture } from '../../src/photo/model.ts';

const folder = { paper: '/paper', issue: '/paper/issues/2026-01-08' };
// Only what the judgement reads of an issue and a plan.
const issue = { paper: { press: { resolution: 200 } } } as Issue;
const box = (file: string, missing = false) => ({
  kind: 'picture',
  file,
  use: 'photo',
  crop: WHOLE,
  x: 0,
  y: 0,
  width: 480,
  height: 240,
  missing,
});
const planOf = (...boxes: readonly object[]): Plan =>
  ({ pages: [{ number: 2, color: true, modules: [{ boxes }] }] }) as unknown as Plan;
const picture = (file: string, width: number): [string, Picture] => [
  file,
  { file, kind: 'photo', width, height: width / 2, grey: false, sha256: '' },
];

test('a placed picture with too few pixels is named with its page and the pixels that it would need', () => {
  const pictures = new Map([
    picture('photos/fine.jpg', 1000),
    picture('photos/soft.jpg', 700),
    picture('photos/mush.jpg', 400),
  ]);
  const plan = planOf(
    box('photos/fine.jpg'),
    box('photos/soft.jpg'),
    box('photos/mush.jpg'),
    box('photos/mush.jpg', true),
    { kind: 'rule' },
  );
  const faults = judgePictures({ folder, issue }, plan, pictures);
  expect(faults).toMatchObject([
    { name: 'picture-coarse', severity: 'warning', page: 2, place: { file: 'issues/2026-01-08/photos/soft.jpg' } },
    {
      name: 'picture-too-coarse',
      severity: 'error',
      exit: 4,
      page: 2,
      place: { file: 'issues/2026-01-08/photos/mush.jpg' },
    },
  ]);
  expect(faults[1]?.message).toContain('80 ppi');
  expect(faults[1]?.hint).toContain('1000 × 500');
});
