/** What every constructor of a fault is tried with. */
import * as archive from '../src/archive/faults.ts';
import * as browser from '../src/browser/faults.ts';
import * as cli from '../src/cli/faults.ts';
import { both } from '../src/fault.ts';
import * as issue from '../src/issue/faults.ts';
import type { Article } from '../src/issue/model.ts';
import * as makeup from '../src/makeup/faults.ts';
import * as photo from '../src/photo/faults.ts';
import * as press from '../src/press/faults.ts';
import * as typeset from '../src/typeset/faults.ts';

const place = { file: 'issues/2026-01-08/pier.md', line: 7 };
const story = { slug: 'pier', title: ['码头的冬天'], body: [], place } as unknown as Article;
const untitled = { slug: 'harbour', title: [], body: [], place } as unknown as Article;
const phrase = both('so it is (8123)', '就是这样（8123）');
const other = both('cut it by 9 lines', '删 9 行');
const resolution = {
  file: 'photos/rig.jpg',
  page: 3,
  ppi: 87.4,
  needs: { width: 2400, height: 1600 },
  has: { width: 1048, height: 699 },
  target: 200,
};
const finding = { message: 'text of 8 pt is in several inks', zh: { message: '8 pt 的文字用了几色墨' } };

type Samples = Readonly<Record<string, readonly (readonly unknown[])[]>>;

/** The arguments that each constructor of a catalogue is tried with; several where it says several things. */
export const CATALOGUES: Readonly<Record<string, readonly [object, Samples]>> = {
  issue: [
    issue,
    {
      issueMissing: [['2026-01-09']],
      newspaperMissing: [['2026-01-09']],
      dateImpossible: [['2026-02-30', place], ['monday']],
      dateGiven: [
        ['2026-02-30', 'day'],
        ['tomorrow', 'edition'],
      ],
      issueExists: [['issues/2026-01-08']],
      editionConflict: [[place, 'A', 'B']],
      fileMisnamed: [[place, 'issue.yaml']],
      fileUnread: [[place]],
      fileUnreadable: [
        [place, 'EACCES'],
        [place, phrase],
      ],
      fileTooBig: [[place, 5001, 4000, 'articleBytes']],
      tooMany: ['photos', 'articles', 'pages'].map((key) => [place, key, { count: 41, limit: 40, key }]),
      notUtf8: [[place]],
      controlCharacters: [
        [place, ['U+0007'], 1],
        [place, ['U+0007', 'U+0008'], 5],
      ],
      damagedText: [[place]],
      issueEmpty: [[place]],
      slugUnsafe: [[place, 'Pier 1', 'pier-1']],
      slugReserved: [[place, 'search']],
      slugDuplicate: [[place, 'Pier.md']],
      importEmpty: [[]],
      fileExists: [['issues/2026-01-08']],
      articleEmpty: [[place]],
      fileMisplaced: [[place]],
      folderLikeFile: [[place]],
      exampleUnchanged: [
        [place, '在这里写标题', false],
        [place, '在这里写标题', true],
      ],
      picturesUnused: [
        [place, ['photos/a.jpg']],
        [place, ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `photos/${name}.jpg`)],
      ],
      pathUnsafe: [
        [place, '../x.jpg'],
        [place, 'photos\\x.jpg'],
      ],
      photoMissing: [
        [place, 'photos/rig.jpg'],
        [place, 'photos/rig.jpg', 'photos/ring.jpg'],
      ],
      photoToCome: [
        [place, 'photos/rig.jpg', true],
        [place, 'photos/rig.jpg', false],
      ],
      fileMissing: ['ad', 'filler', 'nameplate', 'profile'].map((what) => [
        place,
        what,
        { file: 'a.pdf', guess: 'b.pdf' },
      ]),
      pictureKind: [[place, 'a.doc', ['jpg', 'png']]],
      slugUnknown: [
        [place, '“aside”', { slug: 'peer', guess: 'pier' }],
        [place, phrase, { slug: 'peer' }],
      ],
      correctedIssueUnknown: [[place, '2026-02-01']],
      correctedStoryUnknown: [
        [place, '2026-01-07', { slug: 'peer', guess: 'pier' }],
        [place, '2026-01-07', { slug: 'peer' }],
      ],
      slugItself: [[place, 'aside']],
      asideShared: [[place, 'pier', 'harbour']],
      groupUnknown: [
        [place, 'lianghu', ['lianghui', 'sport'], 'lianghui'],
        [place, 'lianghu', []],
      ],
      qrTooLong: [[place, 130, 122]],
      groupEmpty: [[place, 'lianghui']],
      titleMissing: [
        [place, 'kicker'],
        [place, 'deck'],
      ],
      pageOutside: [[place, { key: 'place.page', page: 9, pages: both('at most 8 pages', '最多 8 个版') }]],
      pageTwice: [[place, 3]],
      pinOutside: [[place, phrase, 2]],
      pageConflict: [[place, 2, 3]],
      adOutside: [[place, phrase, 2]],
      linkUnsafe: [[place, 'javascript:alert']],
      htmlAsText: [[place, '<b>']],
      bylineTwice: [[place, '本报记者 周妍']],
      headingInText: [[place]],
      tableTooBig: [[place, 9001, 9000]],
      tableRowTooLong: [[place]],
      nestedTooDeep: [[place]],
      footnoteUncalled: [[place, 'n1']],
      footnoteMissing: [[place, 'n1']],
      headingAsText: [
        [place, '##夜里的桥'],
        [place, `＃＃ ${'长'.repeat(60)}`],
      ],
      rowsAsText: [[place]],
      yamlBroken: [
        [place, 'Nested mappings are not allowed.'],
        [place, phrase],
        [place, phrase, other],
      ],
      keyTwice: [[place, 'page']],
      yamlTooBig: [[place, 20_000]],
      commentInValue: [[place, 'c8102e']],
      fenceMissing: [[place, 'title']],
      fenceUnclosed: [[place]],
      keyUnknown: [
        ...['bylin', '\u3000byline'].map((key) => [place, key, { guess: 'byline', allowed: ['byline', 'title'] }]),
        [place, 'focus', { under: 'photos', allowed: ['photos', 'title'] }],
      ],
      keyMissing: [[place, 'name', phrase]],
      valueBad: [
        [place, 'priority', { expected: phrase, got: '“7”' }],
        [place, 'page', { expected: phrase, got: '“A02”', guess: '2' }],
      ],
      colourOverInk: [[place, 'nameplate', { sum: 310, limit: 240 }]],
      gridTooBig: [[place, phrase]],
    },
  ],
  typeset: [typeset, { glyphMissing: [['龘', { slug: 'pier', place }]], fontMissing: [['@fontsource/noto/x.woff2']] }],
  photo: [
    photo,
    {
      pictureMissing: [['photos/rig.jpg']],
      pictureDamaged: [['photos/rig.jpg', 'Premature end']],
      pictureFormat: [
        ['photos/rig.jpg', phrase],
        ['photos/rig.jpg', phrase, other],
      ],
      pictureHeic: [['photos/rig.heic']],
      pictureAnimated: [['photos/rig.gif', 14]],
      pictureTooLarge: [['photos/rig.jpg', phrase, '5000', 'pictureBytes']],
      pdfUnreadable: [['ads/tea.pdf', 'No PDF header']],
      svgText: [['photos/map.svg']],
      svgLink: [['photos/map.svg', 'rig.png']],
      pictureUntaggedCmyk: [['photos/rig.tif']],
      captionFromFile: [
        ['photos/rig.jpg', ['caption']],
        ['photos/rig.jpg', ['caption', 'credit']],
      ],
      pictureTwice: ['pier', 'harbour'].map((first) => ['photos/b.jpg', 'pier', 'photos/a.jpg', first]),
      pictureTooCoarse: [[resolution]],
      pictureCoarse: [[resolution]],
    },
  ],
  makeup: [
    makeup,
    {
      headTooLong: [
        [story, 3],
        [untitled, 3],
      ],
      overset: [
        [story, { page: 3, lines: 12, language: 'zh-CN' }, []],
        [untitled, { page: 3, lines: 7, language: 'en-GB' }, [other, phrase]],
      ],
      hole: [
        [{ page: 3, lines: 130, language: 'zh-CN' }, 736, []],
        [{ page: 3, lines: 530, language: 'en' }, 736, [other]],
      ],
      unmade: [
        [3, true, []],
        [3, false, [other]],
      ],
      wishRefused: [
        [[story, untitled], 3, []],
        [
          [story, untitled],
          3,
          [
            { reason: phrase, article: untitled },
            { reason: other, article: story },
          ],
        ],
      ],
      lockBroken: [[[story, untitled], 3]],
      releasedGone: [['2026-01-08', 'pier', 3]],
      releasedTurnsAway: [['2026-01-08', story, 3]],
      releasedKeeps: [['2026-01-08', { ...story, page: 4 }, 3]],
      textLost: [[story, 3]],
      indexTooLong: [[story, 9, 5]],
      indexLineTooLong: [[untitled, '一行太长的导读']],
      indexOutOfEar: [[story, 2, phrase]],
      heldOut: [[story, 3]],
      adTooLarge: [
        [{ file: 'ads/tea.pdf', height: 70 }, 1, { free: 63, taken: 0 }],
        [{ file: 'ads/tea.pdf', height: 40 }, 2, { free: 72, taken: 200 }],
      ],
      tooCrowded: [[1, 40, 31]],
      adWithoutPage: [[{ file: 'ads/tea.pdf', page: 9 }], [{ file: 'ads/tea.pdf' }]],
      advice: [[{ name: 'line-short', what: phrase, todo: other, article: story, page: 2 }]],
    },
  ],
  browser: [
    browser,
    {
      noBrowser: [[['/usr/bin/chromium', phrase]]],
      browserLost: [['Target closed']],
      drifted: [[3, 'pier', phrase, other]],
      misdrawn: [[3, 'pier', phrase, other]],
      strangeFont: [['DejaVuSans']],
      notLoaded: [['fonts/a.woff2']],
    },
  ],
  press: [
    press,
    {
      type3Font: [[3, '码头']],
      gradientKind: [[3, phrase]],
      colourSpace: [[3, 'Separation']],
      pictureForm: [[3, phrase]],
      unreadablePage: [[3, 'a stray ]']],
      sheetSize: [[3, '1105.5 × 1559.1', '1122.5 × 1576.1']],
      profileUnfit: [['press.icc', phrase]],
      profileInk: [['press.icc', 310, 240]],
      adRefused: [[3, 'ads/tea.pdf', phrase]],
    },
  ],
  archive: [
    archive,
    {
      issueNotBuilt: [['2026-01-08', ['alto', 'mets.xml']]],
      outputStale: [['2026-01-08']],
      revisionNeedsReason: [['2026-01-08', '2026-01-08.r2']],
      alreadySealed: [['2026-01-08', '2026-01-08.r2']],
      sourceUnfit: [['photos/rig.jpg', phrase]],
      snapshotMissing: [['2026-01-08']],
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
      oxumWrong: [['100.2', '101.3']],
      bagInfo: [[phrase]],
      recordMalformed: [['alto/01.xml', 12, phrase]],
      recordInvalid: [
        ['alto/01.xml', phrase, 12],
        ['alto/01.xml', phrase],
      ],
      rebuildDiffers: [['data/a.xml', phrase]],
      otherVersions: [[phrase]],
    },
  ],
  cli: [
    cli,
    {
      noPaper: [['paper'], ['paper', 'newspaper.yml']],
      noIssue: [['paper'], ['paper', { from: 'issues/2026-1-9', to: 'issues/2026-01-09' }]],
      issueNotFound: [['2026-01-09'], ['2026-1-9', '2026-01-09']],
      badUsage: [[phrase, other]],
      portTaken: [[8080]],
      unreadable: [['page.txt']],
      unwritable: [
        ['output', 'ENOSPC'],
        [phrase, 'ENOSPC'],
      ],
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
    },
  ],
};
