/** 报眉: page number, page name, date, editors and the paper's name above the type area, a rule under them. */
import type { Issue, PageRequest } from '../../issue/model.ts';
import type { Typesetter } from '../../typeset/model.ts';
import type { Px } from '../../units.ts';
import { HOUSE } from '../draw/styles.ts';
import { spanWidth } from '../grid.ts';
import type { Box, Grid } from '../plan.ts';
import { wordsOf } from './words.ts';

/** Distance of the folio's text and rule above the type area. */
const TEXT_TOP: Px = -40;
const RULE_TOP: Px = -11;
const HEIGHT: Px = 26;
/** Air between two texts of the folio. */
const AIR: Px = 10;

/** The folio of a page; the number stands at the outer edge, left on even pages. */
export function folio(issue: Issue, page: PageRequest, grid: Grid, typesetter: Typesetter): readonly Box[] {
  const words = wordsOf(issue.paper.language);
  const width = spanWidth(grid, grid.columns);
  const third = Math.floor(width / 3);
  const left = page.number % 2 === 0;
  const number = typesetter.fit(words.pageNumber(page), HOUSE.folioNumber, third, HOUSE.folioNumber.size);
  const numberWidth = Math.ceil(number.lines[0]?.width ?? 0);
  const name = typesetter.fit(page.name ?? '', HOUSE.folioName, third, HOUSE.folioName.size);
  const nameWidth = Math.ceil(name.lines[0]?.width ?? 0);
  const paper = typesetter.fit(issue.paper.name, HOUSE.folioPaper, third, HOUSE.folioPaper.size);
  const facts = [words.date(issue.date), words.editors(page)].filter((text) => text !== '').join(words.between);
  const small = typesetter.fit(
    facts,
    { ...HOUSE.folioSmall, align: left ? 'right' : 'left' },
    third,
    HOUSE.folioSmall.size,
  );
  const text = (block: typeof number, x: Px, boxWidth: Px): Box => ({
    kind: 'text',
    x,
    y: TEXT_TOP,
    width: boxWidth,
    height: HEIGHT,
    text: block,
  });
  const numberX = left ? 0 : width - numberWidth;
  const nameX = left ? numberWidth + AIR : width - numberWidth - AIR - nameWidth;
  return [
    text(number, numberX, numberWidth),
    ...(nameWidth > 0 ? [text(name, nameX, nameWidth)] : []),
    text(paper, third, third),
    text(small, left ? width - third : 0, third),
    { kind: 'rule', x: 0, y: RULE_TOP, width, height: 1, ink: { black: 1 }, style: 'solid' },
  ];
}
