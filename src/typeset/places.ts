/**
 * The places where a headline may be divided: full-width blanks, then marks, then the ends of words, where two judges
 * agree that a word ends and no word lies across the place. What leans on its neighbour stays with it.
 */
import { phrasesOf } from './phrases.ts';

/** Demerits of dividing at a place; all the house's (R16: at phrases, no single character, last line at least half). */
export const SPLIT_COSTS = {
  blank: 0,
  mark: 2,
  space: 5,
  phrase: 8,
  /** At the end of a word that is no phrase. */
  word: 24,
  /** After a word of letters that leans on the next: an article, a preposition, an auxiliary; between a figure and what it counts. */
  little: 25,
  /** Inside a line where a better place is, a blank or a mark: a head that is divided is divided there. */
  passedBy: 15,
  /** Before 的, 了 and their like, which lean on what stands before them; after 在, 与, which lean on what follows. */
  leaning: 60,
  /** Lengths of the lines, when they differ by a whole line. */
  uneven: 30,
  /** A last line shorter than half of the longest. */
  shortLast: 25,
} as const;

/** Places that are tried at most; a head of four lines out of so many is still quickly searched. */
const MOST_PLACES = 16;

const OPENS = /[（《〈「『【“‘(]$/u;
const BEGINS_BADLY = /^(?:[，。、；：！？）》〉」』】”’…—·)%％]|–(?!\d)|-\s)/u;
const LEANS_BACK = /^[的地得了着过们等之者吗呢吧啊上下里中内外]/u;
const LEANS_ON = /[的在与和及同跟从向对为以将把被让给到于由按比是不就都也又更最很再赴]$/u;
/** A word of one character that leans on the next: before its measure word (首批, 两名), 请, 新 (新修). Both judges may part them. */
const ALONE = /^[首第每各该某这那几两数一二三四五六七八九十百千请我本全新旧老]$/u;
/** A word of one character that completes the verb before it: 飘出, 走进. */
const COMPLETES = /^[出起回进]$/u;
/**
 * Characters that end words of two and hardly begin one: the dictionary takes one for the beginning of a word that it knows
 * (机器|人大|赛) where the phrases see a word end behind it.
 */
const ENDS = /^[人员者们师]$/u;
/** A word that counts, and a measure word of one character behind it: 每一位. */
const COUNTS = /[一二两三四五六七八九十百千万几半]$/u;
const MEASURES = /^[位名个件项条家次座所间辆届场份张把支种批处]$/u;
/** Words of letters that do not end a line of a head, since they lean on the next: articles, prepositions, conjunctions, auxiliaries, pronouns. */
const LITTLE =
  /(?:^|\s)(?:a|an|the|of|to|in|on|at|by|for|from|with|into|over|under|as|than|and|or|but|nor|is|are|was|were|be|been|has|have|had|will|would|may|must|can|not|no|that|who|which|its|his|her|their|our|your|my|it’s|he’s|she’s|St\.|Mr\.?|Mrs\.?|Dr\.?|\p{Lu}\.)$/iu;
/** 上, 下, 本 and their like, and the time or the round behind them that they point at: 下周日. */
const POINTS = /[上下本这那今明后前]个?$/u;
const POINTED_AT = /^[周月年季期届轮]/u;
/** A quotation or a title of a few characters, which is read as one word. */
const SHORT_QUOTATION = /“[^“”]{1,8}”|《[^《》]{1,8}》|‘[^‘’]{1,8}’|「[^「」]{1,8}」/gu;
/** A figure and the word that says of what: £186.4 million, 40 pence. */
const FIGURE_ENDS = /\d[\d.,]*$/u;
const TEARS_NUMBER = /[\p{Script=Latin}\d.,]$|\d[万亿千百]+$/u;
const NUMBER_GOES_ON = /^[\p{Script=Latin}\d%％℃°万亿年月日号个名元吨米公里倍成]/u;
/** A sign that joins letters and figures to one name (COVID-19, 24/7) or a figure to its sign (-5℃), before the place or behind it. */
const JOINS = /[\p{Script=Latin}\d][-‐–/&+@.]?$|[-–]$/u;
const JOINED = /^[-‐–/&+@.]?[\p{Script=Latin}\d]/u;
/** A colon between figures: a time of day, a score. */
const RATIO = /\d[:：∶]$/u;

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** A place to divide a head. */
export interface BreakPlace {
  /** UTF-16 index that the new line begins at. */
  readonly at: number;
  readonly cost: number;
  /** Inside a phrase, or between a word and what leans on it. */
  readonly torn: boolean;
  /** A blank between the parts of a head, or the mark that ends one. */
  readonly strong: boolean;
}

/** Places of heads, kept: they are the same for every number of lines. */
const answers = new Map<string, readonly BreakPlace[]>();
const MOST_KNOWN = 10_000;

/** The places of a head, in order. */
export function placesOf(text: string, latin: boolean): readonly BreakPlace[] {
  const key = `${latin}|${text}`;
  const answer = answers.get(key) ?? findPlaces(text, latin);
  if (answers.size >= MOST_KNOWN) answers.clear();
  answers.set(key, answer);
  return answer;
}

function findPlaces(text: string, latin: boolean): readonly BreakPlace[] {
  const places = new Map<number, BreakPlace>();
  const offer = (at: number, cost: number, { torn = false, strong = false } = {}): void => {
    const known = places.get(at);
    if (at > 0 && at < text.length && (known === undefined || cost < known.cost))
      places.set(at, { at, cost, torn, strong: strong || known?.strong === true });
  };
  for (const { index, 0: blank } of text.matchAll(/\u3000+/gu))
    offer(index + blank.length, SPLIT_COSTS.blank, { strong: true });
  for (const { index, 0: mark } of text.matchAll(/(?:[，；：！？。、,;:!?]|——|……)+[”’）》」』]*/gu)) {
    offer(index + mark.length, SPLIT_COSTS.mark, { strong: !LISTS.test(mark) });
  }
  for (const { index, 0: space } of text.matchAll(/[ \t\n]+/gu))
    offer(index + space.length, SPLIT_COSTS.space + (latin ? littleness(text, index) : 0), { strong: !latin });
  if (!latin) for (const { at, cost, torn } of wordEnds(text)) offer(at, cost, { torn });
  return [...places.values()]
    .map((place) => ({ ...place, cost: place.cost + (place.strong || latin ? 0 : leaning(text, place.at)) }))
    .filter(({ at }) => mayBegin(text, at))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST_PLACES)
    .sort((a, b) => a.at - b.at);
}

/** What it costs to part a word of letters from the one it leans on. */
function littleness(text: string, end: number): number {
  const before = text.slice(0, end);
  return LITTLE.test(before) || (FIGURE_ENDS.test(before) && /^\s+\p{Ll}/u.test(text.slice(end)))
    ? SPLIT_COSTS.little
    : 0;
}

/** Where both the phrase model and the dictionary see a word end; the dictionary alone costs more. */
function wordEnds(text: string): readonly Omit<BreakPlace, 'strong'>[] {
  const phraseEnds = new Set<number>();
  let end = 0;
  for (const phrase of phrasesOf(text)) {
    end += phrase.length;
    phraseEnds.add(end);
  }
  const found = [...words.segment(text)];
  const quoted = quotations(text);
  return found.map(({ index, segment }, nth) => {
    const at = index + segment.length;
    const next = found[nth + 1]?.segment ?? '';
    const goesOn = ENDS.test(text.charAt(at)) && phraseEnds.has(at + 1);
    const leans =
      goesOn ||
      ALONE.test(segment) ||
      isAlone(segment, LEANS_ON) ||
      isAlone(next, LEANS_BACK) ||
      COMPLETES.test(next) ||
      (COUNTS.test(segment) && MEASURES.test(next)) ||
      (POINTS.test(text.slice(0, at)) && POINTED_AT.test(next)) ||
      (isPieces(segment, next) && (phraseEnds.has(at - 1) || phraseEnds.has(at + 1))) ||
      quoted.some(({ from, to }) => at > from && at < to) ||
      isCrossed(text, at);
    const inPhrase = !phraseEnds.has(at);
    // A verb of one character wants its object, a noun its attribute: 从卖 leaves 产品 behind.
    const isShort = HAN_ALONE.test(segment) && !MEASURES.test(segment);
    const cost =
      goesOn || ALONE.test(segment) ? SPLIT_COSTS.leaning : inPhrase || isShort ? SPLIT_COSTS.word : SPLIT_COSTS.phrase;
    return { at, cost, torn: leans || inPhrase };
  });
}

/** Where short quotations stand; none where one is the whole head, which has to be parted somewhere. */
function quotations(text: string): readonly { readonly from: number; readonly to: number }[] {
  return [...text.matchAll(SHORT_QUOTATION)]
    .filter(([quotation]) => quotation.length < text.length)
    .map(({ index, 0: quotation }) => ({ from: index, to: index + quotation.length }));
}

/**
 * Two characters that the dictionary could only leave alone, no preposition behind: where one of them is a phrase too, they
 * are a word that neither judge knows (赛|事) more often than two.
 */
const isPieces = (before: string, next: string): boolean =>
  HAN_ALONE.test(before) && HAN_ALONE.test(next) && !MEASURES.test(before) && !isAlone(next, LEANS_ON);

/** Marks that part what belongs together. */
const LISTS = /^[、,]/u;

const HAN_ALONE = /^\p{Script=Han}$/u;

/** Characters behind a place that a word may have: 上 leans on what stands before it, 上海 does not. */
const LONGEST_WORD = 4;

/** Characters before a place and behind it that a word across it may have. */
const ACROSS = [
  [2, 1],
  [1, 2],
  [2, 2],
] as const;

/** Whether the dictionary knows a word across a place, which it missed in the sentence: 机器|人大赛 parts 机器人. */
function isCrossed(text: string, at: number): boolean {
  return ACROSS.some(([before, behind]) => {
    const around = text.slice(at - before, at + behind);
    return at >= before && HAN_WORD.test(around) && around.length === before + behind && isOneWord(around);
  });
}

const HAN_WORD = /^\p{Script=Han}+$/u;

function isOneWord(text: string): boolean {
  const [first] = words.segment(text);
  return first?.segment.length === text.length;
}

/** True for a word of one character of a kind: 在 of `LEANS_ON`, and not 自在. */
const isAlone = (word: string, kind: RegExp): boolean => word.length === 1 && kind.test(word);

function leaning(text: string, at: number): number {
  const [next] = words.segment(text.slice(at, at + LONGEST_WORD));
  return isAlone(next?.segment ?? '', LEANS_BACK) || LEANS_ON.test(text.slice(0, at)) ? SPLIT_COSTS.leaning : 0;
}

function mayBegin(text: string, at: number): boolean {
  const before = text.slice(0, at).trimEnd();
  const after = text.slice(at).trimStart();
  const isBlank = /\s$/u.test(text.slice(0, at));
  const tears =
    !isBlank &&
    ((TEARS_NUMBER.test(before) && NUMBER_GOES_ON.test(after)) ||
      (JOINS.test(before) && JOINED.test(after)) ||
      (RATIO.test(before) && /^\d/.test(after)));
  return !OPENS.test(before) && !BEGINS_BADLY.test(after) && !tears;
}
