/** How a module's words changed: by words where a language has blanks between them, by characters in Chinese. */
import { both, type Phrase } from '../../fault.ts';
import { jointOfLines } from '../../issue/line-ends.ts';
import type { Box, Module } from '../../makeup/plan.ts';
import type { Line } from '../../typeset/model.ts';
import { type Change, changesOf } from '../proof/diff.ts';

/** A word of an alphabet, or one character of anything else, with the blank before it. */
interface Word {
  readonly blank: string;
  readonly text: string;
  /** What it belongs to: the text, or one line of the head, a caption. */
  readonly part: number;
}

/** Something with words: a module, or the boxes of a folio. */
type Worded = Pick<Module, 'boxes'>;

/** Words of what stayed that are shown on either side of a change. */
const AROUND = 4;
/** Changes that are quoted; more would bury the others. */
const QUOTED = 3;
/** Characters of a quotation; of a longer one both ends are shown. */
const LONGEST = 60;

/** What reads otherwise; undefined where every word stayed, however the lines break. */
export function rewording(before: Worded, after: Worded): Phrase | undefined {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const texts = ({ text }: Word): string => text;
  const changes = neighboursJoined(changesOf(old.map(texts), now.map(texts)));
  if (changes.length === 0) return undefined;
  const quoted = changes.slice(0, QUOTED).map(({ from, to, at, until }) => ({
    was: quote(old, from, to),
    is: quote(now, at, until),
  }));
  const more = changes.length - quoted.length;
  const english = quoted.map(({ was, is }) => `“${is}” instead of “${was}”`).join(', ');
  const chinese = quoted.map(({ was, is }) => `“${was}”改为“${is}”`).join('，');
  return both(
    `reads ${english}${more > 0 ? `, and ${more} more` : ''}`,
    `${chinese}${more > 0 ? `，另有 ${more} 处` : ''}`,
  );
}

/** Changes so near to each other that their surroundings meet are told as one. */
function neighboursJoined(changes: readonly Change[]): readonly Change[] {
  const joined: Change[] = [];
  for (const change of changes) {
    const last = joined.at(-1);
    if (last === undefined || change.from - last.to > 2 * AROUND) joined.push(change);
    else joined[joined.length - 1] = { ...last, to: change.to, until: change.until };
  }
  return joined;
}

/** The words of a change with those around it that belong to the same part: a deck does not run on into the byline. */
function quote(words: readonly Word[], from: number, to: number): string {
  const first = (words[from] ?? words[from - 1])?.part;
  const last = (words[to - 1] ?? words[to])?.part;
  const before = words.slice(Math.max(0, from - AROUND), from).filter(({ part }) => part === first);
  const after = words.slice(to, to + AROUND).filter(({ part }) => part === last);
  const shown = [...before, ...words.slice(from, to), ...after];
  const whole = written(shown);
  if (whole.length <= LONGEST) return whole;
  const head = within(shown);
  const tail = within(shown.toReversed());
  return `${written(shown.slice(0, head))} … ${written(shown.slice(-tail))}`;
}

const written = (words: readonly Word[]): string =>
  words
    .map(({ blank, text }) => blank + text)
    .join('')
    .trim();

/** How many of the words half a quotation holds; one at least. */
function within(words: readonly Word[]): number {
  let width = 0;
  const most = words.findIndex(({ blank, text }) => {
    width += blank.length + text.length;
    return width > LONGEST / 2;
  });
  return most === -1 ? words.length : Math.max(1, most);
}

const WORD = /(\s*)((?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:['’-](?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+)*|\S)/gu;

/** The words of a module, part by part; all legs of the text are one part. */
const wordsOf = ({ boxes }: Worded): readonly Word[] =>
  partsOf(boxes).flatMap((lines, part) =>
    [...textOf(lines).matchAll(WORD)].map(([, blank = '', text = '']) => ({ blank: blank && ' ', text, part })),
  );

function partsOf(boxes: readonly Box[]): readonly (readonly Line[])[] {
  const text = boxes.flatMap((box) => (box.kind === 'leg' ? box.lines : []));
  const firstLeg = boxes.findIndex(({ kind }) => kind === 'leg');
  return boxes.flatMap((box, index): readonly (readonly Line[])[] => {
    if (index === firstLeg) return [text];
    return box.kind === 'text' ? [box.text.lines] : [];
  });
}

/** What lines say, joined: a blank where one stood before the line broke, no hyphen of the breaking. */
export function textOf(lines: readonly Line[]): string {
  return lines.reduce<{ readonly text: string; readonly divided: boolean }>(
    ({ text, divided }, line) => {
      const own = line.runs.map((run) => run.source ?? run.text).join('');
      return {
        text: text + (divided ? '' : jointOfLines(text, own)) + own,
        divided: isDivided(line),
      };
    },
    { text: '', divided: false },
  ).text;
}

/** Whether a line ends within a word: its hyphen is drawn and was never written. */
function isDivided({ runs }: Line): boolean {
  const { text = '', source = text } = runs.at(-1) ?? {};
  return text.endsWith('-') && !source.endsWith('-');
}
