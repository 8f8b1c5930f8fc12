/** `keepApart` through the paper: what must not stand on the back of a story (背面), since the one shows through when the other is cut out. */
import type { Article } from '../../issue/model.ts';
import type { Area } from '../page/task.ts';
import type { Grid } from '../plan.ts';

/** A story's rectangle on a page that is made or frozen. */
export interface Standing extends Area {
  readonly slug: string;
}

/** The page printed on the back of another: leaves hold pages 1 and 2, 3 and 4… */
export const backOf = (page: number): number => (page % 2 === 1 ? page + 1 : page - 1);

/** Areas of a page that an article must keep off: its mates' rectangles on the back page, seen through the paper. */
export function areasBehind(
  article: Article,
  mates: readonly Article[],
  standing: readonly Standing[],
  { columns }: Grid,
): readonly Area[] {
  const apart = new Set(article.keepApart);
  for (const mate of mates) if (mate.keepApart.includes(article.slug)) apart.add(mate.slug);
  return standing
    .filter(({ slug }) => apart.has(slug))
    .map((area) => ({
      column: columns - area.column - area.columns,
      row: area.row,
      columns: area.columns,
      rows: area.rows,
    }));
}
