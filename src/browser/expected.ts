/** What the plan says should be drawn, in the same terms as what the browser measured. */
import { both, type Phrase } from '../fault.ts';
import type { Box, Module, PagePlan, RuleBox, TextBox } from '../makeup/plan.ts';
import type { Line } from '../typeset/model.ts';
import { PITCH, type Px } from '../units.ts';

/** A line of the plan at its place on the type area. */
export interface ExpectedLine {
  /** For a person: `row 12`, `headline, line 1`. */
  readonly name: Phrase;
  readonly text: string;
  readonly y: Px;
  readonly height: Px;
  /**
   * Leftmost origin of a glyph and rightmost end of an advance: those of the first and the last, but for a mark in another face
   * whose blank is taken out, which may begin before the run that it follows.
   */
  readonly left: Px;
  readonly right: Px;
  readonly runs: readonly { readonly text: string; readonly left: Px; readonly right: Px }[];
}

/** A module as the witness should find it, by the plan. */
export interface ExpectedModule {
  readonly kind: string;
  readonly slug: string;
  readonly part: number;
  readonly body: readonly (ExpectedLine & { readonly row: number })[];
  /** By `BOX.LINE`. */
  readonly display: ReadonlyMap<string, ExpectedLine>;
  /** Everything that is not text, by its index in the module's boxes. */
  readonly boxes: ReadonlyMap<number, Exclude<Box, { readonly kind: 'leg' | 'text' }>>;
}

/** Names under which the folio and the page's own rules are drawn. */
const FOLIO = 'folio';
const RULES = 'rules';

/** Everything of a page, the folio and the rules between modules as modules of their own. */
export function expectedModules(page: PagePlan): readonly ExpectedModule[] {
  const furniture = [
    ...(page.folio.length > 0 ? [{ kind: FOLIO, slug: `${FOLIO}-${page.number}`, part: 1, boxes: page.folio }] : []),
    ...(page.rules.length > 0
      ? [{ kind: RULES, slug: `${RULES}-${page.number}`, part: 1, boxes: page.rules satisfies readonly RuleBox[] }]
      : []),
  ];
  return [...page.modules, ...furniture].map(expectedModule);
}

function expectedModule(module: Pick<Module, 'slug' | 'boxes'> & { kind: string; part: number }): ExpectedModule {
  const { kind, slug, part, boxes } = module;
  return { kind, slug, part, body: boxes.flatMap(bodyLines), display: displayLines(boxes), boxes: otherBoxes(boxes) };
}

function bodyLines(box: Box): readonly (ExpectedLine & { readonly row: number })[] {
  if (box.kind !== 'leg') return [];
  return box.lines.map((line) => {
    const row = box.row + line.row;
    const y = row * PITCH + (line.drop ?? 0);
    return { row, ...expectedLine(line, both(`row ${row}`, `第 ${row} 行`), box.x, y, PITCH) };
  });
}

const displayLines = (boxes: readonly Box[]): ReadonlyMap<string, ExpectedLine> =>
  new Map(boxes.flatMap((box, index) => (box.kind === 'text' ? textLines(box, index) : [])));

function textLines(box: TextBox, index: number): readonly (readonly [string, ExpectedLine])[] {
  const { lines, role } = box.text;
  return lines.map((line, at) => [
    `${index}.${at}`,
    expectedLine(
      line,
      both(`${role}, line ${at + 1}`, `${role} 第 ${at + 1} 行`),
      box.x + line.x,
      box.y + line.y,
      line.height,
    ),
  ]);
}

function expectedLine(line: Line, name: Phrase, x: Px, y: Px, height: Px): ExpectedLine {
  const runs = line.runs.map((run) => ({ text: run.text, left: x + run.x, right: x + run.x + run.width }));
  return {
    name,
    y,
    height,
    text: runs.map((run) => run.text).join(''),
    left: runs.length === 0 ? x : Math.min(...runs.map((run) => run.left)),
    right: runs.length === 0 ? x : Math.max(...runs.map((run) => run.right)),
    runs,
  };
}

const otherBoxes = (boxes: readonly Box[]): ExpectedModule['boxes'] =>
  new Map(
    [...boxes.entries()].flatMap(([index, box]) =>
      box.kind === 'leg' || box.kind === 'text' ? [] : [[index, box] as const],
    ),
  );
