/** What a made page costs, rule by rule, for the report: the terms of its shapes, its cuts and its pairs. */
import { inChinese, inEnglish, type Phrase } from '../../fault.ts';
import type { SoftFinding } from '../plan.ts';
import { SOFT, type SoftRule } from '../rules.ts';
import { placedLeaves, type Tree } from '../search/problem.ts';
import type { Cuts } from './cuts.ts';
import type { PageLeaf, StoryItem } from './items.ts';
import { type PlacedStory, softPairs } from './judge.ts';
import type { Desk } from './task.ts';

/** Flaws below this cost are not worth a line. */
const WORTH = 0.05;

/** What the findings are read from. */
export interface FindingsSource {
  readonly stories: readonly StoryItem[];
  readonly placed: readonly PlacedStory[];
  readonly cuts: Cuts;
}

/** The soft findings of a page, dearest first. */
export function softFindings(desk: Desk, tree: Tree<PageLeaf>, source: FindingsSource): readonly SoftFinding[] {
  const found: SoftFinding[] = [];
  const tell = (rule: SoftRule, points: number, modules: readonly string[], what: Phrase = SOFT[rule].missed) => {
    const cost = Math.round(points * desk.weights[rule] * 100) / 100;
    if (cost >= WORTH) found.push({ rule, cost, ...said(what), ...(modules.length > 0 && { modules }) });
  };
  for (const { item, leaf, article } of source.placed)
    for (const [rule, points] of source.stories[item]?.table.terms(leaf, leaf.pour) ?? [])
      tell(rule, points, [article.slug]);
  for (const { points, what, modules } of softPairs(source.placed)) tell('R14', points, modules, what);
  tellCuts(tree, source.cuts, desk, tell);
  return found.toSorted((a, b) => b.cost - a.cost);
}

const said = (what: Phrase): Pick<SoftFinding, 'message' | 'zh'> => ({
  message: inEnglish(what),
  zh: { message: inChinese(what) },
});

function tellCuts(
  tree: Tree<PageLeaf>,
  cuts: Cuts,
  desk: Desk,
  tell: (rule: SoftRule, points: number, modules: readonly string[]) => void,
): void {
  if (tree.kind === 'leaf') return;
  if (tree.kind === 'group') {
    tellCuts(tree.inside, cuts, desk, tell);
    return;
  }
  const [first, second] = [maskOf(tree.first), maskOf(tree.second)];
  const total =
    tree.kind === 'stack'
      ? cuts.stack(first, second, tree.columns)
      : cuts.side(first, second, tree.rows, tree.first.columns);
  const gutter = cuts.gutter(tree.kind, first, second, tree.columns, tree.rows);
  tell('R23', gutter, []);
  tell('R50', (total - gutter * desk.weights.R23) / Math.max(desk.weights.R50, 1e-9), []);
  tellCuts(tree.first, cuts, desk, tell);
  tellCuts(tree.second, cuts, desk, tell);
}

const maskOf = (tree: Tree<PageLeaf>): number => placedLeaves(tree).reduce((mask, { item }) => mask | (1 << item), 0);
