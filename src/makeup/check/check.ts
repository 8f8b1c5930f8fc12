/**
 * The checker of a drawn page. It looks at rectangles and lines only, as a proof-reader does with a ruler, and shares
 * nothing with the search that made the page: plans are judged by it, and so is what the browser drew.
 */
import { both, inChinese, inEnglish, type Phrase } from '../../fault.ts';
import { BODY, PITCH, type Px } from '../../units.ts';
import type { Box, HardFinding, LegBox, Module, PagePlan, PictureBox, TextBox } from '../plan.ts';
import type { HardRule } from '../rules.ts';

/** Positions may differ by this from where they belong: drawn rectangles are rounded. */
const TOLERANCE: Px = 0.5;
/** Photos of two stories that stand this near each other touch (R33): a gutter, two rows. */
const TOUCHING: Px = 2 * PITCH;
/** Heads that begin within two rows of each other are aligned (R11); sizes apart by this factor do not clash. */
const ALIGNED: Px = 2 * PITCH;
const TWO_STEPS = 1.3;
/** Lines of text that a head needs under it (R12); a brief of one sentence has no more. */
const UNDER_HEAD = 2;
/** Below this many source pixels per inch a photo is refused. */
const LEAST_PPI = 100;

/** What stands in a module, in Chinese. */
const BOXES = {
  leg: '栏',
  text: '文字',
  picture: '图片',
  rule: '线',
  fill: '底色',
  frame: '框线',
  code: '二维码',
} as const;

type Rectangle = { readonly x: Px; readonly y: Px; readonly width: Px; readonly height: Px };

const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.x + TOLERANCE < b.x + b.width &&
  b.x + TOLERANCE < a.x + a.width &&
  a.y + TOLERANCE < b.y + b.height &&
  b.y + TOLERANCE < a.y + a.height;

const within = (a: Rectangle, b: Rectangle): boolean =>
  a.x >= b.x - TOLERANCE &&
  a.y >= b.y - TOLERANCE &&
  a.x + a.width <= b.x + b.width + TOLERANCE &&
  a.y + a.height <= b.y + b.height + TOLERANCE;

/** White between two rectangles across and down; negative where they lie over one another in that direction. */
const apart = (a: Rectangle, b: Rectangle) => ({
  across: Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width),
  down: Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height),
});

/** Every hard rule that a page breaks; none on a page that may print. */
export function check(page: PagePlan): readonly HardFinding[] {
  const findings: HardFinding[] = [];
  const tell = (rule: HardRule, what: Phrase, ...modules: readonly string[]) =>
    findings.push({ rule, message: inEnglish(what), zh: { message: inChinese(what) }, modules });
  checkGrid(page, tell);
  for (const module of page.modules) checkModule(page, module, tell);
  page.modules.forEach((a, index) => {
    for (const b of page.modules.slice(index + 1)) checkPair(page, a, b, tell);
  });
  checkFurniture(page, tell);
  return findings;
}

type Tell = (rule: HardRule, what: Phrase, ...modules: readonly string[]) => void;

/** The rectangle of a module on the page, gutters to its right left out. */
function frameOf({ grid }: PagePlan, { column, row, columns, rows }: Module): Rectangle {
  const pitch = (grid.measure + 1) * BODY;
  return { x: column * pitch, y: row * PITCH, width: columns * pitch - BODY, height: rows * PITCH };
}

/** R01 and R03: every cell of the type area belongs to exactly one module. */
function checkGrid({ grid, modules }: PagePlan, tell: Tell): void {
  const owner = new Array<string | undefined>(grid.columns * grid.rows).fill(undefined);
  for (const { slug, column, row, columns, rows } of modules) {
    if (column < 0 || row < 0 || column + columns > grid.columns || row + rows > grid.rows) {
      tell('R01', both('A module leaves the type area.', '有一块出了版心。'), slug);
      continue;
    }
    const clashes = new Set<string>();
    for (let y = row; y < row + rows; y += 1)
      for (let x = column; x < column + columns; x += 1) {
        const held = owner[y * grid.columns + x];
        if (held !== undefined) clashes.add(held);
        owner[y * grid.columns + x] = slug;
      }
    for (const other of clashes) tell('R01', both('Two modules overlap.', '两块重叠。'), other, slug);
  }
  const empty = owner.filter((slug) => slug === undefined).length;
  if (empty > 0) tell('R03', both(`${empty} grid cells are empty.`, `空了 ${empty} 格（栏 × 行）。`));
}

const legsOf = (module: Module): readonly LegBox[] => module.boxes.filter((box) => box.kind === 'leg');
const picturesOf = (module: Module): readonly PictureBox[] => module.boxes.filter((box) => box.kind === 'picture');
const textsOf = (module: Module): readonly TextBox[] => module.boxes.filter((box) => box.kind === 'text');
const headOf = (module: Module): TextBox | undefined => textsOf(module).find((box) => box.text.role === 'headline');

function checkModule(page: PagePlan, module: Module, tell: Tell): void {
  const frame = frameOf(page, module);
  for (const box of module.boxes)
    if (!within(box, frame))
      tell('R01', both(`A ${box.kind} leaves its module.`, `有${BOXES[box.kind]}出了所在的块。`), module.slug);
  for (const text of textsOf(module))
    if (!within(inkOf(text), frame))
      tell('R01', both('A line of type leaves its module.', '有一行字出了所在的块。'), module.slug);
  checkOverprint(module, tell);
  for (const leg of legsOf(module)) checkLeg(module, leg, tell);
  checkLegWidths(page, module, tell);
  checkHead(module, tell);
  checkCaptions(module, tell);
  for (const { ppi } of module.photos)
    if (ppi > 0 && ppi < LEAST_PPI)
      tell('R33', both(`A photo has ${ppi} pixels an inch.`, `有照片只有 ${ppi} ppi。`), module.slug);
}

/** R01 inside a module: no text on text, no text on a picture. */
function checkOverprint(module: Module, tell: Tell): void {
  const solid = module.boxes.filter((box) => box.kind === 'leg' || box.kind === 'text' || box.kind === 'picture');
  solid.forEach((a, index) => {
    for (const b of solid.slice(index + 1))
      if (overlap(inkOf(a), inkOf(b)))
        tell(
          'R01',
          both(`A ${a.kind} and a ${b.kind} overlap.`, `${BOXES[a.kind]}与${BOXES[b.kind]}重叠。`),
          module.slug,
        );
  });
}

/** What a box covers: a text only its lines, which may be narrower and lower than the place kept for them. */
function inkOf(box: Box): Rectangle {
  if (box.kind !== 'text') return box;
  const lines = box.text.lines.filter((line) => line.runs.length > 0);
  if (lines.length === 0) return { ...box, width: 0, height: 0 };
  const left = Math.min(...lines.map((line) => line.x));
  const right = Math.max(...lines.map((line) => line.x + line.width));
  const top = Math.min(...lines.map((line) => line.y));
  const foot = Math.max(...lines.map((line) => line.y + line.height));
  return { x: box.x + left, y: box.y + top, width: right - left, height: Math.min(foot - top, box.height) };
}

/** R05, R06: whole rows, one size; no line below its leg (R02). */
function checkLeg(module: Module, leg: LegBox, tell: Tell): void {
  if (leg.y !== leg.row * PITCH || leg.height % PITCH !== 0)
    tell('R05', both('A leg is off the line grid.', '有一栏没有对齐版面网格。'), module.slug);
  for (const line of leg.lines) {
    if ((line.row + 1) * PITCH > leg.height + TOLERANCE)
      tell('R02', both('A line runs out of its leg.', '有一行溢出了栏。'), module.slug);
    if (line.drop) tell('R05', both('A body line is off the line grid.', '正文有一行没有对齐版面网格。'), module.slug);
    const strange = line.kind === 'paragraph' && line.runs.some((run) => run.size > BODY || run.size < BODY * 0.55);
    if (strange) tell('R06', both('Body text is not in the body size.', '正文字号不对。'), module.slug);
  }
  const widest = Math.max(0, ...leg.lines.map((line) => line.width));
  if (widest > leg.width + TOLERANCE) tell('R04', both('A line is wider than its leg.', '有一行比栏宽。'), module.slug);
}

/** R04: legs of one measure, whole characters, gutters of one; R08's bound on the last. */
function checkLegWidths({ grid }: PagePlan, module: Module, tell: Tell): void {
  const legs = legsOf(module);
  const [first] = legs;
  if (!first) return;
  if (legs.some((leg) => leg.width !== first.width) || first.width % BODY !== 0)
    tell('R04', both('Legs are not of one measure in whole characters.', '各栏宽窄不一，或不是整字。'), module.slug);
  const pitch = first.width + BODY;
  const offsets = legs.map((leg) => (leg.x - first.x) / pitch);
  if (offsets.some((offset) => !Number.isInteger(offset)))
    tell('R04', both('A gutter is not one character.', '栏距不是一个字。'), module.slug);
  if (first.width > (grid.columns * (grid.measure + 1) - 1) * BODY)
    tell('R04', both('A leg is wider than the page.', '有一栏比版面宽。'), module.slug);
  if (module.short > Math.max(0, legs.length - 1))
    tell('R03', both('The legs are too short.', '各栏太短。'), module.slug);
  if (legs.some(({ lines }) => lines.length === 0))
    tell('R03', both('A leg is empty.', '有一栏没有正文。'), module.slug);
}

/** R12 and R13: text stands under its head or beside it, never above. */
function checkHead(module: Module, tell: Tell): void {
  const head = headOf(module);
  const legs = legsOf(module);
  if (!head || legs.length === 0) return;
  const below = legs.filter((leg) => leg.y >= head.y + head.height - PITCH);
  if (below.length === 0) tell('R13', both('No text stands under its head.', '题下没有正文。'), module.slug);
  const top = Math.min(head.y, ...textsOf(module).flatMap((box) => (box.text.role === 'kicker' ? [box.y] : [])));
  if (legs.some((leg) => leg.y + PITCH < top))
    tell('R13', both('A leg runs above its own head.', '正文跑到了自己标题的上面。'), module.slug);
  const lines = legs.flatMap((leg) => leg.lines);
  const isWhole = lines.length > 0 && lines[0]?.opens === true && lines.at(-1)?.closes === true;
  if (lines.length < UNDER_HEAD && !isWhole)
    tell('R12', both('A head stands at the foot without text under it.', '背题：版底的标题下没有正文。'), module.slug);
}

/** R31: a caption stands under a photo of its module and is not wider than it, or spans the panel that it is shared by. */
function checkCaptions(module: Module, tell: Tell): void {
  const photos = picturesOf(module).filter((box) => box.use === 'photo');
  const shared = textsOf(module).filter((box) => box.text.role === 'caption').length < photos.length;
  for (const box of textsOf(module)) {
    if (box.text.role !== 'caption') continue;
    const own = photos.find((one) => one.photo === box.photo);
    const right = Math.max(...photos.map((one) => one.x + one.width));
    const limit = shared ? right : (own?.x ?? 0) + (own?.width ?? 0);
    if (!own || inkOf(box).y < own.y || inkOf(box).x + inkOf(box).width > limit + BODY)
      tell('R31', both('A caption is not under its photo, or wider.', '图说不在图下，或比图宽。'), module.slug);
  }
}

/** R11 and R33: heads and photos of neighbours. */
function checkPair(page: PagePlan, a: Module, b: Module, tell: Tell): void {
  const [one, other] = [frameOf(page, a), frameOf(page, b)];
  const between = apart(one, other);
  const neighbours = between.across <= BODY + TOLERANCE && between.down <= TOLERANCE;
  if (!neighbours) return;
  if (between.down < -TOLERANCE && clash(a, b))
    tell('R11', both('Two like heads stand side by side.', '碰题：两题并排，字号字体相近。'), a.slug, b.slug);
  if (a.kind !== 'article' || b.kind !== 'article') return;
  for (const first of picturesOf(a))
    for (const second of picturesOf(b)) {
      const white = apart(first, second);
      const beside = white.across <= 2 * BODY && white.down < -PITCH;
      const below = white.across < -BODY && white.down < TOUCHING;
      if (beside || below) tell('R33', both('Photos of two stories touch.', '两篇稿的照片挨在一起。'), a.slug, b.slug);
    }
}

/** Two heads whose tops align, of one family and nearly one size, neither of them under a picture. */
function clash(a: Module, b: Module): boolean {
  if (!a.headline || !b.headline || a.headline.family !== b.headline.family) return false;
  const tops = [a, b].map((module) => {
    const head = headOf(module);
    const lines = textsOf(module).filter(({ text }) => ['kicker', 'headline'].includes(text.role));
    const under =
      head !== undefined &&
      picturesOf(module).some((box) => box.use === 'photo' && box.y + box.height <= head.y + TOLERANCE);
    return under ? undefined : Math.min(...lines.map((box) => box.y));
  });
  const [first, second] = tops;
  if (first === undefined || second === undefined || Math.abs(first - second) > ALIGNED) return false;
  const sizes = [a.headline.size, b.headline.size];
  return Math.max(...sizes) < TWO_STEPS * Math.min(...sizes);
}

/** R10, R51: the nameplate outweighs all; folio and ad labels are there. */
function checkFurniture(page: PagePlan, tell: Tell): void {
  if (page.folio.length === 0) tell('R51', both('The page has no folio.', '缺报眉。'));
  for (const module of page.modules) {
    if (module.kind !== 'ad') continue;
    if (!textsOf(module).some((box) => box.text.role === 'adlabel'))
      tell('R51', both('An ad is not labelled.', '广告没有标明“广告”。'), module.slug);
  }
  if (page.number !== 1) return;
  const nameplate = page.modules.find((module) => module.kind === 'nameplate');
  if (!nameplate) {
    tell('R51', both('Page 1 has no nameplate.', '一版没有报头。'));
    return;
  }
  const name = Math.max(...nameplate.boxes.filter((box) => box.kind !== 'rule').map(sizeOf));
  for (const module of page.modules) {
    if (module === nameplate) continue;
    const largest = Math.max(0, ...textsOf(module).map(sizeOf));
    if (largest >= name) tell('R10', both('A head is as large as the nameplate.', '有标题和报头一样大。'), module.slug);
  }
}

/** Size of the largest type in a box; of a picture, its height. */
function sizeOf(box: Box): Px {
  if (box.kind === 'picture') return box.height;
  if (box.kind !== 'text') return 0;
  return Math.max(0, ...box.text.lines.flatMap((line) => line.runs.map((run) => run.size)));
}
