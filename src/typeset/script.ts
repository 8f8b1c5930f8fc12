/** Which script a story is written in: its rules of setting, and its language on the web, follow from it. */
import { blocksText } from '../issue/digest.ts';
import type { Article } from '../issue/model.ts';

/** Letters to a Han character above which a story is English whatever the paper, and below which it is Chinese. */
const MOSTLY = { latin: 20, han: 1 } as const;

/** The script that a story is written in; a name or two of the other change nothing. */
export function scriptOf({ title, body }: Pick<Article, 'title' | 'body'>): 'latin' | 'han' | 'mixed' {
  const text = `${title.join('')}${blocksText(body)}`;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin > MOSTLY.latin * han) return 'latin';
  return latin < MOSTLY.han * han ? 'han' : 'mixed';
}

/** The language of the stories of a page, read as one: what their desk counts copy by. */
export const languageOfAll = (articles: readonly Pick<Article, 'title' | 'body'>[], paper: string): string =>
  languageOf({ title: articles.flatMap(({ title }) => title), body: articles.flatMap(({ body }) => body) }, paper);

/** The language of a story in a paper, BCP 47: the paper's own, or that of the script that the story is written in. */
export function languageOf(article: Pick<Article, 'title' | 'body'>, paper: string): string {
  const script = scriptOf(article);
  const isChinese = /^zh\b/i.test(paper);
  if (script === 'latin' && isChinese) return 'en';
  return script === 'han' && !isChinese ? 'zh-CN' : paper;
}
