/** The reader's PDF: a leaf of each printed page, made in a thread as soon as the page is there, then all of them bound. */
import assert from 'node:assert/strict';
import type { Issue } from '../../issue/model.ts';
import type { Twin } from '../../photo/model.ts';
import type { StandIn } from '../../photo/press.ts';
import type { PressJob } from '../../press/model.ts';
import { type LeafJob, leafJobs } from '../../press/reader/leaf-job.ts';
import { allOf } from '../../together.ts';
import type { Pool } from '../threads/pool.ts';
import type { PressPage, ReaderLeaf } from '../threads/tasks.ts';
import { isSharp } from './kept-pages.ts';
import type { Placed } from './pictures.ts';
import type { Ready } from './ready.ts';

/** What it is bound from. */
export interface ReaderParts {
  readonly jobs: readonly PressJob[];
  /** Chromium's PDF of each page, by its number. */
  readonly raws: ReadonlyMap<number, Uint8Array>;
  readonly leaves: ReadonlyMap<number, ReaderLeaf>;
  /** Of the pictures that it shows as the plates do. */
  readonly twins: ReadonlyMap<string, Promise<Twin>>;
}

/** What the leaf of each page is made with. */
export const leavesOf = ({ issue, plan }: Ready): readonly LeafJob[] =>
  leafJobs({ plan, titles: titlesOf(issue), bleed: issue.paper.press.bleed });

/** Twins of pictures whose stand-ins are too coarse for a reader: lines, letters, advertisements in PDF. */
export function sharpAmong(
  twins: ReadonlyMap<string, Promise<Twin>>,
  placed: readonly Placed[],
  standIns: ReadonlyMap<string, StandIn>,
): ReadonlyMap<string, Promise<Twin>> {
  const sharp = new Set(placed.filter(({ picture }) => isSharp(picture)).map(({ key }) => standIns.get(key)?.sha256));
  return new Map([...twins].filter(([sha256]) => sharp.has(sha256)));
}

/** The reader's PDF, bound and checked in a thread. */
export async function readerOf(
  { issue, plan }: Ready,
  { jobs, raws, leaves, twins }: ReaderParts,
  pool: Pool,
): Promise<PressPage | undefined> {
  const [first] = jobs;
  if (first === undefined) return undefined;
  const { paper, language, date, issue: id } = first;
  const sharp = new Map([...(await allOf(twins))].filter(([, { space }]) => space === 'pdf' || space === 'bilevel'));
  const characters = jobs.map((job) => job.characters);
  const { bleed } = issue.paper.press;
  const job = { paper, language, date, issue: id, characters, plan, titles: titlesOf(issue), bleed, twins: sharp };
  const pages = plan.pages.map(({ number }) => {
    const [raw, leaf] = [raws.get(number), leaves.get(number)];
    assert(raw && leaf, `bug: page ${number} was not printed`);
    return { raw, ...leaf };
  });
  return pool.steady.run('bindReaderFile', { pages, job });
}

const titlesOf = ({ articles }: Issue): Readonly<Record<string, string>> =>
  Object.fromEntries(articles.map(({ slug, title }) => [slug, title.join(' ')]));
