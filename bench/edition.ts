/**
 * How long the web part takes: an eight-page issue from nothing, and one more issue added to an archive of ten and of
 * a thousand. The eight pages are the sample's four, twice. Times are of this machine; CPU seconds and ratios travel.
 *
 *   npx tsx bench/edition.ts [ISSUE]
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildEdition, buildSite } from '#src/edition/build.ts';
import { shiftDays } from '#src/edition/data/dates.ts';
import type { IssueRecord } from '#src/edition/data/record.ts';
import { subsetOf } from '#src/edition/font/face.ts';
import type { Issue, IssueFolder } from '#src/issue/model.ts';
import { readIssue } from '#src/issue/read.ts';
import { makeUp } from '#src/makeup/make-up.ts';
import type { Plan } from '#src/makeup/plan.ts';
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
async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; wall: number; cpu: number }> {
  const [started, used] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(used);
  return { value, wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
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

/** The same issue with each page and story a second time. */
function doubled({ issue, plan, ...rest }: Ready): Ready {
  const again = (slug: string): string => `${slug}-again`;
  const pages = plan.pages.map((page) => ({
    ...page,
    number: page.number + plan.pages.length,
    label: `B${String(page.number).padStart(2, '0')}`,
    modules: page.modules.map((module) => ({ ...module, slug: again(module.slug) })),
  }));
  const articles = issue.articles.map((article) => ({ ...article, slug: again(article.slug) }));
  return {
    ...rest,
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
      changed: [issue.id],
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

async function addOne(count: number, record: IssueRecord, ready: Ready, root: string): Promise<number> {
  const output = await archiveOf(count, record, root);
  const { paper } = ready.issue;
  const job = { paper, folder: ready.folder.paper, subset: subsetOf, output };
  const into = path.join(root, `site-${count}`);
  await buildSite({ ...job, into });
  await cp(into, output, { recursive: true });
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    await rm(into, { recursive: true, force: true });
    times.push((await timed(() => buildSite({ ...job, into, changed: [record.id] }))).wall);
  }
  console.log(`one issue more, ${count} in all: site ${seconds(middle(times))} (${times.map(seconds).join(', ')})`);
  return middle(times);
}

const root = await mkdtemp(path.join(tmpdir(), 'broadsheet-bench-'));
try {
  const ready = await prepare(process.argv[2] ?? SAMPLE);
  await eightPages(doubled(ready), root);
  const output = path.join(root, 'one');
  const single = await timed(() =>
    buildEdition({ ...ready, subset: subsetOf, into: path.join(output, ready.issue.id) }),
  );
  const record = JSON.parse(await readFile(path.join(output, ready.issue.id, 'issue.json'), 'utf8')) as IssueRecord;
  const ten = await addOne(10, record, ready, root);
  const thousand = await addOne(1000, record, ready, root);
  console.log(`the issue itself, warm: ${seconds(single.wall)}`);
  console.log(
    `adding to 1,000 costs ${((thousand + single.wall) / (ten + single.wall)).toFixed(2)} × adding to 10 (site alone ${(thousand / ten).toFixed(2)} ×)`,
  );
} finally {
  await rm(root, { recursive: true, force: true });
}
