/**
 * One process of `bench/build/stages.ts`: builds issues one after the other with the same threads and browser, and prints what
 * the stages of the last one took.
 *
 *   node --import ./bench/tsx-in-main.mjs bench/build/stages-warm.ts PART,PART… ISSUE…
 */

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { buildBy } from '#src/cli/build/build.ts';
import { openHands } from '#src/cli/build/hands.ts';
import { PARTS } from '#src/cli/build/job.ts';
import { openReporter } from '#src/cli/reporter.ts';
import { wordsFor } from '#src/cli/words.ts';

/** One build: milliseconds of the whole, and of each stage. */
export interface Run {
  readonly whole: number;
  readonly times: readonly { readonly stage: string; readonly milliseconds: number }[];
}

/** As `broadsheet` sets it. */
const V8 = '--interrupt-budget=400000';

setFlagsFromString(V8);
const { signal } = new AbortController();
await using hands = openHands(signal);
let last: Run | undefined;
const [, , names = '', ...issues] = process.argv;
const parts = new Set(PARTS.filter((part) => names.split(',').includes(part)));
for (const issue of issues) last = await built(issue);
process.stdout.write(JSON.stringify(last));

async function built(issue: string): Promise<Run> {
  const paper = path.resolve(issue, '../..');
  const output = path.join(paper, 'output');
  await mkdir(output);
  const streams = { out() {}, err() {}, tty: false, width: 80 };
  const settings = { json: true, verbose: false, colour: false, words: wordsFor({}) };
  const reporter = openReporter(streams, settings);
  const desk = { cwd: paper, signal, uninterrupted: <T>(work: () => Promise<T>) => work(), reporter, env: {} };
  const from = performance.now();
  await buildBy(hands, desk, { issue, output, parts, draft: false, cache: true, proof: false });
  const whole = performance.now() - from;
  return { whole, times: reporter.times.map(({ stage, milliseconds }) => ({ stage, milliseconds })) };
}
