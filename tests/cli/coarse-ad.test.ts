/** An advertisement of too few pixels: its page is printed as a draft, marked, and not for the plates. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Fault } from '../../src/fault.ts';
import { waves } from '../photo/studio.ts';
import { article, DATE, makePaper } from './paper.ts';
import { keptStreams } from './streams.ts';

it('a draft prints its page, and the hand-over sheet says that it is one', async () => {
  const { paper, issue } = await makePaper({
    'newspaper.yaml': 'name: 星城小报\nlanguage: en\nformat: tabloid\n',
    'pier.md': article('title: 码头的冬天\npage: 1', 400),
    'ads/low.jpg': await waves(250, 150).jpeg().toBuffer(),
    'issue.yaml': 'pages: 2\nads:\n  - {file: ads/low.jpg, page: 2, position: full}\n',
  });
  const streams = keptStreams();
  const exit = await main(['build', issue, '--json', '--draft', '--only', 'press'], streams);
  const { faults } = JSON.parse(streams.stdout) as { faults: readonly Fault[] };
  const told = faults.filter(({ name }) => /coarse/.test(name)).map(({ name, severity }) => [name, severity]);
  expect([exit, told]).toEqual([0, [['picture-too-coarse', 'warning']]]);
  const sheet = await readFile(path.join(paper, 'output', DATE, 'press', `${DATE}.txt`), 'utf8');
  expect(sheet).toMatch(/-02\.pdf.*DRAFT/);
}, 60_000);
