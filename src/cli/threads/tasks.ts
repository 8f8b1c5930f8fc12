/** What threads can do. Input and output are plain data; each task loads what it needs when it is first asked. */
import type { Fault } from '../../fault.ts';
import type { Issue } from '../../issue/model.ts';
import type { MadeUp } from '../../makeup/make-up.ts';
import type { PagePlan, Plan } from '../../makeup/plan.ts';
import type { Picture, Placement, Twin } from '../../photo/model.ts';
import type { PressTarget } from '../../photo/press.ts';
import type { PressJob } from '../../press/model.ts';
import type { Finding } from '../../press/preflight/finding.ts';
import type { ReaderJob } from '../../press/reader.ts';
import type { CachePlace } from '../cache.ts';
import type { WarmMakeUp } from '../dev/warm.ts';
import { makeEdition, makeRecords } from './issue-tasks.ts';

/** What the make-up is asked for. */
export interface MakeUpOrder {
  readonly issue: Issue;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly previous?: Plan;
  readonly released?: readonly number[];
  /** Pages that may not go to the plates are marked 草样. */
  readonly draft?: boolean;
  /** Where the searches of pages are kept. */
  readonly cache?: CachePlace;
}

/** Opens the fonts, so that a later task finds them open. */
async function openFonts(): Promise<void> {
  const { openMetrics } = await import('../../typeset/font/metrics.ts');
  await openMetrics();
}

/** Sets the type and makes up the pages. */
async function makeUpIssue({
  issue,
  pictures,
  previous,
  released,
  draft = false,
  cache,
}: MakeUpOrder): Promise<MadeUp> {
  const [{ openTypesetter }, { makeUp }, { markDrafts }, { keptSearches }] = await Promise.all([
    import('../../typeset/typesetter.ts'),
    import('../../makeup/make-up.ts'),
    import('../build/draft-mark.ts'),
    import('../build/kept-searches.ts'),
  ]);
  const typesetter = await openTypesetter(issue.paper);
  const made = makeUp({
    issue,
    pictures,
    typesetter,
    ...(cache === undefined ? {} : { memory: keptSearches(cache, issue.paper) }),
    ...(previous === undefined ? {} : { previous }),
    ...(released === undefined ? {} : { released }),
  });
  return draft ? { ...made, plan: markDrafts(made.plan, made.faults, typesetter, issue.paper.language) } : made;
}

/** What a live desk's make-up answers. */
export interface Remade {
  /** The plan; of its pages only those that are other than in the last answer. */
  readonly plan: Plan;
  /** Numbers of all pages. */
  readonly numbers: readonly number[];
  readonly faults: readonly Fault[];
  /** Numbers of the pages that were searched for: the others were known. */
  readonly searched: readonly number[];
}

/** A page that other ways are looked for. */
export interface ProposeOrder extends MakeUpOrder {
  readonly plan: Plan;
  readonly page: number;
}

let session: Promise<WarmMakeUp> | undefined;

/** The thread's own session: set type and made pages stay from one order to the next. */
function warmSession(): Promise<WarmMakeUp> {
  session ??= import('../dev/warm.ts').then(({ warmMakeUp }) => warmMakeUp());
  return session;
}

/** Makes up an issue again in a session: only what an edit touches is made anew. */
const remakeIssue = async (order: MakeUpOrder): Promise<Remade> => (await warmSession()).remake(order);

/** Other ways to make up a page, the page itself first. */
const proposePages = async (order: ProposeOrder): Promise<readonly PagePlan[]> => (await warmSession()).propose(order);

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
  const { bleed, inkLimit, condition } = press;
  const findings = await preflight(bytes, { pages: [{ number, trim, color, characters }], bleed, inkLimit, condition });
  return { bytes, findings };
}

/** The pages for people at a screen. */
export interface ReaderOrder {
  /** Chromium's PDF of all pages. */
  readonly raw: Uint8Array;
  readonly job: ReaderJob;
}

/** Makes the reader's PDF and checks it. */
async function makeReaderFile({ raw, job }: ReaderOrder): Promise<PressPage> {
  const [{ toReader }, { checkReader }] = await Promise.all([
    import('../../press/reader.ts'),
    import('../../press/preflight/reader-check.ts'),
  ]);
  const bytes = await toReader(raw, job);
  return { bytes, findings: await checkReader(bytes) };
}

export const TASKS = {
  openFonts,
  makeUpIssue,
  remakeIssue,
  proposePages,
  makeTwin,
  makePressPage,
  makeReaderFile,
  makeEdition,
  makeRecords,
};

export type TaskName = keyof typeof TASKS;
export type TaskInput<Name extends TaskName> = Parameters<(typeof TASKS)[Name]>[0];
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<(typeof TASKS)[Name]>>;
