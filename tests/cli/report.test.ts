/** The report's page speaks the language of the paper, from its heads to the rules that a page has paid for. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportHtml } from '../../src/cli/build/report-html.ts';
import { main } from '../../src/cli/main.ts';
import type { Fault } from '../../src/fault.ts';
import { inChinese, inEnglish } from '../../src/fault.ts';
import { tooLittleCopy, weatherNowhere } from '../../src/makeup/faults.ts';
import { HARD, SOFT } from '../../src/makeup/rules.ts';
import { DATE, makePaper } from './paper.ts';
import { keptStreams } from './streams.ts';

const HAN = /\p{Script=Han}/u;

const SENTENCE = 'The ferry came in late, and the harbour master said that nobody on the quay had expected it at all. ';
const story = (title: string, sentences: number): string =>
  `---\ntitle: ${title}\n---\n${`${SENTENCE.repeat(4)}\n\n`.repeat(sentences / 4)}`;

async function reportOf(files: Readonly<Record<string, string>>): Promise<string> {
  const { paper, issue } = await makePaper(files);
  await main(['check', issue, '--json'], keptStreams());
  return readFile(path.join(paper, 'output/reports', `${DATE}.html`), 'utf8');
}

describe('the report of an English paper', () => {
  const english = {
    'newspaper.yaml': 'name: The Harbour Gazette\nlanguage: en\nformat: tabloid\n',
    'issue.yaml': 'pages: 1\n',
  };

  it('is English in every word, the score of its pages too', async () => {
    const html = await reportOf({
      ...english,
      'ferry.md': story('Ferry comes in late', 40),
      'bridge.md': story('["Bridge to close", "for fourteen months"]', 28),
      'rail.md': story('Night trains return', 24),
    });
    expect(html).toContain('class="score"');
    expect(html).toContain('story: Bridge to close fo');
    expect(HAN.exec(html)).toBeNull();
  });

  it('sets what is to be typed as code', async () => {
    const html = await reportOf({ ...english, 'ferry.md': story('Ferry comes in late', 4) });
    expect(html).toContain('<code>build --draft</code>');
    expect(html).not.toContain('`');
  });

  it('says of a page that does not close that it was not made', async () => {
    const html = await reportOf({ ...english, 'ferry.md': story('Ferry comes in late', 4) });
    expect(html).toContain('not made');
    expect(html).not.toContain('% full');
    expect(HAN.exec(html)).toBeNull();
  });
});

describe('a page with too little copy', () => {
  const page = {
    number: 1,
    grid: { columns: 8, rows: 104, measure: 13 },
    made: true,
    fill: 1,
    hard: [],
    soft: [],
    optimal: true,
    modules: [],
  };
  const htmlOf = (fault: Fault): string => {
    const report = { schema: 'broadsheet/report@1', issue: DATE, pages: [page], articles: [] } as const;
    return reportHtml(
      { ...report, faults: [fault], press: { standard: 'PDF/X-4', findings: [] } },
      { issue: undefined },
    );
  };

  it('is not praised', () => {
    expect(htmlOf(weatherNowhere())).toContain('其中 1 个已证最优');
    const html = htmlOf(tooLittleCopy(1, 0.3, { lines: 180, language: 'zh-CN' }, ''));
    expect(html).toContain('其中 0 个已证最优');
    expect(html).toContain('第 1 版稿件太少');
    expect(html).not.toContain('没有扣分更少的排法');
  });
});

describe('the rules', () => {
  it('have a name without Chinese, and a Chinese one', () => {
    for (const { title, zh } of [...Object.values(HARD), ...Object.values(SOFT)]) {
      expect(HAN.test(title), title).toBe(false);
      expect(HAN.test(zh), zh).toBe(true);
    }
  });

  it('say of a flaw what is wrong, not what good pages do', () => {
    for (const { title, zh, missed } of Object.values(SOFT)) {
      expect([inEnglish(missed), inChinese(missed)]).not.toEqual([title, zh]);
      expect([HAN.test(inEnglish(missed)), HAN.test(inChinese(missed))]).toEqual([false, true]);
    }
  });
});
