/**
 * What a printed page is made from, as ingredients of the cache. Too much in here only makes the cache miss; too little
 * would make it wrong: whatever the print document, the press or the preflight reads must be named.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { browserIdentity } from '../../browser/identity.ts';
import { placementKey, placements } from '../../edition/pictures.ts';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import type { PagePlan, Plan } from '../../makeup/plan.ts';
import type { OutputProfile } from '../../press/model.ts';
import type { LeafJob } from '../../press/reader/leaf-job.ts';
import { type Ingredient, keyOf, plain } from '../cache.ts';
import { frozenStandIns } from './frozen-pictures.ts';
import { ingredientsOf, type Placed } from './pictures.ts';
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

/** A page as one text: walking through its values takes three times as long. */
const asText = (page: PagePlan): string => JSON.stringify(page);

/** Gathers what all pages have in common once; others may work between the pages, which take milliseconds each. */
export async function pageKeys(ready: Ready, placed: readonly Placed[], profile: OutputProfile): Promise<PageKeys> {
  const { issue, folder, plan } = ready;
  const shown = picturesOf(ready, placed);
  const common = keyOf({
    paper: plain(issue.paper),
    date: issue.date,
    id: issue.id,
    browser: await browserIdentity(),
    profile: profile.sha256,
    overrides: await overridesOf(folder),
  });
  const digestOf = (page: PagePlan): string =>
    keyOf([asText(page), articlesOn(page, issue), picturesOn({ pages: [page] }, shown)]);
  // Each is asked for several times, and a plan is large.
  const digests = new Map<PagePlan, string>();
  for (const page of plan.pages) {
    await setImmediate();
    digests.set(page, digestOf(page));
  }
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

/** What is shown at each placement: what a stand-in and a twin are made from, or the stand-in that a signed-off page keeps. */
const picturesOf = (ready: Ready, placed: readonly Placed[]): ReadonlyMap<string, Ingredient> =>
  new Map([
    ...placed.map((one) => [one.key, ingredientsOf(one)] as const),
    ...[...frozenStandIns(ready)].map(([key, { sha256 }]) => [key, sha256] as const),
  ]);

const picturesOn = (plan: Pick<Plan, 'pages'>, shown: ReadonlyMap<string, Ingredient>): Ingredient =>
  placements(plan).map((placement) => [placementKey(placement), shown.get(placementKey(placement))]);

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
