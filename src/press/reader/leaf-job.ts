/** What the leaves of the reader's PDF are made with: plain data, so that a page's leaf hangs on no more of the issue than it shows. */
import type { PagePlan, Plan } from '../../makeup/plan.ts';
import { Directory, linksOf } from './links.ts';
import type { Spot } from './places.ts';

/** What a leaf is made with. */
export interface LeafJob {
  readonly page: PagePlan;
  /** Millimetres. */
  readonly bleed: number;
  /** Where its links stand, in the order of their annotations. */
  readonly links: readonly Spot[];
  /** Headline of each article that the page has of, by slug. */
  readonly titles: Readonly<Record<string, string>>;
  /** Level of an article's headline: 2 where the nameplate is text and so the first heading. */
  readonly level: 1 | 2;
}

interface LeavesJob extends Pick<LeafJob, 'bleed' | 'titles'> {
  readonly plan: Plan;
}

/** What the leaf of each page is made with, in the plan's order. */
export function leafJobs({ plan, titles, bleed }: LeavesJob): readonly LeafJob[] {
  const directory = new Directory(plan);
  const level = plan.pages.some(hasTextNameplate) ? 2 : 1;
  return plan.pages.map((page) => {
    const slugs = page.modules.map(({ slug }) => slug);
    return {
      page,
      bleed,
      links: linksOf(page, directory, () => '').map(({ spot }) => spot),
      titles: Object.fromEntries(slugs.map((slug) => [slug, titles[slug] ?? ''])),
      level,
    };
  });
}

const hasTextNameplate = ({ modules }: PagePlan): boolean =>
  modules.some(({ boxes }) => boxes.some((box) => box.kind === 'text' && box.text.role === 'nameplate'));
