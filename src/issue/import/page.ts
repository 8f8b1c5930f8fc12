/** What a page's text has been read to so far: its stories, what belongs to none, and what could not be decided. */
import type { Telling } from '../../fault.ts';
import type { Chunk } from './chunks.ts';

/** Something that the import could not know: what was done, and what to do if that is wrong. */
export interface Undecided extends Telling {
  /** Line of the raw text. */
  readonly line: number;
  readonly zh: Telling;
}

/** One block of a story's body. */
export type StoryBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'subhead'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'verbatim'; readonly text: string };

/** A photo of a story, as the raw text names it. */
export interface StoryPhoto {
  /** Absent when the picture is still to come. */
  readonly file?: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly line: number;
}

/** One story of the page, as its text says it. */
export interface Story {
  readonly line: number;
  readonly section?: string;
  readonly kicker: readonly string[];
  readonly title: readonly string[];
  readonly deck: readonly string[];
  readonly byline: readonly string[];
  readonly note?: string;
  readonly body: readonly StoryBlock[];
  readonly photos: readonly StoryPhoto[];
}

/** A page's raw text sorted into stories. */
export interface Stories {
  readonly stories: readonly Story[];
  /** Lines that belong to the page and to no story, such as its date line. */
  readonly leftovers: readonly { readonly text: string; readonly line: number }[];
  readonly undecided: readonly Undecided[];
}

/** A story that is still being read. */
export type Draft = {
  -readonly [Key in keyof Story]: Story[Key] extends readonly (infer Item)[] ? Item[] : Story[Key];
} & {
  /** The last paragraph is not complete: the next text goes on with it. */
  open: boolean;
  /** Line of the raw text where the last paragraph's last piece stands. */
  lastLine: number;
};

/** The page while it is read, chunk by chunk. */
export interface Page {
  readonly chunks: readonly Chunk[];
  at: number;
  section?: { readonly title: string; readonly line: number; used: boolean };
  story?: Draft;
  readonly stories: Draft[];
  readonly leftovers: { readonly text: string; readonly line: number }[];
  readonly undecided: Undecided[];
}

/** Begins a story on this line; the one before it ends. */
export function newStory(page: Page, line: number): Draft {
  closeStory(page);
  const story: Draft = {
    line,
    ...(page.section && { section: page.section.title }),
    kicker: [],
    title: [],
    deck: [],
    byline: [],
    body: [],
    photos: [],
    open: false,
    lastLine: line,
  };
  if (page.section) page.section.used = true;
  page.story = story;
  page.stories.push(story);
  return story;
}

/** Ends the open story, and the paragraph that is open in it. */
export function closeStory(page: Page): void {
  if (page.story) endParagraph(page, page.story, { en: 'the story ends there', zh: '稿子到此为止' });
}

/** A section title begins: it holds for the stories that follow, until the next one or the end of the page. */
export function openSection(page: Page, title: string, line: number): void {
  closeStory(page);
  delete page.story;
  closeSection(page);
  page.section = { title, line, used: false };
}

/** The title of a section without stories belongs to no story. */
export function closeSection({ section, leftovers, undecided }: Page): void {
  if (!section || section.used) return;
  const { title, line } = section;
  leftovers.push({ text: title, line });
  undecided.push({
    line,
    message: `No story stands under the section title “${title}”; it stands in issue.yaml as a comment.`,
    hint: 'Write `section:` into the stories that belong to it.',
    zh: {
      message: `栏目“${title}”下面没有稿件，已在 issue.yaml 里存为注释。`,
      hint: '请在属于它的稿件里写 `section:`。',
    },
  });
}

/** A paragraph that stays incomplete is left as it is, and listed. */
export function endParagraph(page: Page, story: Draft, why: { readonly en: string; readonly zh: string }): void {
  if (!story.open) return;
  story.open = false;
  page.undecided.push({
    line: story.lastLine,
    message: `A paragraph stops in the middle of a sentence, and ${why.en}.`,
    hint: 'Compare it with the page; the rest of the sentence may stand elsewhere.',
    zh: { message: `有一段话没说完就断了：${why.zh}。`, hint: '请对照原版，下半句也许在别处。' },
  });
}

/** The chunks that most questions are asked of. */
export type Heading = Extract<Chunk, { kind: 'heading' }>;
export type TextChunk = Extract<Chunk, { kind: 'text' }>;

/** A story of which only heads have been read yet. */
export const isHead = (story: Draft): boolean => story.title.length > 0 && story.body.length === 0;
