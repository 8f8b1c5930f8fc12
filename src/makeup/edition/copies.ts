/** Copies that are kept: an article set once stays set, however often the make-up comes back to it. */
import type { Article } from '../../issue/model.ts';
import type { Copy, Typesetter } from '../../typeset/model.ts';

/** Copies by typesetter and article; both are compared by identity, and forgotten with their owners. */
const known = new WeakMap<Typesetter, WeakMap<Article, Copy>>();

/** The same typesetter, which answers the same article with the same copy. */
export function keepCopies(typesetter: Typesetter): Typesetter {
  const copies = known.get(typesetter) ?? new WeakMap<Article, Copy>();
  known.set(typesetter, copies);
  return {
    copy: (article) => {
      const kept = copies.get(article) ?? typesetter.copy(article);
      copies.set(article, kept);
      return kept;
    },
    text: (text, style, width) => typesetter.text(text, style, width),
    fit: (text, style, width, maxSize) => typesetter.fit(text, style, width, maxSize),
  };
}
