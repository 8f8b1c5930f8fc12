/** What the constructors of the faults of `cli/` are tried with. */
import { finding, other, phrase, place, type Samples } from './given.ts';

export const cli: Samples = {
  noPaper: [['paper'], ['paper', 'newspaper.yml']],
  noIssue: [['paper'], ['paper', { from: 'issues/2026-1-9', to: 'issues/2026-01-09' }]],
  issueMisnamed: [
    [{ from: 'issues/2026-01-32' }],
    [{ from: 'issues/2026-1-9', to: 'issues/2026-01-09' }],
    [{ from: 'issues/2026-1-9', to: 'issues/2026-01-09', taken: true }],
  ],
  issueNotFound: [
    ['2026-01-09', {}],
    ['2026-1-9', { guess: '2026-01-09' }],
    ['2026-01-09', { misnamed: { from: 'issues/2026-1-9', to: 'issues/2026-01-09' } }],
  ],
  badUsage: [[phrase, other]],
  portTaken: [[8080]],
  unreadable: [['page.txt']],
  unwritable: [
    ['output', 'ESTALE'],
    [phrase, other, false],
    [undefined, other, false],
  ],
  outputTaken: [['output/2026-01-08']],
  hardRule: [[3, { rule: 'R11', modules: [], ...finding }]],
  notWhole: [['pier', 2210, 2209]],
  preflightFinding: [[{ severity: 'error', rule: 'text-inks', page: 3, ...finding }]],
  undecided: [
    [
      place,
      { message: 'It was taken as the deck.', hint: 'Move it.', zh: { message: '看作副题。', hint: '请移走。' } },
    ],
  ],
  photoToCome: [[place, 'pier', 'photos/pier-1.jpg']],
  programFault: [['x is not a function']],
  releaseDamaged: [[place, 'Unexpected token']],
  releasedAlready: [[3]],
  neverReleased: [[3]],
  replateUnchanged: [[3]],
  noSuchPage: [['9', 8]],
  releasedDiffers: [['2026-01-08', 3, 'pier']],
  releasedPictureDiffers: [['2026-01-08', 3, 'photos/rig.jpg']],
  releasedTerms: [
    ['2026-01-08', 3, phrase, true],
    ['2026-01-08', 3, phrase, false],
  ],
  releasedRenamed: [['2026-01-08', 3, 'pier', 'harbour']],
  releasedOtherDay: [['2026-01-08', 3, '2026-01-07']],
};
