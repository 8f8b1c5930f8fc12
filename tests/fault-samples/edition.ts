/** What the constructors of the faults of `edition/` are tried with. */
import type { Samples } from './given.ts';

export const edition: Samples = {
  layoutBroken: [
    ['layouts/parts/foot.njk', 3, 'expected variable end'],
    ['layouts/parts/foot.njk', undefined, 'filter not found: shout'],
  ],
};
