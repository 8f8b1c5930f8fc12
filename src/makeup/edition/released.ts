/** Pages that are signed off (签样): taken from the earlier plan untouched, their stories kept off all other pages. */

import type { Fault } from '../../fault.ts';
import type { Issue } from '../../issue/model.ts';
import {
  releasedAdGone,
  releasedFormat,
  releasedGone,
  releasedKeeps,
  releasedPageGone,
  releasedTurnsAway,
} from '../faults.ts';
import type { MakeUpInput } from '../make-up.ts';
import type { Module, PagePlan } from '../plan.ts';
import type { JumpPart } from './tasks.ts';

/** What is frozen. */
export interface Released {
  readonly pages: ReadonlyMap<number, PagePlan>;
  /** Stories that stand on frozen pages. */
  readonly slugs: ReadonlySet<string>;
  /** Pictures of ads and fillers that stand on frozen pages. */
  readonly files: ReadonlySet<string>;
}

/** The frozen pages of an input. */
export function releasedPages({ previous, released = [] }: Pick<MakeUpInput, 'previous' | 'released'>): Released {
  const pages = (previous?.pages ?? []).filter(({ number }) => released.includes(number));
  const modules = pages.flatMap((page) => page.modules);
  return {
    pages: new Map(pages.map((page) => [page.number, page])),
    slugs: new Set(modules.filter(isStory).map(({ slug }) => slug)),
    files: new Set(modules.filter(isBooked).flatMap(filesOf)),
  };
}

/** Is this page signed off? */
export const isReleased = ({ pages }: Released, page: number): boolean => pages.has(page);

/** The signed-off page that prints this ad. */
export const pageWith = ({ pages }: Released, file: string): number | undefined =>
  [...pages.values()].find(({ modules }) => modules.filter(isBooked).flatMap(filesOf).includes(file))?.number;

/**
 * What the desk has changed too late: a story sent to a page that was signed off without it, sent away from one that was
 * signed off with it, or taken out of the issue though such a page prints it.
 */
export const changedTooLate = (issue: Issue, released: Released): readonly Fault[] => [
  ...issue.articles.flatMap((article) => {
    const { page } = article;
    if (page === undefined) return [];
    const at = released.slugs.has(article.slug) ? pageOf(released, article.slug) : undefined;
    if (at !== undefined) return at === page ? [] : [releasedKeeps(issue.id, article, at)];
    return isReleased(released, page) ? [releasedTurnsAway(issue.id, article, page)] : [];
  }),
  ...[...released.pages.values()].flatMap(({ number, modules }) => {
    const printed = modules.filter(({ kind, part }) => kind === 'article' && part === 1);
    const gone = printed.filter(({ slug }) => !issue.articles.some((article) => article.slug === slug));
    return gone.map(({ slug }) => releasedGone(issue.id, slug, number));
  }),
];

/** What issue.yaml has changed too late: the number of pages, their size, an ad that was cancelled. */
export function bookedTooLate(issue: Issue, { pages }: Released, there: readonly number[]): readonly Fault[] {
  const now = issue.paper.format.trim;
  const booked = new Set([...issue.ads, ...issue.fillers].map(({ file }) => file));
  return [...pages.values()].flatMap((page) => {
    if (!there.includes(page.number)) return [releasedPageGone(page.number, there.length)];
    const { width, height } = page.trim;
    const gone = page.modules
      .filter(isBooked)
      .flatMap(filesOf)
      .filter((file) => !booked.has(file));
    return [
      ...(width === now.width && height === now.height ? [] : [releasedFormat(issue.id, page, now)]),
      ...gone.map((file) => releasedAdGone(issue.id, file, page.number)),
    ];
  });
}

/** Modules that show what issue.yaml books. */
const isBooked = ({ kind }: Module): boolean => kind === 'filler' || kind === 'ad' || kind === 'ear';

const isStory = ({ kind }: Module): boolean => kind === 'article' || kind === 'index';

const filesOf = ({ boxes }: Module): readonly string[] =>
  boxes.flatMap((box) => (box.kind === 'picture' ? [box.file] : []));

/** Second parts that open pages owe to stories of frozen ones: the text goes on at the frozen cut. */
export function frozenJumps({ previous }: MakeUpInput, released: Released): ReadonlyMap<number, readonly JumpPart[]> {
  const owed = new Map<number, JumpPart[]>();
  for (const page of previous?.pages ?? []) {
    if (released.pages.has(page.number)) continue;
    for (const module of page.modules) {
      if (module.part !== 2 || !released.slugs.has(module.slug)) continue;
      const from = pageOf(released, module.slug);
      const cut = firstCut(module);
      if (from === undefined || !cut) continue;
      owed.set(page.number, [
        ...(owed.get(page.number) ?? []),
        { slug: module.slug, part: 2, from: { cut, page: from } },
      ]);
    }
  }
  return owed;
}

const pageOf = ({ pages }: Released, slug: string): number | undefined =>
  [...pages.values()].find(({ modules }) => modules.some((module) => module.slug === slug && module.part === 1))
    ?.number;

/** Where the text of a second part begins in its article. */
function firstCut(
  module: Module,
): JumpPart['from'] extends infer F ? (F extends { cut: infer C } ? C : never) | undefined : never {
  const line = module.boxes.find((box) => box.kind === 'leg')?.lines[0];
  return line && { block: line.block, offset: line.offset ?? 0 };
}
