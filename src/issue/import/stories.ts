/**
 * Chunks to stories: which heads belong together, where a story begins, which pieces are one paragraph. What the text
 * itself does not decide is decided in the likelier way and listed for the editor.
 */
import type { Chunk } from './chunks.ts';
import { takeText } from './copy.ts';
import { isKicker, takeHeadings } from './heads.ts';
import { closeSection, closeStory, endParagraph, newStory, type Page, type Stories } from './page.ts';
import { plainHeads, takePlainHeads } from './plain-heads.ts';

/** Every chunk ends in exactly one story or among the leftovers. */
export function readStories(chunks: readonly Chunk[]): Stories {
  const page: Page = { chunks, at: 0, stories: [], leftovers: [], undecided: [] };
  while (page.at < chunks.length) step(page);
  closeStory(page);
  closeSection(page);
  return { stories: page.stories, leftovers: page.leftovers, undecided: page.undecided };
}

function step(page: Page): void {
  const chunk = page.chunks[page.at] as Chunk;
  const heads = plainHeads(page);
  if (heads > 0) takePlainHeads(page, heads);
  else if (chunk.kind === 'heading' || isKicker(page, page.story)) takeHeadings(page);
  else {
    page.at++;
    takeChunk(page, chunk);
  }
}

function takeChunk(page: Page, chunk: Exclude<Chunk, { kind: 'heading' }>): void {
  if (chunk.kind === 'text') takeText(page, chunk);
  else if (chunk.kind === 'rule') {
    if (page.story) endParagraph(page, page.story, { en: 'a rule is drawn under it', zh: '下面是一条线' });
  } else {
    const story = page.story ?? newStory(page, chunk.line);
    if (chunk.kind === 'image') {
      const { file, caption, credit, line } = chunk;
      story.photos.push({ file, line, ...(caption && { caption }), ...(credit && { credit }) });
    } else {
      endParagraph(page, story, { en: 'a table or list follows', zh: '接着是表格或列表' });
      story.body.push({ kind: 'verbatim', text: chunk.text });
    }
  }
}
