/**
 * Heads: 引题, 主题, 副题 and the byline over a width, in whole rows. The ladder decides the sizes; a line that is a
 * little too wide is tracked and then scaled, five per cent each at most. The make-up asks for thousands of heads and
 * prints a few: which sizes and how many rows is arithmetic on measured widths, the lines are set when somebody looks.
 */
import type { Article } from '../issue/model.ts';
import { type Mils, PITCH, type Px, type Rows } from '../units.ts';
import { alignedX, setStyled } from './display.ts';
import { type Ems, emsOf } from './ems.ts';
import { LADDER } from './ladder.ts';
import { setLine } from './line.ts';
import type { DisplayLine, FaceId, HeadRequest, HeadSetting, TextBlock } from './model.ts';
import type { Setter } from './setter.ts';
import { bylineOf, deckOf, kickerOf, type SmallBlock } from './small.ts';
import { isDivided, type Split, splitHead } from './split.ts';

/** Bounds of tracking and scaling (R16: distortion of 5 to 10 per cent at most), and lines of a head. */
const TRACKING: Mils = 50;
const SCALING = 0.05;
const LINE_COUNTS = [1, 2, 3, 4];
/** Lines that a long head may take in a narrow column when three do not hold it at the smallest size. */
const LAST_RESORT = 8;

/** Demerits of a head; all the house's, by R16 and R17 of the make-up's list. */
const HEAD_COSTS = {
  /** At the bounds of tracking, of scaling. */
  tracking: 8,
  scaling: 16,
  /** Of the square of what the longest line lacks to three fifths of the width: a line of nothing would cost 90. */
  fill: 250,
  /** Each line after the first. */
  line: 6,
  /** More lines than the head needs at an allowed size, where the desk did not divide it. */
  needless: 45,
  /** Each line of a head that is broken like text. */
  resort: 60,
} as const;

/** A line of this share of the width fills it (R17: 60 to 100 %). */
const FULL = 0.6;
/** Line height of headlines as a share of their size; least air over and under a head. */
const HEADLINE_LEAD = 1.2;
const AIR: Px = 10;
/** Of the air of whole rows, so much goes over a byline, which else clings to what stands over it. */
const BYLINE_AIR: Px = 5;

/** Every setting of an article's head that fits a request, cheapest first. */
export function setHeads(article: Article, request: HeadRequest, setter: Setter): readonly HeadSetting[] {
  if (article.title.every((line) => line.trim() === '')) return [];
  const task: HeadTask = { article, request, setter, face: headFace(request.family, setter) };
  const sizes = LADDER.filter((size) => size <= request.maxSize && size >= request.minSize);
  const splits = measuredSplits(task);
  const between = allFits(splits, false, sizes, task);
  const fits = between.length > 0 ? between : allFits(splits, true, sizes, task);
  const found = fits.length > 0 ? chosen(fits, task) : lastResort(task);
  return found.sort((a, b) => a.cost - b.cost || b.size - a.size);
}

interface HeadTask {
  readonly article: Article;
  readonly request: HeadRequest;
  readonly setter: Setter;
  readonly face: FaceId;
}

/** A split with the widths of its lines. */
interface MeasuredSplit extends Split {
  readonly widths: readonly Ems[];
}

/** Divided titles that are measured, by setter, then face and title: a width asks nothing new of them. */
const measured = new WeakMap<Setter, Map<string, readonly (readonly MeasuredSplit[])[]>>();

/** Every way to divide the title, for each number of lines. */
function measuredSplits({ article, setter, face }: HeadTask): readonly (readonly MeasuredSplit[])[] {
  const of = measured.get(setter) ?? new Map<string, readonly (readonly MeasuredSplit[])[]>();
  measured.set(setter, of);
  const key = `${face}|${article.title.join('\u0000')}`;
  const known = of.get(key);
  if (known) return known;
  const made = LINE_COUNTS.map((count) =>
    splitHead(article.title, count, setter.palette.latin).map((split) => ({
      ...split,
      widths: split.lines.map((text) => emsOf(text, face, setter, { tight: true })),
    })),
  );
  of.set(key, made);
  return made;
}

/** A split that fits the width at a size, and by what means. */
interface Fit {
  readonly split: Split;
  readonly size: Px;
  readonly tracking: Mils;
  readonly scale: number;
  /** Share of the width that the longest line takes. */
  readonly fill: number;
  /** Demerits of the division and of bringing it to the width: what chooses between divisions of one size. */
  readonly own: number;
  /** Those, and the white beside the longest line. */
  readonly cost: number;
}

const headFace = (family: 'song' | 'hei', { palette }: Setter): FaceId => {
  if (palette.latin) return family === 'song' ? 'serif-latin-black' : 'serif-latin-bold';
  return family === 'song' ? 'song-black' : 'hei-black';
};

/** The best fit of each number of lines at each size. */
function allFits(
  splits: readonly (readonly MeasuredSplit[])[],
  torn: boolean,
  sizes: readonly Px[],
  task: HeadTask,
): readonly Fit[] {
  const fits: Fit[] = [];
  for (const size of sizes)
    for (const some of splits) {
      const fit = cheapestFit(some, torn, size, task);
      if (fit) fits.push(fit);
    }
  return fits;
}

/** The best of the splits that tear a phrase, or of those that do not. An uneven one fills more, and is no better for it. */
function cheapestFit(splits: readonly MeasuredSplit[], torn: boolean, size: Px, task: HeadTask): Fit | undefined {
  let cheapest: Fit | undefined;
  for (const split of splits) {
    if (split.torn !== torn) continue;
    cheapest = fitSplit(split, size, task, cheapest?.own ?? Number.POSITIVE_INFINITY) ?? cheapest;
  }
  return cheapest;
}

/** A split brought to the width, its lines all alike; undefined when five per cent and five do not do it, or not below a cost. */
function fitSplit(split: MeasuredSplit, size: Px, { request }: HeadTask, below: number): Fit | undefined {
  let tracking: Mils = 0;
  let scale = 1;
  let longest: Px = 0;
  const isSpaced = split.widths.some(({ ems }) => ems * size > request.width);
  for (const { ems, spaced, gaps } of split.widths) {
    const wide = (isSpaced ? spaced : ems) * size;
    longest = Math.max(longest, wide);
    if (wide <= request.width) continue;
    const needed = gaps > 0 ? Math.floor(((request.width - wide) * 1000) / (size * gaps)) : -TRACKING - 1;
    tracking = Math.min(tracking, Math.max(-TRACKING, needed));
    const tracked = wide - (TRACKING * size * gaps) / 1000;
    if (needed < -TRACKING) scale = Math.min(scale, Math.floor((request.width / tracked) * 1000) / 1000 - 0.001);
  }
  if (scale < 1 - SCALING) return undefined;
  if (scale < 1) tracking = -TRACKING;
  const own =
    HEAD_COSTS.line * (split.lines.length - 1) +
    split.cost +
    HEAD_COSTS.tracking * (tracking / TRACKING) ** 2 +
    HEAD_COSTS.scaling * ((1 - scale) / SCALING) ** 2;
  if (!(own < below)) return undefined;
  const fill = Math.min(1, longest / request.width);
  const cost = own + HEAD_COSTS.fill * Math.max(0, FULL - fill) ** 2;
  return { split, size, tracking, scale, fill, own, cost };
}

/** The fits as heads; lines that a head does not need at one of the allowed sizes cost, unless the desk wanted them. */
function chosen(fits: readonly Fit[], task: HeadTask): HeadSetting[] {
  const easy = fits.filter(({ scale }) => scale === 1);
  const counted = easy.length > 0 ? easy : fits;
  const fewest = isDivided(task.article.title) ? 0 : Math.min(...counted.map(({ split }) => split.lines.length));
  const parts = new Map<Px, SmallParts>();
  return fits.map((fit) => {
    const { size, fill } = fit;
    const lines = fit.split.lines.length;
    const small = parts.get(size) ?? smallParts(size, task);
    parts.set(size, small);
    const cost = fit.cost + (fewest > 0 ? HEAD_COSTS.needless * Math.max(0, lines - fewest) : 0);
    return new Head({ size, lines, fill, cost }, task.request, small, () => setLines(fit, task));
  });
}

function setLines({ split, size, tracking, scale }: Fit, { setter, face }: HeadTask): readonly HeadLine[] {
  return split.lines.map((text, at) => {
    const written = split.written[at] ?? text;
    const strip = setter.strip([{ text, written, style: { face, size } }], size, { tight: true });
    const spec = { from: 0, to: strip.count, measure: Number.POSITIVE_INFINITY, indent: 0, justify: false } as const;
    return setLine(strip, { ...spec, tracking, scale });
  });
}

/** A head too long for its lines at the smallest size asked for: as many lines as it takes, broken like text. */
function lastResort(task: HeadTask): HeadSetting[] {
  const { article, request, setter, face } = task;
  const size = LADDER.findLast((step) => step <= request.minSize) ?? LADDER[0] ?? request.minSize;
  const style = { role: 'headline', face, size, lead: size, align: request.align } as const;
  const lines = article.title.flatMap(
    (title) => setStyled([{ text: title, style: { face, size } }], style, request.width, setter).lines,
  );
  if (lines.length > LAST_RESORT) return [];
  const fill = Math.max(...lines.map((line) => line.width)) / request.width;
  const cost = HEAD_COSTS.resort * lines.length;
  return [new Head({ size, lines: lines.length, fill, cost }, request, smallParts(size, task), () => lines)];
}

/** What stands over the headline and under it. */
interface SmallParts {
  readonly over: readonly SmallBlock[];
  readonly under: readonly SmallBlock[];
}

const smallParts = (size: Px, { article, request, setter }: HeadTask): SmallParts => ({
  over: kickerOf(article, size, request, setter),
  under: [...deckOf(article, size, request, setter), ...bylineOf(article, request, setter)],
});

type HeadLine = Omit<DisplayLine, 'x' | 'y' | 'height'>;

/** Kicker, headline, deck and byline one under the other, rounded up to whole rows. */
class Head implements HeadSetting {
  readonly size: Px;
  readonly lines: number;
  readonly family: 'song' | 'hei';
  readonly rows: Rows;
  readonly cost: number;
  readonly fill: number;
  readonly #content: Px;
  readonly #request: HeadRequest;
  readonly #small: SmallParts;
  readonly #set: () => readonly HeadLine[];
  #parts: readonly TextBlock[] | undefined;

  constructor(
    fit: Pick<HeadSetting, 'size' | 'lines' | 'fill' | 'cost'>,
    request: HeadRequest,
    small: SmallParts,
    set: () => readonly HeadLine[],
  ) {
    this.size = fit.size;
    this.lines = fit.lines;
    this.family = request.family;
    this.cost = fit.cost;
    this.fill = fit.fill;
    this.#request = request;
    this.#small = small;
    this.#set = set;
    let content = fit.lines * leadOf(fit.size);
    for (const { height } of small.over) content += height;
    for (const { height } of small.under) content += height;
    this.#content = content;
    this.rows = Math.ceil((content + AIR) / PITCH);
  }

  get parts(): readonly TextBlock[] {
    this.#parts ??= this.#assembled();
    return this.#parts;
  }

  /** The parts one under the other, the air of the rows over them and under them. */
  #assembled(): readonly TextBlock[] {
    const { over, under } = this.#small;
    const parts = [...over.map((block) => block.set()), this.#headline(), ...under.map((block) => block.set())];
    const air = this.rows * PITCH - this.#content;
    const kept = parts.at(-1)?.role === 'byline' ? Math.min(BYLINE_AIR, Math.floor(air / 3)) : 0;
    let top = Math.round((air - kept) / 2);
    return parts.map((part) => {
      if (part.role === 'byline') top += kept;
      const at = { ...part, top };
      top += part.height;
      return at;
    });
  }

  #headline(): TextBlock {
    const { width, align } = this.#request;
    const lead = leadOf(this.size);
    const lines = this.#set().map((line, index) => ({
      ...line,
      x: alignedX(line.width, width, align),
      y: index * lead,
      height: lead,
    }));
    return { role: 'headline', top: 0, height: lines.length * lead, lines };
  }
}

const leadOf = (size: Px): Px => Math.round(size * HEADLINE_LEAD);
