/**
 * How fast the press is: `npm run bench:press -- [PAGES [PHOTOS [KEEP]]]`. Prints CPU and wall time of each step, first one after the
 * other in this thread, then as a build does it, in two threads beside each other; on a machine that others use too, CPU time is the
 * one to compare.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBrowser } from '../src/browser/open.ts';
import { printPages } from '../src/browser/print.ts';
import { openPool } from '../src/cli/threads/pool.ts';
import { faceTexts } from '../src/edition/draw/faces.ts';
import { placementKey, placements } from '../src/edition/pictures.ts';
import { writePrintDocument } from '../src/edition/print.ts';
import { readIssue } from '../src/issue/read.ts';
import { inspectPictures } from '../src/photo/inspect.ts';
import { pressTwin, standIn } from '../src/photo/press.ts';
import { bindPress } from '../src/press/bind.ts';
import type { PressJob } from '../src/press/model.ts';
import { preflight } from '../src/press/preflight/preflight.ts';
import { checkReader } from '../src/press/preflight/reader-check.ts';
import { toPress } from '../src/press/press.ts';
import { readProfile } from '../src/press/profile.ts';
import { toReader } from '../src/press/reader.ts';
import { faceOf } from '../src/typeset/faces.ts';
import { subsetFace } from '../src/typeset/subset.ts';
import { openTypesetter } from '../src/typeset/typesetter.ts';
import { benchPlan } from './press-plan.ts';

const [pages = 16, photos = 0] = process.argv.slice(2, 4).map(Number);
const keep = process.argv[4];

async function timed<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  const memory = (process.memoryUsage.rss() / 1e6).toFixed(0);
  process.stdout.write(
    `${name.padEnd(34)} ${((user + system) / 1000).toFixed(0).padStart(7)} ms CPU ${(performance.now() - wall).toFixed(0).padStart(7)} ms ${memory.padStart(6)} MB\n`,
  );
  return result;
}

const { issue, folder, faults } = await readIssue('issues/2026-01-08');
if (!issue) throw new Error(faults.map(({ message }) => message).join('\n'));
const { pictures } = await inspectPictures(folder, issue);
const typesetter = await openTypesetter(issue.paper);
const plan = benchPlan({ issue, typesetter, pictures, pages, photos });
const placed = placements(plan).flatMap((placement) => {
  const picture = pictures.get(placement.file);
  return picture ? [{ placement, picture, file: path.join(folder.issue, placement.file) }] : [];
});
const profile = await readProfile();
const standIns = await timed('stand-ins', () =>
  Promise.all(placed.map(({ placement, picture, file }) => standIn(file, picture, placement))),
);
const { inkLimit, resolution, bleed, condition } = issue.paper.press;
const target = { inkLimit, resolution, profile: profile.path };
const twins = new Map(
  await timed('twins', () =>
    Promise.all(
      placed.map(async ({ placement, picture, file }, index) => {
        return [standIns[index]?.sha256 ?? '', await pressTwin(file, picture, placement, target)] as const;
      }),
    ),
  ),
);
const into = await mkdtemp(path.join(tmpdir(), 'bench-press-'));
const document = await writePrintDocument({
  issue,
  plan,
  standIns: new Map(
    placed.map(({ placement }, index) => [placementKey(placement), standIns[index]?.bytes ?? new Uint8Array()]),
  ),
  subset: (face, text) => subsetFace(faceOf(face), text),
  into,
});
const printed = await timed('printing', async () => {
  await using door = await openBrowser();
  return await printPages(door, {
    document,
    trim: issue.paper.format.trim,
    bleed,
    want: { press: true, reader: true },
  });
});
const jobs = plan.pages.map(
  (page): PressJob => ({
    paper: issue.paper.name,
    language: issue.paper.language,
    date: issue.date,
    issue: issue.id,
    page: { number: page.number, color: page.color, trim: page.trim },
    press: issue.paper.press,
    colours: issue.paper.colours,
    profile,
    characters: [...faceTexts([page]).values()].join(''),
    twins,
  }),
);
const pressed: Uint8Array[] = [];
await timed('prepress, all pages', async () => {
  for (const [index, job] of jobs.entries()) {
    const raw = printed.pages[index]?.pdf ?? new Uint8Array();
    pressed.push(
      index < 3 ? await timed(`  page ${job.page.number}`, () => toPress(raw, job)) : await toPress(raw, job),
    );
  }
});
const [job] = jobs;
if (!job) throw new Error('no page');
const bound = await timed('binding', () => bindPress(pressed, job));
const settings = { bleed, inkLimit, condition };
await timed('preflight, all pages', async () => {
  for (const [index, { page, characters }] of jobs.entries()) {
    const findings = await preflight(pressed[index] ?? new Uint8Array(), {
      ...settings,
      pages: [{ ...page, characters }],
    });
    for (const { rule, message } of findings) process.stdout.write(`  page ${page.number}: ${rule}: ${message}\n`);
  }
});
const titles = Object.fromEntries(issue.articles.map(({ slug, title }) => [slug, title.join(' ')]));
const readerJob = {
  ...job,
  twins: new Map(),
  characters: jobs.map((one) => one.characters).join(''),
  bleed,
  plan,
  titles,
};
const raw = printed.reader ?? new Uint8Array();
const reader = await timed('reader’s PDF', () => toReader(raw, readerJob));
for (const { rule, message } of await timed('checking it', () => checkReader(reader)))
  process.stdout.write(`  ${rule}: ${message}\n`);
await using pool = openPool(undefined, 2);
for (const state of ['cold', 'warm']) {
  if (photos > 0)
    await timed(`two threads, ${state}: twins`, () =>
      Promise.all(
        placed.map(({ placement, picture, file }) => pool.run('makeTwin', { path: file, picture, placement, target })),
      ),
    );
  await timed(`two threads, ${state}: pages, reader’s`, () =>
    Promise.all([
      pool.run('makeReaderFile', { raw, job: readerJob }),
      ...jobs.map((one, index) => pool.run('makePressPage', { raw: printed.pages[index]?.pdf ?? raw, job: one })),
    ]),
  );
}
process.stdout.write(`greatest memory ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB\n`);
process.stdout.write(`press ${(bound.length / 1e6).toFixed(1)} MB, reader ${(reader.length / 1e6).toFixed(1)} MB\n`);
if (keep) {
  // As a build lays them out, so that `bench/press-witness.ts KEEP/DATE` can judge them.
  const kept = path.join(keep, issue.id);
  await mkdir(path.join(kept, 'press'), { recursive: true });
  for (const [index, bytes] of pressed.entries())
    await writeFile(path.join(kept, 'press', `${issue.id}-${String(index + 1).padStart(2, '0')}.pdf`), bytes);
  await writeFile(path.join(kept, `${issue.id}.pdf`), reader);
}
await rm(into, { recursive: true });
