/** What the constructors of the faults of `typeset/` are tried with. */
import { place, type Samples } from './given.ts';

export const typeset: Samples = {
  glyphMissing: [['龘', { slug: 'pier', place }]],
  fontMissing: [['@fontsource/noto/x.woff2']],
};
