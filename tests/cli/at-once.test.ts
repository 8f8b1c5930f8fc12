/** Two builds at the same time, of the morning's two editions: the site has both, whoever is done last. */
import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { article, DATE, makePaper } from './paper.ts';

const PROGRAM = fileURLToPath(new URL('../../src/cli/broadsheet.mjs', import.meta.url));
const build = (issue: string, cwd: string) =>
  promisify(execFile)(process.execPath, [PROGRAM, 'build', issue, '--draft', '--only', 'web'], { cwd });

it('two editions that are built at once are both in the calendar, the feeds and the search', async () => {
  const { paper, issue } = await makePaper(
    {
      'issue.yaml': 'pages: 1\nedition: A\n',
      'pier.md': article('title: 码头的冬天比往年早', 300),
    },
    `${DATE}-A`,
  );
  const other = path.join(path.dirname(issue), `${DATE}-B`);
  await mkdir(other);
  await cp(issue, other, { recursive: true });
  await writeFile(path.join(other, 'issue.yaml'), 'pages: 1\nedition: B\n');
  const ids = [`${DATE}-A`, `${DATE}-B`];
  await Promise.all(ids.map((id) => build(id, paper)));
  const text = (file: string) => readFile(path.join(paper, 'output', file), 'utf8');
  for (const file of ['archive/issues.json', 'archive/2026/index.html', 'feed.xml', 'sitemap.xml']) {
    const listed = await text(file);
    for (const id of ids) expect(listed, `${file} has ${id}`).toContain(id);
  }
  expect(await text(`${DATE}-A/index.html`)).toContain(`href="../${DATE}-B/"`);
  expect((await readdir(path.join(paper, 'output'))).filter((name) => name.startsWith('.'))).toEqual([]);
});
