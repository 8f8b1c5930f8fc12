/** Small type that belongs to a head: kicker, deck, byline. Their heights are known before a line of them is set. */
import { afterName } from '../issue/byline.ts';
import type { Article } from '../issue/model.ts';
import type { Px } from '../units.ts';
import { setStyled } from './display.ts';
import { dashed, emsOf, type Words } from './ems.ts';
import { belowOf } from './ladder.ts';
import type { FaceId, HeadRequest, TextBlock, TextRole } from './model.ts';
import type { Setter } from './setter.ts';
import { type Split, splitHead } from './split.ts';

/** A block of small type: how high it is, and its lines when they are wanted. */
export interface SmallBlock {
  readonly height: Px;
  set(): TextBlock;
}

/** Line height of decks and kickers as a share of their size. */
const SMALL_LEAD = 1.4;
/** Most lines that kickers and decks are divided into by phrases; longer ones are broken like text. */
const MOST_SMALL_LINES = 3;
/** A kicker or deck may be this small beside its headline to stay on one line. */
const LEAST_SHARE = 0.4;

/** 引题, over the headline. */
export function kickerOf(article: Article, size: Px, request: HeadRequest, setter: Setter): readonly SmallBlock[] {
  if (!article.kicker) return [];
  const face = setter.palette.latin ? 'serif-latin-semibold' : 'hei';
  return small({ role: 'kicker', face, sizes: smallSizes(size, 12), text: article.kicker }, request, setter);
}

/** 副题; a feature's has a dash before it (通讯副题加破折号). */
export function deckOf(article: Article, size: Px, request: HeadRequest, setter: Setter): readonly SmallBlock[] {
  const { latin } = setter.palette;
  const face = latin ? 'serif-latin' : request.family === 'song' ? 'hei' : 'kai';
  const wantsDash = article.genre === 'feature' && !latin;
  return article.deck.flatMap((text, index) => {
    const dash = wantsDash && index === 0 && !text.startsWith('—') ? '——' : '';
    return small({ role: 'deck', face, sizes: smallSizes(size, 13), text, dash }, request, setter);
  });
}

/** The writers, in one line where they fit. */
export function bylineOf(article: Article, request: HeadRequest, setter: Setter): readonly SmallBlock[] {
  if (article.byline.length === 0) return [];
  const names = bylineWords(article.byline, setter.palette.latin);
  return small({ role: 'byline', face: setter.palette.em, sizes: [12], ...names }, request, setter);
}

/** Names in a row, and what of that the copy has: what joins them in letters stands for its blanks. */
export const bylineWords = (names: readonly string[], latin: boolean): Required<Words> => {
  const joiners = names.map((_, nth) =>
    latin ? afterName(nth, names.length) : nth < names.length - 1 ? '\u3000' : '',
  );
  return {
    text: names.map((name, nth) => name + joiners[nth]).join(''),
    written: names.map((name, nth) => name + ' '.repeat(joiners[nth]?.length ?? 0)).join(''),
  };
};

/** The wanted size of a kicker or deck and a step below it, down to two fifths of the headline's. */
function smallSizes(size: Px, least: Px): readonly Px[] {
  const wanted = belowOf(size, least);
  const lower = Math.max(least, Math.ceil(size * LEAST_SHARE * 4) / 4);
  return lower < wanted ? [wanted, Math.round(((wanted + lower) / 2) * 4) / 4, lower] : [wanted];
}

/** Lines of small type that belong to a head. */
interface SmallType {
  readonly role: TextRole;
  readonly face: FaceId;
  /** Sizes to try, the wanted one first. */
  readonly sizes: readonly Px[];
  readonly text: string;
  /** What it stands for in the copy where that differs; as long as the text. */
  readonly written?: string;
  /** Put before the text by the program. */
  readonly dash?: string;
}

/** On one line at one of the sizes; else divided like a head at the first; else broken like text. */
function small(type: SmallType, request: HeadRequest, setter: Setter): readonly SmallBlock[] {
  const { role, face, sizes, text, written = text, dash = '' } = type;
  const set = (lines: readonly Words[], size: Px): TextBlock => {
    const lead = Math.round(size * SMALL_LEAD);
    const style = { role, face, size, lead, align: request.align } as const;
    const found = lines.flatMap(
      (line, at) => setStyled(dashed(line, at === 0 ? dash : '', face, size), style, request.width, setter).lines,
    );
    return { role, top: 0, height: found.length * lead, lines: found.map((line, at) => ({ ...line, y: at * lead })) };
  };
  const [wanted = 12] = sizes;
  const fitting = text.includes('\n') ? undefined : fittingLines(type, request, setter);
  if (fitting) {
    const { lines, size } = fitting;
    const visible = emsOf(text, face, setter, { dash }).count === 0 ? 0 : lines.length;
    return [{ height: visible * Math.round(size * SMALL_LEAD), set: () => set(lines, size) }];
  }
  const block = set([{ text, written }], wanted);
  return block.lines.length > 0 ? [{ height: block.height, set: () => block }] : [];
}

/** Fewest lines, divided at phrases, that the width holds at one of the sizes. */
function fittingLines(type: SmallType, { width }: HeadRequest, setter: Setter) {
  const divisions = divisionsOf(type, setter);
  for (let count = 1; count <= MOST_SMALL_LINES; count += 1) {
    const divided = divisions[count] ?? divide(type, count, setter);
    divisions[count] = divided;
    for (const size of type.sizes)
      for (const { lines, ems } of divided) if (ems * size <= width) return { lines, size };
  }
  return undefined;
}

/** A small type in lines. */
interface Division {
  readonly lines: readonly Words[];
  /** Width of the longest in ems. */
  readonly ems: number;
}

/** Divisions by number of lines, by setter, then face, dash and text: a width asks nothing new of them. */
const known = new WeakMap<Setter, Map<string, (readonly Division[])[]>>();

function divisionsOf({ face, text, written = text, dash = '' }: SmallType, setter: Setter): (readonly Division[])[] {
  const of = known.get(setter) ?? new Map<string, (readonly Division[])[]>();
  known.set(setter, of);
  const key = `${face}|${dash}|${text}|${written}`;
  const divisions = of.get(key) ?? [];
  of.set(key, divisions);
  return divisions;
}

/** Lines of a division, each with what it stands for in the copy. */
function wordsOf({ lines, written }: Split, { text, written: copy = text }: SmallType): readonly Words[] {
  let end = 0;
  return lines.map((line, at) => {
    const start = text.indexOf(written[at] ?? line, end);
    end = start + line.length;
    return { text: line, written: copy.slice(start, end) };
  });
}

function divide(type: SmallType, count: number, setter: Setter): readonly Division[] {
  const { face, text, written = text, dash = '' } = type;
  if (count === 1) return [divisionOf([{ text, written }])];
  return splitHead([text], count, setter.palette.latin).map((split) => divisionOf(wordsOf(split, type)));

  function divisionOf(lines: readonly Words[]): Division {
    const widths = lines.map((line, at) => emsOf(line.text, face, setter, { dash: at === 0 ? dash : '' }).ems);
    return { lines, ems: Math.max(...widths) };
  }
}
