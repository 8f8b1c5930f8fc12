/** What a picture file says of itself stands under the picture where the desk has written nothing. */
import type { Article, Issue, PhotoRequest } from '../issue/model.ts';
import type { Picture } from './model.ts';

/** What a file can say. */
export const SAID = ['caption', 'credit'] as const;

/** One of them. */
export type Said = (typeof SAID)[number];

/** The issue with the captions and credits that its pictures bring along. */
export function captioned(issue: Issue, pictures: ReadonlyMap<string, Picture>): Issue {
  return { ...issue, articles: issue.articles.map((article) => captionedArticle(article, pictures)) };
}

function captionedArticle(article: Article, pictures: ReadonlyMap<string, Picture>): Article {
  const added = captionsOfFiles(article, pictures);
  const isEmptied = article.photos.some((photo) => SAID.some((key) => photo[key] === ''));
  if (!isEmptied && added.every((said) => Object.keys(said).length === 0)) return article;
  return { ...article, photos: article.photos.map((photo, index) => ({ ...withoutEmpty(photo), ...added[index] })) };
}

/** An empty caption is none: the desk's word against the file's. */
function withoutEmpty({ caption, credit, ...photo }: PhotoRequest): PhotoRequest {
  return { ...photo, ...(caption && { caption }), ...(credit && { credit }) };
}

/**
 * What the files of an article's photos add to them. A caption or a credit that the desk has written for one photo is wanted
 * of none; where it speaks of one photo alone, that caption serves the whole 组图; what a later file repeats is set once.
 */
export function captionsOfFiles(
  { photos }: Pick<Article, 'photos'>,
  pictures: ReadonlyMap<string, Picture>,
): readonly Partial<Record<Said, string>>[] {
  const wanted = SAID.filter((key) => photos.every((photo) => photo[key] === undefined));
  const [told, ...others] = photos.filter(({ caption, credit }) => caption || credit);
  const speaker = others.length === 0 ? told : undefined;
  const heard = new Set<string>();
  return photos.map((photo) => {
    if (speaker !== undefined && photo !== speaker) return {};
    const picture = pictures.get(photo.file);
    const said = wanted.flatMap((key): [Said, string][] => {
      const text = picture?.[key];
      return text ? [[key, text]] : [];
    });
    const words = JSON.stringify(said);
    if (heard.has(words)) return {};
    heard.add(words);
    return Object.fromEntries(said);
  });
}
