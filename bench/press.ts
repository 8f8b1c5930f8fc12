/**
 * How fast the press is: `npm run bench:press -- [PAGES [PHOTOS [KEEP]]]`. Full pages are set and printed here; then processes of
 * their own (`press-run.ts`, `press-threads.mjs`) take them through the press and measure CPU and wall time of each step, and memory. KEEP is a folder for the files.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serialize } from 'node:v8';
import { openBrowser } from '../src/browser/open.ts';
import { printPages } from '../src/browser/print.ts';
import { faceTexts } from '../src/edition/draw/faces.ts';
import { placementKey, placements } from '../src/edition/pictures.ts';
import { writePrintDocument } from '../src/edition/print.ts';
import { readIssue } from '../src/issue/read.ts';
import { inspectPictures } from '../src/photo/inspect.ts';
import type { Picture, Placement } from '../src/photo/model.ts';
import { standIn } from '../src/photo/stand-in.ts';
import type { PressJob } from '../src/press/model.ts';
import type { ReaderJob } from '../src/press/reader.ts';
import { faceOf } from '../src/typeset/faces.ts';
import { subsetFace } from '../src/typeset/subset.ts';
import { openTypesetter } from '../src/typeset/typesetter.ts';
import { benchPlan } from './press-plan.ts';

/** What the measuring process gets. */
export interface PressWork {
  readonly jobs: readonly Omit<PressJob, 'profile'>[];
  readonly reader: ReaderJob;
  /** Chromium's PDF of each page. */
  readonly raws: readonly Uint8Array[];
  readonly placed: readonly PlacedPhoto[];
  /** SHA-256 of the stand-ins on each page. */
  readonly own: readonly (readonly string[])[];
}

export interface PlacedPhoto {
  readonly placement: Placement;
  readonly picture: Picture;
  /** Absolute path. */
  readonly file: string;
  /** SHA-256 of its stand-in. */
  readonly sha256: string;
}

const [pages = 16, photos = 0] = process.argv.slice(2, 4).map(Number);
const { issue, folder, faults } = await readIssue('issues/2026-01-08');
if (!issue) throw new Error(faults.map(({ message }) => message).join('\n'));
const { pictures } = await inspectPictures(folder, issue);
const typesetter = await openTypesetter(issue.paper);
const plan = benchPlan({ issue, typesetter, pictures, pages, photos });
const standIns = new Map<string, Uint8Array>();
const shaOf = new Map<string, string>();
const placed: PlacedPhoto[] = [];
for (const placement of placements(plan)) {
  const picture = pictures.get(placement.file);
  if (!picture) continue;
  const file = path.join(folder.issue, placement.file);
  const { bytes } = await standIn(file, picture, placement);
  standIns.set(placementKey(placement), bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  shaOf.set(placementKey(placement), sha256);
  placed.push({ placement, picture, file, sha256 });
}
const into = await mkdtemp(path.join(tmpdir(), 'bench-press-'));
const document = await writePrintDocument({
  issue,
  plan,
  standIns,
  subset: (face, text) => subsetFace(faceOf(face), text, { stable: true }),
  into,
});
const { press, format, name: paper, language, colours } = issue.paper;
const printed = await (async () => {
  await using door = await openBrowser();
  return await printPages(door, { document, trim: format.trim, bleed: press.bleed });
})();
const common = { paper, language, date: issue.date, issue: issue.id, twins: new Map() };
const jobs = plan.pages.map((page) => ({
  ...common,
  page: { number: page.number, color: page.color, trim: page.trim },
  press,
  colours,
  characters: [...faceTexts([page]).values()].join(''),
}));
const titles = Object.fromEntries(issue.articles.map(({ slug, title }) => [slug, title.join(' ')]));
const characters = jobs.map((job) => job.characters);
const work: PressWork = {
  jobs,
  reader: { ...common, characters, bleed: press.bleed, plan, titles },
  raws: printed.pages.map(({ pdf }) => pdf ?? new Uint8Array()),
  placed,
  own: plan.pages.map((page) =>
    placements({ ...plan, pages: [page] }).flatMap((placement) => shaOf.get(placementKey(placement)) ?? []),
  ),
};
const file = path.join(into, 'work');
await writeFile(file, serialize(work));
const measure = (...words: readonly string[]): boolean =>
  spawnSync(process.execPath, words, { stdio: 'inherit' }).status === 0;
const done = [
  measure('--import', 'tsx', 'bench/press-run.ts', file, ...process.argv.slice(4, 5)),
  measure('bench/press-threads.mjs', file),
];
await rm(into, { recursive: true });
process.exitCode = done.every(Boolean) ? 0 : 1;
