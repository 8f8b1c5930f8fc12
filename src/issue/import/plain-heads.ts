/** Heads that nothing marks: short lines without an end, before a byline or a dateline. */
import type { Chunk } from './chunks.ts';
import { isHead, newStory, type Page } from './page.ts';
import { hasDateline, isByline, isFinished, isFolio, isHeadLike, readCaption } from './recognise.ts';

/** How many of the next chunks are unmarked heads of a new story; 0 when none. */
export function plainHeads(page: Page): number {
  const { chunks, at, story } = page;
  if (story?.open || (story && isHead(story))) return 0;
  let count = 0;
  while (count < 4 && isPlainHead(chunks[at + count], at + count === 0)) count++;
  const next = chunks[at + count];
  if (count === 0 || count > 3 || next?.kind !== 'text') return 0;
  const startsCopy = hasDateline(next.text) || (isByline(next.text) && chunks[at + count + 1]?.kind === 'text');
  const startsPage = story === undefined && page.stories.length === 0 && isFinished(next.text);
  return startsCopy || startsPage ? count : 0;
}

function isPlainHead(chunk: Chunk | undefined, isFirst: boolean): boolean {
  if (chunk?.kind !== 'text' || !isHeadLike(chunk.text) || /[。.]["”’』」]?$/u.test(chunk.text)) return false;
  if (isByline(chunk.text) || hasDateline(chunk.text) || readCaption(chunk.text)) return false;
  return !(isFirst && isFolio(chunk.text));
}

export function takePlainHeads(page: Page, count: number): void {
  const texts = page.chunks.slice(page.at, page.at + count) as readonly Extract<Chunk, { kind: 'text' }>[];
  page.at += count;
  const [first] = texts;
  const story = newStory(page, first?.line ?? 1);
  const heads = texts.map(({ text }) => text);
  const hasKicker = count === 3;
  if (hasKicker) story.kicker.push(heads.shift() ?? '');
  story.title.push(heads.shift() ?? '');
  story.deck.push(...heads);
  const parts = hasKicker ? 'kicker, headline and deck' : count === 2 ? 'headline and deck' : 'the headline';
  page.undecided.push({
    line: story.line,
    message: `“${texts.map(({ text }) => text).join('” / “')}” ${count === 1 ? 'was' : 'were'} taken as ${parts} of a new story: no # marks ${count === 1 ? 'it' : 'them'}.`,
    hint: 'Compare with the page, and move lines between title, kicker, deck and text if need be.',
  });
}
