/** The report's page speaks the language of the paper, from its heads to the rules that a page has paid for. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { inChinese, inEnglish } from '../../src/fault.ts';
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

  it('says of a page that does not close that it was not made', async () => {
    const html = await reportOf({ ...english, 'ferry.md': story('Ferry comes in late', 4) });
    expect(html).toContain('not made');
    expect(html).not.toContain('% full');
    expect(HAN.exec(html)).toBeNull();
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
