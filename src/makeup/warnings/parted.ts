/** Stories that were to stand together and were sent to different pages: a head that is not printed, a box that is not drawn. */
import type { Fault } from '../../fault.ts';
import { asideParted, groupParted } from '../faults.ts';
import type { WarningSource } from './warnings.ts';

/** Warnings of groups whose head is printed over none of their stories, or not over one, and of asides on another page than their story. */
export const partedStories = (source: WarningSource): readonly Fault[] => [
  ...aloneInGroup(source),
  ...partedAsides(source),
];

function aloneInGroup({ issue, plan }: WarningSource): readonly Fault[] {
  const pages = firstPages({ plan });
  return Object.entries(issue.groups).flatMap(([name, group]) => {
    const members = issue.articles.filter((article) => article.group === name && pages.has(article.slug));
    const onPage = (page: number | undefined) => members.filter(({ slug }) => pages.get(slug) === page);
    return members
      .filter(({ slug }) => onPage(pages.get(slug)).length === 1)
      .map((article) => groupParted(article, group.title, pages.get(article.slug) as number));
  });
}

function partedAsides({ issue, plan }: WarningSource): readonly Fault[] {
  const pages = firstPages({ plan });
  return issue.articles.flatMap((host) =>
    issue.articles
      .filter(({ slug }) => host.aside.includes(slug))
      .flatMap((aside) => {
        const [on, hosted] = [pages.get(aside.slug), pages.get(host.slug)];
        return on === undefined || hosted === undefined || on === hosted ? [] : [asideParted(aside, on, host, hosted)];
      }),
  );
}

/** Pages of the first parts of stories, by slug. */
const firstPages = ({ plan }: Pick<WarningSource, 'plan'>): ReadonlyMap<string, number> =>
  new Map(
    plan.pages.flatMap(({ number, modules }) =>
      modules.filter(({ kind, part }) => kind === 'article' && part === 1).map(({ slug }) => [slug, number] as const),
    ),
  );
