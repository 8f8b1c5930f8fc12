/** Faults of pages that were made and may not go to the plates. */
import { both, type Fault, inChinese, inEnglish } from '../../fault.ts';
import type { HardFinding } from '../../makeup/plan.ts';
import type { Finding } from '../../press/preflight/finding.ts';

/** A hard rule of the make-up is broken on a page: it does not print. */
export const hardRule = (page: number, { rule, message, zh }: HardFinding): Fault => ({
  name: 'page-refused',
  exit: 4,
  severity: 'error',
  page,
  message: `Page ${page} breaks rule ${rule}: ${message}`,
  hint: 'Change the copy, the page of a story or its pin; `build --draft` prints the page marked 草样.',
  zh: {
    message: `第 ${page} 版违反规则 ${rule}：${zh.message}`,
    hint: '请改稿、改版次或改锁定的位置；`build --draft` 可印出草样。',
  },
});

/** What is drawn for an article is not what the desk wrote. */
export const notWhole = (slug: string, characters: number, placed: number): Fault => ({
  name: 'article-not-whole',
  exit: 4,
  severity: 'error',
  message: `Article “${slug}” has ${characters} characters, ${placed} of them on the pages, and the texts differ.`,
  hint: 'This is a bug of the make-up: please report it with the issue folder.',
  zh: {
    message: `稿件“${slug}”有 ${characters} 字，上版 ${placed} 字，文字不符。`,
    hint: '这是排版的程序错误，请连同本期文件夹报给我们。',
  },
});

/** A finding of the preflight, which knows no files, but the page. */
export const preflightFinding = ({ severity, rule, page, message, zh }: Finding): Fault => ({
  name: `preflight-${rule.toLowerCase()}`,
  exit: 4,
  severity,
  ...(page === undefined ? {} : { page }),
  message: page === undefined ? message : `Page ${page}: ${message}`,
  hint: inEnglish(rule === SOFT ? SOFT_HINT : RULE_HINT),
  zh: {
    message: page === undefined ? zh.message : `第 ${page} 版：${zh.message}`,
    hint: inChinese(rule === SOFT ? SOFT_HINT : RULE_HINT),
  },
});

const RULE_HINT = both(
  'See docs/press-room.md for what the rule asks; the report names the place.',
  '这条规则见 docs/press-room.md；位置见报告。',
);

const SOFT = 'picture-soft';

/** The make-up judges photos and names their files; it sees neither into advertisements nor the nameplate. */
const SOFT_HINT = both(
  'The warning `picture-coarse` of the same page names the file and the pixels that it needs; where there is none, the picture is the nameplate or inside a supplied advertisement.',
  '同版的 `picture-coarse` 写明是哪个文件、要多少像素；没有这一条的，是报头图，或在客户广告的 PDF 里。',
);
