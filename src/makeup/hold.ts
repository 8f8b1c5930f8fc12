/**
 * The same page with an edited story: every module keeps its rectangle, its legs, its head's size and its photos, and
 * the new words are set and poured into it. That takes milliseconds, so a desk shows it while the search still looks for
 * the best page. Where the words no longer fit, or more than words changed, there is no such page: the search decides.
 */
import type { Article, Issue } from '../issue/model.ts';
import type { Copy, Cut, HeadSetting, TextBlock, TextRole, Typesetter } from '../typeset/model.ts';
import { pour } from '../typeset/pour.ts';
import { BODY, PITCH } from '../units.ts';
import type { Box, LegBox, Module, PagePlan, Plan, TextBox } from './plan.ts';
import { proofs } from './proof.ts';

/** A plan, and the copy that changed since. */
export interface HoldInput {
  readonly plan: Plan;
  /** The issue that the plan was made from. */
  readonly before: Issue;
  readonly issue: Issue;
  readonly typesetter: Typesetter;
}

/** The plan with the new words in the old places; undefined when something does not fit or more than words changed. */
export function holdPlan({ plan, before, issue, typesetter }: HoldInput): Plan | undefined {
  const edited = editedArticles(before, issue);
  if (edited === undefined) return undefined;
  let { pages } = plan;
  for (const { from, to } of edited) {
    const held = holdStory(pages, typesetter.copy(from), typesetter.copy(to));
    if (held === undefined) return undefined;
    pages = held;
  }
  return { ...plan, pages, articles: proofs(issue.articles, pages) };
}

interface Edit {
  readonly from: Article;
  readonly to: Article;
}

/** Articles whose words changed; undefined when anything else of the issue did. */
function editedArticles(before: Issue, issue: Issue): readonly Edit[] | undefined {
  if (JSON.stringify({ ...before, articles: [] }) !== JSON.stringify({ ...issue, articles: [] })) return undefined;
  if (before.articles.length !== issue.articles.length) return undefined;
  const pairs = issue.articles.flatMap((to, index): Edit[] => {
    const from = before.articles[index];
    return from === undefined || JSON.stringify(from) === JSON.stringify(to) ? [] : [{ from, to }];
  });
  return pairs.every(({ from, to }) => settingOf(from) === settingOf(to)) ? pairs : undefined;
}

/** Everything of an article but its words. */
function settingOf(article: Article): string {
  const { kicker, title, deck, byline, authors, dateline, source, body, review, updated, keywords, place, ...rest } =
    article;
  const photos = article.photos.map(({ caption, credit, ...photo }) => photo);
  const isThere = [kicker !== undefined, title.length > 0, deck.length > 0, byline.length > 0, body.length > 0];
  return JSON.stringify({ ...rest, photos, isThere });
}

function holdStory(pages: readonly PagePlan[], from: Copy, to: Copy): readonly PagePlan[] | undefined {
  const { slug } = to.article;
  const jumps = pages.some(({ modules }) => modules.some((module) => module.slug === slug && module.part === 2));
  let rest: Cut | undefined;
  let isWhole = true;
  const held = pages.map((page): PagePlan => {
    if (!page.modules.some((module) => module.slug === slug)) return page;
    const modules = page.modules.map((module) => {
      if (module.slug !== slug) return module;
      const again = holdModule(module, { from, to, jumps, rest });
      if (again === undefined) isWhole = false;
      else rest = again.rest;
      return again?.module ?? module;
    });
    return { ...page, modules, optimal: false };
  });
  return isWhole ? held : undefined;
}

interface Holding {
  readonly from: Copy;
  readonly to: Copy;
  /** The story goes on on another page. */
  readonly jumps: boolean;
  /** Where this part begins. */
  readonly rest: Cut | undefined;
}

interface Held {
  readonly module: Module;
  readonly rest: Cut | undefined;
}

const HEAD: ReadonlySet<TextRole> = new Set(['kicker', 'headline', 'deck', 'byline']);
/** Text that does not come from what an editor writes in the story, or stays as it is. */
const FIXED: ReadonlySet<TextRole> = new Set(['label', 'jump']);

function holdModule(module: Module, holding: Holding): Held | undefined {
  if (module.kind !== 'article') return undefined;
  const heads = holdHead(module, holding);
  const legs = holdLegs(module, holding);
  if (heads === undefined || legs === undefined) return undefined;
  const boxes = module.boxes.map((box): Box | undefined => {
    if (box.kind === 'leg') return legs.boxes.get(box);
    if (box.kind !== 'text' || FIXED.has(box.text.role)) return box;
    if (HEAD.has(box.text.role)) return heads.get(box);
    return box.text.role === 'caption' ? holdCaption(box, holding.to) : undefined;
  });
  if (!boxes.every((box) => box !== undefined)) return undefined;
  return { module: { ...module, short: legs.short, boxes }, rest: legs.rest };
}

/** The head's boxes, each with what replaces it: the setting of the same size, lines and rows. */
function holdHead({ boxes, headline }: Module, { from, to }: Holding): ReadonlyMap<Box, TextBox> | undefined {
  const old = boxes.filter((box): box is TextBox => box.kind === 'text' && HEAD.has(box.text.role));
  const [first] = old;
  if (first === undefined) return new Map();
  if (headline === undefined) return undefined;
  const { size, family, lines } = headline;
  const request = { width: first.width, maxSize: size, minSize: size, family, align: 'center' } as const;
  const texts = JSON.stringify(old.map(({ text }) => text));
  const was = from.heads(request).find(({ parts }) => JSON.stringify(parts) === texts);
  const now = was && to.heads(request).find((setting) => setting.lines === lines && isAlike(was, setting));
  if (now === undefined) return undefined;
  const top = first.y - first.text.top;
  return new Map(old.map((box, index) => [box, headBox(box, now.parts[index] as TextBlock, top)]));
}

const isAlike = (one: HeadSetting, other: HeadSetting): boolean =>
  one.rows === other.rows && one.parts.map(({ role }) => role).join() === other.parts.map(({ role }) => role).join();

const headBox = (box: TextBox, text: TextBlock, top: number): TextBox => ({
  ...box,
  y: top + text.top,
  height: text.height,
  text,
});

interface HeldLegs {
  readonly boxes: ReadonlyMap<Box, LegBox>;
  readonly short: number;
  readonly rest: Cut | undefined;
}

function holdLegs({ boxes, measure, part }: Module, { to, jumps, rest }: Holding): HeldLegs | undefined {
  const legs = boxes.filter((box) => box.kind === 'leg');
  if (legs.length === 0) return { boxes: new Map(), short: 0, rest };
  const galley = to.body(measure * BODY, part === 2 ? rest : undefined);
  const heights = legs.map(({ height }) => height / PITCH);
  const goesOn = jumps && part === 1;
  const poured = pour(galley, heights, goesOn ? { open: true } : {});
  if (poured === undefined || (goesOn && poured.rest === undefined)) return undefined;
  const filled = legs.map((box, index): [Box, LegBox] => [box, { ...box, lines: poured.legs[index] ?? [] }]);
  return { boxes: new Map(filled), short: poured.short, rest: poured.rest };
}

function holdCaption(box: TextBox, to: Copy): TextBox | undefined {
  if (box.photo === undefined) return undefined;
  const caption = to.caption(box.photo, box.width);
  return caption !== undefined && caption.rows * PITCH === box.height ? { ...box, text: caption.block } : undefined;
}
