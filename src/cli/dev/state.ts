/** What the window is told after each change: everything beside the drawing of the pages, which it asks for. */
import type { Fault } from '../../fault.ts';
import type { Article } from '../../issue/model.ts';
import type { Module, PagePlan } from '../../makeup/plan.ts';
import { HARD, SOFT } from '../../makeup/rules.ts';
import { BODY, PITCH } from '../../units.ts';
import { shortHash } from './draw.ts';
import { miniature } from './miniature.ts';
import type { Doing, SeenPage, Sight, Standing } from './sight.ts';

export interface DeskState {
  readonly paper: string;
  readonly issue: string;
  readonly isSettled: boolean;
  readonly faults: readonly ShownFault[];
  readonly pages: readonly PageState[];
  readonly last: Doing;
}

export interface ShownFault extends Pick<Fault, 'name' | 'severity' | 'message' | 'hint' | 'page'> {
  /** `file:line`. */
  readonly where?: string;
}

export interface PageState {
  readonly number: number;
  readonly label: string;
  readonly name?: string;
  readonly standing: Standing;
  /** Other for every other drawing. */
  readonly version: string;
  readonly hasDraft: boolean;
  /** Share of the type area, 0 to 1. */
  readonly fill: number;
  readonly cost: number;
  readonly isProved: boolean;
  readonly miniature: string;
  readonly rules: readonly ShownRule[];
  readonly modules: readonly ShownModule[];
  /** Number of the last proof. */
  readonly proof?: number;
  /** Other ways to make it up, the page itself first; empty before they were looked for. */
  readonly ways: readonly ShownWay[];
}

export interface ShownWay {
  readonly cost: number;
  readonly miniature: string;
}

/** What the state shows beside the sight. */
export interface Beside {
  /** Changes with everything that changes all drawings. */
  readonly epoch: number;
  proof(page: PagePlan): number | undefined;
  ways(page: PagePlan): readonly ShownWay[];
}

/** A finding of a rule, and where it is. */
export interface ShownRule {
  readonly rule: string;
  readonly isHard: boolean;
  readonly title: string;
  readonly message: string;
  readonly cost: number;
  readonly slugs: readonly string[];
}

/** A module's rectangle, CSS px from the type area's corner, and what the panel says of it. */
export interface ShownModule {
  readonly kind: Module['kind'];
  readonly slug: string;
  readonly part: number;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
  readonly short: number;
  readonly isPinned: boolean;
  /** `file` below the paper's folder; stories only. */
  readonly file?: string;
  readonly characters?: number;
  readonly jump?: { readonly from: number; readonly to: number };
}

/** The state of a sight. */
export function stateOf(sight: Sight, beside: Beside): DeskState {
  const { issue, folder, faults, isSettled, last, pages } = sight;
  return {
    paper: issue?.paper.name ?? '',
    issue: issue?.id ?? folder.issue.split(/[\\/]/).at(-1) ?? '',
    isSettled,
    faults: faults.map(shownFault),
    pages: pages.map((page) => pageState(page, sight, beside)),
    last,
  };
}

function shownFault({ name, severity, message, hint, page, place }: Fault): ShownFault {
  const where = place && (place.line === undefined ? place.file : `${place.file}:${place.line}`);
  return { name, severity, message, hint, ...(page === undefined ? {} : { page }), ...(where ? { where } : {}) };
}

function pageState({ plan, standing, draft }: SeenPage, sight: Sight, beside: Beside): PageState {
  const { number, label, name, fill, optimal, hard, soft } = plan;
  const { version, miniature } = drawingOf(plan);
  const proof = beside.proof(plan);
  return {
    number,
    label: label ?? String(number),
    ...(name === undefined ? {} : { name }),
    standing,
    hasDraft: draft !== undefined,
    fill,
    cost: soft.reduce((sum, finding) => sum + finding.cost, 0),
    isProved: optimal,
    version: `${version}-${beside.epoch}-${proof ?? 0}`,
    miniature,
    ...(proof === undefined ? {} : { proof }),
    ways: beside.ways(plan),
    rules: [
      ...hard.map((finding) => shownRule(finding.rule, true, { ...finding, cost: 0 })),
      ...soft.toSorted((one, other) => other.cost - one.cost).map((finding) => shownRule(finding.rule, false, finding)),
    ],
    modules: plan.modules.map((module) => shownModule(module, plan, sight)),
  };
}

const drawings = new WeakMap<PagePlan, { readonly version: string; readonly miniature: string }>();

/** What depends on the page alone, made once for it. */
function drawingOf(plan: PagePlan): { readonly version: string; readonly miniature: string } {
  const made = drawings.get(plan) ?? { version: shortHash(JSON.stringify(plan)), miniature: miniature(plan) };
  drawings.set(plan, made);
  return made;
}

function shownRule(
  rule: string,
  isHard: boolean,
  {
    message,
    cost,
    modules = [],
  }: { readonly message: string; readonly cost: number; readonly modules?: readonly string[] },
): ShownRule {
  const titles: Readonly<Record<string, { readonly title: string }>> = { ...HARD, ...SOFT };
  return { rule, isHard, title: titles[rule]?.title ?? rule, message, cost, slugs: modules };
}

function shownModule(module: Module, { grid }: PagePlan, { issue, plan }: Sight): ShownModule {
  const { kind, slug, part, column, row, columns, rows, short } = module;
  const article = issue?.articles.find((one) => one.slug === slug);
  const proof = plan?.articles.find((one) => one.slug === slug);
  const jump = proof?.jump;
  return {
    kind,
    slug,
    part,
    title: titleOf(article) ?? slug,
    x: column * (grid.measure + 1) * BODY,
    y: row * PITCH,
    width: (columns * (grid.measure + 1) - 1) * BODY,
    height: rows * PITCH,
    column,
    row,
    columns,
    rows,
    short,
    isPinned: article?.pin !== undefined,
    ...(article === undefined ? {} : { file: article.place.file }),
    ...(proof === undefined ? {} : { characters: proof.characters }),
    ...(jump ? { jump } : {}),
  };
}

function titleOf(article: Article | undefined): string | undefined {
  const title = article?.title.join(' ') ?? '';
  return title === '' ? undefined : title;
}
