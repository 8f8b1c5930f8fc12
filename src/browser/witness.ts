/**
 * The independent witness: what the browser drew against what the plan says. The plan's line ends come from font
 * tables and arithmetic, the drawn ones from Chromium's own shaping; where the two differ by more than 0.1 pt, one of
 * them is wrong, and the page does not print.
 */
import type { Fault } from '../fault.ts';
import type { Box, PagePlan, Plan } from '../makeup/plan.ts';
import type { Px } from '../units.ts';
import type { DrawnBox, DrawnLine, DrawnModule, DrawnPage } from './drawn.ts';
import { type ExpectedLine, type ExpectedModule, expectedModules } from './expected.ts';
import { drifted, misdrawn, strangeFont } from './faults.ts';

/** 0.1 pt: a tenth of a hairline, and six times the 1/64 px that Chromium rounds layout to. */
export const TOLERANCE: Px = 0.1 / 0.75;

/** Faults of one kind that are told for one module; the rest is counted. */
const TOLD = 3;

/**
 * Compares all pages that were drawn with the plan.
 * @param fonts Fonts that the browser used, and the ones that the paper has; PostScript names.
 */
export function witness(
  plan: Pick<Plan, 'pages'>,
  drawn: readonly DrawnPage[],
  fonts?: { readonly used: readonly string[]; readonly own: readonly string[] },
): readonly Fault[] {
  const planned = new Map(plan.pages.map((page) => [page.number, page]));
  return [
    ...drawn.flatMap((page) => {
      const expected = planned.get(page.page);
      return expected === undefined ? [] : witnessPage(expected, page);
    }),
    ...(fonts === undefined ? [] : fonts.used.filter((font) => !fonts.own.includes(font)).map(strangeFont)),
  ];
}

function witnessPage(plan: PagePlan, drawn: DrawnPage): readonly Fault[] {
  const expected = expectedModules(plan);
  const found = new Map(drawn.modules.map((module) => [nameOf(module), module]));
  const strangers = drawn.modules.filter(
    (module) => !expected.some((one) => nameOf(one) === nameOf(module)) && hasContent(module),
  );
  return [
    ...expected.flatMap((module) => {
      const there = found.get(nameOf(module));
      if (there !== undefined) return curb(witnessModule(plan.number, module, there));
      return [misdrawn(plan.number, titleOf(module), 'the module', 'is not on the page')];
    }),
    ...strangers.map((module) => misdrawn(plan.number, titleOf(module), 'a module', 'is drawn that the plan has not')),
  ];
}

const nameOf = ({ kind, slug, part }: { kind: string; slug: string; part: number }): string =>
  `${kind} ${slug} ${part}`;
const titleOf = ({ kind, slug }: { kind: string; slug: string }): string => (slug === '' ? kind : slug);
const hasContent = ({ body, display, boxes }: DrawnModule): boolean => body.length + display.length + boxes.length > 0;

/** The first few, and how many more there are: one wrong width moves every line after it. */
function curb(faults: readonly Fault[]): readonly Fault[] {
  const first = faults.slice(0, TOLD);
  const last = first.at(-1);
  if (faults.length <= TOLD || last === undefined) return faults;
  return [...first.slice(0, -1), { ...last, message: `${last.message} And ${faults.length - TOLD} more like it.` }];
}

function witnessModule(page: number, expected: ExpectedModule, drawn: DrawnModule): readonly Fault[] {
  const title = titleOf(expected);
  const say = (what: string, wrong: string): Fault => misdrawn(page, title, what, wrong);
  const faults: Fault[] = [];
  if (drawn.body.length !== expected.body.length) {
    faults.push(say('the text', `has ${drawn.body.length} lines, and the plan ${expected.body.length}`));
  }
  for (const [index, line] of expected.body.entries()) {
    const there = drawn.body[index];
    if (there !== undefined) faults.push(...witnessLine(page, title, line, there));
  }
  const sets = new Map(drawn.display.map((line) => [line.set, line]));
  for (const [set, line] of expected.display) {
    const there = sets.get(set);
    if (there === undefined) faults.push(say(line.name, 'is not on the page'));
    else faults.push(...witnessLine(page, title, line, there));
  }
  const boxes = new Map(drawn.boxes.map((box) => [box.box, box]));
  for (const [index, box] of expected.boxes) {
    const there = boxes.get(index);
    if (there === undefined) faults.push(say(nameOfBox(box), 'is not on the page'));
    else faults.push(...witnessBox(page, title, box, there));
  }
  return faults;
}

function witnessLine(page: number, title: string, expected: ExpectedLine, drawn: DrawnLine): readonly Fault[] {
  if (drawn.text !== expected.text) {
    return [misdrawn(page, title, expected.name, `reads “${drawn.text}”, and in the plan “${expected.text}”`)];
  }
  if (expected.text.trim() === '') return [];
  if (drawn.extent === undefined) return [misdrawn(page, title, expected.name, 'is hidden')];
  const checks: readonly (readonly [string, Px | undefined, Px])[] = [
    ['top', drawn.y, expected.y],
    ['height', drawn.height, expected.height],
    ['beginning', drawn.extent.left, expected.left],
    ['end', drawn.extent.right, expected.right],
    ...runChecks(expected, drawn),
  ];
  return driftsOf(page, title, expected.name, checks).slice(0, 1);
}

/** Where every run begins; only when the browser has as many runs as the plan. */
function runChecks(expected: ExpectedLine, drawn: DrawnLine): readonly (readonly [string, Px | undefined, Px])[] {
  if (drawn.runs.length !== expected.runs.length) return [];
  return expected.runs.flatMap((run, index) => {
    const there = drawn.runs[index];
    if (there === undefined || run.text.trim() === '') return [];
    return [[`“${run.text}”`, there.left, run.left] as const];
  });
}

type SolidBox = Exclude<Box, { readonly kind: 'leg' | 'text' }>;

const nameOfBox = (box: SolidBox): string => (box.kind === 'picture' ? `the picture ${box.file}` : `a ${box.kind}`);

function witnessBox(page: number, title: string, box: SolidBox, drawn: DrawnBox): readonly Fault[] {
  const rule = box.kind === 'rule';
  // A dotted rule is a stroke along its middle, whose box has no thickness.
  const lying = box.width >= box.height;
  const checks: readonly (readonly [string, Px, Px])[] = [
    ['middle across', drawn.x + drawn.width / 2, box.x + box.width / 2],
    ['middle down', drawn.y + drawn.height / 2, box.y + box.height / 2],
    ...(rule && !lying ? [] : [['width', drawn.width, box.width] as const]),
    ...(rule && lying ? [] : [['height', drawn.height, box.height] as const]),
  ];
  return driftsOf(page, title, nameOfBox(box), checks).slice(0, 1);
}

function driftsOf(
  page: number,
  title: string,
  what: string,
  checks: readonly (readonly [string, Px | undefined, Px])[],
): readonly Fault[] {
  return checks.flatMap(([name, drawn, planned]) => {
    if (drawn === undefined) return [misdrawn(page, title, what, 'is not visible')];
    if (Math.abs(drawn - planned) <= TOLERANCE) return [];
    return [drifted(page, title, what, `${name} at ${drawn.toFixed(2)} px, planned ${planned.toFixed(2)} px`)];
  });
}
