/** An inner page made up from a few stories. */
import type { Article } from '../../src/issue/model.ts';
import { makeUp } from '../../src/makeup/make-up.ts';
import type { PagePlan } from '../../src/makeup/plan.ts';
import { issueOf, photo, picture, story, syntheticTypesetter } from './synthetic.ts';

export const inner = { number: 2, color: true, locked: false, name: '要闻' };

export function pageOf(articles: readonly Article[], more: Parameters<typeof issueOf>[1] = {}) {
  const issue = issueOf(articles, { pages: [inner], ...more });
  const files = [...articles.flatMap((one) => one.photos), ...issue.ads, ...issue.fillers].map(({ file }) => file);
  const pictures = new Map(files.map((file) => [file, picture(file)]));
  const input = { issue, typesetter: syntheticTypesetter(), pictures };
  const made = makeUp(input);
  return { ...made, input, page: made.plan.pages[0] as PagePlan };
}

export const errors = ({ faults }: { faults: readonly { severity: string; name: string }[] }) =>
  faults.filter(({ severity }) => severity === 'error').map(({ name }) => name);
export const on = (page: PagePlan, slug: string) => {
  const module = page.modules.find((one) => one.slug === slug);
  if (!module) throw new Error(`${slug} is not on the page`);
  return module;
};

/** Six stories that fill a page of 832 cells, the lead with a photo. */
export const sixStories = (): Article[] => [
  story(210, { slug: 'a', priority: 1, title: ['头条标题一共八字'], photos: [photo({ prominence: 'main' })] }),
  story(140, { slug: 'b', priority: 2 }),
  story(110, { slug: 'c', title: ['第三条新闻的标题在这里'] }),
  story(80, { slug: 'd', title: ['第四条新闻有图'], photos: [photo()] }),
  story(40, { slug: 'e', priority: 4, title: ['小消息一则'] }),
  story(30, { slug: 'f', priority: 5, title: ['简讯一则'] }),
];
