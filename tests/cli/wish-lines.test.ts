/** A refused wish is told at the line where the desk wrote it. */
import { expect, it } from 'vitest';
import { atTheirLines } from '../../src/cli/build/wish-lines.ts';
import { readIssue } from '../../src/issue/read.ts';
import { unmade, wishRefused } from '../../src/makeup/faults.ts';
import { article, DATE, makePaper } from './paper.ts';

it('puts a refused wish at its key, and leaves other faults alone', async () => {
  const { issue: folder } = await makePaper({
    'pier.md': article('title: 码头\npriority: 2\nplace: { page: 1, row: 40 }'),
    'river.md': article('title: 江\norder: 1'),
    'tram.md': article('title: 电车\nsection: 要闻\nlabel: 特写\nkeepApart: [pier]'),
  });
  const { issue } = await readIssue(folder);
  if (issue === undefined) throw new Error('Expected an issue.');
  const faults = [...issue.articles.map((one) => wishRefused([one], 1, [])), unmade(1, true, [])];
  const places = (await atTheirLines(folder, issue, faults)).map(({ place }) => place);
  expect(places).toEqual([
    { file: `issues/${DATE}/pier.md`, line: 4 },
    { file: `issues/${DATE}/river.md`, line: 3 },
    { file: `issues/${DATE}/tram.md`, line: 5 },
    undefined,
  ]);
});
