/** The issue before says what of this one does not follow; the issue's own output does not change by it. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { warningsOfYesterday } from '../../src/cli/build/yesterday.ts';
import { readIssue } from '../../src/issue/read.ts';
import { article, makePaper } from './paper.ts';

it('tells a running number that does not follow, and an event told the day before', async () => {
  const story = article('title: 码头的冬天比往年早', 300);
  const { paper, issue } = await makePaper({ 'issue.yaml': 'number: 12\n', 'pier.md': story });
  const write = async (name: string, number: number, text: string): Promise<void> => {
    const folder = path.join(paper, 'issues', name);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'issue.yaml'), `number: ${number}\n`);
    await writeFile(path.join(folder, 'old.md'), text);
  };
  const names = async () => {
    const read = await readIssue(issue);
    return (await warningsOfYesterday(issue, read.issue)).map(({ name }) => name);
  };
  expect(await names()).toEqual([]);
  await write('2020-01-01', 3, article('title: 很久以前', 40));
  await write('2020-01-02-A', 99, story);
  expect(await names()).toEqual(['issue-number']);
  await write('2020-01-03', 10, story.replace('码头的冬天', '江边的冬天'));
  expect(await names()).toEqual(['issue-number', 'same-event']);
});
