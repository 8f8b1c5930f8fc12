/** What the constructors of the faults of `press/` are tried with. */
import { phrase, type Samples } from './given.ts';

export const press: Samples = {
  type3Font: [[3, '码头']],
  gradientKind: [[3, phrase]],
  colourSpace: [[3, 'Separation']],
  pictureForm: [[3, phrase]],
  unreadablePage: [[3, 'a stray ]']],
  sheetSize: [[3, '1105.5 × 1559.1', '1122.5 × 1576.1']],
  profileUnfit: [['press.icc', phrase]],
  profileInk: [['press.icc', 310, 240]],
  adRefused: [[3, 'ads/tea.pdf', phrase]],
};
