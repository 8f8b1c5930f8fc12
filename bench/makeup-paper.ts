/** A paper for the make-up's benchmarks: the house's broadsheet, nothing else set. */
import type { Newspaper } from '../src/issue/model.ts';
import { paper } from '../tests/builders.ts';

export const SAMPLE_PAPER: Newspaper = paper({
  name: '试验日报',
  colours: { nameplate: { rgb: '#c8102e', cmyk: [0, 95, 85, 5] } },
});
