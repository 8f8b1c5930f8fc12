/** Child of the kill tests: publishes an issue folder over and over, all its files of one version. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publishFile, publishFolder, recover, stage } from '../../src/archive/publish.ts';

const FILES = 40;
const [output = '', rounds = '1'] = process.argv.slice(2);
await recover(output);
process.stdout.write('begin\n');
for (let round = 0; round < Number(rounds); round++) {
  const staging = await stage(output, '2026-01-08');
  for (let file = 0; file < FILES; file++)
    await writeFile(join(staging.folder, `${file}.txt`), `${round}`.repeat(1000));
  await publishFolder(staging, join(output, '2026-01-08'));
  await publishFile(join(output, 'index.html'), `${round}`.repeat(1000));
}
