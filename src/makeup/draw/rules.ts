/** Hairlines between modules: one in each module's row of air, one in the gutter of each vertical cut. */
import { BODY, PITCH, type Px, type Rows } from '../../units.ts';
import { columnLeft, rowTop, spanWidth } from '../grid.ts';
import type { Grid, RuleBox } from '../plan.ts';
import type { Leaf, Tree } from '../search/problem.ts';
import { HOUSE } from './styles.ts';

/** The middle of a row of air. */
const MIDDLE: Px = PITCH / 2;
/** White left above and below a vertical hairline, so that it never touches the horizontal ones. */
const END: Px = 6;

const line = (x: Px, y: Px, width: Px, height: Px): RuleBox => ({
  kind: 'rule',
  x,
  y,
  width,
  height,
  ink: { black: 1 },
  style: 'solid',
});

/**
 * The rules of a page's tree; `top` is the row where the stories begin: the furniture above has a rule of its own.
 * `gap` is what the rule over a leaf leaves free at its right end, for the label of an ad.
 */
export function hairlines<L extends Leaf>(
  tree: Tree<L>,
  grid: Grid,
  top: Rows,
  gap: (leaf: L) => Px,
): readonly RuleBox[] {
  const rules: RuleBox[] = [];
  const walk = (block: Tree<L>, column: number, row: Rows): void => {
    if (block.kind === 'group' && block.headRows === 0) {
      walk(block.inside, column, row);
      return;
    }
    if (block.kind === 'leaf' || block.kind === 'group') {
      const width = spanWidth(grid, block.columns) - (block.kind === 'leaf' ? gap(block.leaf) : 0);
      if (row > top) rules.push(line(columnLeft(grid, column), rowTop(row) + MIDDLE, width, HOUSE.hairline));
      if (block.kind === 'group') walk(block.inside, column, row + block.headRows);
      return;
    }
    walk(block.first, column, row);
    if (block.kind === 'stack') {
      walk(block.second, column, row + block.first.rows);
      return;
    }
    const cut = column + block.first.columns;
    const x = columnLeft(grid, cut) - BODY / 2 - HOUSE.hairline / 2;
    rules.push(line(x, rowTop(row) + MIDDLE + END, HOUSE.hairline, block.rows * PITCH - MIDDLE - 2 * END));
    walk(block.second, cut, row);
  };
  walk(tree, 0, top);
  return rules;
}
