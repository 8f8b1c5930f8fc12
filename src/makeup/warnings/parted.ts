/** Stories that were to stand together and were sent to different pages: a head that is not printed, a box that is not drawn. */
import { both, type Fault } from '../../fault.ts';
import { advice, nameOf, titled } from '../faults.ts';
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
      .map((article) => {
        const page = pages.get(article.slug);
        return advice({
          name: 'group-parted',
          what: both(
            `${nameOf(article)} stands alone on page ${page}: the head “${group.title}” of its group is not printed over it.`,
            `${titled(article)}单独在第 ${page} 版：它上面没有组稿总题“${group.title}”。`,
          ),
          todo: both(
            'Send the stories of the group to one page, at least two of them.',
            '请把这组稿件放到同一版，至少两篇。',
          ),
          article,
          ...(page !== undefined && { page }),
        });
      });
  });
}

function partedAsides({ issue, plan }: WarningSource): readonly Fault[] {
  const pages = firstPages({ plan });
  return issue.articles.flatMap((host) =>
    issue.articles
      .filter(({ slug }) => host.aside.includes(slug))
      .filter(({ slug }) => pages.has(slug) && pages.has(host.slug) && pages.get(slug) !== pages.get(host.slug))
      .map((article) =>
        advice({
          name: 'aside-parted',
          what: both(
            `${nameOf(article)} is not boxed with ${nameOf(host)}: they stand on pages ${pages.get(article.slug)} and ${pages.get(host.slug)}.`,
            `${titled(article)}没有和${titled(host)}排在一起：一在第 ${pages.get(article.slug)} 版，一在第 ${pages.get(host.slug)} 版。`,
          ),
          todo: both('Send both to one page, or take it out of `aside`.', '请把两篇放到同一版，或从 `aside` 里去掉。'),
          article,
        }),
      ),
  );
}

/** Pages of the first parts of stories, by slug. */
const firstPages = ({ plan }: Pick<WarningSource, 'plan'>): ReadonlyMap<string, number> =>
  new Map(
    plan.pages.flatMap(({ number, modules }) =>
      modules.filter(({ kind, part }) => kind === 'article' && part === 1).map(({ slug }) => [slug, number] as const),
    ),
  );
