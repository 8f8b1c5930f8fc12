/** The door of the room: opens the fonts of a paper and sets its copy. */
import type { Fault } from '../fault.ts';
import { FaultError } from '../fault.ts';
import { bodyCharacters } from '../issue/digest.ts';
import type { Article, Newspaper } from '../issue/model.ts';
import type { Px } from '../units.ts';
import { setCaption } from './caption.ts';
import { fitText, setText } from './display.ts';
import { glyphMissing } from './faults.ts';
import { openMetrics } from './font/metrics.ts';
import { setGalley } from './galley.ts';
import { setHeads } from './heads.ts';
import type { Copy, Cut, Galley, HeadRequest, HeadSetting, Typesetter } from './model.ts';
import { scriptOf } from './script.ts';
import { newSetter, type Setter } from './setter.ts';
import { CHINESE, ENGLISH } from './style.ts';

/**
 * Opens the fonts and sets type by the 禁则 level of a paper and its language; a story that is written in the other one is set by
 * that one's rules. What it answers is pure arithmetic.
 * Whichever part of a copy is asked for throws a FaultError `glyph-missing` that names every character of the article
 * that no face has.
 */
export async function openTypesetter(paper: Newspaper): Promise<Typesetter> {
  const { own, of } = await openSetters(paper);
  const plain = own.as(() => undefined);
  return {
    copy: (article) => prepareCopy(article, of(article)),
    text: (text, style, width) => setText(text, style, width, plain),
    fit: (text, style, width, maxSize) => fitText(text, style, width, plain, maxSize),
  };
}

/** Every character of these articles that no face has, article by article: a copy by itself tells its own alone. */
export async function missingGlyphs(articles: readonly Article[], paper: Newspaper): Promise<readonly Fault[]> {
  const { of } = await openSetters(paper);
  return articles.flatMap((article) => {
    const lost = new Set<string>();
    setAll(
      article,
      of(article).as((character) => lost.add(character)),
    );
    return missingIn(article, lost);
  });
}

type Setters = ReturnType<typeof newSetter>;

/** The setters of the paper's own language, and of an article's. */
async function openSetters({ language, kinsoku }: Newspaper): Promise<{
  readonly own: Setters;
  readonly of: (article: Article) => Setters;
}> {
  const metrics = await openMetrics();
  const chinese = newSetter({ metrics, palette: CHINESE, kinsoku });
  const english = newSetter({ metrics, palette: ENGLISH, kinsoku });
  const own = language.startsWith('en') ? english : chinese;
  return { own, of: (article) => ({ latin: english, han: chinese, mixed: own })[scriptOf(article)] };
}

const missingIn = (article: Article, lost: ReadonlySet<string>): readonly Fault[] =>
  [...lost].map((character) => glyphMissing(character, article));

/** Nothing is set before somebody asks for it: most threads of a build look at a part of the issue only. */
function prepareCopy(article: Article, setters: Setters): Copy {
  const lost = new Set<string>();
  const setter = setters.as((character) => lost.add(character));
  const copy = cachedCopy(article, setter);
  const whole = <Part>(part: Part): Part => {
    if (lost.size === 0) return part;
    setAll(article, setter);
    throw new FaultError(missingIn(article, lost));
  };
  return {
    ...copy,
    body: (measure, from) => whole(copy.body(measure, from)),
    heads: (request) => whole(copy.heads(request)),
    caption: (photo, width) => whole(copy.caption(photo, width)),
  };
}

/** Any measure will do to find characters that no face has. */
const TRIAL: Px = 156;

/** Sets all parts of an article, so that its setter hears of every character that no face has. */
function setAll(article: Article, setter: Setter): void {
  setGalley(article, setter, TRIAL);
  setHeads(article, { width: TRIAL * 4, maxSize: 16, minSize: 16, family: 'song', align: 'left' }, setter);
  for (const photo of article.photos.keys()) setCaption(article, photo, TRIAL, setter);
}

function cachedCopy(article: Article, setter: Setter): Copy {
  const galleys = new Map<string, Galley>();
  const heads = new Map<string, readonly HeadSetting[]>();
  const captions = new Map<string, ReturnType<typeof setCaption>>();
  return {
    article,
    characters: bodyCharacters(article),
    body: (measure: Px, from?: Cut) =>
      keep(galleys, `${measure}|${from?.block}|${from?.offset}`, () => setGalley(article, setter, measure, from)),
    heads: (request: HeadRequest) => keep(heads, nameOf(request), () => setHeads(article, request, setter)),
    caption: (photo, width) => keep(captions, `${photo}|${width}`, () => setCaption(article, photo, width, setter)),
  };
}

const nameOf = ({ width, maxSize, minSize, family, align }: HeadRequest): string =>
  `${width}|${maxSize}|${minSize}|${family}|${align}`;

function keep<V>(cache: Map<string, V>, key: string, make: () => V): V {
  if (!cache.has(key)) cache.set(key, make());
  return cache.get(key) as V;
}
