/** Heads that nothing marks: short lines without an end, before a byline or a dateline. */
import type { Chunk } from './chunks.ts';
import { isHead, newStory, openSection, type Page, type TextChunk } from './page.ts';
import { hasDateline, isByline, isFinished, isFolio, isHeadLike, isKnownSection, readCaption } from './recognise.ts';

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

/** What one, two or three lines of a head are. */
const PARTS = [
  { en: 'the headline', zh: '主题' },
  { en: 'headline and deck', zh: '主题和副题' },
  { en: 'kicker, headline and deck', zh: '引题、主题和副题' },
] as const;

/** Takes unmarked heads: a section title first if papers print it, then one to three lines of a head. */
export function takePlainHeads(page: Page, count: number): void {
  const all = page.chunks.slice(page.at, page.at + count) as readonly TextChunk[];
  page.at += count;
  const [section] = all;
  const isUnderSection = section !== undefined && isKnownSection(section.text);
  if (isUnderSection) openSection(page, section.text, section.line);
  const heads = isUnderSection ? all.slice(1) : all;
  const [first] = heads;
  if (!first) return;
  const texts = heads.map(({ text }) => text);
  const story = newStory(page, first.line);
  const kickers = texts.length === 3 ? 1 : 0;
  const [title = '', ...deck] = texts.slice(kickers);
  story.kicker.push(...texts.slice(0, kickers));
  story.title.push(title);
  story.deck.push(...deck);
  const parts = PARTS[texts.length - 1] ?? PARTS[0];
  page.undecided.push({
    line: first.line,
    message: `No # marks a head here: “${texts.join('” / “')}” became ${parts.en} of a new story.`,
    hint: 'Compare with the page, and move lines between title, kicker, deck and text if need be.',
    zh: {
      message: `这里没有 # 标出标题：“${texts.join('”／“')}”作了新稿的${parts.zh}。`,
      hint: '请对照原版，必要时在主题、引题、副题和正文之间挪动。',
    },
  });
}
