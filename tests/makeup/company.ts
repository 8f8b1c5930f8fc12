/** Stories of real type for the tests of what stands beside them. */
import type { Article, Block, Newspaper } from '../../src/issue/model.ts';
import { makeUp } from '../../src/makeup/make-up.ts';
import type { Module, Plan } from '../../src/makeup/plan.ts';
import { openTypesetter } from '../../src/typeset/typesetter.ts';
import { issueOf, PAPER, photo, picture, story } from './synthetic.ts';

const SENTENCE = '记者昨日从市里获悉，今年全市将新建一批社区公园，方便市民就近散步、健身和休息。';
/** Paragraphs of so many sentences. */
export const prose = (sentences: number, sentence = SENTENCE): Block[] =>
  Array.from({ length: Math.ceil(sentences / 3) }, () => ({
    kind: 'paragraph',
    spans: [{ text: sentence.repeat(3) }],
  }));

/** The type of the tests’ paper. */
export const chinese = await openTypesetter(PAPER);

/** What the make-up answered. */
export interface Made {
  readonly plan: Plan;
  readonly errors: readonly string[];
}

/** Stories made up, in Chinese where nothing else is said. */
export function made(articles: readonly Article[], pages = 1, paper: Newspaper = PAPER, typesetter = chinese): Made {
  const requests = Array.from({ length: pages }, (_, at) => ({ number: at + 1, color: true, locked: false }));
  const pictures = new Map(articles.flatMap((one) => one.photos).map(({ file }) => [file, picture(file)]));
  const { plan, faults } = makeUp({ issue: issueOf(articles, { pages: requests, paper }), typesetter, pictures });
  return { plan, errors: faults.filter(({ severity }) => severity === 'error').map(({ message }) => message) };
}

/** A story's module on the page of its part. */
export const on = (plan: Plan, slug: string, part = 1): Module => {
  const module = plan.pages.flatMap(({ modules }) => modules).find((one) => one.slug === slug && one.part === part);
  if (!module) throw new Error(`Expected ${slug} on a page.`);
  return module;
};

/** Three stories that fill most of a page. */
export const company = (): Article[] => [
  story(0, {
    slug: 'lead',
    priority: 1,
    title: ['全市新建一批社区公园'],
    body: prose(66),
    photos: [photo({ prominence: 'main' })],
  }),
  story(0, { slug: 'two', priority: 2, title: ['老街巷里开了新书店'], body: prose(45) }),
  story(0, { slug: 'three', title: ['夜班公交延长到零点'], body: prose(30) }),
];
