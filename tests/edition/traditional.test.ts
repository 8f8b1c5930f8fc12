/** A paper in traditional characters says everything of its own in them: pages, web edition, records. */
import { describe, expect, it } from 'vitest';
import { longDate, lunarDate } from '#src/edition/data/dates.ts';
import { wordsFor } from '#src/edition/words.ts';
import { isTraditional } from '#src/fault.ts';
import { furnitureText, wordsOf } from '#src/makeup/furniture/words.ts';
import { phrasesOf } from '#src/typeset/phrases.ts';
import { archiveRecords, twoPages } from '../archive/builders.ts';
import { TINY_ISSUE } from './tiny.ts';

/** Every character of Big5, which has no simplified ones. */
const BIG5 = new Set(
  new TextDecoder('big5').decode(
    Uint8Array.from(
      Array.from({ length: 0x56 }, (_, row) => row + 0xa4).flatMap((lead) =>
        [0x40, 0xa1].flatMap((first) =>
          Array.from({ length: first === 0x40 ? 63 : 94 }, (_, at) => first + at).flatMap((trail) => [lead, trail]),
        ),
      ),
    ),
  ),
);
const simplified = (text: string) => (text.match(/\p{Script=Han}/gu) ?? []).filter((one) => !BIG5.has(one));

it.each([
  ['zh-TW', true],
  ['zh-HK', true],
  ['zh-Hant', true],
  ['zh-Hant-TW', true],
  ['zh-yue-HK', true],
  ['zh-CN', false],
  ['zh', false],
  ['en-HK', false],
])('%s is written in traditional characters: %s', (language, yes) => {
  expect(isTraditional(language)).toBe(yes);
});

describe('in traditional characters stands', () => {
  const facts = { name: '社', cn: 'CN 1', postal: '1', address: '路', phone: '1', printer: '印', distribution: '行' };
  const paper = { ...TINY_ISSUE.paper, name: '報', language: 'zh-TW', publisher: { ...facts, price: '1' } };

  it('all that pages say of themselves', () => {
    expect(simplified(furnitureText({ ...TINY_ISSUE, paper }))).toEqual([]);
    expect(wordsOf('zh-HK').jumpTo(2)).toBe('（下轉第2版）');
    expect(wordsOf('zh-TW').lunar('2026-01-08')).toBe('農曆乙巳年冬月二十');
  });

  it('all that the web edition says', () => {
    const said = Object.values(wordsFor('zh-TW')).map((word: unknown) =>
      typeof word === 'function' ? word('1', '') : word,
    );
    expect(simplified(said.flat().join(''))).toEqual([]);
    expect(lunarDate('2027-01-20', 'zh-TW')).toBe('農曆丙午年臘月十三');
    expect(lunarDate('2027-01-20', 'zh-CN')).toBe('农历丙午年腊月十三');
    expect(longDate('2026-01-08', 'zh-Hant')).toBe('2026年1月8日');
  });

  it('what the IIIF manifest says of the issue', () => {
    const { issue, ...rest } = twoPages();
    const made = archiveRecords({ ...rest, issue: { ...issue, paper: { ...issue.paper, language: 'zh-TW' } } });
    const manifest = JSON.parse(new TextDecoder().decode(made.get('manifest.json')));
    const labels = manifest.metadata.map(({ label }: { label: Record<string, string[]> }) => label['zh-Hant']?.[0]);
    expect(labels).toEqual(['報名', '日期', '總期號', '主辦單位', '國內統一連續出版物號']);
    expect(manifest.structures[0].label['zh-Hant']).toEqual(['目錄']);
  });
});

it('a headline in traditional characters is divided by their own model', () => {
  expect(phrasesOf('夜間公車延長一小時').at(-1)).toBe('小時');
});
