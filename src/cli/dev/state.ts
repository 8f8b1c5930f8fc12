/** What the window is told after each change: everything beside the drawing of the pages, which it asks for. */
import {
  both,
  type Fault,
  inChinese,
  inEnglish,
  isChinese,
  type Phrase,
  said,
  type Telling,
  told,
} from '../../fault.ts';
import type { Article } from '../../issue/model.ts';
import { LITTLE_COPY } from '../../makeup/faults.ts';
import { areaOf } from '../../makeup/grid.ts';
import type { Module, PagePlan } from '../../makeup/plan.ts';
import { HARD, type HardRule, SOFT, type SoftRule } from '../../makeup/rules.ts';
import { miniature } from './miniature.ts';
import type { Doing, SeenPage, Sight, Standing } from './sight.ts';
import { deskWords } from './words.ts';

/** All that the window shows beside the drawings. */
export interface DeskState {
  readonly paper: string;
  readonly issue: string;
  readonly isSettled: boolean;
  readonly faults: readonly ShownFault[];
  readonly pages: readonly PageState[];
  readonly last: Doing;
}

/** A fault in the paper's language. */
export interface ShownFault extends Pick<Fault, 'name' | 'severity' | 'message' | 'hint' | 'page'> {
  /** `file:line`. */
  readonly where?: string;
}

/** What the window shows of a page beside its drawing. */
export interface PageState {
  readonly number: number;
  readonly label: string;
  readonly name?: string;
  readonly standing: Standing;
  /** Other for every other drawing. */
  readonly version: string;
  /** The same of its draft, where the page is shown as it last closed. */
  readonly draftVersion?: string;
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

/** Another way to make up a page: what it costs, and a small SVG of it. */
export interface ShownWay {
  readonly cost: number;
  readonly miniature: string;
}

/** What the state shows beside the sight. */
export interface Beside {
  /** Other for every other drawing. */
  version(page: PagePlan): string;
  proof(page: PagePlan): number | undefined;
  ways(page: PagePlan): readonly ShownWay[];
}

/** A rule that the page breaks, and where. */
export interface ShownRule {
  readonly rule: string;
  readonly isHard: boolean;
  readonly title: string;
  /** What the findings say, each once; empty where they only repeat the rule. */
  readonly messages: readonly string[];
  /** Findings. */
  readonly times: number;
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
    faults: faults.map((fault) => shownFault(fault, languageOf(sight))),
    pages: pages.map((page) => pageState(page, sight, beside)),
    last,
  };
}

/** The paper's language; a paper that could not be read is taken for Chinese, as every default is. */
const languageOf = ({ issue }: Sight): string => issue?.paper.language ?? 'zh-CN';

function shownFault(fault: Fault, language: string): ShownFault {
  const { name, severity, page, place } = fault;
  const { message, hint } = told(fault, language);
  const where = place && (place.line === undefined ? place.file : `${place.file}:${place.line}`);
  return { name, severity, message, hint, ...(page === undefined ? {} : { page }), ...(where ? { where } : {}) };
}

function pageState({ plan, standing, draft }: SeenPage, sight: Sight, beside: Beside): PageState {
  const { number, label, name, fill, optimal, hard, soft } = plan;
  const proof = beside.proof(plan);
  const language = languageOf(sight);
  return {
    number,
    label: label ?? String(number),
    ...(name === undefined ? {} : { name }),
    standing,
    fill,
    cost: soft.reduce((sum, finding) => sum + finding.cost, 0),
    isProved: optimal && !sight.faults.some((fault) => fault.name === LITTLE_COPY && fault.page === number),
    version: beside.version(plan),
    ...(draft === undefined ? {} : { draftVersion: beside.version(draft) }),
    miniature: miniatureOf(plan),
    ...(proof === undefined ? {} : { proof }),
    ways: beside.ways(plan),
    rules: [...shownRules(hard, true, language), ...shownRules(soft, false, language)],
    modules: plan.modules.map((module) => shownModule(module, plan, sight)),
  };
}

const miniatures = new WeakMap<PagePlan, string>();

/** A page's small picture, drawn once for it. */
function miniatureOf(plan: PagePlan): string {
  const made = miniatures.get(plan) ?? miniature(plan);
  miniatures.set(plan, made);
  return made;
}

interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly zh?: Pick<Telling, 'message'>;
  readonly cost?: number;
  readonly modules?: readonly string[];
}

/** Findings by rule, the costliest rule first. */
function shownRules(findings: readonly Finding[], isHard: boolean, language: string): readonly ShownRule[] {
  const rules = [...new Set(findings.map(({ rule }) => rule))].map((rule): ShownRule => {
    const own = findings.filter((finding) => finding.rule === rule);
    const what = labelOf(rule);
    const title = isChinese(language) ? inChinese(what) : inEnglish(what);
    return {
      rule,
      isHard,
      title,
      messages: [...new Set(own.map((one) => said(one, language)))].filter(
        (message) => message !== inEnglish(what) && message !== inChinese(what),
      ),
      times: own.length,
      cost: own.reduce((sum, { cost = 0 }) => sum + cost, 0),
      slugs: [...new Set(own.flatMap(({ modules = [] }) => modules))],
    };
  });
  return rules.toSorted((one, other) => other.cost - one.cost);
}

const isHardRule = (rule: string): rule is HardRule => Object.hasOwn(HARD, rule);
const isSoftRule = (rule: string): rule is SoftRule => Object.hasOwn(SOFT, rule);

/** A rule that a page breaks, worded as what is wrong. */
function labelOf(rule: string): Phrase {
  if (isSoftRule(rule)) return SOFT[rule].missed;
  return isHardRule(rule) ? both(`not kept: ${HARD[rule].title}`, `未守：${HARD[rule].zh}`) : rule;
}

function shownModule(module: Module, { grid }: PagePlan, sight: Sight): ShownModule {
  const { issue, plan } = sight;
  const { kind, slug, part, column, row, columns, rows, short } = module;
  const article = issue?.articles.find((one) => one.slug === slug);
  const proof = plan?.articles.find((one) => one.slug === slug);
  const jump = proof?.jump;
  return {
    kind,
    slug,
    part,
    title: titleOf(article) ?? furnitureName(module, languageOf(sight)),
    ...areaOf(module, grid),
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

/** What the paper's language calls a block that is no story; a story without a headline goes by its slug. */
const furnitureName = ({ kind, slug }: Module, language: string): string =>
  kind === 'article' ? slug : deskWords(language)[kind];

function titleOf(article: Article | undefined): string | undefined {
  const title = article?.title.join(' ') ?? '';
  return title === '' ? undefined : title;
}
