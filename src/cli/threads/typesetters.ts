/** Typesetters that stay warm: an article that was set before is not set again. */
import type { Article, Newspaper } from '../../issue/model.ts';
import type { Copy, Typesetter } from '../../typeset/model.ts';
import { openTypesetter } from '../../typeset/typesetter.ts';

/** Set articles that are kept: those of an issue, and what an editor goes back to. */
const MOST_COPIES = 512;

/** Typesetters that give the same `Copy` for the same article. */
export function warmTypesetters(): (paper: Newspaper) => Promise<Typesetter> {
  const typesetters = new Map<string, Promise<Typesetter>>();
  return (paper) => {
    const key = JSON.stringify(paper);
    const known = typesetters.get(key) ?? openTypesetter(paper).then(keepingCopies);
    typesetters.clear();
    typesetters.set(key, known);
    return known;
  };
}

function keepingCopies(typesetter: Typesetter): Typesetter {
  const names = new WeakMap<Article, string>();
  const copies = new Map<string, Copy>();
  const nameOf = (article: Article): string => {
    const name = names.get(article) ?? JSON.stringify(article);
    names.set(article, name);
    return name;
  };
  return {
    ...typesetter,
    copy(article) {
      const name = nameOf(article);
      const copy = copies.get(name) ?? typesetter.copy(article);
      copies.delete(name);
      copies.set(name, copy);
      if (copies.size > MOST_COPIES) copies.delete(copies.keys().next().value ?? '');
      return copy;
    },
  };
}

/** This thread's own. */
export const typesetterFor = warmTypesetters();
