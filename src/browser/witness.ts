/**
 * The independent witness: what the browser drew against what the plan says. The plan's line ends come from font
 * tables and arithmetic, the drawn ones from Chromium's own shaping; where the two differ by more than 0.1 pt, one of
 * them is wrong, and the page does not print.
 */
import { both, counted, type Fault, inChinese, inEnglish, type Phrase } from '../fault.ts';
import type { Box, PagePlan, Plan } from '../makeup/plan.ts';
import type { Px } from '../units.ts';
import type { DrawnBox, DrawnLine, DrawnModule, DrawnPage } from './drawn.ts';
import { type ExpectedLine, type ExpectedModule, expectedModules } from './expected.ts';
import { drifted, misdrawn, strangeFont } from './faults.ts';

/** 0.1 pt: a tenth of a hairline, and six times the 1/64 px that Chromium rounds layout to. */
const TOLERANCE: Px = 0.1 / 0.75;

/** Faults of one kind that are told for one module; the rest is counted. */
const TOLD = 3;

/**
 * Compares all pages that were drawn with the plan.
 * @param fonts Fonts that the browser used, and the ones that the paper has; PostScript names.
 */
export function witness(
  plan: Pick<Plan, 'pages'>,
  drawn: readonly DrawnPage[],
  fonts: { readonly used: readonly string[]; readonly own: readonly string[] },
): readonly Fault[] {
  const planned = new Map(plan.pages.map((page) => [page.number, page]));
  return [
    ...drawn.flatMap((page) => {
      const expected = planned.get(page.page);
      return expected === undefined ? [] : witnessPage(expected, page);
    }),
    ...fonts.used.filter((font) => !fonts.own.includes(font)).map(strangeFont),
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
      return [
        misdrawn(plan.number, titleOf(module), both('the module', '这一块'), both('is not on the page', '没有印上版')),
      ];
    }),
    ...strangers.map((module) =>
      misdrawn(
        plan.number,
        titleOf(module),
        both('a module', '有一块'),
        both('is drawn that the plan has not', '印上了版，排版里却没有'),
      ),
    ),
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
  const more = faults.length - TOLD;
  const zh = { ...last.zh, message: `${last.zh.message}另有 ${more} 处同类。` };
  return [...first.slice(0, -1), { ...last, message: `${last.message} And ${more} more like it.`, zh }];
}

function witnessModule(page: number, expected: ExpectedModule, drawn: DrawnModule): readonly Fault[] {
  const title = titleOf(expected);
  const say = (what: Phrase, wrong: Phrase): Fault => misdrawn(page, title, what, wrong);
  const faults: Fault[] = [];
  if (drawn.body.length !== expected.body.length) {
    faults.push(
      say(
        both('the text', '正文'),
        both(
          `has ${counted(drawn.body.length, 'line')}, and the plan ${expected.body.length}`,
          `印出 ${drawn.body.length} 行，排的是 ${expected.body.length} 行`,
        ),
      ),
    );
  }
  for (const [index, line] of expected.body.entries()) {
    const there = drawn.body[index];
    if (there !== undefined) faults.push(...witnessLine(page, title, line, there));
  }
  const sets = new Map(drawn.display.map((line) => [line.set, line]));
  for (const [set, line] of expected.display) {
    const there = sets.get(set);
    if (there === undefined) faults.push(say(line.name, both('is not on the page', '没有印上版')));
    else faults.push(...witnessLine(page, title, line, there));
  }
  const boxes = new Map(drawn.boxes.map((box) => [box.box, box]));
  for (const [index, box] of expected.boxes) {
    const there = boxes.get(index);
    if (there === undefined) faults.push(say(nameOfBox(box), both('is not on the page', '没有印上版')));
    else faults.push(...witnessBox(page, title, box, there));
  }
  return faults;
}

function witnessLine(page: number, title: string, expected: ExpectedLine, drawn: DrawnLine): readonly Fault[] {
  if (drawn.text !== expected.text) {
    return [
      misdrawn(
        page,
        title,
        expected.name,
        both(
          `reads “${drawn.text}”, and in the plan “${expected.text}”`,
          `印成“${drawn.text}”，排的是“${expected.text}”`,
        ),
      ),
    ];
  }
  if (expected.text.trim() === '') return [];
  if (drawn.extent === undefined) return [misdrawn(page, title, expected.name, both('is hidden', '被遮住了'))];
  const checks: readonly (readonly [Phrase, Px | undefined, Px])[] = [
    [both('top', '上边'), drawn.y, expected.y],
    [both('height', '高'), drawn.height, expected.height],
    [both('beginning', '起头'), drawn.extent.left, expected.left],
    [both('end', '末尾'), drawn.extent.right, expected.right],
    ...runChecks(expected, drawn),
  ];
  return driftsOf(page, title, expected.name, checks).slice(0, 1);
}

/** Where every run begins; only when the browser has as many runs as the plan. */
function runChecks(expected: ExpectedLine, drawn: DrawnLine): readonly (readonly [Phrase, Px | undefined, Px])[] {
  if (drawn.runs.length !== expected.runs.length) return [];
  return expected.runs.flatMap((run, index) => {
    const there = drawn.runs[index];
    if (there === undefined || run.text.trim() === '') return [];
    return [[`“${run.text}”`, there.left, run.left] as const];
  });
}

type SolidBox = Exclude<Box, { readonly kind: 'leg' | 'text' }>;

const SOLIDS = { rule: '线', frame: '框线', fill: '底色', code: '二维码' } as const;

const nameOfBox = (box: SolidBox): Phrase =>
  box.kind === 'picture'
    ? both(`the picture ${box.file}`, `图片 ${box.file}`)
    : both(`a ${box.kind}`, SOLIDS[box.kind]);

function witnessBox(page: number, title: string, box: SolidBox, drawn: DrawnBox): readonly Fault[] {
  const rule = box.kind === 'rule';
  // A dotted rule is a stroke along its middle, whose box has no thickness.
  const lying = box.width >= box.height;
  const checks: readonly (readonly [Phrase, Px, Px])[] = [
    [both('middle across', '横向中点'), drawn.x + drawn.width / 2, box.x + box.width / 2],
    [both('middle down', '纵向中点'), drawn.y + drawn.height / 2, box.y + box.height / 2],
    ...(rule && !lying ? [] : [[both('width', '宽'), drawn.width, box.width] as const]),
    ...(rule && lying ? [] : [[both('height', '高'), drawn.height, box.height] as const]),
  ];
  return driftsOf(page, title, nameOfBox(box), checks).slice(0, 1);
}

function driftsOf(
  page: number,
  title: string,
  what: Phrase,
  checks: readonly (readonly [Phrase, Px | undefined, Px])[],
): readonly Fault[] {
  return checks.flatMap(([name, drawn, planned]) => {
    if (drawn === undefined) return [misdrawn(page, title, what, both('is not visible', '看不见'))];
    if (Math.abs(drawn - planned) <= TOLERANCE) return [];
    return [
      drifted(
        page,
        title,
        what,
        both(
          `${inEnglish(name)} at ${drawn.toFixed(2)} px, planned ${planned.toFixed(2)} px`,
          `${inChinese(name)}在 ${drawn.toFixed(2)} px，排版在 ${planned.toFixed(2)} px`,
        ),
      ),
    ];
  });
}
