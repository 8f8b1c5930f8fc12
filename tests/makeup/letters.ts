/** A page drawn in letters: one letter a column, one line for every few rows, so that a test can be read like a page. */
import type { PagePlan } from '../../src/makeup/plan.ts';

/** The page's modules as letters: the names' first letters unless told otherwise; `.` where nothing stands. */
export function drawLetters(page: PagePlan, names: Readonly<Record<string, string>> = {}, step = 8): string[] {
  const { columns, rows } = page.grid;
  return Array.from({ length: Math.ceil(rows / step) }, (_, line) =>
    Array.from({ length: columns }, (_, column) => {
      const row = Math.min(rows - 1, line * step + Math.floor(step / 2));
      const module = page.modules.find(
        (one) =>
          column >= one.column && column < one.column + one.columns && row >= one.row && row < one.row + one.rows,
      );
      return module ? (names[module.slug] ?? module.slug.charAt(0)) : '.';
    }).join(''),
  );
}
