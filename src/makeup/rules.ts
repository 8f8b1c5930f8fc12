/**
 * The rules of the page in two tables. A hard rule is never broken on a page that prints; a soft rule costs, and
 * `newspaper.yaml` may weigh it otherwise under `makeup:` by its number (`R23: 2` doubles it, `R23: 0` silences it).
 * One point of cost is a flaw that an attentive reader would just see; ten, one that a subeditor would mend.
 */

/** A rule as the report names it. */
export interface Rule {
  readonly title: string;
  /** Where the rule comes from; "house" where it is our own. */
  readonly source: string;
}

/** Rules that no printed page breaks. */
export const HARD = {
  R01: { title: 'no two modules overlap, none leaves the type area', source: 'house' },
  R02: { title: 'every character is placed', source: 'house' },
  R03: { title: 'no hole in the page', source: 'house' },
  R04: { title: 'widths are basic columns or exact 破栏', source: '栏的计算, (13n + n − 1 − (k − 1)) / k' },
  R05: { title: 'every body baseline is on the grid', source: 'CLREQ, line gap' },
  R06: { title: 'one body size and leading', source: 'CLREQ' },
  R10: { title: 'the nameplate is larger than any other text of page 1', source: '国新出发〔2020〕10号, 出版形式' },
  R11: { title: 'no butting heads (并题, 碰题, 叠题)', source: 'newspaper desks; Kyoto Shimbun 門構え' },
  R12: { title: 'no head without two lines of its text below it (背题)', source: 'newspaper desks' },
  R13: { title: 'the text starts under or beside its own head (题文不离)', source: 'Navy 14130' },
  R20: { title: 'line breaking keeps 禁则 level GB', source: 'GB/T 15834-2011, CLREQ' },
  R21: { title: 'no 孤字, no 孤行', source: 'CLREQ' },
  R31: { title: 'a caption is attached to its photo and not wider than it', source: 'Navy 14130' },
  R33: { title: 'photos have pixels enough, and unrelated photos do not touch', source: 'house' },
  R40: { title: 'one jump a story, forward, long enough on both sides', source: 'Navy 14130' },
  R51: { title: 'folio, nameplate data and ad labels are complete', source: '报纸出版管理规定 2005, art. 38' },
  R52: { title: 'a cut wire story says 据…电', source: 'newspaper desks' },
  R60: { title: 'the desk’s pins, order and keep-apart wishes are kept', source: 'house' },
} as const satisfies Record<string, Rule>;

/** Rules that cost. */
export const SOFT = {
  R08: { title: 'legs six to about forty-five lines deep, the last one hardly short', source: 'Navy 14130; CLREQ' },
  R14: { title: 'heads of the size that their rank calls for', source: 'Navy 14130; Autonewspaper ladder' },
  R17: { title: 'a head fills its span and breaks at words', source: 'Navy 14130; 反復はタブー' },
  R22: { title: 'paragraphs set at ease, breaking well from leg to leg', source: 'CLREQ; 泣き別れ' },
  R23: { title: 'no gutter runs through the whole page (通线, 断版)', source: '腹切り; homemate glossary' },
  R24: { title: 'no reading across from one story into another', source: '両流れ' },
  R30: { title: 'one dominant picture, twice any other', source: 'Navy 14130' },
  R32: { title: 'pictures hang from a head or stand on an edge', source: 'Navy 14130' },
  R34: { title: 'the same picture is not used twice', source: 'house' },
  R50: { title: 'importance falls from upper left to lower right (区序)', source: '区序, horizontal papers' },
  R61: { title: 'photos of the size that their role calls for', source: 'house' },
  R62: { title: 'crops keep the photographer’s frame', source: 'house' },
  R63: { title: 'no more than four columns of text without picture, box or subhead', source: 'issue 4' },
  R64: { title: 'modules neither slivers nor towers', source: 'house' },
  R65: { title: 'the house’s own measure before 破栏', source: '栏的计算' },
  R66: { title: 'no air but the air of the grid', source: 'house' },
  R67: { title: 'fillers and held stories', source: 'house' },
  R68: { title: 'a remade page moves little', source: 'house' },
} as const satisfies Record<string, Rule>;

export type HardRule = keyof typeof HARD;
export type SoftRule = keyof typeof SOFT;

/** Factor for each soft rule: 1, or what the house's `makeup:` says. */
export type Weights = Readonly<Record<SoftRule, number>>;

/** The house's weights; numbers below zero count as zero. */
export function weightsOf(makeup: Readonly<Record<string, number>>): Weights {
  const rules = Object.keys(SOFT) as SoftRule[];
  return Object.fromEntries(rules.map((rule) => [rule, Math.max(0, makeup[rule] ?? 1)])) as Record<SoftRule, number>;
}
