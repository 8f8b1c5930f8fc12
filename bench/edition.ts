/**
 * How long the web part takes: an issue from nothing, in a process that has just started and again when it is warm; and one
 * more issue added to an archive of ten and of a thousand. The issue is the one that is named, as it is; without one, the
 * sample's four pages twice, pictures too, so that there are eight. Times are of this machine; CPU seconds and ratios travel.
 *
 *   npm run bench:edition [-- ISSUE]
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { buildEdition, buildSite, type SiteJob } from '#src/edition/build.ts';
import { shiftDays } from '#src/edition/data/dates.ts';
import type { IssueRecord } from '#src/edition/data/record.ts';
import { subsetOf } from '#src/edition/font/face.ts';
import { readIssue } from '#src/issue/read.ts';
import { makeUp } from '#src/makeup/make-up.ts';
import type { Box } from '#src/makeup/plan.ts';
import { inspectPictures } from '#src/photo/inspect.ts';
import { openTypesetter } from '#src/typeset/typesetter.ts';
import type { Ready } from './edition-run.ts';
import { type Time, timed } from './timed.ts';

const SAMPLE = fileURLToPath(new URL('../issues/2026-01-08', import.meta.url));
const RUNS = 5;
/** Processes that are started for the cold runs. */
const PROCESSES = 3;

const seconds = (value: number): string => `${value.toFixed(2)} s`;
const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

async function prepare(issueFolder: string): Promise<Ready> {
  const { issue, folder, faults } = await readIssue(issueFolder, { draft: true });
  if (issue === undefined) throw new Error(faults.map(({ message }) => message).join('\n'));
  const { pictures } = await inspectPictures(folder, issue);
  const { plan } = makeUp({ issue, typesetter: await openTypesetter(issue.paper), pictures });
  return { issue, plan, folder, pictures };
}

/** The same issue with each page, story and picture a second time: nothing of the copy can be shared. */
async function doubled({ issue, plan, folder, pictures }: Ready, root: string): Promise<Ready> {
  const again = (slug: string): string => `${slug}-again`;
  const copy = (file: string): string => `again/${file}`;
  const folderOfBoth = path.join(root, issue.id);
  await cp(folder.issue, folderOfBoth, { recursive: true });
  await cp(folder.issue, path.join(folderOfBoth, 'again'), { recursive: true });
  const twice = (box: Box): Box => (box.kind === 'picture' ? { ...box, file: copy(box.file) } : box);
  const pages = plan.pages.map((page) => ({
    ...page,
    number: page.number + plan.pages.length,
    label: `B${String(page.number).padStart(2, '0')}`,
    modules: page.modules.map(({ slug, boxes, ...module }) => ({
      ...module,
      slug: again(slug),
      boxes: boxes.map(twice),
    })),
  }));
  const articles = issue.articles.map((article) => ({
    ...article,
    slug: again(article.slug),
    photos: article.photos.map((photo) => ({ ...photo, file: copy(photo.file) })),
  }));
  return {
    folder: { ...folder, issue: folderOfBoth },
    pictures: new Map(
      [...pictures].flatMap(
        ([file, picture]) =>
          [
            [file, picture],
            [copy(file), picture],
          ] as const,
      ),
    ),
    issue: { ...issue, articles: [...issue.articles, ...articles] },
    plan: { ...plan, pages: [...plan.pages, ...pages] },
  };
}

/** The issue from nothing, each time in a process of its own that goes on until it is warm. */
async function fromNothing(ready: Ready, root: string): Promise<void> {
  const file = path.join(root, 'ready');
  await writeFile(file, serialize(ready));
  const program = fileURLToPath(new URL('./edition-run.ts', import.meta.url));
  const tsx = new URL('./tsx-in-main.mjs', import.meta.url).href;
  const processes = Array.from({ length: PROCESSES }, (): readonly Time[] => {
    const { stdout, status } = spawnSync(process.execPath, ['--import', tsx, program, file, root], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (status !== 0) throw new Error(`A run of the edition ended with ${status}.`);
    return JSON.parse(stdout) as readonly Time[];
  });
  const { plan, issue, pictures } = ready;
  console.log(`${plan.pages.length} pages, ${issue.articles.length} stories, ${pictures.size} pictures, nothing kept:`);
  tell(
    'cold, the first run of a process',
    processes.flatMap((runs) => runs.slice(0, 1)),
  );
  tell(
    'warm, the runs after it',
    processes.flatMap((runs) => runs.slice(1)),
  );
}

/** Medians over runs. */
function tell(name: string, runs: readonly Time[]): void {
  const of = (clock: keyof Time) => seconds(middle(runs.map((run) => run[clock])));
  console.log(`  ${name} (${runs.length}): ${of('wall')} wall, ${of('cpu')} CPU`);
}

/** An output of so many issues before a day, each the record of the sample under another date. */
async function archiveOf(count: number, record: IssueRecord, root: string): Promise<string> {
  const output = path.join(root, `archive-${count}`);
  for (let day = 0; day < count; day++) {
    const id = shiftDays(record.date, day + 1 - count);
    await mkdir(path.join(output, id), { recursive: true });
    const text = JSON.stringify({ ...record, id, date: id }).replaceAll(record.id, id);
    await writeFile(path.join(output, id, 'issue.json'), text);
  }
  return output;
}

/** An archive ready to have its newest day built again: the site around it is in its place. */
async function openArchive(count: number, record: IssueRecord, ready: Ready, root: string): Promise<SiteJob> {
  const output = await archiveOf(count, record, root);
  const { paper } = ready.issue;
  const into = path.join(root, `site-${count}`);
  const job = { paper, folder: ready.folder.paper, subset: subsetOf, output, into };
  await buildSite(job);
  await cp(into, output, { recursive: true });
  return { ...job, built: [record.id] };
}

/** Adds the same issue to a small and a large archive by turns, so that a busy machine slows both alike. */
async function addToBoth(ready: Ready, root: string): Promise<void> {
  const into = path.join(root, 'one', ready.issue.id);
  await buildEdition({ ...ready, subset: subsetOf, into });
  const record = JSON.parse(await readFile(path.join(into, 'issue.json'), 'utf8')) as IssueRecord;
  const small = await openArchive(10, record, ready, root);
  const large = await openArchive(1000, record, ready, root);
  const runs: { issue: Time; small: Time; large: Time }[] = [];
  for (let run = 0; run < RUNS; run++) {
    for (const job of [small, large]) await rm(job.into, { recursive: true, force: true });
    const issue = await timed(() => buildEdition({ ...ready, subset: subsetOf, into }));
    runs.push({ issue, small: await timed(() => buildSite(small)), large: await timed(() => buildSite(large)) });
  }
  for (const clock of ['wall', 'cpu'] as const) {
    const of = (part: keyof (typeof runs)[number]) => middle(runs.map((run) => run[part][clock]));
    const [issue, ten, thousand] = [of('issue'), of('small'), of('large')];
    console.log(
      `${clock}: the issue itself ${seconds(issue)}; the site around 10 ${seconds(ten)}, around 1,000 ${seconds(thousand)}; ` +
        `adding to 1,000 costs ${((issue + thousand) / (issue + ten)).toFixed(2)} × adding to 10 (site alone ${(thousand / ten).toFixed(2)} ×)`,
    );
  }
}

const root = await mkdtemp(path.join(tmpdir(), 'broadsheet-bench-'));
try {
  const [, , named] = process.argv;
  const ready = await prepare(named ?? SAMPLE);
  await fromNothing(named === undefined ? await doubled(ready, root) : ready, root);
  await addToBoth(ready, root);
} finally {
  await rm(root, { recursive: true, force: true });
}
