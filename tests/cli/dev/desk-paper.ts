/** Two tabloid pages that close, each with four stories of words alone. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { article, type MadePaper, makePaper } from '../paper.ts';

const TITLES = ['江城早报道出新消息', '码头老人说冬天', '水位涨落看今朝', '短讯三则'];
const SIZES = [1300, 1000, 700, 400];

export async function deskPaper(): Promise<MadePaper> {
  const stories = [1, 2].flatMap((page) =>
    SIZES.map((size, index): [string, string] => [
      `p${page}-${index + 1}.md`,
      article(`title: ${TITLES[index]}\npage: ${page}\npriority: ${index + 1}`, size - (page === 1 ? 150 : 0)),
    ]),
  );
  return makePaper({ 'issue.yaml': 'pages: 2\n', ...Object.fromEntries(stories) });
}

/** Saves a file of the issue with one text put for another; answers its absolute path. */
export async function save({ issue }: MadePaper, name: string, from: string, to: string): Promise<string> {
  const file = path.join(issue, name);
  await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
  return file;
}
