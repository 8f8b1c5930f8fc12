/** Typewriter quotes become real ones. Each stays one UTF-16 unit, so that offsets into the source keep their meaning. */

const OPENS_BEFORE = /[\s([{<（［｛〔〈《「『【“‘—–\-/]/u;
const CLOSES_AFTER = /[\s)\]}>.,;:!?。，、；：！？）］｝〕〉》」』】”’…]/u;
const LETTER = /\p{Script=Latin}/u;

/** A stretch of text; the quotes of a verbatim one stay as they are. */
export interface Quoted {
  readonly text: string;
  readonly verbatim?: boolean;
}

/** The texts, read as one, with " and ' curled. A quote that nobody closes harms nothing. */
export function curl(texts: readonly Quoted[]): readonly string[] {
  const whole = texts.map(({ text }) => text).join('');
  if (!/["']/.test(whole)) return texts.map(({ text }) => text);
  const open = { '"': false, "'": false };
  let start = 0;
  return texts.map(({ text, verbatim }) => {
    const begin = start;
    start += text.length;
    if (verbatim || !/["']/.test(text)) return text;
    return text.replace(/["']/g, (quote, at: number) => {
      const sides = { before: whole[begin + at - 1] ?? ' ', after: whole[begin + at + 1] ?? ' ' };
      return quote === '"' ? double(sides, open) : single(sides, open);
    });
  });
}

/** One text by itself, as long as before. */
export const curled = (text: string): string => curl([{ text }])[0] ?? text;

interface Sides {
  readonly before: string;
  readonly after: string;
}

interface Open {
  '"': boolean;
  "'": boolean;
}

function double(sides: Sides, open: Open): string {
  open['"'] = opens(sides, open['"']);
  return open['"'] ? '“' : '”';
}

function single(sides: Sides, open: Open): string {
  const { before, after } = sides;
  const isApostrophe = (LETTER.test(before) && LETTER.test(after)) || (/\s/u.test(before) && /\d/.test(after));
  if (isApostrophe) return '’';
  if (LETTER.test(before) && !open["'"]) return '’';
  open["'"] = opens(sides, open["'"]);
  return open["'"] ? '‘' : '’';
}

function opens({ before, after }: Sides, isOpen: boolean): boolean {
  const mayOpen = OPENS_BEFORE.test(before);
  const mayClose = CLOSES_AFTER.test(after);
  if (mayOpen !== mayClose) return mayOpen;
  return !isOpen;
}

/** True where ’ stands between two letters of an alphabet. */
export const isApostrophe = (before: string | undefined, after: string | undefined): boolean =>
  LETTER.test(before ?? ' ') && LETTER.test(after ?? ' ');
