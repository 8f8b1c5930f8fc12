/** Stories to the files of an issue folder: texts by path, nothing written yet. */
import { stringify } from 'yaml';
import { datelineLength } from '../dateline.ts';
import { isSafePath } from '../folder.ts';
import { suggestSlug } from '../slug.ts';
import { paragraphMarkdown } from './markdown-text.ts';
import type { Stories, Story, StoryBlock, Undecided } from './page.ts';
import { sectionWord } from './recognise.ts';

/** A file to be written, its path relative to the paper's folder. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A picture that a caption speaks of and that is not there yet. */
export interface PhotoToCome {
  readonly slug: string;
  /** Where the picture must be put, relative to the paper's folder. */
  readonly file: string;
  readonly caption?: string;
  readonly line: number;
}

/** The files of an imported page, not yet written. */
export interface Composed {
  readonly files: readonly TextFile[];
  readonly photosToCome: readonly PhotoToCome[];
  readonly undecided: readonly Undecided[];
}

/** The issue that the page belongs to. */
export interface ComposeOptions {
  readonly date: string;
  /** Add a `newspaper.yaml`. */
  readonly withPaper: boolean;
}

/** The issue folder of a page's stories, and a `newspaper.yaml` if the paper has none. */
export function composeIssue(stories: Stories, { date, withPaper }: ComposeOptions): Composed {
  const folder = `issues/${date}`;
  const named = stories.stories.map((story, index) => ({ story, slug: slugOf(story, index) }));
  const undecided: Undecided[] = [...stories.undecided];
  const photosToCome: PhotoToCome[] = [];
  const articles = named.map(({ story, slug }): TextFile => {
    const photos = story.photos.map((photo, index) => {
      const file = photo.file !== undefined && isSafePath(photo.file) ? photo.file : `photos/${slug}-${index + 1}.jpg`;
      const { caption, credit, line } = photo;
      if (photo.file === undefined)
        photosToCome.push({ slug, file: `${folder}/${file}`, line, ...(caption && { caption }) });
      return { file, ...(caption && { caption }), ...(credit && { credit }) };
    });
    if (story.body.length === 0 && photos.length === 0) undecided.push(headOnly(story, slug));
    return { path: `${folder}/${slug}.md`, text: articleFile(story, photos) };
  });
  const files = [...articles, { path: `${folder}/issue.yaml`, text: issueFile(stories) }];
  if (withPaper) {
    const name = paperName(stories.stories);
    if (name === undefined) undecided.push(NAMELESS);
    files.push({ path: 'newspaper.yaml', text: stringify({ name: name ?? PLACEHOLDER }, { lineWidth: 0 }) });
  }
  return { files, photosToCome, undecided: undecided.sort((one, other) => one.line - other.line) };
}

const PLACEHOLDER = '报名待定';
const NAMELESS: Undecided = {
  line: 1,
  message: `No dateline says which paper this is; newspaper.yaml calls it “${PLACEHOLDER}”.`,
  hint: 'Write the paper’s name into newspaper.yaml.',
  zh: {
    message: `电头里看不出是哪家报纸，newspaper.yaml 里报名暂写“${PLACEHOLDER}”。`,
    hint: '请把报名写进 newspaper.yaml。',
  },
};

const headOnly = (story: Story, slug: string): Undecided => ({
  line: story.line,
  message: `The story ${slug} has a head and neither text nor picture.`,
  hint: 'Write its text, move the line to the story that it belongs to, or delete the file.',
  zh: { message: `稿件 ${slug} 只有标题，没有正文和图片。`, hint: '请补正文，或把这行归到所属的稿件，或删去文件。' },
});

/** `02-news`: the number keeps the order of the page; the word comes from an English head or a known section. */
function slugOf({ title, section }: Story, index: number): string {
  const latin = title.join(' ');
  const words = /^[\p{Script=Latin}\p{N}\p{P}\p{S} ]+$/u.test(latin)
    ? suggestSlug(latin).split('-').slice(0, 5).join('-')
    : '';
  return `${String(index + 1).padStart(2, '0')}-${words || (sectionWord(section) ?? 'story')}`;
}

interface NamedPhoto {
  readonly file: string;
  readonly caption?: string;
  readonly credit?: string;
}

function articleFile(story: Story, photos: readonly NamedPhoto[]): string {
  const { section, kicker, title, deck, byline, note, body } = story;
  const front = {
    ...(kicker.length > 0 && { kicker: kicker.join('\u3000') }),
    ...(title.length > 0 && { title: oneOrList(title) }),
    ...(deck.length > 0 && { deck: oneOrList(deck) }),
    ...(byline.length > 0 && { byline: oneOrList(byline) }),
    ...(section !== undefined && { section }),
    ...(note !== undefined && { note }),
    ...(photos.length > 0 && { photos }),
  };
  const yaml = Object.keys(front).length > 0 ? stringify(front, { lineWidth: 0 }) : '';
  return `---\n${yaml}---\n\n${body.map(blockMarkdown).join('\n\n')}${body.length > 0 ? '\n' : ''}`;
}

const oneOrList = (texts: readonly string[]): string | readonly string[] =>
  texts.length === 1 ? (texts[0] ?? '') : texts;

function blockMarkdown(block: StoryBlock): string {
  if (block.kind === 'verbatim') return block.text;
  if (block.kind === 'paragraph') return paragraphMarkdown(block.text);
  return `${'#'.repeat(block.level)} ${paragraphMarkdown(block.text)}`;
}

/** What `issue.yaml` says in comments, in the language of the copy. */
function issueFile({ stories, leftovers }: Stories): string {
  const copy = [
    ...stories.flatMap(({ title, body }) => [...title, ...body.map(({ text }) => text)]),
    ...leftovers.map(({ text }) => text),
  ];
  const [absent, belongs] = /\p{Script=Han}/u.test(copy.join('')) ? IN_CHINESE : IN_ENGLISH;
  return `# ${absent}\n${leftovers.map(({ text, line }) => `# ${belongs(line)}${text}\n`).join('')}`;
}

type IssueComments = readonly [absent: string, belongs: (line: number) => string];

const IN_ENGLISH: IssueComments = [
  'What is absent has its default; “broadsheet new” with another date shows what there is.',
  (line) => `Line ${line} of the raw text belongs to no story: `,
];
const IN_CHINESE: IssueComments = [
  '没有写的各项用默认值；另用一个日期运行“broadsheet new”，就能看到可写哪些。',
  (line) => `原文第 ${line} 行不属于任何一篇稿件：`,
];

/** The paper that most datelines name: 长沙晚报 of 长沙晚报1月7日讯. Agencies and 本报 name none. */
function paperName(stories: readonly Story[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { body } of stories) {
    const text = body.find(({ kind }) => kind === 'paragraph')?.text ?? '';
    const name = /^据?([\p{Script=Han}]{2,10}?(?:日报|晚报|晨报|早报|时报|商报|都市报|快报|周报|报))/u.exec(
      text.slice(0, datelineLength(text)),
    )?.[1];
    if (name && !name.startsWith('本')) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
