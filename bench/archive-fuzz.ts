/**
 * `npm run fuzz:archive [SNAPSHOT-FOLDER]`: 200 random blows to a copy of a snapshot (default: a small one made here), each
 * must be caught and the file named. A failing seed is printed; set SEED to run it again.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import fc from 'fast-check';
import { seal } from '../src/archive/seal.ts';
import { verifySnapshot } from '../src/archive/verify.ts';
import { desk } from '../tests/archive/synthetic.ts';
import { blows, filesOf, strike } from '../tests/archive/tamper.ts';

const RUNS = Number(process.env['RUNS'] ?? 200);
const seed = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) };

await using paper = await desk();
const given = process.argv[2];
const source = given === undefined ? join(paper.output, 'snapshots', (await seal(paper)).snapshot) : resolve(given);
const room = await mkdtemp(join(tmpdir(), 'broadsheet-fuzz-'));
const name = basename(source);
const folder = join(room, name);
await cp(source, folder, { recursive: true });
const files = await filesOf(folder);
const counts = new Map<string, number>();

try {
  await fc.assert(
    fc.asyncProperty(blows, async (blow) => {
      const struck = await strike(folder, files, blow);
      if (struck === undefined) return;
      const { faults } = await verifySnapshot(folder, name);
      await struck.undo();
      counts.set(blow.kind, (counts.get(blow.kind) ?? 0) + 1);
      const named = faults.map((fault) => fault.place?.file.replace(`snapshots/${name}/`, ''));
      const isTag = struck.named.some((file) => file.startsWith('tagmanifest-'));
      if (faults.length === 0) throw new Error(`${blow.kind} of ${struck.named} was not caught`);
      if (!isTag && !struck.named.some((file) => named.includes(file))) {
        throw new Error(`${blow.kind} of ${struck.named} was not named, but ${named}`);
      }
    }),
    { numRuns: RUNS, ...seed },
  );
  const kinds = [...counts].map(([kind, count]) => `${kind} ${count}`).sort();
  console.log(
    `${[...counts.values()].reduce((sum, count) => sum + count, 0)} blows, all caught and named: ${kinds.join(', ')}`,
  );
} finally {
  await rm(room, { recursive: true, force: true });
}
