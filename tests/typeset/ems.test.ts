/** Widths of display type are measured once: heads are tried at many sizes, in many widths, on many pages. */
import { expect, it } from 'vitest';
import { emsOf } from '../../src/typeset/ems.ts';
import { newSetter } from '../../src/typeset/setter.ts';
import { CHINESE } from '../../src/typeset/style.ts';
import { metrics } from './builders.ts';

it('measures a text once in a face, and again in another', () => {
  const setter = newSetter({ metrics, palette: CHINESE, kinsoku: 'gb' }).as(() => undefined);
  let measured = 0;
  const counting: typeof setter = {
    ...setter,
    strip: (...wish) => {
      measured += 1;
      return setter.strip(...wish);
    },
  };
  const first = emsOf('江水涨了', 'songHeavy', counting);
  expect([first.ems, first.count, measured]).toEqual([4, 4, 1]);
  expect(emsOf('江水涨了', 'songHeavy', counting)).toBe(first);
  expect(measured).toBe(1);
  emsOf('江水涨了', 'hei', counting);
  emsOf('江水涨了', 'songHeavy', counting, { tight: true });
  expect(measured).toBe(3);
});
