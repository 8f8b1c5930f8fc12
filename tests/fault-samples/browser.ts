/** What the constructors of the faults of `browser/` are tried with. */
import { other, phrase, type Samples } from './given.ts';

export const browser: Samples = {
  noBrowser: [[['/usr/bin/chromium', phrase]]],
  browserLost: [['Target closed']],
  drifted: [[3, 'pier', phrase, other]],
  misdrawn: [[3, 'pier', phrase, other]],
  strangeFont: [['DejaVuSans']],
  notLoaded: [['fonts/a.woff2']],
};
