/** The same event twice in the issue, or since yesterday: text similarity. */
import { both, type Fault } from '../../fault.ts';
import { articleText } from '../../issue/digest.ts';
import type { Article, Issue } from '../../issue/model.ts';
import { nameOf, sameEvent, titled } from '../faults.ts';
import { ShingleIndex } from './shingles.ts';
import type { WarningSource } from './warnings.ts';

/** Share of the shorter text's shingles that the other must hold to be the same event (house; tried on wire copy). */
const SAME = 0.25;
/** Texts of fewer shingles say too little to be compared. */
const LEAST = 30;

/** Warnings of stories that tell what another of the issue tells. */
export function sameEvents({ issue }: Pick<WarningSource, 'issue'>): readonly Fault[] {
  const today = comparable(issue);
  const twins = new Map<Article, Article>();
  for (const [one, other] of alike(today)) if (!twins.has(one)) twins.set(one, other);
  return today.flatMap((one) => {
    const twin = twins.get(one);
    return twin ? [sameEvent(one, both(`${nameOf(twin)} in this issue`, `本期${titled(twin)}`))] : [];
  });
}

/** Warnings of stories that tell what the issue before told. */
export function toldBefore(issue: Issue, before: Issue): readonly Fault[] {
  const [old, today] = [comparable(before), comparable(issue)];
  const told = new Map<Article, Article>();
  for (const [one, other] of alike([...old, ...today])) if (old.includes(one) && !told.has(other)) told.set(other, one);
  return today.flatMap((one) => {
    const twin = told.get(one);
    return twin ? [sameEvent(one, both(`${nameOf(twin)} of ${before.date}`, `${before.date} 的${titled(twin)}`))] : [];
  });
}

const comparable = ({ articles }: Issue): readonly Article[] => articles.filter(({ genre }) => genre !== 'index');

/** Pairs of articles that tell the same, the earlier one first; the pairs of a later article follow those of the ones before it. */
function alike(articles: readonly Article[]): readonly (readonly [Article, Article])[] {
  const index = new ShingleIndex(articles.map((article) => articleText(article).replace(/[\p{P}\p{S}]+/gu, '')));
  const sizes: number[] = [];
  return articles.flatMap((article) => {
    const { size, shared } = index.next();
    sizes.push(size);
    return articles.slice(0, shared.length).flatMap((one, at) => {
      const smaller = Math.min(size, sizes[at] as number);
      return smaller >= LEAST && (shared[at] as number) >= SAME * smaller ? [[one, article] as const] : [];
    });
  });
}
