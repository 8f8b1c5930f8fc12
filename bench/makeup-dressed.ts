/**
 * The generator's pages dressed as a desk dresses them: comment on a tint, labels, 编者按, bylines, 链接 pieces, groups.
 * `npm run fuzz:dressed -- [PAGES] [FIRST SEED] [zh|en] [broadsheet|tabloid|berliner]` prints how many closed and what they broke.
 */
import { fileURLToPath } from 'node:url';
import type { Article, Newspaper } from '../src/issue/model.ts';
import { makeUp } from '../src/makeup/make-up.ts';
import type { Typesetter } from '../src/typeset/model.ts';
import { openTypesetter } from '../src/typeset/typesetter.ts';
import { authorFor, type RandomPage, randomPage } from './makeup-generator.ts';
import { paperOf } from './makeup-paper.ts';
import { randomOf } from './makeup-writer.ts';

/** A random page with the dress of a real one. */
export function dressedPage(seed: number, paper: Newspaper, typesetter: Typesetter): RandomPage {
  const page = randomPage(seed, paper, typesetter);
  const random = randomOf(seed);
  const write = authorFor(paper, randomOf(seed + 1));
  const note = write.note();
  const perhaps = (chance: number, more: Partial<Article>): Partial<Article> => (random() < chance ? more : {});
  const dressed = page.issue.articles.map(
    (article, index): Article => ({
      ...article,
      ...perhaps(index === 0 ? 0 : 0.2, { genre: 'comment' }),
      ...perhaps(0.25, { label: write.label() }),
      ...perhaps(0.15, { note }),
      ...perhaps(0.3, { byline: [write.name()] }),
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
  const groups = grouped ? { street: write.group() } : {};
  return { ...page, issue: { ...page.issue, articles, groups } };
}

/** What a dressed page came to. */
export interface Dressed {
  readonly closed: boolean;
  readonly hard: readonly string[];
  readonly lost: readonly string[];
  /** Faults that say that the program is wrong, and not the page: text lost. */
  readonly bugs: readonly string[];
}

/** Makes a dressed page up and judges it. */
export function judgeDressed(seed: number, paper: Newspaper, typesetter: Typesetter): Dressed {
  const { issue, pictures } = dressedPage(seed, paper, typesetter);
  const { plan, faults } = makeUp({ issue, typesetter, pictures });
  const closed = !faults.some(({ severity }) => severity === 'error');
  const hard = plan.pages.flatMap((page) => page.hard.map(({ rule, modules }) => `${rule} ${modules.join(' ')}`));
  const lost = plan.articles.filter(({ digest, placedDigest, placed }) => placed > 0 && digest !== placedDigest);
  const bugs = faults.filter(({ name }) => name === 'text-lost').map(({ message }) => message);
  return { closed, bugs, hard: closed ? hard : [], lost: closed ? lost.map(({ slug }) => slug) : [] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [pages, first] = [Number(process.argv[2] ?? 200), Number(process.argv[3] ?? 1)];
  const paper = paperOf(process.argv[4], process.argv[5]);
  const typesetter = await openTypesetter(paper);
  let closed = 0;
  for (let seed = first; seed < first + pages; seed += 1) {
    const page = judgeDressed(seed, paper, typesetter);
    closed += page.closed ? 1 : 0;
    const broken = [...page.hard, ...page.lost, ...page.bugs];
    if (broken.length > 0) console.log(`seed ${seed}: ${broken.join('; ')}`);
  }
  console.log(`${pages} dressed pages: ${closed} closed`);
}
