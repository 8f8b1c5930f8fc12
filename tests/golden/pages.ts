/** The six pages that are kept as pictures: what the house's make-up looks like, and must go on looking like. */
import { fileURLToPath } from 'node:url';
import { randomPage } from '../../bench/makeup-generator.ts';
import { SAMPLE_PAPER } from '../../bench/makeup-paper.ts';
import { readIssue } from '../../src/issue/read.ts';
import { makeUp } from '../../src/makeup/make-up.ts';
import type { PagePlan, Plan } from '../../src/makeup/plan.ts';
import { inspectPictures } from '../../src/photo/inspect.ts';
import { openTypesetter } from '../../src/typeset/typesetter.ts';

/** A page and the name of its picture. */
export interface GoldenPage {
  readonly name: string;
  readonly page: PagePlan;
}

const folder = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
/** Random pages: six stories with pictures over an ad; nine stories, the most that are proved best. */
const SEEDS = { 'random-ad': 521, 'random-nine': 529 } as const;

/** Makes up all pages anew. */
export async function goldenPages(): Promise<readonly GoldenPage[]> {
  const sample = await planOf(folder('../../issues/2026-01-08'));
  const english = await planOf(folder('../fixtures/english/issues/2026-01-08'));
  const typesetter = await openTypesetter(SAMPLE_PAPER);
  const random = Object.entries(SEEDS).map(([name, seed]) => {
    const { issue, pictures } = randomPage(seed, SAMPLE_PAPER, typesetter);
    return { name, page: pageOf(makeUp({ issue, typesetter, pictures }).plan, 0) };
  });
  return [
    { name: 'sample-front', page: pageOf(sample, 0) },
    { name: 'sample-lead', page: pageOf(sample, 1) },
    { name: 'sample-ad', page: pageOf(sample, 2) },
    { name: 'english', page: pageOf(english, 0) },
    ...random,
  ];
}

async function planOf(issueFolder: string): Promise<Plan> {
  const { issue, folder: where, faults } = await readIssue(issueFolder);
  if (issue === undefined) throw new Error(faults.map(({ message }) => message).join('\n'));
  const { pictures } = await inspectPictures(where, issue);
  return makeUp({ issue, typesetter: await openTypesetter(issue.paper), pictures }).plan;
}

function pageOf({ pages }: Plan, at: number): PagePlan {
  const page = pages[at];
  if (page === undefined) throw new RangeError(`Expected a page ${at + 1}, got ${pages.length} pages.`);
  return page;
}
