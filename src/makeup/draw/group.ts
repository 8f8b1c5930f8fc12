/** Draws the common head of a group (组稿): a strong rule, the title, the 编者按 under it. */
import type { Typesetter } from '../../typeset/model.ts';
import { PITCH, type Px } from '../../units.ts';
import { columnLeft, rowTop, spanWidth } from '../grid.ts';
import type { PageLeaf } from '../page/items.ts';
import type { GroupTask } from '../page/task.ts';
import { groupHead } from '../page/units.ts';
import type { Box, Grid, Module } from '../plan.ts';
import type { PlacedGroup } from '../search/problem.ts';
import { HOUSE } from './styles.ts';

/** Height of the rule over a group, and where it stands in the row of air. */
const RULE: Px = 2;
const RULE_TOP: Px = 8;

/** The module of a group's head; its members are modules of their own below it. */
export function drawGroup(task: GroupTask, placed: PlacedGroup<PageLeaf>, grid: Grid, typesetter: Typesetter): Module {
  const { column, row, columns, rows } = placed;
  const head = groupHead(task, grid, columns, typesetter);
  const x = columnLeft(grid, column);
  const top = rowTop(row);
  const width = spanWidth(grid, columns);
  const boxes: Box[] = [{ kind: 'rule', x, y: top + RULE_TOP, width, height: RULE, ink: { black: 1 }, style: 'solid' }];
  const lead = HOUSE.groupTitle.lead;
  if (head) boxes.push({ kind: 'text', x, y: top + PITCH, width, height: lead, text: head.title });
  if (head?.note)
    boxes.push({ kind: 'text', x, y: top + PITCH + lead + 4, width, height: head.note.height, text: head.note });
  return {
    kind: 'group',
    slug: `group-${task.name}`,
    part: 1,
    column,
    row,
    columns,
    rows,
    legs: 0,
    measure: 0,
    short: 0,
    photos: [],
    boxes,
  };
}
