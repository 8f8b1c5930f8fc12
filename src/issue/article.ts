/** One article's file to an Article: front matter, Markdown, dateline, photos. Reads no other file. */
import type { Fault, Place } from '../fault.ts';
import { isNamedAlready } from './byline.ts';
import { abridgedDateline, datelineLength } from './dateline.ts';
import { blocksText, spansText } from './digest.ts';
import {
  articleEmpty,
  bylineTwice,
  fenceMissing,
  fenceTwice,
  fenceUnclosed,
  keywordsJoined,
  pageConflict,
  qrTooLong,
  titleMissing,
  tooMany,
} from './faults.ts';
import { secondFrontMatter, splitFrontMatter, unfencedKey } from './front-matter.ts';
import { indexLines } from './index-lines.ts';
import { type BodyImage, type ParsedBody, parseMarkdown } from './markdown.ts';
import { markedHeads } from './marked-heads.ts';
import type { Article, Block, Limits, PhotoRequest, Pin, Span } from './model.ts';
import { faultsOf } from './noted.ts';
import { fitsQrCode, LONGEST_QR_ADDRESS } from './qr-code.ts';
import { type ArticleSource, articleSchema } from './schema/article.ts';
import { type Locate, readYaml } from './yaml.ts';

/** An article's text (see `decodeText`) and where it comes from. */
export interface ArticleFile {
  readonly slug: string;
  /** Path relative to the paper's folder. */
  readonly file: string;
  readonly text: string;
}

/** An article as far as it could be read. */
export interface ReadArticle {
  /** Absent when the front matter has a fault. */
  readonly article?: Article;
  readonly faults: readonly Fault[];
  /** Where a key of the front matter stands. */
  readonly locate: Locate;
  /** Line of the file for each photo, in order. */
  readonly photoLines: readonly (number | undefined)[];
  /** Links of the text to slugs, to be looked up when all articles are known. */
  readonly slugLinks: readonly { readonly slug: string; readonly place: Place }[];
}

/** Reads one article. Never throws on any text. */
export function readArticle({ slug, file, text }: ArticleFile, limits: Limits): ReadArticle {
  const split = splitFrontMatter(text);
  if (!split.closed) {
    const line = text.slice(0, text.indexOf('---')).split('\n').length;
    return refused(file, fenceUnclosed({ file, line }));
  }
  const unfenced = split.markdownLine === 1 ? unfencedKey(text, KEYS) : undefined;
  if (unfenced) return refused(file, fenceMissing({ file, line: unfenced.line }, unfenced.key));
  const front = readYaml({ text: split.yaml, file, firstLine: split.yamlLine }, articleSchema);
  const source = front.value ?? {};
  const at = (line: number): Place => ({ file, line: line + split.markdownLine - 1 });
  const parsed =
    source.genre === 'index' ? indexLines(split.markdown) : parseMarkdown(split.markdown, headsWanted(source));
  const faults = [...front.faults, ...parsed.notes.flatMap((note) => faultsOf(note, at, limits))];
  faults.push(...markedHeads(source, front.locate));
  const second = secondFrontMatter(split.markdown, KEYS);
  if (second !== undefined) faults.push(fenceTwice(at(second)));
  const slugLinks = parsed.notes.flatMap((note) =>
    note.what === 'link-slug' ? [{ slug: note.text, place: at(note.line) }] : [],
  );
  if (!front.value) return { faults, locate: front.locate, photoLines: [], slugLinks };

  const { photos, blocks, lines } = joinPhotos(source, parsed);
  if (photos.length > limits.photos)
    faults.push(tooMany({ file }, 'photos', { count: photos.length, limit: limits.photos, key: 'photos' }));
  if (source.place?.page !== undefined && source.page !== undefined && source.place.page !== source.page)
    faults.push(pageConflict(front.locate(['place', 'page']), source.page, source.place.page));
  if (source.qr !== undefined && !fitsQrCode(source.qr))
    faults.push(qrTooLong(front.locate(['qr']), Buffer.byteLength(source.qr, 'utf8'), LONGEST_QR_ADDRESS));
  for (const [index, keyword] of (source.keywords ?? []).entries())
    if (/[，、；［］【】]/u.test(keyword)) faults.push(keywordsJoined(front.locate(['keywords', index]), keyword));
  const article = assemble(source, { slug, place: { file, line: 1 }, parsed, photos, blocks });
  if (article.authors) faults.push(bylineTwice(front.locate(['byline']), article.authors.join(' ')));
  if (article.body.every(isTextless) && photos.length === 0)
    faults.push(articleEmpty({ file, line: split.markdownLine }));
  const over = (['kicker', 'deck'] as const).find((key) => (source[key] ?? '').length > 0);
  // A title that is misspelt is told already.
  if (over && article.title.length === 0 && front.faults.length === 0)
    faults.push(titleMissing(front.locate([over]), over));
  const photoLines = photos.map((_, index) => {
    const line = lines[index];
    return line === undefined ? front.locate(['photos', index, 'file']).line : at(line).line;
  });
  return { article, faults, locate: front.locate, photoLines, slugLinks };
}

const KEYS = Object.keys(articleSchema.shape);

/** An article whose fences do not say where its text begins: nothing else can be said of it. */
const refused = (file: string, fault: Fault): ReadArticle => ({
  faults: [fault],
  locate: () => ({ file }),
  photoLines: [],
  slugLinks: [],
});

/** Blocks that are no text by themselves: a subhead heads nothing. */
const TEXTLESS: ReadonlySet<Block['kind']> = new Set(['photo', 'break', 'qr', 'subhead']);

const isTextless = (block: Block): boolean =>
  TEXTLESS.has(block.kind) || (block.kind === 'code' && block.text.trim() === '');

const headsWanted = (source: ArticleSource) => ({ title: true, deck: source.deck === undefined });

/** Photos of the front matter first, then images of the text that it does not name; `photo` blocks renumbered. */
function joinPhotos(source: ArticleSource, { blocks, images }: ParsedBody) {
  const photos: PhotoRequest[] = (source.photos ?? []).map((photo) => ({
    file: tidyPath(photo.file),
    ...(photo.caption && { caption: wanted(photo.caption) }),
    ...(photo.credit && { credit: wanted(photo.credit) }),
    focus: photo.focus ?? MIDDLE,
    prominence: photo.prominence ?? 'main',
    missing: false,
  }));
  const declared = photos.length;
  photos.forEach((photo, index) => {
    if (index > 0 && !source.photos?.[index]?.prominence) photos[index] = { ...photo, prominence: 'support' };
  });
  const lines: (number | undefined)[] = photos.map(() => undefined);
  const numbers = images.map((image) => {
    const known = photos.findIndex(({ file }, index) => index < declared && file === tidyPath(image.file));
    if (known < 0) {
      lines.push(image.line);
      return photos.push(photoOf(image, photos.length)) - 1;
    }
    photos[known] = { ...photoOf(image, known), ...photos[known] } as PhotoRequest;
    return known;
  });
  return { photos, lines, blocks: renumber(blocks, numbers) };
}

/** A caption or credit; empty where the desk says that there is none. */
const wanted = (text: string): string => (text === 'none' ? '' : text);

/** Focus of a picture of which nothing is said. */
const MIDDLE = [0.5, 0.5] as const;

const photoOf = ({ file, caption, credit }: BodyImage, index: number): PhotoRequest => ({
  file: tidyPath(file),
  ...(caption && { caption }),
  ...(credit && { credit }),
  focus: MIDDLE,
  prominence: index === 0 ? 'main' : 'support',
  missing: false,
});

const tidyPath = (path: string): string => path.trim().replace(/^(?:\.\/)+/, '');

function renumber(blocks: readonly Block[], numbers: readonly number[]): Block[] {
  return blocks.map((block): Block => {
    if (block.kind === 'photo') return { kind: 'photo', photo: numbers[block.photo] ?? block.photo };
    if (block.kind === 'quote' || block.kind === 'footnote')
      return { ...block, blocks: renumber(block.blocks, numbers) };
    if (block.kind === 'list') return { ...block, items: block.items.map((item) => renumber(item, numbers)) };
    return block;
  });
}

interface Parts {
  readonly slug: string;
  readonly place: Place;
  readonly parsed: ParsedBody;
  readonly photos: readonly PhotoRequest[];
  readonly blocks: readonly Block[];
}

function assemble(source: ArticleSource, { slug, place, parsed, photos, blocks }: Parts): Article {
  const { heading, body: blocksLeft } = declaredTitle(source, parsed, blocks);
  const { dateline, body } = takeDateline(source.dateline, blocksLeft);
  const abridged = source.abridged ?? false;
  const hasText = blocksText(body).trim() !== '';
  const page = source.page ?? source.place?.page;
  return {
    slug,
    place,
    ...(source.kicker && { kicker: source.kicker }),
    title: heading,
    deck: source.deck ?? (parsed.deck === undefined ? [] : [parsed.deck]),
    ...bylineOf(source.byline ?? [], dateline, body),
    ...(dateline && { dateline: abridged ? abridgedDateline(dateline) : dateline }),
    ...(source.source && { source: source.source }),
    ...(page !== undefined && { page }),
    priority: (source.priority ?? 3) as Article['priority'],
    ...(source.order !== undefined && { order: source.order }),
    ...(source.section && { section: source.section }),
    ...(source.label && { label: source.label }),
    genre: source.genre ?? (hasText ? 'news' : 'photo'),
    ...(source.group && { group: source.group }),
    ...(source.note && { note: source.note }),
    aside: source.aside ?? [],
    keepApart: source.keepApart ?? [],
    ...(source.place && { pin: pinOf(source.place) }),
    hold: source.hold ?? false,
    jump: source.jump ?? true,
    ...(source.jump === true && { jumpAsked: true as const }),
    abridged,
    web: source.web ?? true,
    review: source.review ?? [],
    ...(source.qr && { qr: source.qr }),
    photos,
    keywords: source.keywords ?? [],
    ...(source.updated && { updated: source.updated }),
    ...(source.corrects && { corrects: source.corrects }),
    body: source.qr && fitsQrCode(source.qr) ? [...body, { kind: 'qr', address: source.qr }] : body,
  };
}

/** A name that the opening of the text gives is not given over it too. */
function bylineOf(byline: readonly string[], dateline: string | undefined, body: readonly Block[]) {
  const opening = body.find(({ kind }) => kind !== 'photo');
  const text = opening?.kind === 'paragraph' ? spansText(opening.spans) : '';
  return isNamedAlready(byline, dateline, text) ? { byline: [], authors: byline } : { byline };
}

const pinOf = (place: NonNullable<ArticleSource['place']>): Pin =>
  Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined)) as Pin;

/** The title that the front matter declares, or the text's own; a first `#` that only repeats a declared one goes. */
function declaredTitle(source: ArticleSource, parsed: ParsedBody, blocks: readonly Block[]) {
  const own = parsed.title;
  if (!source.title) return { heading: own === undefined ? [] : [own], body: blocks };
  const repeats = own === undefined || bare(source.title.join('')) === bare(own);
  const subhead: Block = { kind: 'subhead', level: 2, spans: [{ text: own ?? '' }] };
  return { heading: source.title, body: repeats ? blocks : [subhead, ...blocks] };
}

const bare = (text: string): string => text.replace(/\p{White_Space}+/gu, '');

/** Cuts the dateline from the head of the first paragraph: the declared one if it stands there, else a recognised one. */
function takeDateline(declared: string | undefined, blocks: readonly Block[]) {
  const index = blocks.findIndex((block) => block.kind !== 'photo');
  const first = blocks[index];
  if (first?.kind !== 'paragraph') return { dateline: declared, body: blocks };
  const text = first.spans.map((span) => span.text).join('');
  const length = declared === undefined ? datelineLength(text) : text.startsWith(declared) ? declared.length : 0;
  if (length === 0) return { dateline: declared, body: blocks };
  const spans = cutSpans(first.spans, length);
  const rest: Block[] = spans.length > 0 ? [{ kind: 'paragraph', spans }] : [];
  return {
    dateline: text.slice(0, length).trim(),
    body: [...blocks.slice(0, index), ...rest, ...blocks.slice(index + 1)],
  };
}

/** Spans without their first `length` UTF-16 units and the blanks after them. */
function cutSpans(spans: readonly Span[], length: number): Span[] {
  let left = length;
  const rest: Span[] = [];
  for (const span of spans) {
    let text = span.text.slice(left);
    left = Math.max(0, left - span.text.length);
    if (rest.length === 0) text = text.trimStart();
    if (text !== '') rest.push({ ...span, text });
  }
  return rest;
}
