/** What the constructors of the faults of `edition/` are tried with. */
import type { Samples } from './given.ts';

export const edition: Samples = {
  withdrawnPrinted: [['某厂排污调查', ['2026-03-02.pdf', 'alto/05.xml'], { file: 'issues/2026-03-02/plant.md' }]],
  layoutBroken: [
    ['layouts/parts/foot.njk', 3, 'expected variable end'],
    ['layouts/parts/foot.njk', undefined, 'filter not found: shout'],
  ],
};
