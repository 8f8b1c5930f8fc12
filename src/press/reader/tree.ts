/**
 * The structure tree of a page: what a screen reader and a search engine read, in the order of the plan. A story is an article, a
 * headline a heading, a caption belongs to its picture (ISO 32000-1, 14.7–14.8; ISO 14289-1, 7).
 */
import type { Box, Module, PagePlan, TextBox } from '../../makeup/plan.ts';
import type { Run, TextRole } from '../../typeset/model.ts';
import { bodyBranches } from './body.ts';
import { type Branch, type Element, isFull } from './branch.ts';
import { keyOf, type Spot } from './places.ts';
import type { Tagged } from './tag-content.ts';

/** What a page's branch of the structure tree is grown from. */
export interface PageWords {
  readonly page: PagePlan;
  readonly tagged: Tagged;
  /** Where its links stand. */
  readonly links: readonly Spot[];
  /** Headline of an article. */
  readonly titleOf: (slug: string) => string;
  /** Level of an article's headline: 2 where the nameplate is text and so the first heading. */
  readonly level: 1 | 2;
}

/** The branch of one page. */
export function pageBranch(words: PageWords): Element {
  const { page, tagged } = words;
  const places = placesOf(words);
  const modules = page.modules.map((module, index) => new ModuleBranch({ words, places, module, index }).branch());
  const loose: readonly Branch[] =
    tagged.loose.length > 0 ? [{ tag: 'P', children: tagged.loose.map((mcid) => ({ mcid })) }] : [];
  return {
    tag: 'Sect',
    title: [page.label ?? String(page.number), page.name].filter(Boolean).join(' '),
    children: [...modules, ...loose].filter(isFull),
  };
}

/** What stands where on a page. */
interface Places {
  /** Numbers of marked content by `keyOf` its run. */
  readonly mcids: ReadonlyMap<string, readonly number[]>;
  /** Indexes of links in the same way. */
  readonly links: ReadonlyMap<string, number>;
}

function placesOf({ tagged, links }: PageWords): Places {
  const mcids = new Map<string, number[]>();
  for (const { spot, mcid } of tagged.texts) {
    const known = mcids.get(keyOf(spot));
    if (known) known.push(mcid);
    else mcids.set(keyOf(spot), [mcid]);
  }
  return { mcids, links: new Map(links.map((spot, index) => [keyOf(spot), index])) };
}

/** Order in which the parts of a story are read. */
const READING: Readonly<Partial<Record<TextRole, number>>> = {
  label: 0,
  group: 1,
  kicker: 2,
  headline: 3,
  deck: 4,
  byline: 5,
  note: 6,
  pullquote: 9,
  jump: 10,
};
/** Parts that are a story's heading. */
const HEADS: ReadonlySet<TextRole> = new Set(['headline', 'group']);
const FIGURES = 7;
const BODY_TEXT = 8;

interface Part {
  readonly order: number;
  readonly branches: readonly Branch[];
}

interface ModuleWords {
  readonly words: PageWords;
  readonly places: Places;
  readonly module: Module;
  readonly index: number;
}

class ModuleBranch {
  readonly #words: PageWords;
  readonly #places: Places;
  readonly #module: Module;
  readonly #index: number;

  constructor({ words, places, module, index }: ModuleWords) {
    this.#words = words;
    this.#places = places;
    this.#module = module;
    this.#index = index;
  }

  branch(): Branch {
    const { kind, slug, boxes } = this.#module;
    const isStory = kind === 'article' || kind === 'group';
    const parts = boxes.flatMap((box, index) => this.#part(box, index));
    if (isStory) parts.sort((one, two) => one.order - two.order);
    const leaves = (box: number, line: number, runs?: readonly number[]) => this.#line(box, line, runs);
    // Under no headline a subhead is the first heading of its story, and no level is left out.
    const isHeaded = boxes.some((box) => box.kind === 'text' && HEADS.has(box.text.role));
    const level = this.#words.level + Number(isHeaded);
    const body = { order: BODY_TEXT, branches: bodyBranches(boxes, leaves, level) };
    const at = isStory ? parts.findIndex(({ order }) => order > BODY_TEXT) : -1;
    parts.splice(at < 0 ? parts.length : at, 0, body);
    const title = isStory ? { title: this.#words.titleOf(slug) } : {};
    return {
      tag: isStory ? 'Art' : 'Sect',
      ...title,
      children: parts.flatMap(({ branches }) => branches).filter(isFull),
    };
  }

  #part(box: Box, index: number): readonly Part[] {
    if (box.kind === 'picture') return [{ order: FIGURES, branches: this.#figure(index) }];
    if (box.kind !== 'text' || this.#isCaption(box)) return [];
    return [{ order: READING[box.text.role] ?? FIGURES, branches: [this.#text(box, index)] }];
  }

  #text(box: TextBox, index: number): Branch {
    return { tag: this.#textTag(box.text.role), children: this.#inline(box, index) };
  }

  #textTag(role: TextRole): string {
    if (role === 'nameplate') return 'H1';
    if (HEADS.has(role)) return `H${this.#words.level}`;
    return role === 'pullquote' ? 'BlockQuote' : 'P';
  }

  /** Is this a caption that goes with a picture of the module? */
  #isCaption(box: TextBox): boolean {
    return (
      box.photo !== undefined && this.#module.boxes.some((one) => one.kind === 'picture' && one.photo === box.photo)
    );
  }

  #figure(index: number): readonly Branch[] {
    const box = this.#module.boxes[index];
    const marks = this.#words.tagged.pictures.filter((one) => one.module === this.#index && one.box === index);
    if (box?.kind !== 'picture') return [];
    const captions = this.#module.boxes.flatMap((one, at) =>
      one.kind === 'text' && box.photo !== undefined && one.photo === box.photo ? [{ caption: one, at }] : [],
    );
    const captionsAs = (tag: string): readonly Branch[] =>
      captions.map(({ caption, at }): Branch => ({ tag, children: this.#inline(caption, at) })).filter(isFull);
    // Of a picture that is still to come a draft has the caption alone.
    if (marks.length === 0) return captionsAs('P');
    const said = captions.map(({ caption }) => textOf(caption)).join('');
    const alt = said || this.#words.titleOf(this.#module.slug) || box.file;
    return [
      { tag: 'Figure', alt, area: box, children: [...marks.map(({ mcid }) => ({ mcid })), ...captionsAs('Caption')] },
    ];
  }

  /** Lines of a text box; a link that covers the box is one link. */
  #inline(box: TextBox, index: number): readonly Branch[] {
    const whole = this.#linkAt({ module: this.#index, box: index, line: -1, run: -1 });
    const lines = box.text.lines.flatMap((_, at) => this.#line(index, at));
    return whole === undefined ? lines : [{ tag: 'Link', children: [...lines, { link: whole }] }];
  }

  /** A line's runs, or some of them: a link in a link's element, the call of a footnote in a reference. */
  #line(box: number, line: number, some?: readonly number[]): readonly Branch[] {
    const runs = runsOf(this.#module.boxes[box], line);
    return (some ?? [...runs.keys()]).flatMap((run): readonly Branch[] => {
      const spot = { module: this.#index, box, line, run };
      const leaves = (this.#places.mcids.get(keyOf(spot)) ?? []).map((mcid) => ({ mcid }));
      if (leaves.length === 0) return [];
      const link = this.#linkAt(spot);
      if (link !== undefined) return [{ tag: 'Link', children: [...leaves, { link }] }];
      return runs[run]?.note === undefined ? leaves : [{ tag: 'Reference', children: leaves }];
    });
  }

  #linkAt(spot: Spot): number | undefined {
    return this.#places.links.get(keyOf(spot));
  }
}

function runsOf(box: Box | undefined, line: number): readonly Run[] {
  const lines = box?.kind === 'leg' ? box.lines : box?.kind === 'text' ? box.text.lines : [];
  return lines[line]?.runs ?? [];
}

const textOf = (box: TextBox): string => box.text.lines.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');
