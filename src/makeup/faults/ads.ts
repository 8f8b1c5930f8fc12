/** Faults of ads that have no place. */
import { both, counted, type Fault, inChinese, inEnglish, type Phrase } from '../../fault.ts';
import type { AdRequest } from '../../issue/model.ts';

/** An ad is booked on a page that the issue does not have, or that another ad fills. */
export const adWithoutPage = (ad: AdRequest): Fault => ({
  name: 'ad-without-page',
  exit: 4,
  severity: 'error',
  message: `The ad ${ad.file} has no page${ad.page === undefined ? '' : ` ${ad.page}`}.`,
  hint: 'Book it on a page of the issue that no full-page ad fills.',
  zh: {
    message: `广告 ${ad.file} 没有版可上${ad.page === undefined ? '' : `（第 ${ad.page} 版）`}。`,
    hint: '请订在本期有、又没有被整版广告占满的版。',
  },
  ...(ad.page !== undefined && { page: ad.page }),
});

/** An ad is higher than the lines that its page has free, or too much beside the ads booked before it, which take `taken` cells. */
export const adTooLarge = (ad: AdRequest, page: number, { free, taken }: { free: number; taken: number }): Fault => {
  const isHigh = ad.height > free;
  const nameplate = page === 1 ? both(' under the nameplate', '报头下') : both('', '');
  return {
    name: 'ad-too-large',
    exit: 4,
    severity: 'error',
    message: isHigh
      ? `The ad ${ad.file} is ${counted(ad.height, 'line')} high; page ${page} has ${free}${inEnglish(nameplate)}.`
      : `The ad ${ad.file} has no room on page ${page}: the ads booked there before it take ${taken} column lines.`,
    hint: 'Book it on another page, or make it smaller (`height`, `width`).',
    zh: {
      message: isHigh
        ? `广告 ${ad.file} 高 ${ad.height} 行，第 ${page} 版${inChinese(nameplate)}只有 ${free} 行。`
        : `第 ${page} 版排不下广告 ${ad.file}：先订的广告已占 ${taken} 行（按基本栏计）。`,
      hint: '请改订别的版，或改小（`height`、`width`）。',
    },
    page,
  };
};

/** An ad was sold for the ear and cannot stand there. */
export const adOutOfEar = (ad: AdRequest, reason: Phrase): Fault => ({
  name: 'ad-out-of-ear',
  exit: 4,
  severity: 'error',
  message: `The ad ${ad.file} cannot stand in the ear: ${inEnglish(reason)}.`,
  hint: 'The ear of page 1 holds one ad: give this one another `position`.',
  zh: {
    message: `广告 ${ad.file} 上不了报眼：${inChinese(reason)}。`,
    hint: '只有第 1 版有报眼，只容一条广告：请给它改 `position`。',
  },
  ...(ad.page !== undefined && { page: ad.page }),
});
