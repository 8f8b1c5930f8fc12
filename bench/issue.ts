/**
 * How long does it take to read an issue of sixteen pages? `npm run bench:issue`. Processor time, since the wall clock
 * of a shared machine says little; the first reading includes the compilation of everything, the best one does not.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readIssue } from '../src/issue/read.ts';

const ARTICLES = 60;
const paper = mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'));
const issue = path.join(paper, 'issues', '2026-01-08');
mkdirSync(path.join(issue, 'photos'), { recursive: true });
writeFileSync(path.join(paper, 'newspaper.yaml'), 'name: 星城晚报\n');
for (let index = 0; index < ARTICLES; index++) {
  const front = `kicker: 引题${index}\ntitle: 主题${index}\ndeck: 副题\nbyline: 甲 乙\nsection: 要闻\nphotos: [{file: photos/${index}.jpg, caption: 图}]`;
  const paragraph = `${'这里是第一段文字，引号“如此”，**强调**一处。'.repeat(8)}\n\n`;
  writeFileSync(
    path.join(issue, `story-${index}.md`),
    `---\n${front}\n---\n新华社北京1月7日电(记者 某某)${paragraph.repeat(6)}`,
  );
  writeFileSync(path.join(issue, 'photos', `${index}.jpg`), '');
}

const times: number[] = [];
for (let run = 0; run < 10; run++) {
  const before = process.cpuUsage();
  const { issue: read } = await readIssue(issue);
  const { user, system } = process.cpuUsage(before);
  if (read?.articles.length !== ARTICLES) throw new Error('bug: the benchmark’s issue has a fault');
  times.push((user + system) / 1000);
}
rmSync(paper, { recursive: true });
const [first = 0] = times;
process.stdout.write(
  `${ARTICLES} articles: first ${first.toFixed(0)} ms, best ${Math.min(...times).toFixed(0)} ms of processor time\n`,
);
