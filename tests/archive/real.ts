/** A small paper that goes through the whole program: one tabloid page, Chinese and Latin text, a picture. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { writeAll } from './synthetic.ts';

/** The program as a person runs it. */
export const PROGRAM = fileURLToPath(new URL('../../src/cli/broadsheet.mjs', import.meta.url));

const SENTENCES = [
  '清晨六点，江边的早市已经热闹起来，卖菜的大姐把一筐筐青菜码得整整齐齐。',
  '“今年的‘含新量’比去年高出一成。”负责人翻开账本说。',
  '全市新开 12 条公交线路，总里程达到 2262.5 公里，准点率提高了 3.14%。',
  '记者在现场看到，新设备采用 LED 光源，耗电只有原来的一半。',
  '居民王阿姨说，家门口的图书馆从早上八点开到晚上十点，孩子放学就能去。',
  '专家认为，数据要素要流动起来才有价值，而安全是流动的前提。',
  '下一步，相关部门将公布办事清单，让群众少跑腿、好办事。',
];

/** A story of about so many characters. */
function story(title: string, characters: number, head = ''): string {
  let body = '';
  for (let at = 0; body.length < characters; at++)
    body += `${SENTENCES[at % SENTENCES.length]}${at % 3 === 2 ? '\n\n' : ''}`;
  return `---\ntitle: ${title}\n${head}---\n${body.trim()}\n`;
}

/** The paper in a temporary folder, not built. */
export async function realPaper() {
  const root = await mkdtemp(join(tmpdir(), 'broadsheet-real-'));
  const photo = sharp({ create: { width: 1800, height: 1200, channels: 3, background: '#8899aa' } });
  const head =
    'priority: 1\nbyline: 周妍\nphotos:\n  - file: photos/river.jpg\n    caption: 江边早市。\n    credit: 林知秋 摄\n';
  await writeAll(root, {
    'newspaper.yaml': 'name: 星城晚报\nformat: tabloid\nurl: https://example.org/\n',
    'issues/2026-01-08/issue.yaml': 'number: 7\npages: 1\n',
    'issues/2026-01-08/market.md': story('江边早市热起来', 900, head),
    'issues/2026-01-08/bus.md': story('新开公交线路十二条', 600, 'priority: 2\n'),
    'issues/2026-01-08/library.md': story('家门口的图书馆', 450),
    'issues/2026-01-08/data.md': story('让数据流动起来', 300),
    'issues/2026-01-08/photos/river.jpg': await photo.jpeg().toBuffer(),
  });
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}

/** Runs a command of the program in a paper's folder; throws with what it said when it fails. */
export async function broadsheet(
  root: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    maxBuffer: 1 << 26,
  });
  return stdout;
}
