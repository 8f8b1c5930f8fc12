/**
 * Heads: 引题, 主题, 副题 and the byline over a width, in whole rows. The ladder decides the sizes; a line that is a
 * little too wide is tracked and then scaled, five per cent each at most.
 */
import type { Article } from '../issue/model.ts';
import { type Mils, PITCH, type Px } from '../units.ts';
import { naturalWidth } from './cost.ts';
import { alignedX, setStyled } from './display.ts';
import { belowOf, LADDER } from './ladder.ts';
import { setLine } from './line.ts';
import type { DisplayLine, FaceId, HeadRequest, HeadSetting, TextBlock, TextRole } from './model.ts';
import type { Setter } from './setter.ts';
import { isDivided, type Split, splitHead } from './split.ts';
import type { StyledText } from './style.ts';

/** Bounds of tracking and scaling (R16: distortion of 5 to 10 per cent at most), and lines of a head. */
const TRACKING: Mils = 50;
const SCALING = 0.05;
const LINE_COUNTS = [1, 2, 3, 4];
/** Lines that a long head may take in a narrow column when three do not hold it at the smallest size. */
const LAST_RESORT = 8;

/** Demerits of a head; all the house's, by R16 and R17 of the make-up's list. */
export const HEAD_COSTS = {
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
/** Line height of headlines, of decks and kickers, as shares of their sizes; least air over and under a head. */
const HEADLINE_LEAD = 1.2;
const SMALL_LEAD = 1.4;
const AIR: Px = 10;

/** Every setting of an article's head that fits a request, cheapest first. */
export function setHeads(article: Article, request: HeadRequest, setter: Setter): readonly HeadSetting[] {
  if (article.title.every((line) => line.trim() === '')) return [];
  const sizes = LADDER.filter((size) => size <= request.maxSize && size >= request.minSize);
  const settings = sizes.flatMap((size) => headsOfSize(article, size, request, setter));
  const found = settings.length > 0 ? judgeLines(settings, article) : lastResort(article, request, setter);
  return found.sort((a, b) => a.cost - b.cost || b.size - a.size);
}

function headsOfSize(article: Article, size: Px, request: HeadRequest, setter: Setter): HeadSetting[] {
  return LINE_COUNTS.flatMap((count) => {
    const cost = HEAD_COSTS.line * (count - 1);
    const all = splitHead(article.title, count, setter.palette.latin);
    const fitted = all.flatMap((split) => fitHead(split, { article, size, request, setter, cost }) ?? []);
    return fitted.sort((a, b) => a.cost - b.cost).slice(0, 1);
  });
}

/** Lines that a head does not need at one of the allowed sizes cost, unless the desk wanted them. */
function judgeLines(settings: readonly HeadSetting[], article: Article): HeadSetting[] {
  if (isDivided(article.title)) return [...settings];
  const fewest = Math.min(...settings.map(({ lines }) => lines));
  return settings.map((setting) => ({
    ...setting,
    cost: setting.cost + HEAD_COSTS.needless * (setting.lines - fewest),
  }));
}

/** A head too long for three lines at the smallest size asked for: as many lines as it takes, broken like text. */
function lastResort(article: Article, request: HeadRequest, setter: Setter): HeadSetting[] {
  const size = LADDER.findLast((step) => step <= request.minSize) ?? LADDER[0] ?? request.minSize;
  const face = headFace(request.family, setter);
  const lines = article.title.flatMap((title) => {
    const texts = [{ text: title, style: { face, size } }];
    const style = { role: 'headline', face, size, lead: size, align: request.align } as const;
    return setStyled(texts, style, request.width, setter).lines;
  });
  if (lines.length > LAST_RESORT) return [];
  return [assemble(lines, { article, size, request, setter, cost: HEAD_COSTS.resort * lines.length })];
}

interface HeadTask {
  readonly article: Article;
  readonly size: Px;
  readonly request: HeadRequest;
  readonly setter: Setter;
  readonly cost: number;
}

const headFace = (family: 'song' | 'hei', { palette }: Setter): FaceId => {
  if (palette.latin) return family === 'song' ? 'serif-latin-black' : 'serif-latin-bold';
  return family === 'song' ? 'song-black' : 'hei-black';
};

/** Lines of a split brought to the width, all of them alike; undefined when five per cent and five do not do it. */
function fitHead(split: Split, task: HeadTask): HeadSetting | undefined {
  const { size, request, setter } = task;
  const face = headFace(request.family, setter);
  const strips = split.lines.map((text) => setter.strip([{ text, style: { face, size } }], size, { tight: true }));
  let tracking: Mils = 0;
  let scale = 1;
  for (const strip of strips) {
    const wide = naturalWidth(strip, 0, strip.count);
    const gaps = strip.count - 1;
    if (wide <= request.width) continue;
    const needed = gaps > 0 ? Math.floor(((request.width - wide) * 1000) / (size * gaps)) : -TRACKING - 1;
    tracking = Math.min(tracking, Math.max(-TRACKING, needed));
    const tracked = wide - (TRACKING * size * gaps) / 1000;
    if (needed < -TRACKING) scale = Math.min(scale, Math.floor((request.width / tracked) * 1000) / 1000 - 0.001);
  }
  if (scale < 1 - SCALING) return undefined;
  if (scale < 1) tracking = -TRACKING;
  const lines = strips.map((strip) =>
    setLine(strip, {
      from: 0,
      to: strip.count,
      measure: Number.POSITIVE_INFINITY,
      indent: 0,
      justify: false,
      tracking,
      scale,
    }),
  );
  const fill = Math.max(...lines.map((line) => line.width)) / request.width;
  const cost =
    task.cost +
    split.cost +
    HEAD_COSTS.tracking * (tracking / TRACKING) ** 2 +
    HEAD_COSTS.scaling * ((1 - scale) / SCALING) ** 2 +
    HEAD_COSTS.fill * Math.max(0, FULL - fill) ** 2;
  return assemble(lines, { ...task, cost });
}

/** Puts kicker, headline, deck and byline one under the other and rounds up to whole rows. */
function assemble(lines: readonly Omit<DisplayLine, 'x' | 'y' | 'height'>[], task: HeadTask): HeadSetting {
  const { article, size, request, setter, cost } = task;
  const { width, align, family } = request;
  const lead = Math.round(size * HEADLINE_LEAD);
  const headline: TextBlock = {
    role: 'headline',
    top: 0,
    height: lines.length * lead,
    lines: lines.map((line, index) => ({
      ...line,
      x: alignedX(line.width, width, align),
      y: index * lead,
      height: lead,
    })),
  };
  const parts = [
    ...kickerOf(article, size, request, setter),
    headline,
    ...deckOf(article, size, request, setter),
    ...bylineOf(article, request, setter),
  ];
  const content = parts.reduce((sum, part) => sum + part.height, 0);
  const rows = Math.ceil((content + AIR) / PITCH);
  let top = Math.round((rows * PITCH - content) / 2);
  const placed = parts.map((part) => {
    const at = { ...part, top };
    top += part.height;
    return at;
  });
  return { size, lines: lines.length, family, rows, cost, parts: placed };
}

/** Lines of small type that belong to a head. */
interface SmallType {
  readonly role: TextRole;
  readonly face: FaceId;
  /** Sizes to try, the wanted one first. */
  readonly sizes: readonly Px[];
  readonly text: string;
  /** Put before the text by the program. */
  readonly dash?: string;
}

/** Most lines that kickers and decks are divided into by phrases; longer ones are broken like text. */
const MOST_SMALL_LINES = 3;

/** On one line at one of the sizes; else divided like a head at the first; else broken like text. */
function small(type: SmallType, request: HeadRequest, setter: Setter): readonly TextBlock[] {
  const { role, face, sizes, text, dash = '' } = type;
  const textsOf = (line: string, size: Px, first: boolean): readonly StyledText[] => {
    const style = { face, size };
    return [...(first && dash ? [{ text: dash, style, inserted: true }] : []), { text: line, style }];
  };
  const blockOf = (lines: readonly string[], size: Px): TextBlock => {
    const lead = Math.round(size * SMALL_LEAD);
    const style = { role, face, size, lead, align: request.align } as const;
    const blocks = lines.map((line, index) =>
      setStyled(textsOf(line, size, index === 0), style, request.width, setter),
    );
    const set = blocks.flatMap((block) => block.lines).map((line, index) => ({ ...line, y: index * lead }));
    return { role, top: 0, height: set.length * lead, lines: set };
  };
  const fits = (line: string, size: Px, first: boolean): boolean => {
    const strip = setter.strip(textsOf(line, size, first), size);
    return naturalWidth(strip, 0, strip.count) <= request.width;
  };
  const [wanted = 12] = sizes;
  const oneLine = sizes.find((size) => fits(text, size, true));
  if (oneLine !== undefined) return [blockOf([text], oneLine)];
  for (let count = 2; count <= MOST_SMALL_LINES; count += 1) {
    const splits = splitHead([text], count, setter.palette.latin);
    for (const size of sizes) {
      const split = splits.find(({ lines }) => lines.every((line, index) => fits(line, size, index === 0)));
      if (split) return [blockOf(split.lines, size)];
    }
  }
  const block = blockOf([text], wanted);
  return block.lines.length > 0 ? [block] : [];
}

/** The wanted size of a kicker or deck and a step below it, down to two fifths of the headline's. */
function smallSizes(size: Px, least: Px): readonly Px[] {
  const wanted = belowOf(size, least);
  const lower = Math.max(least, Math.ceil(size * LEAST_SHARE * 4) / 4);
  return lower < wanted ? [wanted, Math.round(((wanted + lower) / 2) * 4) / 4, lower] : [wanted];
}

/** A kicker or deck may be this small beside its headline to stay on one line. */
const LEAST_SHARE = 0.4;

function kickerOf(article: Article, size: Px, request: HeadRequest, setter: Setter): readonly TextBlock[] {
  if (!article.kicker) return [];
  const face = setter.palette.latin ? 'serif-latin-semibold' : 'hei';
  return small({ role: 'kicker', face, sizes: smallSizes(size, 12), text: article.kicker }, request, setter);
}

/** 副题; a feature's has a dash before it (通讯副题加破折号). */
function deckOf(article: Article, size: Px, request: HeadRequest, setter: Setter): readonly TextBlock[] {
  const { latin } = setter.palette;
  const face = latin ? 'serif-latin' : request.family === 'song' ? 'hei' : 'kai';
  const wantsDash = article.genre === 'feature' && !latin;
  return article.deck.flatMap((text, index) => {
    const dash = wantsDash && index === 0 && !text.startsWith('—') ? '——' : '';
    return small({ role: 'deck', face, sizes: smallSizes(size, 13), text, dash }, request, setter);
  });
}

function bylineOf(article: Article, request: HeadRequest, setter: Setter): readonly TextBlock[] {
  if (article.byline.length === 0) return [];
  const text = article.byline.join('\u3000');
  return small({ role: 'byline', face: setter.palette.em, sizes: [12], text }, request, setter);
}
