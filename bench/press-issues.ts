/**
 * Random issues through the press and through other people's tools: `npm run fuzz:press [-- COUNT [FIRST [KEEP]]]`. Each is written, built
 * twice without the cache, compared byte for byte, and judged. An issue that the make-up refuses is named and another one taken.
 * Exit code 1 when anything does not hold. KEEP is a folder that keeps everything.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { backgroundOf } from './press-background.ts';
import { dress } from './press-dress.ts';
import { judgeIssue, lineOf } from './press-judge.ts';
import { RANDOM_DATE, writeRandomIssue } from './random-issue.ts';

const [count = 10, first = 1] = process.argv.slice(2, 4).map(Number);
const keep = process.argv[4];
/** Issues that may be refused for each that is wanted. */
const PATIENCE = 4;

/** Faults by which the make-up refuses a page: random copy need not fit. */
const LAYOUT: ReadonlySet<string> = new Set([
  'overset',
  'page-hole',
  'page-not-made',
  'page-refused',
  'ad-without-page',
]);

interface Built {
  readonly exit: number;
  readonly faults: readonly { readonly name: string; readonly message: string }[];
}

/** Builds everything anew. */
async function build(issue: string, output: string): Promise<Built> {
  const words = [
    'src/cli/broadsheet.mjs',
    'build',
    issue,
    '--only',
    'web,press',
    '--no-cache',
    '--json',
    '--output',
    output,
  ];
  const { code, stdout } = await promisify(execFile)('node', words, { maxBuffer: 1e8 }).then(
    (done) => ({ ...done, code: 0 }),
    (failed: { code: number; stdout: string }) => failed,
  );
  return { faults: [], ...(JSON.parse(stdout) as object), exit: code };
}

/** One SHA-256 over the names and bytes of all files of a folder. */
async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(path.relative(folder, file)).update(await readFile(file));
  return hash.digest('hex');
}

/** What is wrong with one issue; undefined when the make-up refuses it. */
async function tryIssue(seed: number, folder: string): Promise<number | undefined> {
  const paper = path.join(folder, 'paper');
  const { issue, characters } = await writeRandomIssue(paper, { pages: 1 + (seed % 4), seed });
  const dressed = await dress(paper, issue, seed);
  const outputs = [path.join(folder, 'one'), path.join(folder, 'two')] as const;
  const { exit, faults } = await build(issue, outputs[0]);
  const refused = faults.some(({ name }) => LAYOUT.has(name));
  process.stdout.write(`\nissue ${seed}: ${1 + (seed % 4)} pages, ${characters} characters; ${dressed}\n`);
  for (const { name, message } of faults) process.stdout.write(`  ${name}: ${message.split('\n')[0]}\n`);
  if (exit !== 0) return refused ? undefined : 1;
  await build(issue, outputs[1]);
  const same =
    (await digestOf(path.join(outputs[0], RANDOM_DATE))) === (await digestOf(path.join(outputs[1], RANDOM_DATE)));
  process.stdout.write(`  two builds ${same ? 'byte-identical' : '✗ differ'}\n`);
  let bad = same ? 0 : 1;
  const built = path.join(outputs[0], RANDOM_DATE);
  for await (const verdict of judgeIssue(built, await backgroundOf(issue, built))) {
    bad += verdict.wrong.length;
    process.stdout.write(`  ${lineOf(verdict)}\n`);
  }
  return bad;
}

let bad = 0;
let refused = 0;
let seed = first;
for (let done = 0; done < count && refused < count * PATIENCE; seed += 1) {
  const folder =
    keep === undefined
      ? await mkdtemp(path.join(tmpdir(), 'press-issue-'))
      : path.join(path.resolve(keep), String(seed));
  const wrong = await tryIssue(seed, folder);
  if (keep === undefined) await rm(folder, { recursive: true });
  if (wrong === undefined) refused += 1;
  else {
    bad += wrong;
    done += 1;
  }
}
process.stdout.write(`\n${seed - first - refused} issues, ${refused} refused by the make-up, ${bad} things wrong\n`);
process.exitCode = bad > 0 ? 1 : 0;
