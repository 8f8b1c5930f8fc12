/**
 * Signed-off pages under today's names. A story whose file got another name is the same story while its text is, a
 * picture while its bytes are: taken for new, they would be printed twice.
 */
import { placementKey, placements } from '../../edition/pictures.ts';
import type { Fault } from '../../fault.ts';
import { articleText } from '../../issue/digest.ts';
import type { Article, Issue } from '../../issue/model.ts';
import type { PagePlan } from '../../makeup/plan.ts';
import type { Picture } from '../../photo/model.ts';
import { isStandInOf } from '../../photo/stand-in.ts';
import { releasedRenamed } from '../faults.ts';
import { textOf } from './rewording.ts';
import type { FrozenPage } from './store.ts';

/** Frozen pages by number. */
type Frozen = ReadonlyMap<number, FrozenPage>;

/** Old names to new ones. */
type Names = ReadonlyMap<string, string>;

/** Share of the shorter text's shingles that the other must hold to be the same story, edited or not. */
const SAME = 0.5;
/** Characters to a shingle, as the make-up compares stories. */
const SHINGLE = 5;
/** A text of fewer shingles says too little to be known by. */
const LEAST = 10;

/** The pages with the names that their stories and pictures have by now, and what is to be said of it. */
export function underTodaysNames(
  frozen: Frozen,
  issue: Issue,
  pictures: ReadonlyMap<string, Picture>,
): { readonly frozen: Frozen; readonly faults: readonly Fault[] } {
  const slugs = renamedStories(frozen, issue.articles);
  const pages = [...frozen].map(
    ([number, page]) => [number, renamed(page, slugs, renamedFiles(page, pictures))] as const,
  );
  const faults = pages.flatMap(([number, { plan }]) =>
    [...slugs].flatMap(([old, now]) => {
      const isThere = plan.modules.some(({ slug, part }) => slug === now && part === 1);
      return isThere ? [releasedRenamed(issue.id, number, old, now)] : [];
    }),
  );
  return { frozen: new Map(pages), faults };
}

/** Stories that the issue has no file of, and the files that have their text; each is taken for one story at most. */
function renamedStories(frozen: Frozen, articles: readonly Article[]): Names {
  const printed = textsOf([...frozen.values()].map(({ plan }) => plan));
  const known = new Set(articles.map(({ slug }) => slug));
  const lost = [...printed].filter(([slug]) => !known.has(slug));
  const names = new Map<string, string>();
  if (lost.length === 0) return names;
  const open = new Map(
    articles.filter(({ slug }) => !printed.has(slug)).map((one) => [one.slug, shinglesOf(articleText(one))] as const),
  );
  for (const [old, text] of lost) {
    const before = shinglesOf(text);
    const [best] = [...open]
      .map(([slug, now]) => ({ slug, likeness: likeness(before, now) }))
      .toSorted((one, other) => other.likeness - one.likeness);
    if (best === undefined || best.likeness < SAME) continue;
    names.set(old, best.slug);
    open.delete(best.slug);
  }
  return names;
}

/** What the stories on some pages say, by slug. */
function textsOf(pages: readonly PagePlan[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { kind, slug, boxes } of pages.flatMap(({ modules }) => modules)) {
    if (kind !== 'article') continue;
    const said = boxes.map((box) => {
      if (box.kind === 'leg') return textOf(box.lines);
      return box.kind === 'text' ? textOf(box.text.lines) : '';
    });
    texts.set(slug, (texts.get(slug) ?? '') + said.join(''));
  }
  return texts;
}

/** The different stretches of a text's letters, characters and digits. */
function shinglesOf(text: string): ReadonlySet<string> {
  const bare = text.replace(/[\p{P}\p{S}\p{White_Space}]+/gu, '');
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE <= bare.length; at += 1) shingles.add(bare.slice(at, at + SHINGLE));
  return shingles;
}

/** The share of the shorter text that the other holds, 0–1: of a story that runs on elsewhere a page has a part. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shorter = Math.min(one.size, other.size);
  return shorter < LEAST ? 0 : [...one].filter((shingle) => other.has(shingle)).length / shorter;
}

/** Files of the page that the issue names no more, and those that hold the same picture. */
function renamedFiles({ plan, pictures: printed }: FrozenPage, pictures: ReadonlyMap<string, Picture>): Names {
  const gone = placements({ pages: [plan] }).filter(({ file }) => !pictures.has(file));
  return new Map(
    gone.flatMap((placement) => {
      const bytes = printed.get(placementKey(placement));
      const same = [...pictures.values()].find((picture) => bytes && isStandInOf(bytes, picture, placement));
      return same === undefined ? [] : [[placement.file, same.file] as const];
    }),
  );
}

function renamed(page: FrozenPage, slugs: Names, files: Names): FrozenPage {
  if (slugs.size === 0 && files.size === 0) return page;
  const named = (names: Names, name: unknown): unknown => (typeof name === 'string' ? (names.get(name) ?? name) : name);
  // Wherever the plan speaks of a story or a picture it does so under these keys: in modules, links, findings and boxes.
  const plan: PagePlan = JSON.parse(JSON.stringify(page.plan), (key, value) => {
    if (key === 'slug') return named(slugs, value);
    if (key === 'file') return named(files, value);
    return key === 'modules' ? value.map((module: unknown) => named(slugs, module)) : value;
  });
  const newKeys = placements({ pages: [plan] }).map(placementKey);
  const keys = new Map(placements({ pages: [page.plan] }).map((one, at) => [placementKey(one), newKeys[at]] as const));
  const pictures = [...page.pictures].map(([key, bytes]) => [keys.get(key) ?? key, bytes] as const);
  return { ...page, plan, pictures: new Map(pictures) };
}
