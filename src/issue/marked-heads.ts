/** Heads and captions are plain words: Markdown, tags and entities in them would be printed as they stand. */
import type { Fault } from '../fault.ts';
import { marksAsText } from './faults.ts';
import type { ArticleSource } from './schema/article.ts';
import type { Locate } from './yaml.ts';

const MARKS =
  /\*\*[^*\n]+\*\*|<\/?[a-zA-Z][^<>\n]{0,200}>|&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[\da-fA-F]{2,5});|!?\[[^[\]\n]+\]\([^()\s]+\)/u;
const HEADS = ['kicker', 'title', 'deck', 'byline', 'label', 'note'] as const;

/** Warns of the first mark in each value of the front matter that is printed. */
export function markedHeads(source: ArticleSource, locate: Locate): readonly Fault[] {
  const heads = HEADS.map((key) => ({ path: [key], text: [source[key] ?? ''].flat().join('\n') }));
  const captions = (source.photos ?? []).flatMap((photo, index) =>
    (['caption', 'credit'] as const).map((key) => ({ path: ['photos', index, key], text: photo[key] ?? '' })),
  );
  return [...heads, ...captions].flatMap(({ path, text }) => {
    const [mark] = MARKS.exec(text) ?? [];
    return mark === undefined ? [] : [marksAsText(locate(path), mark)];
  });
}
