/** Live links, from the plan: addresses in the text, index lines and jump lines; none that leads to where it stands. */
import type { Module, PagePlan, Plan } from '../../makeup/plan.ts';
import { type Area, cornerOf, linesOf, type Spot } from './places.ts';

/** A link on a page. */
export interface PageLink {
  /** Its run; line and run −1 when it covers a whole text box. */
  readonly spot: Spot;
  readonly area: Area;
  /** What it leads to, in words, for readers that do not see it. */
  readonly says: string;
  readonly target: { readonly uri: string } | Destination;
}

/** A place in the issue: index of the page and a point of its type area. */
export interface Destination {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** Where everything that can be linked to stands. */
export class Directory {
  readonly #plan: Plan;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** Where an article begins. */
  article(slug: string, part: 1 | 2 = 1): Destination | undefined {
    for (const [page, { modules }] of this.#plan.pages.entries()) {
      const module = modules.find((one) => one.slug === slug && one.part === part && isStory(one));
      if (module) return { page, ...cornerOf(module) };
    }
    return undefined;
  }

  /** A page, or on it the other part of a story. */
  page(number: number, from: Module): Destination | undefined {
    const page = this.#plan.pages.findIndex((one) => one.number === number);
    if (page < 0) return undefined;
    const other = this.article(from.slug, from.part === 1 ? 2 : 1);
    return isStory(from) && other?.page === page ? other : { page, x: 0, y: 0 };
  }
}

const isStory = ({ kind }: Module): boolean => kind === 'article' || kind === 'group' || kind === 'index';

/** The links of a page. */
export function linksOf(page: PagePlan, directory: Directory, titleOf: (slug: string) => string): readonly PageLink[] {
  return page.modules.flatMap((module, index) =>
    module.boxes.flatMap((box, at): readonly PageLink[] => {
      if (box.kind !== 'leg' && box.kind !== 'text') return [];
      const spot = { module: index, box: at, line: -1, run: -1 };
      const whole = box.kind === 'text' ? boxTarget(box.link, module, directory) : undefined;
      if (whole)
        return [{ spot, area: box, says: wordsOf(box.kind === 'text' ? box.link : undefined, titleOf), target: whole }];
      return linesOf(box).flatMap((line, lineAt) =>
        line.runs.flatMap((run, runAt): readonly PageLink[] => {
          const target = run.href === undefined ? undefined : hrefTarget(run.href, directory);
          const area = { x: line.x + run.x, y: line.y, width: run.width, height: line.height };
          return target
            ? [{ spot: { ...spot, line: lineAt, run: runAt }, area, says: run.href ?? run.text, target }]
            : [];
        }),
      );
    }),
  );
}

type BoxLink = { readonly slug: string } | { readonly page: number } | undefined;

function boxTarget(link: BoxLink, module: Module, directory: Directory): Destination | undefined {
  if (!link) return undefined;
  if ('page' in link) return directory.page(link.page, module);
  return link.slug === module.slug ? undefined : directory.article(link.slug);
}

const wordsOf = (link: BoxLink, titleOf: (slug: string) => string): string =>
  !link ? '' : 'page' in link ? String(link.page) : titleOf(link.slug) || link.slug;

function hrefTarget(href: string, directory: Directory): PageLink['target'] | undefined {
  return /^[a-z][a-z0-9+.-]*:/i.test(href) ? { uri: href } : directory.article(href);
}
