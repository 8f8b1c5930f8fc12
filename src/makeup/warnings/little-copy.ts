/** Pages that close only because heads and pictures are stretched over white that copy should fill. */
import { both, type Fault, inChinese, inEnglish, type Phrase } from '../../fault.ts';
import { languageOfAll } from '../../typeset/script.ts';
import { BODY, PITCH, type Px } from '../../units.ts';
import { tooLittleCopy } from '../faults.ts';
import { isLarge } from '../grid.ts';
import type { Grid, Module, PagePlan, Plan } from '../plan.ts';
import type { WarningSource } from './warnings.ts';

/**
 * Share of the stories' room that text and pictures at their ease must fill, measured at single broadsheet pages: made
 * of 1200 characters a page comes to 0.33, of 2200 to 0.43, and both show it; of 4200 to 0.63, as the sample paper’s pages.
 */
const ENOUGH = 0.5;
/** Share that a page well filled has; the advice is to come there. */
const FULL = 0.6;
/** Share of the room that one picture fills at its ease; what it has beyond that was stretched to close the page. */
const PICTURE = 0.2;
/** Roles of modules that carry the issue's copy; what the others take is no room for stories. */
const COPY: ReadonlySet<string> = new Set(['article', 'group', 'index']);

/** Warnings of pages with so little copy that no make-up of them looks well. */
export function littleCopy({ issue, plan }: WarningSource): readonly Fault[] {
  return plan.pages.flatMap((page) => {
    const room = roomOf(page);
    const share = page.draft === true || room <= 0 ? 1 : filled(page, room) / room;
    if (share >= ENOUGH) return [];
    const lines = roundUp(((FULL - share) * room) / (page.grid.measure * BODY * PITCH), 10);
    const less = lessPaper(plan, page);
    return [
      tooLittleCopy(
        page.number,
        share,
        { lines, language: languageOfAll(storiesOn(page, issue), issue.paper.language) },
        less,
      ),
    ];
  });
}

const storiesOn = ({ modules }: PagePlan, { articles }: WarningSource['issue']) =>
  articles.filter(({ slug }) => modules.some((module) => module.slug === slug));

/** Less paper for the same copy: fewer pages where there are several, a smaller format where there is one. */
function lessPaper({ pages }: Plan, { grid }: PagePlan): Phrase {
  const ways = [
    ...(pages.length > 1 ? [both('make fewer pages', '减少版数')] : []),
    ...(isLarge(grid)
      ? [both('take `format: tabloid` in newspaper.yaml', '在 newspaper.yaml 里改用四开 `format: tabloid`')]
      : []),
  ];
  const [english, chinese] = [ways.map(inEnglish).join(', or '), ways.map(inChinese).join('，或')];
  return ways.length === 0 ? both('', '') : both(`; or ${english}`, `；也可${chinese}`);
}

const roundUp = (count: number, step: number): number => Math.ceil(count / step) * step;

/** Square pixels of the type area that nameplate, ads and the like leave to the stories; 0 where there is none. */
function roomOf({ grid, modules }: PagePlan): number {
  if (!modules.some(isStory)) return 0;
  const taken = modules
    .filter((module) => !isStory(module))
    .reduce((sum, { columns, rows }) => sum + areaOf(grid, columns, rows), 0);
  return areaOf(grid, grid.columns, grid.rows) - taken;
}

const isStory = ({ kind }: Module): boolean => COPY.has(kind);

const areaOf = ({ measure }: Grid, columns: number, rows: number): number =>
  (columns * (measure + 1) - 1) * BODY * rows * PITCH;

/** Square pixels that body lines and tables fill, and pictures as far as they are at their ease. */
function filled({ modules }: PagePlan, room: number): number {
  const boxes = modules.filter(isStory).flatMap((module) => module.boxes);
  return boxes.reduce((sum, box) => {
    if (box.kind === 'leg') return sum + box.lines.length * linesArea(box.width);
    if (box.kind === 'picture') return sum + Math.min(box.width * box.height, PICTURE * room);
    return sum;
  }, 0);
}

const linesArea = (width: Px): number => width * PITCH;
