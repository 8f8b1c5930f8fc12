/** What threads can do. Input and output are plain data; each task loads what it needs when it is first asked. */
import type { Issue, IssueFolder } from '../../issue/model.ts';
import type { Inspection } from '../../photo/inspect.ts';
import type { Picture, Placement, Twin } from '../../photo/model.ts';
import type { PressTarget, StandIn } from '../../photo/press.ts';
import type { BindJob } from '../../press/bind.ts';
import type { PressJob } from '../../press/model.ts';
import type { Finding } from '../../press/preflight/finding.ts';
import type { PageMarks } from '../../press/preflight/reader-marks.ts';
import type { Leaf } from '../../press/reader/leaf.ts';
import type { LeafJob } from '../../press/reader/leaf-job.ts';
import type { ReaderJob, ReaderPage } from '../../press/reader.ts';
import type { FaceId } from '../../typeset/model.ts';
import { getWebReady, makeOnline, makePageRecords, makeRecords, makeSite } from './issue-tasks.ts';
import { estimateShare, getReady, makeUpIssue, proposePages, remakeIssue, searchShare } from './make-up-tasks.ts';

/** Whose pictures are to be inspected. */
export interface InspectionOrder {
  readonly folder: IssueFolder;
  readonly issue: Issue;
}

/** A face, and what it has to hold. */
export interface FontOrder {
  readonly face: FaceId;
  readonly text: string;
}

/** What one press twin is made from. */
export interface TwinOrder {
  /** Absolute path of the picture. */
  readonly path: string;
  readonly picture: Picture;
  readonly placement: Placement;
  readonly target: PressTarget;
  /** A photo's pixels at the press's resolution, where they are there already. */
  readonly scaled?: Uint8Array;
}

/** Inspects the pictures of an issue. */
async function inspectPhotos({ folder, issue }: InspectionOrder): Promise<Inspection> {
  const { inspectPictures } = await import('../../photo/inspect.ts');
  return inspectPictures(folder, issue);
}

/** Loads what opens pictures, so that a later task finds it. */
async function getPicturesReady(): Promise<void> {
  await import('../../photo/inspect.ts');
}

/** Cuts a font that the browser prints with. */
async function cutPrintFont({ face, text }: FontOrder): Promise<Uint8Array> {
  const { stableSubset } = await import('../build/fonts.ts');
  return stableSubset(face, text);
}

/** Loads what the pictures and pages for the plates need, so that a later task finds it. */
async function getPressReady(): Promise<void> {
  await Promise.all([
    import('../../photo/press.ts'),
    import('../../press/press.ts'),
    import('../../press/preflight/preflight.ts'),
  ]);
}

/** Makes what the browser prints where a picture belongs that only plates will show. */
async function makeBlank({ picture, placement }: Pick<TwinOrder, 'picture' | 'placement'>): Promise<StandIn> {
  const { blankStandIn } = await import('../../photo/stand-in.ts');
  return blankStandIn(picture, placement);
}

/** Makes the press twin of a picture. */
async function makeTwin({ path, picture, placement, target, scaled }: TwinOrder): Promise<Twin> {
  const { pressTwin } = await import('../../photo/press.ts');
  return pressTwin(path, picture, placement, target, scaled);
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

/** A page for people at a screen. */
export interface ReaderLeafOrder {
  /** Chromium's PDF of the page. */
  readonly raw: Uint8Array;
  readonly job: LeafJob;
}

/** A leaf of the reader's PDF, and what its check has read of it. */
export interface ReaderLeaf {
  readonly leaf: Leaf;
  readonly marks: readonly [string, PageMarks];
}

/** Makes what can be made of a page before the others are there. */
async function makeReaderLeaf({ raw, job }: ReaderLeafOrder): Promise<ReaderLeaf> {
  const [{ makeLeaf }, { marksIn }] = await Promise.all([
    import('../../press/reader/leaf.ts'),
    import('../../press/preflight/reader-marks.ts'),
  ]);
  const leaf = await makeLeaf(raw, job);
  return { leaf, marks: marksIn(leaf.content) };
}

/** The pages for people at a screen, in the plan's order. */
export interface ReaderOrder {
  readonly pages: readonly (ReaderLeaf & Pick<ReaderPage, 'raw'>)[];
  readonly job: ReaderJob;
}

/** Binds the reader's PDF and checks it. */
async function bindReaderFile({ pages, job }: ReaderOrder): Promise<PressPage> {
  const [{ bindReader }, { checkReader }] = await Promise.all([
    import('../../press/reader.ts'),
    import('../../press/preflight/reader-check.ts'),
  ]);
  const bytes = await bindReader(pages, job);
  return { bytes, findings: await checkReader(bytes, new Map(pages.map(({ marks }) => marks))) };
}

/** Everything that a thread can be asked to do. */
export const TASKS = {
  getReady,
  estimateShare,
  searchShare,
  makeUpIssue,
  remakeIssue,
  proposePages,
  getPicturesReady,
  inspectPhotos,
  cutPrintFont,
  makeBlank,
  getPressReady,
  makeTwin,
  makePressPage,
  bindPages,
  makeReaderLeaf,
  bindReaderFile,
  getWebReady,
  makeOnline,
  makeSite,
  makePageRecords,
  makeRecords,
};

/** The name of a task, and what it takes. */
export type TaskName = keyof typeof TASKS;
export type TaskInput<Name extends TaskName> = Parameters<(typeof TASKS)[Name]>[0];
/** What a task tells while it is at work. */
export type TaskNews<Name extends TaskName> = Parameters<(typeof TASKS)[Name]>[1] extends
  | ((news: infer News) => void)
  | undefined
  ? News
  : never;
/** What a task answers. */
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<(typeof TASKS)[Name]>>;
