/**
 * How fast type is set, in CPU time of one core: `npm run bench:typeset`. Text is measured once and broken at every
 * measure; both are counted. The first round warms the compiler up and is shown for honesty.
 */
import { performance } from 'node:perf_hooks';
import type { Article } from '../../src/issue/model.ts';
import { openMetrics } from '../../src/typeset/font/metrics.ts';
import { setGalley } from '../../src/typeset/galley.ts';
import { pour } from '../../src/typeset/pour.ts';
import { newSetter, type Setter } from '../../src/typeset/setter.ts';
import { CHINESE } from '../../src/typeset/style.ts';
import { article } from '../../tests/builders.ts';
import { paragraphs } from './copy.ts';

const ROUNDS = 6;
const SIX_MEASURES = [11, 13, 15, 20, 27, 34];

const metrics = await openMetrics();
const freshSetter = (): Setter => newSetter({ metrics, palette: CHINESE, kinsoku: 'gb' }).as(() => undefined);

const storyOf = (characters: number, seed: number): Article =>
  article({ body: paragraphs(seed, characters).map((text) => ({ kind: 'paragraph', spans: [{ text }] })) });

/** CPU milliseconds of an act, and what it answers. */
function timed<T>(act: () => T): { readonly ms: number; readonly result: T } {
  const before = process.cpuUsage();
  const result = act();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, result };
}

const row = (name: string, milliseconds: readonly number[]): void => {
  const [first = 0, ...later] = milliseconds;
  const sorted = later.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? first;
  console.log(`${name.padEnd(66)} ${median.toFixed(0).padStart(6)} ms   (first ${first.toFixed(0)} ms)`);
};

const one = storyOf(100_000, 7);
const issue = storyOf(120_000, 9);
const times = { measured: [] as number[], again: [] as number[], six: [] as number[], lines: [] as number[] };
for (let round = 0; round < ROUNDS; round += 1) {
  const setter = freshSetter();
  times.measured.push(timed(() => setGalley(one, setter, 156)).ms);
  const again = timed(() => setGalley(one, setter, 180));
  times.again.push(again.ms);
  times.lines.push(timed(() => again.result.blocks.map((block) => block.variants[0]?.lines)).ms);
  const other = freshSetter();
  times.six.push(timed(() => SIX_MEASURES.map((measure) => setGalley(issue, other, measure * 12))).ms);
}
row('100,000 characters measured and broken at 13', times.measured);
row('the same, measured before, broken at 15', times.again);
row('the lines of the best settings put together from runs', times.lines);
row('120,000 characters at 11, 13, 15, 20, 27, 34, looseness included', times.six);

const story = setGalley(storyOf(2500, 3), freshSetter(), 156);
const CALLS = 20_000;
const started = performance.now();
let filled = 0;
for (let call = 0; call < CALLS; call += 1) {
  const rows = Math.floor(story.rows.min / 5) + (call % 4);
  if (pour(story, [rows, rows, rows, rows, rows])) filled += 1;
}
const each = ((performance.now() - started) / CALLS) * 1000;
console.log(`a pour of ${story.rows.best} rows into five legs: ${each.toFixed(1)} µs (${filled} of ${CALLS} filled)`);
