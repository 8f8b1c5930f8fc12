/** What is other on a page than on the plate that was signed off. */
import { both, inChinese, inEnglish, type Phrase, type Telling } from '../../fault.ts';
import type { Box, Module, PagePlan } from '../../makeup/plan.ts';
import type { Line } from '../../typeset/model.ts';

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
  if (textOf(before) !== textOf(after))
    changes.push(change(after, 'text', differenceOf(textOf(before), textOf(after))));
  if (picturesOf(before) !== picturesOf(after))
    changes.push(change(after, 'pictures', both('shows other pictures or crops', '换了图片或改了裁切')));
  return changes;
}

const nameOf = ({ kind, slug, part }: Module): string => `${kind} ${slug} ${part}`;

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

/** Everything that a module says, in drawing order. */
export const textOf = ({ boxes }: Pick<Module, 'boxes'>): string => boxes.map(boxText).join('\n');

function boxText(box: Box): string {
  if (box.kind === 'leg') return box.lines.map(lineText).join('');
  return box.kind === 'text' ? box.text.lines.map(lineText).join('') : '';
}

const lineText = ({ runs }: Line): string => runs.map((run) => run.source ?? run.text).join('');

const picturesOf = ({ boxes }: Module): string =>
  JSON.stringify(boxes.flatMap((box) => (box.kind === 'picture' ? [[box.file, box.crop]] : [])));

/** Characters of what stayed that are shown on either side of a change. */
const AROUND = 4;

/** Around the first and the last character that differ. */
function differenceOf(before: string, after: string): Phrase {
  let from = 0;
  while (from < before.length && before[from] === after[from]) from += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - from;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const cut = (text: string): string =>
    excerpt(text.slice(Math.max(0, from - AROUND), text.length - Math.max(0, tail - AROUND)));
  return both(`reads “${cut(after)}” instead of “${cut(before)}”`, `“${cut(before)}”改为“${cut(after)}”`);
}

const LONGEST = 40;
const excerpt = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST / 2)}…${text.slice(-LONGEST / 2)}`;
