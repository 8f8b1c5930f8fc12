/**
 * `npm run kill:archive`: seals and publishes in children that are killed at 50 random moments each; after every kill the last
 * good output is there, no snapshot is half, and the next run completes. Then the same with whole builds of a one-page paper
 * (BUILDS of them, 50 by default), two of whose sources change in turn.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recover } from '../src/archive/publish.ts';
import { seal } from '../src/archive/seal.ts';
import { verifySnapshot } from '../src/archive/verify.ts';
import { childModule, runAndKill, treeDigest } from '../tests/archive/killed.ts';
import { broadsheet, PROGRAM, realPaper } from '../tests/archive/real.ts';
import { desk } from '../tests/archive/synthetic.ts';

const KILLS = Number(process.env['KILLS'] ?? 50);
const child = (name: string) => fileURLToPath(new URL(`../tests/archive/${name}`, import.meta.url));

/** Milliseconds that a seal of the small issue takes in a child, start of Node left out: kills fall into twice that. */
async function sealTime(): Promise<number> {
  await using paper = await desk();
  const start = performance.now();
  await seal(paper);
  return performance.now() - start;
}

const longest = 1.5 * (await sealTime());
const sealCounts = { whole: 0, none: 0, finished: 0 };
for (let kill = 0; kill < KILLS; kill++) {
  await using paper = await desk();
  const end = await runAndKill(childModule(child('seal-child.ts'), [paper.root]), Math.random() * longest);
  const names = await readdir(join(paper.output, 'snapshots')).catch(() => []);
  for (const name of names) {
    const { faults } = await verifySnapshot(join(paper.output, 'snapshots', name), name);
    if (faults.length > 0) throw new Error(`half a snapshot: ${faults[0]?.message}`);
  }
  await seal(paper);
  const { faults } = await verifySnapshot(join(paper.output, 'snapshots/2026-01-08'), '2026-01-08');
  if (faults.length > 0) throw new Error(`the next run did not complete: ${faults[0]?.message}`);
  sealCounts[end === 'done' ? 'finished' : names.length > 0 ? 'whole' : 'none'] += 1;
}
console.log(
  `seal killed ${KILLS} times: ${sealCounts.none} left no snapshot, ${sealCounts.whole} a whole one, ${sealCounts.finished} had finished; none half`,
);

await using out = await desk();
const folder = join(out.root, 'published');
let put = 0;
await runAndKill(childModule(child('publish-child.ts'), [folder, '1']), 60_000);
for (let kill = 0; kill < KILLS; kill++) {
  await runAndKill(childModule(child('publish-child.ts'), [folder, '400']), Math.random() * 300);
  put += (await recover(folder)).length;
  const names = await readdir(join(folder, '2026-01-08'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, '2026-01-08', name), 'utf8')));
  if (names.length !== 40 || new Set(texts).size !== 1) throw new Error('a published folder is mixed or lost');
}
console.log(`publish killed ${KILLS} times: always one whole version; ${put} times it was put back by recover`);

const BUILDS = Number(process.env['BUILDS'] ?? 50);
await using real = await realPaper();
const built = join(real.root, 'output/2026-01-08');
const source = join(real.root, 'issues/2026-01-08/bus.md');
const text = await readFile(source, 'utf8');
const good: string[] = [];
let duration = 0;
for (const version of [text.replace('十二条', '十三条'), text]) {
  await writeFile(source, version);
  const start = performance.now();
  await broadsheet(real.root, ['build']);
  duration = performance.now() - start;
  good.push(await treeDigest(built));
}
let aside = 0;
for (let kill = 0; kill < BUILDS; kill++) {
  await writeFile(source, kill % 2 === 0 ? text.replace('十二条', '十三条') : text);
  const child = { args: [PROGRAM, 'build'], cwd: real.root, from: 'start' } as const;
  await runAndKill(child, duration * (0.2 + 0.9 * Math.random()));
  aside += (await recover(join(real.root, 'output'))).length;
  if (!good.includes(await treeDigest(built))) throw new Error('the last good output is gone');
}
await writeFile(source, text);
await broadsheet(real.root, ['build']);
if ((await treeDigest(built)) !== good[1]) throw new Error('the next run does not complete');
console.log(
  `build killed ${BUILDS} times: always a whole issue of one version (${aside} times put back by recover); the next run completes`,
);
