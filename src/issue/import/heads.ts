/** Heads that the text marks with #: sections, kickers, headlines, decks, subheads. */
import {
  type Draft,
  endParagraph,
  type Heading,
  isHead,
  newStory,
  openSection,
  type Page,
  type TextChunk,
} from './page.ts';
import { plainHeads } from './plain-heads.ts';
import {
  hasDateline,
  isByline,
  isFinished,
  isFolio,
  isHeadLike,
  isKnownSection,
  isSection,
  readCaption,
} from './recognise.ts';

/** Whether the text here is a kicker: a short line without an end, right before the headline of a new story. */
export function isKicker(page: Page, story: Draft | undefined): boolean {
  const here = page.chunks[page.at];
  const next = page.chunks[page.at + 1];
  if (here?.kind !== 'text' || next?.kind !== 'heading' || next.level > 2) return false;
  if (story?.open || isFinished(here.text) || !isHeadLike(here.text, 60)) return false;
  if (isFolio(here.text) || readCaption(here.text) || hasDateline(here.text)) return false;
  return !(story && isHead(story) && story.photos.length === 0);
}

/** A run of headings, with the kicker before it. */
export function takeHeadings(page: Page): void {
  const { line, text, kind } = page.chunks[page.at] as Heading | TextChunk;
  const isTitleOfSection = kind === 'text' && isKnownSection(text);
  const kickers = kind === 'text' && !isTitleOfSection ? [text] : [];
  if (kind === 'text') page.at++;
  if (isTitleOfSection) openSection(page, text, line);
  const run: Heading[] = [];
  for (let next = page.chunks[page.at]; next?.kind === 'heading'; next = page.chunks[page.at]) {
    run.push(next);
    page.at++;
  }
  const rest = takeSections(page, run);
  const first = rest[0];
  if (!first) {
    for (const text of kickers) page.leftovers.push({ text, line });
    return;
  }
  if (kickers.length === 0 && !beginsStory(page, rest)) {
    for (const heading of rest) addSubhead(page, heading);
    return;
  }
  headStory(page, { kickers, run: rest, line });
}

/** Takes section titles off the front of a run; they hold for the stories after them. */
function takeSections(page: Page, run: readonly Heading[]): readonly Heading[] {
  const [first, second] = run;
  if (!first) return run;
  const text = page.chunks[page.at];
  const overCopy = text?.kind === 'text' && hasDateline(text.text) && isKnownSection(first.text);
  const isNamed =
    isKnownSection(first.text) || (isSection(first.text) && run.length > 2) || second?.level === first.level;
  const before =
    second !== undefined &&
    isSection(first.text) &&
    (second.level <= 2 || overCopy) &&
    (isNamed || holdsMore(page, second));
  const alone = second === undefined && isKnownSection(first.text) && (text === undefined || headsAhead(page));
  if (first.level > 2 || !(before || alone || (second === undefined && kickerAhead(page, first)))) return run;
  openSection(page, first.text, first.line);
  if (!isKnownSection(first.text)) page.undecided.push(takenAsSection(first));
  return takeSections(page, run.slice(1));
}

const takenAsSection = ({ text, line }: Heading): Page['undecided'][number] => ({
  line,
  message: `“${text}” was taken as the section of the stories under it.`,
  hint: 'If it is a headline, write it into `title:` of the first of them, and delete `section:`.',
  zh: {
    message: `“${text}”看作下面各稿的栏目。`,
    hint: '它若是标题，请写进第一篇的 `title:`，并删去 `section:`。',
  },
});

/** Whether another story is headed as this one is, before a heading of a higher level: then a short title over both is a section's. */
function holdsMore({ chunks, at }: Page, { level }: Heading): boolean {
  const headings = chunks.slice(at).filter((chunk): chunk is Heading => chunk.kind === 'heading');
  const next = headings.find((heading) => heading.level <= level);
  return next?.level === level;
}

const headsAhead = (page: Page): boolean => plainHeads(page) > 0 || isKicker(page, page.story);

/** A section's title may stand over a kicker. */
const kickerAhead = (page: Page, heading: Heading): boolean => isSection(heading.text) && isKicker(page, undefined);

/** Whether a run of headings without a kicker is the head of a new story, and not a subhead of the open one. */
function beginsStory(page: Page, run: readonly Heading[]): boolean {
  const top = Math.min(...run.map(({ level }) => level));
  const { story } = page;
  if (!story || top === 1) return true;
  if (story.body.length === 0 && story.title.length === 0) return true;
  const next = page.chunks[page.at];
  if (top > 2) return next?.kind === 'text' && hasDateline(next.text) && run.length === 1 && story.body.length > 0;
  const startsCopy = next?.kind === 'text' && (hasDateline(next.text) || isByline(next.text));
  const onlyHeads = story.body.length === 0 && story.photos.length > 0;
  if (startsCopy || onlyHeads || run.length > 1) return true;
  page.undecided.push({
    line: run[0]?.line ?? 1,
    message: `“${run[0]?.text}” was taken as a subhead of the story above it.`,
    hint: 'If it is the headline of a story of its own, move it and its text to a file of their own.',
    zh: {
      message: `“${run[0]?.text}”看作上面那篇稿的小标题。`,
      hint: '它若是另一篇稿的标题，请连同正文另存一个文件。',
    },
  });
  return false;
}

interface Head {
  readonly kickers: readonly string[];
  readonly run: readonly Heading[];
  readonly line: number;
}

/** The highest heading is the title; what stands over it is kicker, under it deck; ### and smaller are subheads. */
function headStory(page: Page, { kickers, run, line }: Head): void {
  const story = newStory(page, line);
  const top = Math.min(...run.map(({ level }) => level));
  const title = run.findIndex(({ level }) => level === top);
  const twice = run.filter(({ level }) => level === top).length > 1 && top === 1;
  story.kicker.push(...kickers);
  run.forEach((heading, index) => {
    const { text, level } = heading;
    if (index < title) story.kicker.push(text);
    else if (index === title || (twice && level === top)) story.title.push(text);
    else if (level <= 2 && story.body.length === 0) story.deck.push(text);
    else addSubhead(page, heading);
  });
  if (!twice) return;
  page.undecided.push({
    line,
    message: `“${story.title.join('” and “')}” were taken as the lines of one headline.`,
    hint: 'If one of them is the kicker or the deck, move it there.',
    zh: {
      message: `“${story.title.join('”“')}”看作同一个标题的几行。`,
      hint: '其中若有引题或副题，请移到该在的地方。',
    },
  });
}

function addSubhead(page: Page, { level, text, line }: Heading): void {
  const story = page.story ?? newStory(page, line);
  endParagraph(page, story, { en: 'a subhead follows', zh: '接着是小标题' });
  story.body.push({ kind: 'subhead', level: level <= 2 ? 2 : 3, text });
}
