/** What threads can do. Input and output are plain data; each task loads what it needs when it is first asked. */
import type { Picture, Placement, Twin } from '../../photo/model.ts';
import type { PressTarget } from '../../photo/press.ts';
import type { BindJob } from '../../press/bind.ts';
import type { PressJob } from '../../press/model.ts';
import type { Finding } from '../../press/preflight/finding.ts';
import type { ReaderJob } from '../../press/reader.ts';
import { getWebReady, makeEdition, makeRecords, makeSite } from './issue-tasks.ts';
import { estimateShare, getReady, makeUpIssue, proposePages, remakeIssue, searchShare } from './make-up-tasks.ts';

/** What one press twin is made from. */
export interface TwinOrder {
  /** Absolute path of the picture. */
  readonly path: string;
  readonly picture: Picture;
  readonly placement: Placement;
  readonly target: PressTarget;
}

/** Makes the press twin of a picture. */
async function makeTwin({ path, picture, placement, target }: TwinOrder): Promise<Twin> {
  const { pressTwin } = await import('../../photo/press.ts');
  return pressTwin(path, picture, placement, target);
}

/** A page for the plates. */
export interface PressPageOrder {
  /** Chromium's PDF of the page. */
  readonly raw: Uint8Array;
  readonly job: PressJob;
}

/** A file and what was found in it: a press file by the preflight, the reader's PDF by its own check. */
export interface PressPage {
  readonly bytes: Uint8Array;
  readonly findings: readonly Finding[];
}

/** Prepress and preflight of one page. */
async function makePressPage({ raw, job }: PressPageOrder): Promise<PressPage> {
  const [{ toPress }, { preflight }] = await Promise.all([
    import('../../press/press.ts'),
    import('../../press/preflight/preflight.ts'),
  ]);
  const bytes = await toPress(raw, job);
  const { page, press, characters } = job;
  const { number, trim, color } = page;
  const { bleed, inkLimit, condition, preflight: numbers = {} } = press;
  const pages = [{ number, trim, color, characters }];
  const findings = await preflight(bytes, { pages, bleed, inkLimit, condition, numbers });
  return { bytes, findings };
}

/** Press pages in their order, on their way into one file. */
export interface BindOrder {
  readonly pages: readonly Uint8Array[];
  readonly job: BindJob;
}

/** Binds press pages into one file: where they were made, the code for it is warm. */
async function bindPages({ pages, job }: BindOrder): Promise<Uint8Array> {
  const { bindPress } = await import('../../press/bind.ts');
  return bindPress(pages, job);
}

/** The pages for people at a screen. */
export interface ReaderOrder {
  /** Chromium's PDF of each page, in the plan's order. */
  readonly raws: readonly Uint8Array[];
  readonly job: ReaderJob;
}

/** Makes the reader's PDF and checks it. */
async function makeReaderFile({ raws, job }: ReaderOrder): Promise<PressPage> {
  const [{ toReader }, { checkReader }] = await Promise.all([
    import('../../press/reader.ts'),
    import('../../press/preflight/reader-check.ts'),
  ]);
  const bytes = await toReader(raws, job);
  return { bytes, findings: await checkReader(bytes) };
}

export const TASKS = {
  getReady,
  estimateShare,
  searchShare,
  makeUpIssue,
  remakeIssue,
  proposePages,
  makeTwin,
  makePressPage,
  bindPages,
  makeReaderFile,
  getWebReady,
  makeEdition,
  makeSite,
  makeRecords,
};

export type TaskName = keyof typeof TASKS;
export type TaskInput<Name extends TaskName> = Parameters<(typeof TASKS)[Name]>[0];
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<(typeof TASKS)[Name]>>;
