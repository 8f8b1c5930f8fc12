/**
 * Random pages made up and checked: `npm run fuzz:makeup -- [PAGES] [FIRST SEED] [zh|en] [broadsheet|tabloid|berliner]`. Prints one table: hard rules broken, holes,
 * characters lost, pages closed by fullness, proved optimal, soft cost, and CPU time by number of stories, with the
 * lines cold (the type has to be set) and warm (lines cached, everything else made again).
 */
import { makeUp } from '../src/makeup/make-up.ts';
import { openTypesetter } from '../src/typeset/typesetter.ts';
import { randomPage } from './makeup-generator.ts';
import { linesKept } from './makeup-lines.ts';
import { paperOf } from './makeup-paper.ts';

const pages = Number(process.argv[2] ?? 500);
const first = Number(process.argv[3] ?? 1);
const paper = paperOf(process.argv[4], process.argv[5]);

interface Row {
  readonly seed: number;
  readonly stories: number;
  readonly share: number;
  readonly closed: boolean;
  readonly hard: number;
  readonly holes: number;
  readonly lost: number;
  readonly optimal: boolean;
  readonly cost: number;
  readonly cold: number;
  readonly warm: number;
  readonly wall: number;
  readonly fault: string;
}

const typesetter = await openTypesetter(paper);
const rows: Row[] = [];
for (let seed = first; seed < first + pages; seed += 1) rows.push(run(seed));
print(rows);

function run(seed: number): Row {
  const page = randomPage(seed, paper, typesetter);
  const lines = linesKept(typesetter);
  const input = () => ({ issue: page.issue, typesetter: lines(), pictures: page.pictures });
  const cold = timed(() => makeUp(input()));
  const warm = timed(() => makeUp(input()));
  const { plan, faults } = warm.value;
  const [made] = plan.pages;
  const errors = faults.filter(({ severity }) => severity === 'error');
  const closed = errors.length === 0;
  return {
    seed,
    stories: page.stories,
    share: page.share,
    closed,
    hard: closed ? (made?.hard.length ?? 0) : 0,
    holes: closed && made?.fill !== 1 ? 1 : 0,
    lost: closed
      ? plan.articles.filter((one) => one.digest !== one.placedDigest || one.placed !== one.characters).length
      : errors.filter(({ name }) => name === 'text-lost').length,
    optimal: made?.optimal ?? false,
    cost: (made?.soft ?? []).reduce((sum, { cost }) => sum + cost, 0),
    cold: cold.ms,
    warm: warm.ms,
    wall: warm.wall,
    fault: errors.map(({ message, hint }) => `${message} ${hint}`)[0] ?? '',
  };
}

/** Milliseconds of processor time, V8's compiler and collector in their own threads included, and by the clock. */
function timed<T>(work: () => T): { readonly value: T; readonly ms: number; readonly wall: number } {
  const [before, from] = [process.cpuUsage(), performance.now()];
  const value = work();
  const wall = performance.now() - from;
  const { user, system } = process.cpuUsage(before);
  return { value, ms: (user + system) / 1000, wall };
}

function print(all: readonly Row[]): void {
  const sum = (pick: (row: Row) => number): number => all.reduce((total, row) => total + pick(row), 0);
  console.log(
    `${all.length} pages: hard rules broken ${sum((row) => row.hard)}, holes ${sum((row) => row.holes)}, articles with lost text ${sum((row) => row.lost)}`,
  );
  for (const [low, high] of [
    [0, 0.7],
    [0.7, 0.75],
    [0.75, 0.8],
    [0.8, 0.9],
  ] as const) {
    const band = all.filter(({ share }) => share >= low && share < high);
    if (band.length === 0) continue;
    const closed = band.filter((row) => row.closed);
    const optimal = closed.filter((row) => row.optimal).length;
    const cost = quantile(
      closed.map((row) => row.cost),
      0.5,
    );
    console.log(
      `body ${percent(low)}–${percent(high)}: closed ${closed.length} of ${band.length}, proved optimal ${optimal}, soft cost median ${cost.toFixed(1)}`,
    );
  }
  for (let stories = 3; stories <= 9; stories += 1) {
    const some = all.filter((row) => row.stories === stories);
    if (some.length === 0) continue;
    const [cold, warm, wall] = [some.map((row) => row.cold), some.map((row) => row.warm), some.map((row) => row.wall)];
    const ms = (values: number[], at: number): string => quantile(values, at).toFixed(1).padStart(7);
    console.log(
      `${stories} stories (${some.length}): warm by the clock median ${ms(wall, 0.5)} worst ${ms(wall, 1)} ms; processor, warm median ${ms(warm, 0.5)} worst ${ms(warm, 1)} ms; cold median ${ms(cold, 0.5)} worst ${ms(cold, 1)} ms`,
    );
  }
  for (const row of all.filter(({ closed, hard, holes, lost }) => !closed || hard + holes + lost > 0))
    console.log(
      `seed ${row.seed}: ${row.stories} stories, body ${percent(row.share)}, hard ${row.hard}, lost ${row.lost}. ${row.fault}`,
    );
}

function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? 0;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
