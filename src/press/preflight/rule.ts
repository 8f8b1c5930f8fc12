/** What a rule of the preflight is. */
import { both, inChinese, inEnglish, type Phrase, type Telling } from '../../fault.ts';
import type { FileFacts, PageFacts } from './facts.ts';
import type { Extent } from './marks.ts';

/** What a rule found, before its name and severity are put to it. */
export interface Complaint {
  readonly page?: number;
  readonly message: string;
  /** The same in Chinese. */
  readonly zh: Pick<Telling, 'message'>;
}

/** A complaint in both languages. */
export const complaint = (what: Phrase, page?: number): Complaint => ({
  ...(page === undefined ? {} : { page }),
  message: inEnglish(what),
  zh: { message: inChinese(what) },
});

/** One row of the table. */
export interface Rule {
  /** Permanent name. */
  readonly name: string;
  readonly severity: 'error' | 'warning';
  /** Where the rule comes from. */
  readonly source: string;
  /** The number that it compares with, in the unit named; the paper may set another. */
  readonly number?: number;
  readonly unit?: string;
  /** All complaints about a file; `number` is the one in force. */
  readonly check: (facts: FileFacts, number: number) => Iterable<Complaint>;
}

/** A rule that looks at one page at a time. */
export function onPages(
  check: (page: PageFacts, number: number, facts: FileFacts) => Iterable<Phrase>,
): (facts: FileFacts, number: number) => Iterable<Complaint> {
  return function* (facts, number) {
    for (const page of facts.pages) for (const what of check(page, number, facts)) yield complaint(what, page.number);
  };
}

/** A rule that only asks whether something holds. */
export function unless(
  holds: (facts: FileFacts) => boolean,
  what: (facts: FileFacts) => Phrase,
): (facts: FileFacts) => Iterable<Complaint> {
  return (facts) => (holds(facts) ? [] : [complaint(what(facts))]);
}

/** The same complaints counted: the first place of each, and how many more there are. */
export function* together<Mark extends { readonly where: Extent }>(
  marks: readonly Mark[],
  page: PageFacts,
  say: (mark: Mark) => Phrase,
): Generator<Phrase> {
  const groups = new Map<string, Mark[]>();
  for (const mark of marks) {
    const name = inEnglish(say(mark));
    groups.set(name, [...(groups.get(name) ?? []), mark]);
  }
  for (const [message, [first, ...others]] of groups) {
    if (!first) continue;
    const place = placeOf(first.where, page);
    const [more, moreInChinese] =
      others.length === 0 ? ['', ''] : [` and ${others.length} more`, `，另有 ${others.length} 处`];
    yield both(`${message} at ${place}${more}`, `${inChinese(say(first))}（${place}${moreInChinese}）`);
  }
}

/** A place as a person finds it: millimetres from the trimmed page's upper left corner. */
export function placeOf({ left, top }: Extent, page: PageFacts): string {
  const origin = page.trim ?? page.media ?? { left: 0, top: 0 };
  const mm = (points: number): string => ((points * 25.4) / 72).toFixed(0);
  return `${mm(left - origin.left)}, ${mm(origin.top - top)} mm`;
}
