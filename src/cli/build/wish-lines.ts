/** Faults of what the desk asked of places, put at the line where it was asked. */
import type { Fault } from '../../fault.ts';
import { locateIn } from '../../issue/locate-article.ts';
import type { Article, Issue } from '../../issue/model.ts';

/** The same faults, those of refused wishes at the keys that ask. `folder` is the issue's. */
export const atTheirLines = (folder: string, issue: Issue, faults: readonly Fault[]): Promise<readonly Fault[]> =>
  Promise.all(
    faults.map(async (fault) => {
      const article = issue.articles.find(({ place }) => place.file === fault.place?.file);
      if (fault.name !== 'wish-refused' || article === undefined) return fault;
      const locate = await locateIn(folder, article);
      return { ...fault, place: locate([keyOf(article)]) };
    }),
  );

const keyOf = ({ pin, order }: Article): string =>
  pin !== undefined ? 'place' : order !== undefined ? 'order' : 'keepApart';
