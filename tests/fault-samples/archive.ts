/** What the constructors of the faults of `archive/` are tried with. */
import { phrase, type Samples } from './given.ts';

export const archive: Samples = {
  issueNotBuilt: [['2026-01-08', ['alto', 'mets.xml']]],
  draftUnsealed: [['2026-01-08']],
  outputStale: [['2026-01-08']],
  revisionNeedsReason: [['2026-01-08', '2026-01-08.r2']],
  snapshotDamaged: [['2026-01-08.r2']],
  alreadySealed: [['2026-01-08', '2026-01-08.r2']],
  sourceUnfit: [['photos/rig.jpg', phrase]],
  snapshotMissing: [['2026-01-08'], ['2026-01-08.zip']],
  bagDeclaration: [[phrase]],
  bagPartMissing: [['bagit.txt'], [phrase]],
  bagFetch: [[]],
  manifestLine: [['manifest-sha256.txt', 12, phrase]],
  manifestsDiffer: [['data/a.xml', 'manifest-sha256.txt']],
  fileMissing: [['data/a.xml']],
  fileExtra: [['data/a.xml']],
  fileChanged: [['data/a.xml', 'sha256']],
  fileRenamed: [['data/a.xml', 'data/b.xml']],
  filesSwapped: [['data/a.xml', 'data/b.xml']],
  fileIrregular: [['data/a.xml']],
  nameGarbled: [['data/a.xml']],
  oxumWrong: [['100.2', '101.3']],
  bagInfo: [[phrase]],
  recordMalformed: [['alto/01.xml', 12, phrase]],
  recordInvalid: [
    ['alto/01.xml', phrase, 12],
    ['alto/01.xml', phrase],
  ],
  rebuildDiffers: [['data/a.xml', phrase]],
  rebuiltOtherwise: [
    ['.pdf', ['data/a.pdf'], 0],
    ['.html', ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `data/${name}.html`), 3],
  ],
  otherVersions: [[phrase]],
};
