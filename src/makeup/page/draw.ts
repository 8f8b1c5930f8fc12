/** From a made page to the plan's page: modules in reading order, hairlines, folio, findings. */
import type { Issue } from '../../issue/model.ts';
import { drawPicture } from '../draw/pictures.ts';
import { hairlines } from '../draw/rules.ts';
import { drawStory } from '../draw/story.ts';
import { folio } from '../furniture/folio.ts';
import type { Module, PagePlan, RuleBox } from '../plan.ts';
import type { MadePage } from './page.ts';
import type { Desk } from './task.ts';

/** What stands above the stories of page 1. */
export interface Front {
  readonly modules: readonly Module[];
  readonly rules: readonly RuleBox[];
}

/** The page as the plan holds it. */
export function drawPage(desk: Desk, issue: Issue, made: MadePage, front: Front): PagePlan {
  const { task } = made;
  const { page, grid } = task;
  const context = { ...desk, grid };
  const drawn = made.placed.flatMap((placed): Module[] => {
    const { column, row, item, leaf } = placed;
    const story = task.stories[item];
    if (leaf.kind === 'story' && story)
      return [
        drawStory(context, {
          copy: story.copy,
          shape: leaf,
          column,
          row,
          part: story.part,
          ...(leaf.pour && { pour: leaf.pour }),
        }),
      ];
    const name = made.items[item]?.name;
    const picture = [...task.ads, ...task.fillers].find((one) => one.name === name);
    return picture && leaf.kind !== 'hole'
      ? [drawPicture(context, picture, leaf.kind === 'ad' ? 'ad' : 'filler', placed)]
      : [];
  });
  const modules = [...front.modules, ...drawn];
  const covered = modules.reduce((sum, module) => sum + module.columns * module.rows, 0);
  const { format } = issue.paper;
  return {
    number: page.number,
    ...(page.name !== undefined && { name: page.name }),
    ...(page.label !== undefined && { label: page.label }),
    color: page.color,
    trim: format.trim,
    margins: format.margins,
    grid,
    folio: folio(issue, page, grid, desk.typesetter),
    modules,
    rules: [...front.rules, ...hairlines(made.tree, grid, task.top)],
    hard: made.hard,
    soft: [],
    optimal: made.optimal,
    fill: covered / (grid.columns * grid.rows),
  };
}
