/** A typesetter for measurements: what was set stays set, but each make-up gets copies of its own and works out all shapes anew. */
import type { Article } from '../src/issue/model.ts';
import type { Copy, Typesetter } from '../src/typeset/model.ts';

/** Gives a typesetter with the lines of all make-ups before it, for the next one. */
export function linesKept(typesetter: Typesetter): () => Typesetter {
  const set = new Map<Article, Copy>();
  const kept = (article: Article): Copy => {
    const copy = set.get(article) ?? typesetter.copy(article);
    set.set(article, copy);
    return copy;
  };
  return () => ({ ...typesetter, copy: (article) => ({ ...kept(article) }) });
}
