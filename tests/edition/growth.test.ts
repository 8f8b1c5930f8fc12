/** Adding a day to a long archive costs what it costs to add it to a short one: old issues are neither read nor rendered. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildEdition, buildSite, type SiteJob } from '#src/edition/build.ts';
import { shiftDays } from '#src/edition/data/dates.ts';
import { subsetOf } from '#src/edition/font/face.ts';
import { writePaper } from './paper.ts';
import { type Made, make } from './site.ts';

const DAY = '2026-01-08';
const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-growth-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made: Made;
let record: string;
beforeAll(async () => {
  using paper = await writePaper();
  made = await make(paper.issue);
  const into = path.join(root, DAY);
  await buildEdition({ ...made, subset: subsetOf, into });
  record = readFileSync(path.join(into, 'issue.json'), 'utf8');
}, 60_000);

/** An output of so many days up to DAY, with the site around them in its place. */
async function archiveOf(count: number): Promise<SiteJob> {
  const output = path.join(root, `output-${count}`);
  for (let day = 0; day < count; day++) writeRecord(output, shiftDays(DAY, -day));
  const into = path.join(root, `site-${count}`);
  const { paper } = made.issue;
  const job = { paper, folder: path.join(root, 'no-folder'), subset: subsetOf, output, into };
  await buildSite(job);
  await cp(into, output, { recursive: true });
  rmSync(into, { recursive: true });
  return { ...job, built: [DAY] };
}

function writeRecord(output: string, date: string, text = record.replaceAll(DAY, date)): void {
  mkdirSync(path.join(output, date), { recursive: true });
  writeFileSync(path.join(output, date, 'issue.json'), text);
}

async function costOf(job: SiteJob): Promise<number> {
  const used = process.cpuUsage();
  await buildSite(job);
  const { user, system } = process.cpuUsage(used);
  rmSync(job.into, { recursive: true });
  return user + system;
}

describe('one day more', () => {
  it('writes as many files around 200 issues as around 10, in at most 1.3 times the time, and opens no old issue', async () => {
    const [short, long] = [await archiveOf(10), await archiveOf(200)];
    for (let day = 30; day < 200; day++) writeRecord(long.output, shiftDays(DAY, -day), 'not to be read');

    const [few, many] = [await buildSite(short), await buildSite(long)];
    expect(many.files).toEqual(few.files);
    const calendar = readFileSync(path.join(long.into, 'archive', 'issues.json'), 'utf8');
    expect((JSON.parse(calendar) as { issues: unknown[] }).issues).toHaveLength(200);
    for (const { into } of [short, long]) rmSync(into, { recursive: true });

    const costs = { short: Infinity, long: Infinity };
    for (let run = 0; run < 4; run++) {
      costs.short = Math.min(costs.short, await costOf(short));
      costs.long = Math.min(costs.long, await costOf(long));
    }
    expect(costs.long / costs.short).toBeLessThan(1.3);
  }, 120_000);
});
