/**
 * How long the web part takes: an eight-page issue from nothing, and one more issue added to an archive of ten and of
 * a thousand. The eight pages are the sample's four, twice, pictures too. Times are of this machine; CPU seconds and ratios travel.
 *
 *   npm run bench:edition [-- ISSUE]
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildEdition, buildSite, type SiteJob } from '#src/edition/build.ts';
import { shiftDays } from '#src/edition/data/dates.ts';
import type { IssueRecord } from '#src/edition/data/record.ts';
import { subsetOf } from '#src/edition/font/face.ts';
import type { Issue, IssueFolder } from '#src/issue/model.ts';
import { readIssue } from '#src/issue/read.ts';
import { makeUp } from '#src/makeup/make-up.ts';
import type { Box, Plan } from '#src/makeup/plan.ts';
import { inspectPictures } from '#src/photo/inspect.ts';
import type { Picture } from '#src/photo/model.ts';
import { openTypesetter } from '#src/typeset/typesetter.ts';

interface Ready {
  readonly issue: Issue;
  readonly plan: Plan;
  readonly folder: IssueFolder;
  readonly pictures: ReadonlyMap<string, Picture>;
}

const SAMPLE = fileURLToPath(new URL('../issues/2026-01-08', import.meta.url));
const RUNS = 5;

/** Wall and CPU seconds, children not counted. */
interface Time {
  readonly wall: number;
  readonly cpu: number;
}

async function timed(work: () => Promise<unknown>): Promise<Time> {
  const [started, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
}

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

async function eightPages(ready: Ready, root: string): Promise<void> {
  const output = path.join(root, 'eight');
  const { issue, folder } = ready;
  const edition = await timed(() => buildEdition({ ...ready, subset: subsetOf, into: path.join(output, issue.id) }));
  const site = await timed(() =>
    buildSite({
      paper: issue.paper,
      folder: folder.paper,
      subset: subsetOf,
      output,
      into: path.join(root, 'eight-site'),
      built: [issue.id],
    }),
  );
  console.log(
    `${ready.plan.pages.length} pages, ${issue.articles.length} stories, ${ready.pictures.size} pictures, cold:`,
  );
  console.log(
    `  issue ${seconds(edition.wall)} wall, ${seconds(edition.cpu)} CPU; site ${seconds(site.wall)} wall, ${seconds(site.cpu)} CPU`,
  );
  console.log(`  together ${seconds(edition.wall + site.wall)} wall, ${seconds(edition.cpu + site.cpu)} CPU`);
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
  const ready = await prepare(process.argv[2] ?? SAMPLE);
  await eightPages(await doubled(ready, root), root);
  await addToBoth(ready, root);
} finally {
  await rm(root, { recursive: true, force: true });
}
