/** Body text in the structure tree: what a screen reader is told of lists, tables, quotes and notes. */
import { beforeAll, describe, expect, it } from 'vitest';
import { parseBody } from '#src/issue/markdown.ts';
import type { Newspaper } from '#src/issue/model.ts';
import type { LegBox } from '#src/makeup/plan.ts';
import { bodyBranches } from '#src/press/reader/body.ts';
import type { Branch } from '#src/press/reader/branch.ts';
import { pour } from '#src/typeset/pour.ts';
import { openTypesetter } from '#src/typeset/typesetter.ts';
import { TINY_ISSUE } from '../../edition/tiny.ts';

let typesetter: Awaited<ReturnType<typeof openTypesetter>>;
beforeAll(async () => {
  const paper: Newspaper = TINY_ISSUE.paper;
  typesetter = await openTypesetter(paper);
});

/** The text poured into legs of these rows, 13 characters wide. */
function legsOf(markdown: string, rows: readonly number[]): readonly LegBox[] {
  const [article] = TINY_ISSUE.articles;
  if (!article) throw new Error('no article');
  const copy = typesetter.copy({ ...article, slug: 'body', body: parseBody(markdown), photos: [] });
  const { dateline: _, ...plain } = copy.article;
  const galley = typesetter.copy(plain).body(156);
  // The blank row over a table is left out at the head of a leg.
  const [first] = galley.blocks[0]?.variants ?? [];
  const poured = pour(galley, rows, { open: true }) ?? pour(galley, [galley.rows.best - (first?.headAir ?? 0)]);
  return (poured?.legs ?? []).map((lines, at) => ({
    kind: 'leg',
    x: at * 168,
    y: 0,
    width: 156,
    height: 1800,
    row: 0,
    lines,
  }));
}

/** The tree as an outline: `Tag(children)`, text as it is set. */
function told(legs: readonly LegBox[]): string {
  const runs = (box: number, line: number, some?: readonly number[]) => {
    const set = legs[box]?.lines[line]?.runs ?? [];
    return (some ?? [...set.keys()]).map((at) => set[at]?.text.trim() ?? '').join('');
  };
  const texts: string[] = [];
  const leaves = (box: number, line: number, some?: readonly number[]) => [
    { mcid: texts.push(runs(box, line, some)) - 1 },
  ];
  const write = (branch: Branch): string =>
    'mcid' in branch
      ? (texts[branch.mcid] ?? '')
      : 'link' in branch
        ? '@'
        : `${branch.tag}${branch.numbering ? `:${branch.numbering}` : ''}(${branch.children.map(write).join('')})`;
  return bodyBranches(legs, leaves, 3).map(write).join('\n');
}

describe('the tree of a body', () => {
  it('has lists with items, marks and text', () => {
    expect(told(legsOf('- 甲说得很长很长，一行排不下，要转到第二行去\n- 乙\n\n3. 丙\n4. 丁\n', [40]))).toBe(
      'L:Square(LI(Lbl(■)LBody(甲说得很长很长，一行排不下，要转到第二行去))LI(Lbl(■)LBody(乙)))\n' +
        'L:Decimal(LI(Lbl(3.)LBody(丙))LI(Lbl(4.)LBody(丁)))',
    );
  });

  it('has tables with rows, heads and cells, empty ones too', () => {
    expect(told(legsOf('| 项目 | 数量 2025 |\n| --- | --: |\n| 公交 | 12 |\n|  | 8,450 |\n', [40]))).toBe(
      'Table(TR(TH(项目)TH(数量2025))TR(TD(公交)TD(12))TR(TD()TD(8,450)))',
    );
  });

  it('has the rows of a folded table whole', () => {
    const folded =
      '| 球队 | 赛 | 胜 | 平 | 负 | 进 | 失 | 分 |\n|' +
      ' --- |'.repeat(8) +
      '\n| 麓山队 | 10 | 11 | 12 | 13 | 14 | 15 | 16 |\n| 湘江队 | 20 | 21 | 22 | 23 | 24 | 25 | 26 |\n';
    expect(legsOf(folded, [40])[0]?.lines[0]?.kind).toBe('table-folded');
    expect(told(legsOf(folded, [40]))).toBe(
      'Table(TR(TH(球队)TH(赛)TH(胜)TH(平)TH(负)TH(进)TH(失)TH(分))' +
        'TR(TD(麓山队)TD(10)TD(11)TD(12)TD(13)TD(14)TD(15)TD(16))TR(TD(湘江队)TD(20)TD(21)TD(22)TD(23)TD(24)TD(25)TD(26)))',
    );
  });

  it('calls a table that is set as text a paragraph', () => {
    const wide = '| 一个很长的标题文字在这里占满 | 另一个很长的标题文字在这里 |\n| --- | --- |\n| 甲 | 乙 |\n';
    expect(told(legsOf(wide, [40]))).toMatch(/^P\(/);
  });

  it('has quotations, subheads and notes', () => {
    expect(told(legsOf('> 引用\n\n## 小题\n\n正文[^1]。\n\n[^1]: 注。\n', [40]))).toBe(
      'BlockQuote(P(引用))\nH3(小题)\nP(正文1。)\nNote([1]注。)',
    );
  });

  it('goes on with a paragraph and with an item in the next leg', () => {
    const long = '江边的灯一盏一盏亮了起来，摆渡的人收了桨，岸上的人还在等最后一班船回来。';
    expect(told(legsOf(`${long}${long}\n`, [3, 40])).split('\n')).toHaveLength(1);
    const list = told(legsOf(`- ${long}\n- ${long}\n`, [3, 40]));
    expect(list.match(/LI\(/g)).toHaveLength(2);
    expect(list.match(/^L:/g)).toHaveLength(1);
  });
});
