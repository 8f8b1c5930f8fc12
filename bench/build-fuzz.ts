/**
 * Whole builds of mixed issues: `npm run fuzz:build [-- COUNT [FIRST [KEEP]]]`. Each is built as a draft, for its pages need not close, and
 * every fault that speaks of the program and not of the copy is told, with every broken rule of a page that closed and every text that is
 * not whole. Exit code 1 where there is one. KEEP is a folder that keeps the papers.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Report } from '../src/cli/build/report.ts';
import type { Fault } from '../src/fault.ts';
import { MIXED_DATE, writeMixedIssue } from './mixed-issue.ts';

const PROGRAM = fileURLToPath(new URL('../src/cli/broadsheet.mjs', import.meta.url));

/** Faults that random copy earns: it fits no page, or asks for what cannot be. */
const EARNED =
  /^(?:overset|page-|wish-refused|head-too-long|line-short|little-copy|(?:marks|items|rule|heading|rows)-as-text|link-unsafe|held-out|heads-read-on|same-event|table-|html-as-text|picture-|photo-|face-cut|ad-|weather-|group-|aside-|byline-twice|footnote-|title-missing|control-characters|glyph-missing|withdrawn-printed|preflight-(?:picture|text-reversed))/;

/** What a run of the program printed with `--json`. */
interface Run {
  readonly exit: number;
  readonly faults: readonly Pick<Fault, 'name' | 'message' | 'severity'>[];
}

/** A mixed issue that was written and built. */
export interface Judged {
  /** What it asks for, in a few words. */
  readonly asked: string;
  readonly exit: number;
  /** Names of the errors that its copy earned. */
  readonly errors: readonly string[];
  /** What is the program's own fault. */
  readonly wrong: readonly string[];
}

/** Writes the issue of this seed into a paper's folder, builds a draft of it and judges that. */
export async function judgeMixed(paper: string, seed: number): Promise<Judged> {
  const asked = await writeMixedIssue(paper, seed);
  const { exit, faults } = await build(paper);
  const errors = faults.filter(({ severity }) => severity === 'error').map(({ name }) => name);
  const strange = faults.filter(({ name }) => !EARNED.test(name)).map(({ name, message }) => `${name}: ${message}`);
  const silent = exit !== 0 && errors.length === 0 ? ['refused without an error'] : [];
  const flaws = exit === 0 ? await flawsOf(path.join(paper, 'output', MIXED_DATE, 'report.json')) : [];
  return { asked, exit, errors: [...new Set(errors)], wrong: [...strange, ...silent, ...flaws] };
}

async function build(paper: string): Promise<Run> {
  const words = [PROGRAM, 'build', '--draft', '--json'];
  const ran = promisify(execFile)('node', words, { cwd: paper, maxBuffer: 1e8 });
  const { stdout } = await ran.catch((failed: { readonly stdout: string }) => failed);
  return JSON.parse(stdout) as Run;
}

/** Rules that pages which closed break, and articles whose placed text is not their text; a draft leaves some out. */
async function flawsOf(file: string): Promise<readonly string[]> {
  const { pages, articles } = JSON.parse(await readFile(file, 'utf8')) as Report;
  const broken = pages.flatMap(({ made, hard }) => (made ? hard.map(({ rule }) => `broken ${rule}`) : []));
  const isWhole = pages.every(({ made }) => made);
  const lost = articles.filter(({ placed, digest, placedDigest }) => placed > 0 && digest !== placedDigest);
  return [...broken, ...(isWhole ? lost.map(({ slug }) => `lost text of ${slug}`) : [])];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count = 20, first = 1] = process.argv.slice(2, 4).map(Number);
  const keep = process.argv[4];
  let bad = 0;
  for (let seed = first; seed < first + count; seed += 1) {
    const paper =
      keep === undefined ? await mkdtemp(path.join(tmpdir(), 'broadsheet-fuzz-')) : path.join(keep, `${seed}`);
    await mkdir(paper, { recursive: true });
    const { asked, exit, errors, wrong } = await judgeMixed(paper, seed);
    process.stdout.write(`${seed}: exit ${exit}; ${asked}; ${errors.join(' ') || 'no error'}\n`);
    for (const line of wrong) process.stdout.write(`   ${line}\n`);
    if (wrong.length > 0) bad += 1;
    if (keep === undefined) await rm(paper, { recursive: true });
  }
  process.stdout.write(`${count} issues, ${bad} with something wrong\n`);
  process.exitCode = bad > 0 ? 1 : 0;
}
