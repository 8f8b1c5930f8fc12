/** Lighthouse over a page that is served here: the scores of its categories, 0 to 100, and what cost points. */
import lighthouse, { desktopConfig } from 'lighthouse';
import type { BrowserDoor } from '#src/browser/open.ts';

export interface Score {
  readonly category: string;
  readonly score: number;
  /** Audits below their best that count, as `id (score)`. */
  readonly lost: readonly string[];
}

export interface Visit {
  readonly url: string;
  readonly desk: boolean;
  readonly categories: readonly string[];
}

/** The scores of one page, on a slow phone or a desk. */
export async function scores(door: BrowserDoor, { url, desk, categories }: Visit): Promise<readonly Score[]> {
  const page = await door.browser.newPage();
  try {
    const flags = { output: 'json' as const, logLevel: 'error' as const, onlyCategories: [...categories] };
    const result = await lighthouse(url, flags, desk ? desktopConfig : undefined, page as never);
    if (result === undefined) throw new Error(`bug: Lighthouse said nothing of ${url}`);
    const { audits } = result.lhr;
    return Object.values(result.lhr.categories).map(({ id, score, auditRefs }) => ({
      category: id,
      score: Math.round((score ?? 0) * 100),
      lost: auditRefs
        .filter(({ weight, id: audit }) => weight > 0 && (audits[audit]?.score ?? 1) < 1)
        .map(({ id: audit }) => `${audit} (${audits[audit]?.displayValue ?? audits[audit]?.score})`),
    }));
  } finally {
    await page.close();
  }
}
