/** The text under the heads: bylines, notes, captions, and paragraphs joined from their pieces. */
import { type Chunk, join } from './chunks.ts';
import { type Draft, isHead, newStory, type Page, type TextChunk } from './page.ts';
import {
  hasDateline,
  isByline,
  isBylineUnderHead,
  isFinished,
  isFolio,
  isHeadLike,
  isNote,
  readCaption,
} from './recognise.ts';

/** Puts a piece of text where it belongs: to the page, to the heads of a story, or into its body. */
export function takeText(page: Page, chunk: TextChunk): void {
  const { text, line } = chunk;
  if (isFolio(text) && !page.story?.open && (page.story === undefined || isHeading(page.chunks[page.at]))) {
    page.leftovers.push({ text, line });
    page.undecided.push({
      line,
      message: `“${text}” was taken as the page’s own line (folio) and stands in issue.yaml as a comment.`,
      hint: 'Put date, number and editors into issue.yaml if they are wanted.',
      zh: {
        message: `“${text}”看作报眉，在 issue.yaml 里存为注释。`,
        hint: '日期、期号、编辑等若要印，请写进 issue.yaml。',
      },
    });
    return;
  }
  const isUnderHead = page.story !== undefined && isHead(page.story) && isBylineUnderHead(text);
  const caption = isUnderHead ? undefined : readCaption(text);
  if (caption && !hasDateline(text)) {
    (page.story ?? newStory(page, line)).photos.push({ ...caption, line });
    return;
  }
  const story = storyFor(page, chunk);
  if (story.body.length === 0 && takeHeadPart(page, story, chunk)) return;
  addToBody(page, story, chunk);
}

const isHeading = (chunk: Chunk | undefined): boolean => chunk?.kind === 'heading';

/** The story that a text belongs to: a second dateline, or a byline after complete text, begins another one. */
function storyFor(page: Page, { text, line }: TextChunk): Draft {
  const { story } = page;
  if (!story) return unheaded(page, line);
  const hasText = story.body.some(({ kind }) => kind === 'paragraph');
  return hasText && !story.open && hasDateline(text) ? unheaded(page, line) : story;
}

function unheaded(page: Page, line: number): Draft {
  page.undecided.push({
    line,
    message: 'A story without a headline begins here.',
    hint: 'Write `title:` into its front matter, or make it genre: brief.',
    zh: { message: '从这里起的一篇稿没有标题。', hint: '请在稿头写 `title:`，或写明 genre: brief（简讯）。' },
  });
  return newStory(page, line);
}

/** What may stand between head and text: bylines, an editors' note, an unmarked deck. */
function takeHeadPart(page: Page, story: Draft, { text, line }: TextChunk): boolean {
  if (isNote(text) && story.note === undefined) {
    story.note = text;
    return true;
  }
  if (isBylineUnderHead(text) && (story.title.length > 0 || isByline(text))) {
    story.byline.push(text);
    return true;
  }
  const next = page.chunks[page.at];
  const nextStarts = next?.kind === 'text' && (hasDateline(next.text) || isBylineUnderHead(next.text));
  const isDash = /^(?:——|—|--)/.test(text);
  const couldBeDeck = story.title.length > 0 && story.byline.length === 0 && !hasDateline(text) && isHeadLike(text, 60);
  const nextIsText = next?.kind === 'text' && isFinished(next.text);
  if (isFinished(text) || !couldBeDeck || !(isDash || nextStarts || nextIsText)) return false;
  story.deck.push(text);
  if (!isDash && !nextStarts)
    page.undecided.push({
      line,
      message: `“${text}” was taken as the deck.`,
      hint: 'If the text begins with it, move it there.',
      zh: { message: `“${text}”看作副题。`, hint: '它若是正文的开头，请移回正文。' },
    });
  return true;
}

function addToBody(page: Page, story: Draft, { text, line }: TextChunk): void {
  const last = story.body.at(-1);
  if (story.open && last?.kind === 'paragraph') {
    noteWeakJoin(page, last.text, line);
    story.body[story.body.length - 1] = { kind: 'paragraph', text: join(last.text, text) };
  } else story.body.push({ kind: 'paragraph', text });
  story.open = !isFinished(text);
  story.lastLine = line;
}

/** A join is weak evidence when the first piece could be a head of its own, or ends with a quotation. */
function noteWeakJoin(page: Page, before: string, line: number): void {
  const short = before.length <= 20 && !/[，、；：。,;:]/.test(before);
  const quoted = /["”’』」》]$/u.test(before);
  const hyphen = /\p{Script=Latin}-$/u.test(before);
  if (!short && !quoted && !hyphen) return;
  const end = before.length > 16 ? `…${before.slice(-16)}` : before;
  page.undecided.push({
    line,
    message: `“${end}” and the text of this line were joined to one paragraph.`,
    hint: short
      ? 'If the first part is a subhead, put it on a line of its own with ### before it.'
      : 'Split them if they are two.',
    zh: {
      message: `“${end}”与本行接成了一段。`,
      hint: short ? '前一截若是小标题，请单独成行，前面加 ###。' : '若本是两段，请分开。',
    },
  });
}
