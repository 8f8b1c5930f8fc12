/** Whole builds of a page that holds every construct of the house's Markdown: what is set is drawn where it stands, in every file. */
import { expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Fault } from '../../src/fault.ts';
import { makePaper } from './paper.ts';
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

async function built(language: string): Promise<readonly [number, readonly string[]]> {
  const { issue } = await makePaper({
    'newspaper.yaml': `name: 星城小报\nformat: tabloid\nlanguage: ${language}\n`,
    'issue.yaml': 'pages: 1\n',
    'every.md': `---\nkicker: 引题\ntitle: 样样都有\ndeck: 副题\nbyline: 某某\nlabel: 栏题\nnote: 编者按\nqr: https://example.org/\n---\n${BODY}`,
    'other.md': '---\ntitle: 另一篇\n---\n另一篇的文字。\n',
  });
  const streams = keptStreams();
  const exit = await main(['build', issue, '--draft', '--json'], streams);
  const { faults } = JSON.parse(streams.stdout) as { faults: readonly Fault[] };
  return [exit, faults.map(({ name }) => name)];
}

it('in a Chinese paper', async () => {
  expect(await built('zh-CN')).toEqual([0, ['html-as-text', 'page-hole']]);
}, 60_000);

it('in an English paper', async () => {
  expect(await built('en')).toEqual([0, ['html-as-text', 'page-hole']]);
}, 60_000);
