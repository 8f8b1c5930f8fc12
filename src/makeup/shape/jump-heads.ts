/** Heads of second parts: one line that repeats the headline, under the page that the story comes from (R40). */
import type { Article } from '../../issue/model.ts';
import type { HeadRequest, HeadSetting, TextBlock, Typesetter } from '../../typeset/model.ts';
import { PITCH, type Px, type Rows } from '../../units.ts';
import { HOUSE } from '../draw/styles.ts';
import type { Words } from '../furniture/words.ts';

/** Rows of the head: the line from where, the headline, air. */
const ROWS: Rows = 3;
const FROM_TOP: Px = 4;
const TITLE_TOP: Px = 22;

/** One head of each family over a width; its text is no part of the article's digest. */
export function jumpHeads(
  article: Article,
  page: number,
  { width, family }: HeadRequest,
  typesetter: Typesetter,
  words: Words,
): readonly HeadSetting[] {
  const style = family === 'song' ? HOUSE.jumpTitleSong : HOUSE.jumpTitle;
  const title = typesetter.fit(article.title.join(' ') || article.slug, style, width, style.size);
  const from = typesetter.text(words.jumpFrom(page), HOUSE.jumpFrom, width);
  const parts: readonly TextBlock[] = [
    { ...from, top: FROM_TOP },
    { ...title, top: TITLE_TOP, height: ROWS * PITCH - TITLE_TOP },
  ];
  return [
    {
      size: title.lines[0]?.runs[0]?.size ?? style.size,
      lines: 1,
      family,
      rows: ROWS,
      cost: 0,
      fill: (title.lines[0]?.width ?? 0) / width,
      parts,
    },
  ];
}
