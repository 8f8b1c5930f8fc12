/** The stories of a plan where they stand. */
import type { Article } from '../../issue/model.ts';
import type { Module } from '../plan.ts';
import type { WarningSource } from './warnings.ts';

/** A module with its story, and the number of its page. */
export interface StandingStory {
  readonly article: Article;
  readonly module: Module;
  readonly page: number;
}

/** Every module that holds a story of the issue, page by page. */
export const standingStories = ({ issue, plan }: WarningSource): readonly StandingStory[] =>
  plan.pages.flatMap(({ number: page, modules }) =>
    modules.flatMap((module) => {
      const article = issue.articles.find(({ slug }) => slug === module.slug);
      return article === undefined ? [] : [{ article, module, page }];
    }),
  );
