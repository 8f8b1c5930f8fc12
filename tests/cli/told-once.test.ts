import { describe, expect, it } from 'vitest';
import { notToldYet } from '../../src/cli/build/told-once.ts';
import { preflightFinding } from '../../src/cli/faults.ts';
import { pictureCoarse, pictureTooCoarse } from '../../src/photo/faults.ts';

const printed = (page: number) =>
  preflightFinding({ severity: 'warning', rule: 'picture-soft', page, message: 'soft', zh: { message: '虚' } });
const named = (page: number) => {
  const size = { width: 600, height: 400 };
  return pictureCoarse({ file: 'photos/pier.jpg', page, ppi: 120, target: 200, has: size, needs: size });
};
const line = preflightFinding({
  severity: 'warning',
  rule: 'hairline',
  page: 1,
  message: 'thin',
  zh: { message: '细' },
});

describe('a soft picture', () => {
  it('is told once, by the warning that names its file', () => {
    expect(notToldYet([printed(1), line], [named(1)])).toEqual([line]);
  });

  it('is told by the preflight where the make-up does not see it: on another page, in an advertisement', () => {
    expect(notToldYet([printed(1), printed(2)], [named(1)])).toEqual([printed(2)]);
    expect(notToldYet([printed(1), printed(1)], [named(1)])).toHaveLength(2);
  });
});

it('a picture too coarse, of which a draft warns, is told once too', () => {
  const found = preflightFinding({
    severity: 'error',
    rule: 'picture-coarse',
    page: 1,
    message: 'mush',
    zh: { message: '糊' },
  });
  const size = { width: 250, height: 150 };
  const told = pictureTooCoarse({ file: 'ads/low.jpg', page: 1, ppi: 53, target: 200, has: size, needs: size });
  expect([notToldYet([found], [told]), notToldYet([found], [])]).toEqual([[], [found]]);
});
