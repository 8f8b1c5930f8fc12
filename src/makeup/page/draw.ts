/** From a made page to the plan's page: modules in reading order, hairlines, folio, findings. */
import type { Issue } from '../../issue/model.ts';
import type { Px } from '../../units.ts';
import { check } from '../check/check.ts';
import { drawGroup } from '../draw/group.ts';
import { drawPicture } from '../draw/pictures.ts';
import { hairlines } from '../draw/rules.ts';
import { drawStory } from '../draw/story.ts';
import { HOUSE } from '../draw/styles.ts';
import { folio } from '../furniture/folio.ts';
import { wordsOf } from '../furniture/words.ts';
import type { Module, PagePlan, RuleBox } from '../plan.ts';
import type { MadePage } from './page.ts';
import type { Desk } from './task.ts';

/** Most that an ad's label takes, and the air before it. */
const LABEL_MOST: Px = 120;
const LABEL_AIR: Px = 6;

/** What stands above and below the stories of a page. */
export interface Furniture {
  readonly modules: readonly Module[];
  readonly rules: readonly RuleBox[];
}

/** The page as the plan holds it, judged once more by the checker, which knows nothing of the search. */
export function drawPage(desk: Desk, issue: Issue, made: MadePage, furniture: Furniture): PagePlan {
  const { task } = made;
  const { page, grid } = task;
  const modules = [...furniture.modules, ...drawModules(desk, made)].toSorted(
    (a, b) => a.row - b.row || a.column - b.column,
  );
  const { format } = issue.paper;
  const label = adLabelWidth(desk);
  const drawn: PagePlan = {
    number: page.number,
    ...(page.name !== undefined && { name: page.name }),
    ...(page.label !== undefined && { label: page.label }),
    color: page.color,
    trim: format.trim,
    margins: format.margins,
    grid,
    folio: folio(issue, page, grid, desk.typesetter),
    modules,
    rules: [...furniture.rules, ...hairlines(made.tree, grid, task.top, ({ kind }) => (kind === 'ad' ? label : 0))],
    hard: [],
    soft: made.soft,
    optimal: made.optimal && !task.holes,
    ...(task.holes && { draft: true }),
    fill: modules.reduce((sum, { columns, rows }) => sum + columns * rows, 0) / (grid.columns * grid.rows),
  };
  return { ...drawn, hard: check(drawn) };
}

/** Width that the label of an ad takes off the rule over it. */
function adLabelWidth({ typesetter, language }: Desk): Px {
  const { lines } = typesetter.text(wordsOf(language).advertisement, HOUSE.adLabel, LABEL_MOST);
  return (lines[0]?.width ?? 0) + LABEL_AIR;
}

function drawModules(desk: Desk, made: MadePage): readonly Module[] {
  const { task } = made;
  const context = { ...desk, grid: task.grid, words: wordsOf(desk.language, desk.labels) };
  const stories = made.stories.map((placed): Module => {
    const { column, row, leaf, label, part } = placed;
    const story = task.stories[placed.item];
    return drawStory(context, {
      copy: story?.copy ?? desk.typesetter.copy(placed.article),
      shape: leaf,
      column,
      row,
      part,
      label,
      aside: story?.aside ?? false,
      ...(leaf.pour && { pour: leaf.pour }),
      ...(story?.to && { to: story.to.page }),
    });
  });
  const pictures = made.placed.flatMap((placed): Module[] => {
    const { leaf, item } = placed;
    const picture = [...task.ads, ...task.fillers].find((one) => one.name === made.names[item]);
    if (leaf.kind === 'story' || leaf.kind === 'hole' || !picture) return [];
    return [drawPicture(context, picture, leaf.kind, placed)];
  });
  const groups = made.groups.flatMap((placed): Module[] => {
    const group = task.groups.find(({ name }) => name === placed.group.name);
    return group ? [drawGroup(group, placed, task.grid, desk.typesetter)] : [];
  });
  return [...stories, ...pictures, ...groups];
}
