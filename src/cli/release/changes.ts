/** What is other on a page than on the plate that was signed off. */
import { both, inChinese, inEnglish, type Phrase, type Telling } from '../../fault.ts';
import type { Module, PagePlan } from '../../makeup/plan.ts';
import { rewording } from './rewording.ts';

/** One module's change. */
export interface PageChange {
  readonly slug: string;
  readonly part: number;
  readonly what: 'added' | 'removed' | 'moved' | 'text' | 'pictures';
  /** For a person. */
  readonly message: string;
  /** The same in Chinese; releases of earlier versions have none. */
  readonly zh?: Pick<Telling, 'message'>;
}

/** The changes from one plan of a page to another, in the order of the new one. */
export function pageChanges(before: PagePlan, after: PagePlan): readonly PageChange[] {
  const old = new Map(before.modules.map((module) => [nameOf(module), module]));
  const now = new Set(after.modules.map(nameOf));
  return [
    ...after.modules.flatMap((module) => moduleChanges(old.get(nameOf(module)), module)),
    ...before.modules
      .filter((module) => !now.has(nameOf(module)))
      .map((module) => change(module, 'removed', both('is not on the page any more', '已撤下'))),
  ];
}

function moduleChanges(before: Module | undefined, after: Module): readonly PageChange[] {
  if (before === undefined)
    return [
      change(
        after,
        'added',
        both(
          `is new at column ${after.column + 1}, row ${after.row + 1}`,
          `新上版，在第 ${after.column + 1} 栏第 ${after.row + 1} 行`,
        ),
      ),
    ];
  const changes: PageChange[] = [];
  if (placeOf(before) !== placeOf(after))
    changes.push(
      change(
        after,
        'moved',
        both(
          `moved from ${placeOf(before)} to ${placeOf(after)}`,
          `由${placeInChinese(before)}移到${placeInChinese(after)}`,
        ),
      ),
    );
  const reworded = rewording(before, after);
  if (reworded !== undefined) changes.push(change(after, 'text', reworded));
  if (picturesOf(before) !== picturesOf(after))
    changes.push(change(after, 'pictures', both('shows other pictures or crops', '换了图片或改了裁切')));
  return changes;
}

/** By what a module of one page is known on another. */
export const nameOf = ({ kind, slug, part }: Module): string => `${kind} ${slug} ${part}`;

const change = ({ slug, part }: Module, what: PageChange['what'], how: Phrase): PageChange => ({
  slug,
  part,
  what,
  message: `“${slug}” ${inEnglish(how)}.`,
  zh: { message: `“${slug}”${inChinese(how)}。` },
});

const placeOf = ({ column, row, columns, rows }: Module): string =>
  `column ${column + 1}, row ${row + 1}, ${columns} × ${rows}`;

const placeInChinese = ({ column, row, columns, rows }: Module): string =>
  `第 ${column + 1} 栏第 ${row + 1} 行（${columns} × ${rows}）`;

/** Pictures of a module with their crops, to be compared. */
export const picturesOf = ({ boxes }: Module): string =>
  JSON.stringify(boxes.flatMap((box) => (box.kind === 'picture' ? [[box.file, box.crop]] : [])));
