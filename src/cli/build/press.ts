/** The press part: one PDF/X-4 a page, all of them in one, and the reader's PDF. */

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { faceTexts } from '../../edition/draw/faces.ts';
import type { PagePlan } from '../../makeup/plan.ts';
import type { Twin } from '../../photo/model.ts';
import { bindPress } from '../../press/bind.ts';
import type { OutputProfile, PressJob } from '../../press/model.ts';
import { preflight } from '../../press/preflight/preflight.ts';
import { toPress } from '../../press/press.ts';
import { readProfile } from '../../press/profile.ts';
import { toReader } from '../../press/reader.ts';
import { preflightFinding } from '../faults.ts';
import { makeStandIns, makeTwins, placedPictures } from './pictures.ts';
import { printIssue } from './print.ts';
import type { Products, Ready, Shop } from './ready.ts';
import type { PressFinding } from './report.ts';
import { together } from './together.ts';

/** Makes the press files and the reader's PDF. */
export async function makePress(ready: Ready, shop: Shop): Promise<Products> {
  const { issue, folder, plan, pictures } = ready;
  const { reporter } = shop.desk;
  const placed = placedPictures(plan, pictures, folder);
  const profile = await profileOf(ready);
  const { inkLimit, resolution } = issue.paper.press;
  const standIns = await reporter.stage('pictures for the browser', () => makeStandIns(placed));
  const [printed, twins] = await together([
    printIssue(ready, shop, standIns),
    reporter.stage('pictures for the press', () =>
      makeTwins(placed, standIns, { inkLimit, resolution, profile: profile.path }),
    ),
  ]);
  if (printed.faults.length > 0) return { faults: printed.faults, findings: [] };
  const raw = new Map(printed.pages.map(({ page, pdf }) => [page, pdf]));
  const jobs = plan.pages.map((page) => jobOf(ready, page, profile, twins));
  const pages = await reporter.stage('prepress', () => separate(jobs, raw));
  await reporter.stage('writing the press files', () => writePages(ready, shop, jobs, pages));
  if (printed.reader !== undefined) await writeReader(ready, shop, jobs, printed.reader);
  const findings = await reporter.stage('preflight', () => preflightPages(jobs, pages));
  return { faults: findings.map(faultOf), findings };
}

const profileOf = ({ issue, folder }: Ready): Promise<OutputProfile> => {
  const { profile } = issue.paper.press;
  return profile === undefined ? readProfile() : readProfile(path.join(folder.paper, profile), profile);
};

function jobOf({ issue }: Ready, page: PagePlan, profile: OutputProfile, twins: ReadonlyMap<string, Twin>): PressJob {
  const { paper, date, id } = issue;
  const { number, name, color, trim } = page;
  return {
    paper: paper.name,
    language: paper.language,
    date,
    issue: id,
    page: { number, color, trim, ...(name === undefined ? {} : { name }) },
    press: paper.press,
    colours: paper.colours,
    profile,
    characters: [...faceTexts([page]).values()].join(''),
    twins,
  };
}

async function separate(
  jobs: readonly PressJob[],
  raw: ReadonlyMap<number, Uint8Array | undefined>,
): Promise<readonly Uint8Array[]> {
  const pages: Uint8Array[] = [];
  for (const job of jobs) pages.push(await toPress(raw.get(job.page.number) ?? new Uint8Array(), job));
  return pages;
}

async function writePages(
  { issue }: Ready,
  { into }: Shop,
  jobs: readonly PressJob[],
  pages: readonly Uint8Array[],
): Promise<void> {
  const folder = path.join(into, 'press');
  await mkdir(folder, { recursive: true });
  for (const [index, job] of jobs.entries()) {
    const name = `${issue.id}-${String(job.page.number).padStart(2, '0')}.pdf`;
    await writeFile(path.join(folder, name), pages[index] ?? new Uint8Array());
  }
  const [first] = jobs;
  if (first !== undefined) await writeFile(path.join(folder, `${issue.id}.pdf`), await bindPress(pages, first));
}

async function writeReader(
  { issue, plan }: Ready,
  { desk, into }: Shop,
  jobs: readonly PressJob[],
  raw: Uint8Array,
): Promise<void> {
  const [first] = jobs;
  if (first === undefined) return;
  const titles = Object.fromEntries(issue.articles.map(({ slug, title }) => [slug, title.join(' ')]));
  const characters = jobs.map((job) => job.characters).join('');
  const bytes = await desk.reporter.stage('reader’s PDF', () =>
    toReader(raw, { ...first, characters, plan, titles, bleed: issue.paper.press.bleed }),
  );
  await writeFile(path.join(into, `${issue.id}.pdf`), bytes);
}

async function preflightPages(
  jobs: readonly PressJob[],
  pages: readonly Uint8Array[],
): Promise<readonly PressFinding[]> {
  const findings: PressFinding[] = [];
  for (const [index, { press, page, characters }] of jobs.entries()) {
    const { number, trim, color } = page;
    const { bleed, inkLimit, condition } = press;
    const settings = { pages: [{ number, trim, color, characters }], bleed, inkLimit, condition };
    findings.push(...(await preflight(pages[index] ?? new Uint8Array(), settings)));
  }
  return findings;
}

const faultOf = ({ severity, rule, page, message }: PressFinding) => preflightFinding(severity, rule, page, message);
