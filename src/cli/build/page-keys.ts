/**
 * What a printed page is made from, as ingredients of the cache. Too much in here only makes the cache miss; too little
 * would make it wrong: whatever the print document, the press or the preflight reads must be named.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { browserIdentity } from '../../browser/identity.ts';
import { placementKey, placements } from '../../edition/pictures.ts';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import type { PagePlan, Plan } from '../../makeup/plan.ts';
import type { StandIn } from '../../photo/press.ts';
import type { OutputProfile } from '../../press/model.ts';
import type { LeafJob } from '../../press/reader/leaf-job.ts';
import { type Ingredient, keyOf } from '../cache.ts';
import type { Ready } from './ready.ts';

/** Ingredients by what they are for. */
export interface PageKeys {
  /** Of one page's press file and of its picture. */
  page(page: PagePlan): Ingredient;
  /** Of one page's leaf for the reader's PDF, whose links and headings hang on the other pages. */
  leaf(job: LeafJob): Ingredient;
  /** Of the reader's PDF. */
  readonly reader: Ingredient;
}

/** Plain data as an ingredient: functions and classes would be a bug of the type that is passed. */
const plain = (value: unknown): Ingredient => value as Ingredient;

/** Gathers what all pages have in common once. */
export async function pageKeys(
  { issue, folder, plan }: Ready,
  standIns: ReadonlyMap<string, StandIn>,
  profile: OutputProfile,
): Promise<PageKeys> {
  const common = keyOf({
    paper: plain(issue.paper),
    date: issue.date,
    id: issue.id,
    browser: await browserIdentity(),
    profile: profile.sha256,
    overrides: await overridesOf(folder),
  });
  const digestOf = (page: PagePlan): string =>
    keyOf([plain(page), articlesOn(page, issue), picturesOf({ ...plan, pages: [page] }, standIns)]);
  // Each is asked for several times, and a plan is large.
  const digests = new Map(plan.pages.map((page) => [page, digestOf(page)]));
  const ofPage = (page: PagePlan): Ingredient => [common, digests.get(page) ?? digestOf(page)];
  return {
    page: ofPage,
    leaf: ({ page, links, level }) => [ofPage(page), plain(links), level],
    reader: keyOf([common, [...digests.values()], plain(plan.articles), plain(issue.articles)]),
  };
}

/** The articles that a page shows: titles and links come from them. */
function articlesOn({ modules }: PagePlan, { articles }: Issue): Ingredient {
  const slugs = new Set(modules.map(({ slug }) => slug));
  return plain(articles.filter(({ slug }) => slugs.has(slug)));
}

/** A stand-in's bytes hold what the twin is made from too: the source's digest and the placement. */
const picturesOf = (plan: Plan, standIns: ReadonlyMap<string, StandIn>): Ingredient =>
  placements(plan).map((placement) => [placementKey(placement), standIns.get(placementKey(placement))?.sha256]);

/** The paper's own layouts and styles, which win over the house's. */
async function overridesOf({ paper }: IssueFolder): Promise<Ingredient> {
  const found = ['layouts', 'styles'].map(async (name): Promise<Ingredient> => {
    const root = path.join(paper, name);
    const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    return Promise.all(files.sort().map(async (file) => [path.relative(root, file), await readFile(file)]));
  });
  return Promise.all(found);
}
