/**
 * The generator's pages dressed as a desk dresses them: comment on a tint, labels, 编者按, bylines, 链接 pieces, groups.
 * `npm run fuzz:dressed -- [PAGES] [FIRST SEED]` prints how many closed and what they broke.
 */
import { fileURLToPath } from 'node:url';
import type { Article } from '../src/issue/model.ts';
import { makeUp } from '../src/makeup/make-up.ts';
import type { Typesetter } from '../src/typeset/model.ts';
import { openTypesetter } from '../src/typeset/typesetter.ts';
import { type RandomPage, randomOf, randomPage } from './makeup-generator.ts';
import { SAMPLE_PAPER } from './makeup-paper.ts';

/** A random page with the dress of a real one. */
export function dressedPage(seed: number, typesetter: Typesetter): RandomPage {
  const page = randomPage(seed, SAMPLE_PAPER, typesetter);
  const random = randomOf(seed);
  const perhaps = (chance: number, more: Partial<Article>): Partial<Article> => (random() < chance ? more : {});
  const dressed = page.issue.articles.map(
    (article, index): Article => ({
      ...article,
      ...perhaps(index === 0 ? 0 : 0.2, { genre: 'comment' }),
      ...perhaps(0.25, { label: '今日关注' }),
      ...perhaps(0.15, { note: '编者按：这几篇稿件来自同一条街道。' }),
      ...perhaps(0.3, { byline: ['程望舒'] }),
    }),
  );
  const aside = random() < 0.5 && dressed.length > 4 ? [dressed.at(-1)?.slug ?? ''] : [];
  const grouped = random() < 0.4 && dressed.length > 5;
  const articles = dressed.map(
    (article, index): Article => ({
      ...article,
      ...(index === 1 && { aside }),
      ...(grouped && (index === 2 || index === 3) && { group: 'street' }),
    }),
  );
  const groups = grouped ? { street: { title: '一条街道的新年', note: '编者按：三个切面。' } } : {};
  return { ...page, issue: { ...page.issue, articles, groups } };
}

/** What a dressed page came to. */
export interface Dressed {
  readonly closed: boolean;
  readonly hard: readonly string[];
  readonly lost: readonly string[];
}

/** Makes a dressed page up and judges it. */
export function judgeDressed(seed: number, typesetter: Typesetter): Dressed {
  const { issue, pictures } = dressedPage(seed, typesetter);
  const { plan, faults } = makeUp({ issue, typesetter, pictures });
  const closed = !faults.some(({ severity }) => severity === 'error');
  const hard = plan.pages.flatMap((page) => page.hard.map(({ rule, modules }) => `${rule} ${modules.join(' ')}`));
  const lost = plan.articles.filter(({ digest, placedDigest, placed }) => placed > 0 && digest !== placedDigest);
  return { closed, hard: closed ? hard : [], lost: closed ? lost.map(({ slug }) => slug) : [] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [pages, first] = [Number(process.argv[2] ?? 200), Number(process.argv[3] ?? 1)];
  const typesetter = await openTypesetter(SAMPLE_PAPER);
  let closed = 0;
  for (let seed = first; seed < first + pages; seed += 1) {
    const page = judgeDressed(seed, typesetter);
    closed += page.closed ? 1 : 0;
    if (page.hard.length + page.lost.length > 0)
      console.log(`seed ${seed}: ${[...page.hard, ...page.lost].join('; ')}`);
  }
  console.log(`${pages} dressed pages: ${closed} closed`);
}
