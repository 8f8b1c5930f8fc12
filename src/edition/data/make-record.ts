/** The record of an issue, made when it is built. */
import { writersInRow } from '../../issue/byline.ts';
import { blocksText, bodyCharacters } from '../../issue/digest.ts';
import type { Article, Block, Issue } from '../../issue/model.ts';
import type { Plan } from '../../makeup/plan.ts';
import { languageOf } from '../../typeset/script.ts';
import type { Renditions } from '../make/pictures.ts';
import { wordsFor } from '../words.ts';
import { absolute, articlePath, CARD_FILE, HEADS, thumbnailPath, thumbnailSize } from './address.ts';
import { momentOf } from './dates.ts';
import { folderOf, labelOf, type Placed, readingOrder, sectionOf } from './order.ts';
import { recordPictures } from './picture.ts';
import { type IssueRecord, RECORD_SCHEMA, type RecordArticle } from './record.ts';
import { withheldFiles } from './withheld.ts';

/** Characters of an excerpt. */
const EXCERPT = 90;

/** The record; what the paper keeps to itself (`web: false`) is not in it. */
export function makeRecord(issue: Issue, plan: Plan, renditions: Renditions): IssueRecord {
  const { paper } = issue;
  const placed = readingOrder(issue, plan);
  const articles = placed.map((one) => recordArticle(one, issue, renditions));
  const withheld = withheldFiles(issue, plan);
  const listed = new Set(articles.map(({ print }) => print.slug));
  return {
    schema: RECORD_SCHEMA,
    id: issue.id,
    date: issue.date,
    ...(issue.edition === undefined ? {} : { edition: issue.edition }),
    ...(issue.number === undefined ? {} : { number: issue.number }),
    ...(issue.weather === undefined ? {} : { weather: issue.weather }),
    language: paper.language,
    uri: absolute(paper.url, `${issue.id}/`),
    paper: {
      name: paper.name,
      ...(paper.publisher.name === undefined ? {} : { publisher: paper.publisher.name }),
      ...(paper.publisher.cn === undefined ? {} : { cn: paper.publisher.cn }),
    },
    pages: plan.pages.map((page) => ({
      number: page.number,
      label: labelOf(page, issue.paper.language),
      ...(page.name === undefined ? {} : { name: page.name }),
      thumbnail: thumbnailPath(page.number),
      ...thumbnailSize(page.trim),
      articles: articles.filter(({ print }) => print.page === page.number).map(({ print }) => print.slug),
    })),
    sections: sectionsOf(articles),
    articles: articles.filter(({ print }) => listed.has(print.slug)),
    styles: HEADS,
    ...(withheld.length === 0 ? {} : { withheld }),
    card: CARD_FILE,
  };
}

/** Sections in the order in which a reader comes to them; those of corrections alone after all others. */
function sectionsOf(articles: readonly RecordArticle[]): IssueRecord['sections'] {
  const sections = new Map<string, string[]>();
  const stories = articles.filter((article) => !isCorrection(article));
  for (const { print } of [...stories, ...articles.filter(isCorrection)])
    sections.set(print.section, [...(sections.get(print.section) ?? []), print.slug]);
  const folders = new Set<string>();
  return [...sections].map(([name, slugs]) => {
    let folder = folderOf(name);
    while (folders.has(folder)) folder += '-2';
    folders.add(folder);
    return { name, folder, articles: slugs };
  });
}

const isCorrection = ({ genres }: RecordArticle): boolean => genres[0]?.name === 'correction';

function recordArticle(placed: Placed, issue: Issue, renditions: Renditions): RecordArticle {
  const { page, continued } = placed;
  const article = onWeb(placed.article);
  const language = languageOf(article, issue.paper.language);
  const by = writersInRow(authorsOf(article), language);
  return {
    uri: absolute(issue.paper.url, `${issue.id}/${articlePath(article.slug)}`),
    type: 'text',
    language,
    pubStatus: article.web === 'withdrawn' ? 'canceled' : 'usable',
    urgency: article.priority,
    versionCreated: article.updated ?? momentOf(issue.date),
    headlines: headlines(article),
    ...(by === '' ? {} : { by }),
    ...(article.dateline === undefined ? {} : { located: article.dateline }),
    ...(article.source === undefined ? {} : { infoSources: [{ name: article.source }] }),
    genres: [{ name: article.genre }],
    keywords: article.keywords,
    bodies: bodies(article),
    associations: recordPictures(article, renditions).map(({ photo: _, ...picture }) => picture),
    print: {
      slug: article.slug,
      page: page.number,
      label: labelOf(page, issue.paper.language),
      section: sectionOf(placed, wordsFor(issue.paper.language), issue.paper.language),
      ...(continued === undefined ? {} : { continued }),
    },
    ...(article.corrects === undefined ? {} : { corrects: article.corrects }),
  };
}

/** A story as the web has it: of one that was withdrawn, its headline, who wrote it and where it stood. */
export function onWeb(article: Article): Article {
  if (article.web !== 'withdrawn') return article;
  const { kicker: _kicker, dateline: _dateline, note: _note, qr: _qr, ...rest } = article;
  return { ...rest, deck: [], body: [], photos: [], keywords: [] };
}

const authorsOf = ({ byline, authors }: Article): readonly string[] => authors ?? byline;

function headlines({ title, kicker, deck }: Article): RecordArticle['headlines'] {
  return [
    ...(title.length === 0 ? [] : [{ role: 'main' as const, value: joined(title) }]),
    ...(kicker === undefined ? [] : [{ role: 'kicker' as const, value: kicker }]),
    ...(deck.length === 0 ? [] : [{ role: 'deck' as const, value: sentencesOf(deck) }]),
  ];
}

/** Lines of a head in one: a blank where the editor broke it. */
const joined = (lines: readonly string[]): string => lines.join(' ').replaceAll('　', ' ').trim();

/** Lines of a deck in one: each says something of its own, so a semicolon parts them where the desk set no stop. */
export function sentencesOf(lines: readonly string[]): string {
  const isHan = /\p{Script=Han}/u.test(lines.join(''));
  const [semicolon, blank] = isHan ? ['；', ''] : ['; ', ' '];
  const parted = lines.map((line) => line.trim() + (STOPPED.test(line.trim()) ? blank : semicolon));
  return parted
    .join('')
    .replace(/(?:；|; )$/, '')
    .replaceAll('　', ' ')
    .trim();
}

const STOPPED = /[。！？；：，、.!?;:,…—][”’」』"']?$/u;

function bodies(article: Article): RecordArticle['bodies'] {
  const text = blocksText(article.body).trim();
  if (text === '') return [];
  const excerpt = excerptOf(article.body);
  return [
    { role: 'main', contentType: 'text/plain', charCount: bodyCharacters(article), value: text },
    { role: 'excerpt', contentType: 'text/plain', charCount: [...excerpt].length, value: excerpt },
  ];
}

/** Letters of a line that say what one Han character does. */
const LETTERS_TO_HAN = 2;
/** Where a sentence may end: a full stop only before a blank and what may begin one, not in 4.25, 9 a.m. or Mr. Lee. */
const SENTENCES =
  /^[\s\S]*(?:[。！？；!?]|(?<!(?:^|\P{L})(?:\p{Lu}|[ap]\.m|Mrs?|Ms|Dr|St|No|vs|Prof|Gen|Col|Capt|Sgt|Rev|Gov|Sen|Rep|Jan|Feb|Aug|Sept|Oct|Nov|Dec))\.(?=[”’"']?(?:\s+[^\p{Ll}\s]|\s*$)))[”’」』"']?/u;

/** A quotation or a bracket of which a cut leaves no more than a word or two. */
const OPENED = /\s*[“‘「『《（(][^”’」』》）)]{0,12}$/u;

/** The first paragraph, with what it announces by its colon; all of a story without one. */
function openingText(body: readonly Block[]): string {
  const at = body.findIndex(({ kind }) => kind === 'paragraph');
  const first = blocksText(at < 0 ? body : body.slice(at, at + 1)).trim();
  return at >= 0 && /[:：]$/u.test(first) ? blocksText(body.slice(at, at + 2)).trim() : first;
}

/** The first paragraph's first sentences, whole ones where that is possible; letters are cut between words. */
function excerptOf(body: readonly Block[]): string {
  const written = openingText(body);
  const isHan = /\p{Script=Han}/u.test(written);
  // Items of a list, rows of a table, lines of a verse: each by itself.
  const text = written
    .replace(/(?<=[。！？；，、：—…])\n+/gu, '')
    .replace(/(?<![.!?;,:])\n+/gu, isHan ? '；' : '; ')
    .replace(/\s+/g, ' ');
  const most = isHan ? EXCERPT : EXCERPT * LETTERS_TO_HAN;
  const characters = [...text];
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most).join('');
  // A little more, so that a stop at the very end of the cut is seen for what it is.
  const sentence = SENTENCES.exec(characters.slice(0, most + 3).join(''))?.[0] ?? '';
  const length = [...sentence].length;
  if (length >= most / 2 && length <= most) return sentence.replace(/[；;]$/u, isHan ? '……' : '…');
  if (isHan) return `${cut.replace(OPENED, '').replace(/[，、：；,:;]$/u, '')}……`;
  return `${cut
    .replace(/\s+\S*$/u, '')
    .replace(OPENED, '')
    .replace(/[,:;—–-]+$/u, '')}…`;
}
