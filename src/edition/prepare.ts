/**
 * Everything of an issue's site except its HTML: pictures, fonts, styles and the record are written, and the views
 * that the templates show are returned as plain data.
 */
import { blocksText } from '../issue/digest.ts';
import type { Issue, IssueFolder } from '../issue/model.ts';
import type { Plan } from '../makeup/plan.ts';
import type { Picture } from '../photo/model.ts';
import { abreast, awaitedLater } from '../together.ts';
import { nameplateFace } from '../typeset/faces.ts';
import type { FaceId } from '../typeset/model.ts';
import { CARD_FILE, GEOMETRY, HEADS, pageFonts, posterPath, thumbnailPath } from './data/address.ts';
import { type ArticleView, articleViews } from './data/article.ts';
import { curledIssue } from './data/curled.ts';
import { fullDate } from './data/dates.ts';
import { type FrontView, frontView, type SectionView } from './data/front.ts';
import { makeRecord } from './data/make-record.ts';
import type { IssueRecord } from './data/record.ts';
import { type ReplicaView, replicaViews } from './data/replica.ts';
import { isWhole } from './data/withheld.ts';
import { faceTexts } from './draw/faces.ts';
import { openStock, type Subset } from './font/face.ts';
import { type Keep, makeAnew } from './keep.ts';
import { accentOf } from './make/assets.ts';
import { END_CHARACTERS, linkCard } from './make/card.ts';
import { HEADLINE_FACE, type Head, headStyles, writeHeads, writePageFonts } from './make/fonts.ts';
import type { Output } from './make/output.ts';
import { photoRoom, type Renderer, wantedPictures, writePictures } from './make/pictures.ts';
import { openOutliners, type PagePictureJob, pagePictures } from './make/thumbnail.ts';
import { openTemplates } from './templates.ts';
import { wordsFor } from './words.ts';

/** What an issue's site is made from. */
export interface EditionSource {
  readonly issue: Issue;
  readonly plan: Plan;
  readonly folder: IssueFolder;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly subset: Subset;
  /** Makes the web's pictures; the photo room without a cache by default. */
  readonly render?: Renderer;
  /** Keeps what is drawn and cut; everything is made anew by default. */
  readonly keep?: Keep;
  /** Which PDF files will lie beside the pages; those that print what is not to be read on the web have no link. */
  readonly downloads?: { readonly press: boolean; readonly reader: boolean };
  /** A draft is kept out of search engines and says what it is. */
  readonly draft?: boolean;
  /** Notices of sealed revisions of this issue, for the live site. */
  readonly corrections?: readonly CorrectionNotice[];
}

/** A sealed revision of the issue: what changed, when and why. */
export interface CorrectionNotice {
  readonly revision: number;
  readonly updated: string;
  readonly reason: string;
  readonly articles: { readonly changed: readonly string[] };
}

/** What the templates of an issue show. */
export interface EditionData {
  readonly record: IssueRecord;
  readonly front: FrontView;
  /** As their own pages see them, two folders deep. */
  readonly sections: readonly SectionView[];
  readonly articles: readonly ArticleView[];
  readonly pages: readonly ReplicaView[];
  readonly download?: string;
  readonly draft: boolean;
  readonly corrections: readonly CorrectionNotice[];
}

/** The views, and the files that nobody who draws them needs to wait for. */
export interface Prepared {
  readonly edition: EditionData;
  /** Settles when the pictures of whole pages and of the issue's link are written. */
  readonly drawn: Promise<unknown>;
}

/** Writes the files and answers the views. `output` is rooted at the issue's folder. */
export async function prepareEdition(source: EditionSource, output: Output): Promise<Prepared> {
  const { plan, subset, keep = makeAnew } = source;
  const issue = curledIssue(source.issue);
  const words = wordsFor(issue.paper.language);
  const templates = openTemplates(source.folder.paper);
  const render = source.render ?? photoRoom(source.folder, source.pictures);
  const stock = openStock(issueTexts(issue, plan), subset, keep);
  const cut: Subset = (face, text) => stock.cut(face, text);
  const outliners = once(() => openOutliners(plan, cut));
  const [renditions, articleHeads] = await Promise.all([
    writePictures(wantedPictures(issue, plan), { render, output }),
    writeHeads(articleHeadsOf(issue), { stock, output }),
    ...plan.pages.map((page) => writePageFonts(page, pageFonts(page.number), { stock, output })),
  ]);
  const bare = makeRecord(issue, plan, renditions);
  const frontHeads = await writeHeads([frontHeadOf(frontView(bare, ''))], { stock, output });
  const heads = new Map([...articleHeads, ...frontHeads]);
  const headlineFont = heads.get(FRONT_HEAD);
  const record: IssueRecord = { ...bare, ...(headlineFont === undefined ? {} : { headlineFont }) };
  const front = frontView(record, '');
  const mayBeRead = source.downloads?.reader === true && plan.pages.every((page) => isWhole(page, issue));
  const download = mayBeRead ? { download: `${issue.id}.pdf` } : {};
  const { pages, geometry } = replicaViews({
    issue,
    plan,
    record,
    renditions,
    words,
    downloads: source.downloads?.press === true,
  });
  const figure = (picture: unknown): string => templates.render('parts/figure.njk', { picture, words });
  const articles = articleViews({ issue, record, renditions, words, figure, heads, placed: placedIn(plan) });
  const writing = [
    output.write('issue.json', `${JSON.stringify(record, null, 1)}\n`),
    output.write(GEOMETRY, geometry),
    output.write(HEADS, headStyles(heads)),
    writeCard(source, front, { cut, keep, output }),
    writePagePictures(source, { outliners, renditions, output, keep }),
  ];
  const edition: EditionData = {
    record,
    front,
    sections: frontView(record, '../../').allSections,
    articles,
    pages,
    ...download,
    draft: source.draft === true,
    corrections: source.corrections ?? [],
  };
  return { edition, drawn: awaitedLater(Promise.all(writing)) };
}

/** Work that is begun when somebody first asks for it. */
function once<Value>(begin: () => Promise<Value>): () => Promise<Value> {
  let begun: Promise<Value> | undefined;
  return () => {
    begun ??= begin();
    return begun;
  };
}

/** All characters of the issue by face, with those of its link's picture; the headline face has those of every headline. */
function issueTexts(issue: Issue, plan: Plan): ReadonlyMap<FaceId, string> {
  const texts = new Map(faceTexts(plan.pages));
  const add = (face: FaceId, text: string) => texts.set(face, (texts.get(face) ?? '') + text);
  add(nameplateFace(issue.paper.name), issue.paper.name);
  add('hei', cardDate(issue));
  // A story without a headline is called by a clause of its caption or of its text.
  const titles = issue.articles.flatMap(({ title, photos, body }) => [
    ...title,
    ...photos.map(({ caption = '' }) => caption),
    ...(title.length === 0 ? [blocksText(body)] : []),
  ]);
  add(HEADLINE_FACE, [issue.paper.name, END_CHARACTERS, ...titles].join(''));
  return texts;
}

/** Class of the front's headlines; those of articles are `head-SLUG`. */
const FRONT_HEAD = 'head-front';

const placedIn = ({ pages }: Plan): ReadonlySet<string> =>
  new Set(pages.flatMap(({ modules }) => modules.map(({ slug }) => slug)));

const articleHeadsOf = ({ articles }: Issue): readonly Head[] =>
  articles
    .filter(({ web }) => web !== false)
    .map(({ slug, title }) => ({ name: `head-${slug}`, text: title.join('') }));

const frontHeadOf = ({ lead, top }: FrontView): Head => ({
  name: FRONT_HEAD,
  text: [lead, ...top].map((story) => story?.title ?? '').join(''),
});

const cardDate = ({ date, paper }: Issue): string => fullDate(date, paper.language);

async function writeCard(
  { issue }: EditionSource,
  front: FrontView,
  { cut, keep, output }: { readonly cut: Subset; readonly keep: Keep; readonly output: Output },
): Promise<void> {
  const card = {
    paper: issue.paper.name,
    dateline: cardDate(issue),
    headline: front.lead?.title ?? issue.paper.name,
    accent: accentOf(issue.paper),
  };
  const bytes = await linkCard(card, cut, keep);
  await output.write(CARD_FILE, bytes);
}

/** Pages drawn at a time: Node has four threads for pictures and files, and the templates are read and searched for meanwhile. */
const PAGES_ABREAST = 3;

async function writePagePictures(
  { issue, plan }: EditionSource,
  tools: Omit<PagePictureJob, 'house' | 'hidden'>,
): Promise<void> {
  const shown = new Set(issue.articles.filter(({ web }) => web === true).map(({ slug }) => slug));
  await abreast(PAGES_ABREAST, plan.pages, async (page) => {
    const { thumbnail, poster } = await pagePictures(page, {
      ...tools,
      house: issue.paper.colours,
      hidden: ({ kind, slug }) => kind === 'article' && !shown.has(slug),
    });
    await tools.output.write(thumbnailPath(page.number), thumbnail);
    await tools.output.write(posterPath(page.number), poster);
  });
}
