/** A small paper with one issue of everything that the web treats in its own way, written into a temporary folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';

export interface PaperFolder extends Disposable {
  /** Absolute path of the folder with `newspaper.yaml`. */
  readonly paper: string;
  /** Absolute path of the issue's folder. */
  readonly issue: string;
}

const NEWSPAPER = `name: 试验晨报
url: https://paper.example/
publisher: 试验晨报社
format: tabloid
colours: { nameplate: { rgb: "#c8102e", cmyk: [0, 95, 85, 5] } }
`;

const ISSUE = `number: 7
weather: 多云，3℃—11℃
pages:
  - { number: 1, name: 要闻, label: A01 }
  - { number: 2, name: 生活, label: A02 }
`;

const SENTENCE = '江边的步道修好了，早晨有人跑步，傍晚有人散步，孩子们在草地上放风筝，老人坐在长椅上晒太阳。';
const sentences = (count: number): string => SENTENCE.repeat(count);

/** Text with everything that Markdown may hold, and with what must stay text. */
const RICH = `---
kicker: 修订后的办法下月施行
title: 老桥加宽　两岸通行更快
deck: 双向六车道，公交先行
byline: 本报记者 林知秋
page: 1
priority: 1
section: 城建
label: 今日关注
note: 这座桥建成三十年，如今换了新颜。
keywords: [桥梁, 交通]
photos:
  - { file: photos/bridge.jpg, caption: 加宽后的老桥，清晨通车。, credit: 许墨 摄 }
---
新华社星城1月7日电 ${sentences(3)}详见[官方说明](https://example.org/bridge)和[另一篇](school)。

## 先修路，后通车

${sentences(2)}**公交先行**，*慢车靠边*，旧规~~作废~~。[^1]

> 桥宽了，心也宽了。

- 公交专用道两条
- 自行车道一条

| 项目 | 数量 |
| --- | ---: |
| 车道 | 6 |
| 公交 | 12 |

${sentences(2)}

[^1]: 据市政部门统计。
`;

const plain = (front: string, count: number): string => `---\n${front}\n---\n${sentences(count)}\n\n${sentences(1)}\n`;

const HOSTILE = `---
title: '<img src=x onerror=alert(1)> 标题里的标签'
page: 2
section: '../../x"><script>alert(2)</script>'
keywords: ['"><script>alert(3)</script>']
---
<script>alert(4)</script>

<a href="javascript:alert(5)" onclick="alert(6)">点我</a>

${sentences(1)}{{ 7 * 7 }}{% raw %}

<div><p>没有关上的标签

${sentences(1)}
`;

const ARTICLES: Readonly<Record<string, string>> = {
  'bridge.md': RICH,
  'school.md': plain('title: 新校舍开学\npage: 1\npriority: 2\nbyline: 许墨\nsection: 教育', 7),
  'market.md': plain('title: 菜价平稳\npage: 1\npriority: 3\nsection: 民生', 4),
  'hostile.md': HOSTILE,
  'syndicated.md': plain('title: 只在报上\npage: 2\npriority: 3\nweb: false', 4),
  'gone.md': plain('title: 撤回的报道\npage: 2\npriority: 3\nweb: withdrawn', 4),
  'garden.md': plain('title: 口袋公园添新绿\npage: 2\npriority: 1\nsection: 生活', 8),
  'sorry.md': `---\ntitle: 更正\ngenre: correction\npage: 2\npriority: 5\ncorrects: 2026-01-07/bridge\n---\n${sentences(1)}\n`,
};

/** Writes the paper; `extra` replaces or adds files of the issue. */
export async function writePaper(extra: Readonly<Record<string, string>> = {}): Promise<PaperFolder> {
  const paper = mkdtempSync(path.join(tmpdir(), 'broadsheet-edition-'));
  const issue = path.join(paper, 'issues', '2026-01-08');
  mkdirSync(path.join(issue, 'photos'), { recursive: true });
  writeFileSync(path.join(paper, 'newspaper.yaml'), NEWSPAPER);
  writeFileSync(path.join(issue, 'issue.yaml'), ISSUE);
  for (const [name, text] of Object.entries({ ...ARTICLES, ...extra })) writeFileSync(path.join(issue, name), text);
  const sky = { width: 1500, height: 1000, channels: 3 as const, background: '#88a7c4' };
  const river = await sharp({ create: { ...sky, height: 300, background: '#3d5a73' } })
    .png()
    .toBuffer();
  await sharp({ create: sky })
    .composite([{ input: river, top: 700, left: 0 }])
    .jpeg()
    .toFile(path.join(issue, 'photos', 'bridge.jpg'));
  return { paper, issue, [Symbol.dispose]: () => rmSync(paper, { recursive: true, force: true }) };
}
