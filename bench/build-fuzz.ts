/**
 * Whole builds of mixed issues: `npm run fuzz:build [-- COUNT [FIRST [KEEP]]]`. Each is built as a draft, for its pages need not close, and
 * every fault that speaks of the program and not of the copy is told, with what the web says otherwise than the Markdown. Exit code 1
 * where there is one. KEEP is a folder that keeps the papers.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { MIXED_DATE, writeMixedIssue } from './mixed-issue.ts';

const PROGRAM = fileURLToPath(new URL('../src/cli/broadsheet.mjs', import.meta.url));
const [count = 20, first = 1] = process.argv.slice(2, 4).map(Number);
const keep = process.argv[4];

/** Faults that random copy earns: it fits no page, or asks for what cannot be. */
const EARNED =
  /^(?:overset|page-|wish-refused|head-too-long|line-short|little-copy|held-out|heads-read-on|same-event|table-|html-as-text|picture-|photo-|face-cut|ad-|weather-|group-|aside-|byline-twice|footnote-|draft-|article-empty|title-missing|slug-itself|preflight-(?:picture|text-reversed))/;

interface Told {
  readonly name: string;
  readonly message: string;
  readonly severity: string;
}

const run = promisify(execFile);
let wrong = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const paper =
    keep === undefined ? await mkdtemp(path.join(tmpdir(), 'broadsheet-fuzz-')) : path.join(keep, `${seed}`);
  await mkdir(paper, { recursive: true });
  const asked = await writeMixedIssue(paper, seed);
  const { exit, faults } = await build(paper);
  const strange = faults.filter(({ name }) => !EARNED.test(name));
  const lost = exit === 0 ? await lostTexts(paper) : [];
  const refused =
    exit !== 0 && faults.every(({ severity }) => severity === 'warning') ? ['refused without an error'] : [];
  const told = [...strange.map(({ name, message }) => `${name}: ${message}`), ...lost, ...refused];
  const errors = faults.filter(({ severity }) => severity === 'error').map(({ name }) => name);
  process.stdout.write(`${seed}: exit ${exit}; ${asked}; ${[...new Set(errors)].join(' ') || 'no error'}\n`);
  for (const line of told) process.stdout.write(`   ${line}\n`);
  if (told.length > 0) wrong += 1;
  if (keep === undefined) await rm(paper, { recursive: true });
}
process.stdout.write(`${count} issues, ${wrong} with something wrong\n`);
process.exitCode = wrong > 0 ? 1 : 0;

async function build(paper: string): Promise<{ readonly exit: number; readonly faults: readonly Told[] }> {
  const words = [PROGRAM, 'build', '--draft', '--json'];
  const { stdout } = await run('node', words, { cwd: paper, maxBuffer: 1e8 }).catch(
    (failed: { stdout: string }) => failed,
  );
  return JSON.parse(stdout) as { readonly exit: number; readonly faults: readonly Told[] };
}

/** Articles whose placed text is not their text, by the report; those that a draft left out have no placed text. */
async function lostTexts(paper: string): Promise<readonly string[]> {
  const report = JSON.parse(await readFile(path.join(paper, 'output', MIXED_DATE, 'report.json'), 'utf8')) as {
    readonly pages: readonly { readonly made: boolean; readonly hard: readonly { readonly rule: string }[] }[];
    readonly articles: readonly {
      readonly slug: string;
      readonly placed: number;
      readonly digest: string;
      readonly placedDigest: string;
    }[];
  };
  const broken = report.pages.flatMap(({ made, hard }) => (made ? hard.map(({ rule }) => `broken ${rule}`) : []));
  const whole = report.pages.every(({ made }) => made);
  const lost = whole ? report.articles.filter((one) => one.placed > 0 && one.digest !== one.placedDigest) : [];
  return [...broken, ...lost.map(({ slug }) => `lost text of ${slug}`)];
}
