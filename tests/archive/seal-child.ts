/** Child of the kill tests: seals the synthetic issue that lies in a folder. Prints a line when it begins. */
import { join } from 'node:path';
import { writeArchiveIndex } from '../../src/archive/archive-index.ts';
import { seal } from '../../src/archive/seal.ts';
import { twoPages } from './builders.ts';

const [root = ''] = process.argv.slice(2);
const paper = join(root, 'paper');
const { issue } = twoPages();
process.stdout.write('begin\n');
await seal({
  output: join(paper, 'output'),
  folder: { paper, issue: join(paper, 'issues/2026-01-08') },
  program: join(root, 'program'),
  issue,
});
await writeArchiveIndex(join(paper, 'output'), issue.paper);
