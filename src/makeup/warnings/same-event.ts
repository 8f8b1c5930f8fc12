/** The same event twice in the issue, or since yesterday: text similarity. */

import { both, type Fault, inChinese, inEnglish, type Phrase } from '../../fault.ts';
import { articleText } from '../../issue/digest.ts';
import type { Article, Issue } from '../../issue/model.ts';
import { advice, nameOf, titled } from '../faults.ts';
import { Shingles } from './shingles.ts';
import type { WarningSource } from './warnings.ts';

/** Share of the shorter text's shingles that the other must hold to be the same event (house; tried on wire copy). */
const SAME = 0.25;
/** Texts of fewer shingles say too little to be compared. */
const LEAST = 30;

/** Warnings of stories that tell what another of the issue tells. */
export function sameEvents({ issue }: Pick<WarningSource, 'issue'>): readonly Fault[] {
  const today = toldIn(issue);
  return today.flatMap((one, index) => {
    const twin = today.slice(index + 1).find((other) => alike(one, other));
    return twin
      ? [tell(one.article, both(`${nameOf(twin.article)} in this issue`, `本期${titled(twin.article)}`))]
      : [];
  });
}

/** Warnings of stories that tell what the issue before told. */
export function toldBefore(issue: Issue, before: Issue): readonly Fault[] {
  const told = toldIn(before);
  return toldIn(issue).flatMap((one) => {
    const old = told.find((other) => alike(one, other));
    return old
      ? [tell(one.article, both(`${nameOf(old.article)} of ${before.date}`, `${before.date} 的${titled(old.article)}`))]
      : [];
  });
}

const toldIn = ({ articles }: Issue): readonly Shingled[] =>
  articles.filter(({ genre }) => genre !== 'index').map(shingled);

const tell = (article: Article, other: Phrase): Fault =>
  advice({
    name: 'same-event',
    what: both(
      `${nameOf(article)} tells much of what ${inEnglish(other)} tells.`,
      `${titled(article)}与${inChinese(other)}说的多是同一件事。`,
    ),
    todo: both('Keep one, or say what is new.', '请留一篇，或写明新在哪里。'),
    article,
  });

interface Shingled {
  readonly article: Article;
  readonly shingles: Shingles;
}

const shingled = (article: Article): Shingled => ({
  article,
  shingles: new Shingles(articleText(article).replace(/[\p{P}\p{S}]+/gu, '')),
});

function alike(a: Shingled, b: Shingled): boolean {
  const [small, large] = a.shingles.size <= b.shingles.size ? [a.shingles, b.shingles] : [b.shingles, a.shingles];
  return small.size >= LEAST && small.sharesWith(large, SAME * small.size);
}
