/** Whole builds of a page that holds every construct of the house's Markdown: what is set is drawn where it stands, in every file. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Fault } from '../../src/fault.ts';
import { DATE, makePaper } from './paper.ts';
import { keptStreams } from './streams.ts';

const BODY = `
本报讯 *轻*重**缓**~~急~~，\`code\`，[外](https://example.org/)，[内](other)，注[^1]。

## 小标题 Subhead

- 甲
  - 乙 second

3. 丙
4. 丁

> 一句 quotation.

> 第一段 first
>
> 第二段 second

| 名 name | 数 |
|:--------|---:|
| 梨 pear | 12 |

\`\`\`
代码 code <b>
  two
\`\`\`

***

末段\\
硬换行 hard break。

[^1]: 脚注 note.
`;

const NOTE = '编者按：样样都有。';
const TOLD = { exit: 0, names: ['page-hole'] };

async function built(language: string) {
  const { paper, issue } = await makePaper({
    'newspaper.yaml': `name: 星城小报\nformat: tabloid\nlanguage: ${language}\n`,
    'issue.yaml': 'pages: 1\n',
    'every.md': `---\nkicker: 引题\ntitle: 样样都有\ndeck: 副题\nbyline: 某某\nlabel: 栏题\nnote: ${NOTE}\nqr: https://example.org/\n---\n${BODY}`,
    'other.md': '---\ntitle: 另一篇\n---\n另一篇的文字。\n',
  });
  const streams = keptStreams();
  const exit = await main(['build', issue, '--draft', '--json'], streams);
  const { faults } = JSON.parse(streams.stdout) as { faults: readonly Fault[] };
  const page = await readFile(path.join(paper, 'output', DATE, 'every/index.html'), 'utf8');
  return { exit, names: faults.map(({ name }) => name), page };
}

it('in a Chinese paper', async () => {
  const { page, ...told } = await built('zh-CN');
  expect(told).toEqual(TOLD);
  expect(page, 'its name is not put before it again').toContain(`<p>${NOTE}</p>`);
}, 60_000);

it('in an English paper', async () => {
  const { page, ...told } = await built('en');
  expect(told).toEqual(TOLD);
  expect(page).toContain(`<p><b>Editor’s note</b>${NOTE}</p>`);
}, 60_000);
