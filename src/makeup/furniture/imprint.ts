/**
 * The imprint (版权栏): the publisher's facts at the foot of the issue's last page of copy, always in one place, as
 * the rules for newspapers ask (报纸出版形式: 出版单位, 地址, 电话, 印刷, 发行, 定价 in a fixed place).
 */
import type { Issue } from '../../issue/model.ts';
import type { TextBlock, Typesetter } from '../../typeset/model.ts';
import { PITCH, type Px, type Rows } from '../../units.ts';
import { HOUSE } from '../draw/styles.ts';
import { rowTop, spanWidth } from '../grid.ts';
import type { Grid, Module } from '../plan.ts';
import { wordsOf } from './words.ts';

/** From the top of the imprint to its hairline, and to its text. */
const RULE_TOP: Px = 5;
const TEXT_TOP: Px = 9;

/** The imprint set over the page. */
export interface Imprint {
  readonly text: TextBlock;
  readonly rows: Rows;
}

/** The imprint of an issue; undefined where the paper gives no facts beyond those of its nameplate. */
export function imprintOf({ paper }: Issue, grid: Grid, typesetter: Typesetter): Imprint | undefined {
  const { address, phone, printer, distribution, price } = paper.publisher;
  const words = wordsOf(paper.language);
  const told = words.facts(paper);
  if (![address, phone, printer, distribution, price].some((fact) => fact !== undefined && !told.includes(fact)))
    return undefined;
  const text = typesetter.text(words.imprint(paper), HOUSE.imprint, spanWidth(grid, grid.columns));
  return { text, rows: Math.ceil((TEXT_TOP + text.height) / PITCH) };
}

/** The imprint's module at the foot of the page. */
export function drawImprint({ text, rows }: Imprint, grid: Grid): Module {
  const row = grid.rows - rows;
  const width = spanWidth(grid, grid.columns);
  const top = rowTop(row);
  return {
    kind: 'imprint',
    slug: 'imprint',
    part: 1,
    column: 0,
    row,
    columns: grid.columns,
    rows,
    legs: 0,
    measure: 0,
    short: 0,
    photos: [],
    boxes: [
      { kind: 'rule', x: 0, y: top + RULE_TOP, width, height: HOUSE.hairline, ink: { black: 1 }, style: 'solid' },
      { kind: 'text', x: 0, y: top + TEXT_TOP, width, height: text.height, text },
    ],
  };
}
