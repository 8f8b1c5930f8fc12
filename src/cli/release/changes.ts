/** What is other on a page than on the plate that was signed off. */
import { createHash } from 'node:crypto';
import { placementKey, placementOf } from '../../edition/pictures.ts';
import { both, inChinese, inEnglish, type Phrase, type Telling } from '../../fault.ts';
import type { Module, PagePlan } from '../../makeup/plan.ts';
import { calledByReaders, fileOfAd } from './module-names.ts';
import { rewording } from './rewording.ts';
import type { FrozenPage } from './store.ts';
import { otherTerms, type PlateTerms } from './terms.ts';

/** One module's change, or one of the page itself. */
export interface PageChange {
  /** The module's; `page` for the page itself. */
  readonly slug: string;
  readonly part: number;
  readonly what: 'added' | 'removed' | 'moved' | 'text' | 'pictures' | 'terms' | 'sheet';
  /** For a person. */
  readonly message: string;
  /** The same in Chinese; releases of earlier versions have none. */
  readonly zh?: Pick<Telling, 'message'>;
}

/** What a plate shows and is made for. */
export type Plate = Pick<FrozenPage, 'plan' | 'pictures'> & { readonly terms?: PlateTerms };

/** The changes from one plate of a page to the next: those of the whole page first, then module by module. */
export function plateChanges(before: Plate, after: Plate & { readonly terms: PlateTerms }): readonly PageChange[] {
  const terms = otherTerms(before.terms, after.terms).map(({ name, was, is }) =>
    changeOfPage(
      'terms',
      both(
        `has ${inEnglish(name)} ${inEnglish(is)} instead of ${inEnglish(was)}`,
        `${inChinese(name)}由 ${inChinese(was)} 改为 ${inChinese(is)}`,
      ),
    ),
  );
  return [...terms, ...sheetChanges(before.plan, after.plan), ...pageChanges(before, after)];
}

/** What of the page itself changed: its size, its plates, the line above the type area. */
function sheetChanges(before: PagePlan, after: PagePlan): readonly PageChange[] {
  const changes: PageChange[] = [];
  if (trimOf(before) !== trimOf(after))
    changes.push(
      changeOfPage(
        'sheet',
        both(
          `is ${trimOf(after)} mm instead of ${trimOf(before)} mm`,
          `成品尺寸由 ${trimOf(before)} mm 改为 ${trimOf(after)} mm`,
        ),
      ),
    );
  if (before.color !== after.color)
    changes.push(
      changeOfPage(
        'sheet',
        after.color
          ? both('is in four inks instead of black alone', '由黑白改为四色')
          : both('is in black alone instead of four inks', '由四色改为黑白'),
      ),
    );
  const folio = rewording({ boxes: before.folio }, { boxes: after.folio });
  if (folio !== undefined) changes.push(changeOfPage('sheet', folio));
  return changes;
}

const trimOf = ({ trim: { width, height } }: PagePlan): string => `${width} × ${height}`;

/** The changes of the modules, in the order of the new page. */
export function pageChanges(before: Plate, after: Plate): readonly PageChange[] {
  const old = new Map(before.plan.modules.map((module) => [nameOf(module), module]));
  const now = new Set(after.plan.modules.map(nameOf));
  const showsOther = (one: Module, other: Module): boolean => picturesOf(one, before) !== picturesOf(other, after);
  return [
    ...after.plan.modules.flatMap((module) => moduleChanges(old.get(nameOf(module)), module, showsOther)),
    ...before.plan.modules
      .filter((module) => !now.has(nameOf(module)))
      .map((module) => change(module, 'removed', both('is not on the page any more', '已撤下'))),
  ];
}

function moduleChanges(
  before: Module | undefined,
  after: Module,
  showsOther: (one: Module, other: Module) => boolean,
): readonly PageChange[] {
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
  if (showsOther(before, after))
    changes.push(change(after, 'pictures', both('shows other pictures or crops', '换了图片或改了裁切')));
  return changes;
}

/** By this a module is found again, here or on another page; ads by their file, for their numbers change with every booking. */
export const nameOf = (module: Module): string => `${module.kind} ${fileOfAd(module) ?? module.slug} ${module.part}`;

function change(module: Module, what: PageChange['what'], how: Phrase): PageChange {
  const { slug, part } = module;
  const name = calledByReaders(module);
  return { slug, part, what, ...sentence(`${inEnglish(name)} `, inChinese(name), how) };
}

const changeOfPage = (what: PageChange['what'], how: Phrase): PageChange => ({
  slug: 'page',
  part: 1,
  what,
  ...sentence('The page ', '本版', how),
});

const sentence = (english: string, chinese: string, how: Phrase): Pick<PageChange, 'message' | 'zh'> => ({
  message: `${english}${inEnglish(how)}.`,
  zh: { message: `${chinese}${inChinese(how)}。` },
});

const placeOf = ({ column, row, columns, rows }: Module): string =>
  `column ${column + 1}, row ${row + 1}, ${columns} × ${rows}`;

const placeInChinese = ({ column, row, columns, rows }: Module): string =>
  `第 ${column + 1} 栏第 ${row + 1} 行（${columns} × ${rows}）`;

/** What a module shows in pictures: files, crops, and the pixels themselves, for a file may be another one under its old name. */
const picturesOf = ({ boxes }: Module, { plan, pictures }: Plate): string =>
  JSON.stringify(
    boxes.flatMap((box) => {
      if (box.kind !== 'picture') return [];
      const pixels = pictures.get(placementKey(placementOf(box, plan)));
      return [[box.file, box.crop, pixels && createHash('sha256').update(pixels).digest('hex')]];
    }),
  );
