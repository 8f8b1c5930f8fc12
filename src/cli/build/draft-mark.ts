/** 草样: what a draft prints above the folio of a page that may not go to the plates, so that it never does by mistake. */
import { type Fault, isChinese } from '../../fault.ts';
import { wordsOf } from '../../makeup/furniture/words.ts';
import { spanWidth } from '../../makeup/grid.ts';
import type { PagePlan, Plan } from '../../makeup/plan.ts';
import type { TextStyle, Typesetter } from '../../typeset/model.ts';
import { framesOf } from './resolution.ts';

/** Two lines of body type high: seen from across the room, and clear of the folio below. */
const STYLE: TextStyle = { role: 'draft', face: 'hei-black', size: 30, lead: 36, align: 'center' };
/** Above the type area; the folio begins 40 px above it. */
const TOP = -84;

/** The plan with every page marked that has a broken rule, a fault of its own, or an empty frame for a picture. */
export function markDrafts(plan: Plan, faults: readonly Fault[], typesetter: Typesetter, language: string): Plan {
  const wrong = new Set(faults.filter(({ severity }) => severity === 'error').map(({ page }) => page));
  const word = isChinese(language) ? wordsOf(language).draft : 'DRAFT';
  const pages = plan.pages.map((page) =>
    page.hard.length > 0 || wrong.has(page.number) || framesOf(page).length > 0 ? marked(page, word, typesetter) : page,
  );
  return { ...plan, pages };
}

function marked(page: PagePlan, word: string, typesetter: Typesetter): PagePlan {
  const width = spanWidth(page.grid, page.grid.columns);
  const text = typesetter.text(word, STYLE, width);
  const box = { kind: 'text', x: 0, y: TOP, width, height: text.height, text } as const;
  return { ...page, draft: true, folio: [...page.folio, box] };
}
