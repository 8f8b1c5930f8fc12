/** What the constructors of the faults of `makeup/` are tried with. */
import { both } from '../../src/fault.ts';
import { other, phrase, type Samples, story, untitled } from './given.ts';

export const makeup: Samples = {
  headTooLong: [
    [story, 3],
    [untitled, 3],
  ],
  photoTooSmall: [[story, 3, { file: 'photos/rig.jpg', width: 40, needs: 163 }]],
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
  releasedWithoutAd: [['2026-01-08', { file: 'ads/tea.pdf' }, 3]],
  releasedAdGone: [['2026-01-08', 'ads/tea.pdf', 3]],
  releasedPageGone: [[3, 2]],
  releasedFormat: [['2026-01-08', { number: 3, trim: { width: 275, height: 390 } }, { width: 390, height: 550 }]],
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
  adOutOfEar: [
    [{ file: 'ads/tea.pdf', page: 2 }, phrase],
    [{ file: 'ads/tea.pdf' }, phrase],
  ],
  adLoose: [['ads/tea.pdf', { width: 185, height: 120, bare: 14 }, 22, 2]],
  weekdayWrong: [[story, '1月8日（星期五）', '四']],
  lunarDateWrong: [[story, '1月8日（农历十一月廿一）', '十一月二十']],
  headsReadOn: [[story, untitled, 3]],
  tooLittleCopy: [
    [3, 0.33, { lines: 180, language: 'en' }, both('; or make fewer pages', '；也可减少版数')],
    [3, 0.33, { lines: 180, language: 'zh-CN' }, both('', '')],
  ],
  numberLeaps: [[12345, 12343, '2026-01-07']],
  groupParted: [[story, '聚焦两会', 3]],
  asideParted: [[story, 3, untitled, 4]],
  faceCut: [[story, 'photos/mayor.jpg', 3]],
  sameEvent: [[story, both('“The bridge at night” in this issue', '本期《The bridge at night》')]],
  linesShort: [
    [story, ['码头上的风'], 3],
    [story, ['一', '二', '三', '四'], 3],
  ],
  tableAsText: [[story, '品种本周上周', 13, 3]],
  tableFolded: [[story, '品种本周上周', 13, 3]],
  weatherNowhere: [[]],
};
