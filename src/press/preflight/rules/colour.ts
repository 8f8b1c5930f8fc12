/** Rules about colour and overprinting. */
import { both, inChinese, inEnglish, type Phrase } from '../../../fault.ts';
import { stopsOf } from '../gradient-stops.ts';
import type { Colour, FillMark, Mark, NamedSpace, ShadeMark, StrokeMark, TextMark } from '../marks.ts';
import { onPages, type Rule, together } from '../rule.ts';

const GWG = 'GWG 2015, newspaper variants';

const isText = (mark: Mark): mark is TextMark => mark.type === 'text';
const isFill = (mark: Mark): mark is FillMark => mark.type === 'fill';
const isStroke = (mark: Mark): mark is StrokeMark => mark.type === 'stroke';
const isShade = (mark: Mark): mark is ShadeMark => mark.type === 'shade';
const isFlat = (mark: Mark): mark is TextMark | FillMark | StrokeMark => isText(mark) || isFill(mark) || isStroke(mark);

/** Cyan, magenta, yellow and black 0–1; undefined for what is no ink. */
function inksOf({ kind, values }: Colour): readonly number[] | undefined {
  if (kind === 'cmyk' && values.length === 4) return values;
  return kind === 'grey' && values.length === 1 ? [0, 0, 0, 1 - (values[0] ?? 0)] : undefined;
}

const sumOf = (colour: Colour): number => (inksOf(colour) ?? []).reduce((sum, ink) => sum + ink, 0) * 100;

/** Black in CMYK and nothing else. */
function isBlackAlone({ kind, values: [cyan, magenta, yellow, black = 0] }: Colour): boolean {
  return kind === 'cmyk' && cyan === 0 && magenta === 0 && yellow === 0 && black > 0;
}

/** The most ink that a gradient comes to, percent. */
const peakOf = (shade: ShadeMark): number => Math.max(0, ...stopsOf(shade).map(sumOf));

const isWhite = (colour: Colour): boolean => inksOf(colour) !== undefined && sumOf(colour) === 0;

const isColoured = (colour: Colour): boolean => (inksOf(colour)?.slice(0, 3) ?? []).some((ink) => ink > 0);

const many = (colour: Colour): boolean => (inksOf(colour) ?? []).filter((ink) => ink > 0).length > 1;

const overprints = ({ overprint, mode }: TextMark | FillMark | StrokeMark): boolean => overprint && mode === 1;

const weight = (mark: FillMark | StrokeMark): number => (mark.type === 'fill' ? mark.thickness : mark.width);
const pt = (value: number): string => `${Number(value.toFixed(2))} pt`;

/** Marks and what is painted, in Chinese. */
const MARKS = { text: '文字', fill: '色块', stroke: '线条' } as const;
const PAINTED: Readonly<Record<string, string>> = {
  'a fill': '有色块',
  'a stroke': '有线条',
  'a picture': '有图片',
  'an inline picture': '有内嵌图',
  'a gradient': '有渐变',
};

/** Kinds of colour that have no place on a page, by rule. */
function spaces(wrong: readonly string[], say: (space: NamedSpace) => Phrase) {
  return onPages(function* ({ drawing }) {
    for (const space of drawing.spaces) {
      const { kind, what, mask } = space;
      if (!mask && wrong.includes(kind))
        yield both(`${what} is in ${inEnglish(say(space))}`, `${PAINTED[what] ?? what}用了${inChinese(say(space))}`);
    }
  });
}

/** The press's own inks may be named, if what stands in for them on a screen is ink as well. */
const PROCESS = /^(?:Cyan|Magenta|Yellow|Black|All|None)$/;

function sayInks({ inks }: NamedSpace): Phrase {
  const spots = inks.filter((ink) => !PROCESS.test(ink)).join(', ');
  const all = inks.join(', ');
  return spots === ''
    ? both(`${all} named as a separation with a substitute in screen colour`, `写成分色（${all}）、以屏幕色代用的颜色`)
    : both(`a spot colour (${spots})`, `专色（${spots}）`);
}

/** Rules of colours, overprint and flat ink. */
export const COLOUR_RULES: readonly Rule[] = [
  {
    name: 'colour-rgb',
    severity: 'error',
    source: `${GWG}; this house: no screen colour anywhere`,
    check: spaces(['rgb', 'lab'], ({ kind }) => (kind === 'rgb' ? both('RGB', ' RGB') : both('Lab', ' Lab'))),
  },
  {
    name: 'colour-spot',
    severity: 'error',
    source: `${GWG}: no spot colour`,
    check: spaces(['spot'], sayInks),
  },
  {
    name: 'colour-unknown',
    severity: 'error',
    source: 'ISO 32000-1, 8.6',
    check: spaces(['unknown'], () => both('an unknown colour space', '不明的色彩空间')),
  },
  {
    name: 'blend-space',
    severity: 'error',
    source: `${GWG}: transparency blends in DeviceCMYK`,
    check: onPages(function* ({ drawing }) {
      const named = drawing.groups.filter(({ kind, mask }) => kind !== undefined && kind !== (mask ? 'grey' : 'cmyk'));
      for (const { kind } of named) yield both(`a transparency group blends in ${kind}`, `有透明组用 ${kind} 混合`);
      const own = drawing.groups.some(({ kind, mask }) => !mask && kind === 'cmyk');
      if (drawing.transparent && named.length === 0 && !own)
        yield both('the page is see-through in places and names no blending space', '版面有透明处，却没写混合色彩空间');
    }),
  },
  {
    name: 'text-grey',
    severity: 'error',
    source: `${GWG} R0011: black text under 12 pt not in DeviceGray`,
    number: 12,
    unit: 'pt',
    check: onPages(function* (page, number) {
      const wrong = page.onPaper
        .filter(isText)
        .filter(({ colour, size }) => colour.kind === 'grey' && !isWhite(colour) && size < number);
      yield* together(wrong, page, ({ size }) =>
        both(
          `text of ${pt(size)} is in DeviceGray, not in the black ink`,
          `${pt(size)} 的文字用了 DeviceGray，没用黑墨`,
        ),
      );
    }),
  },
  {
    name: 'text-overprint',
    severity: 'error',
    source: `${GWG}: K text under 12 pt overprints, OPM 1`,
    number: 12,
    unit: 'pt',
    check: onPages(function* (page, number) {
      const wrong = page.onPaper
        .filter(isText)
        .filter((mark) => isBlackAlone(mark.colour) && mark.size < number - 0.001 && !overprints(mark));
      yield* together(wrong, page, ({ size }) =>
        both(`black text of ${pt(size)} does not overprint`, `${pt(size)} 的黑字没有叠印`),
      );
    }),
  },
  {
    name: 'rule-overprint',
    severity: 'error',
    source: `${GWG}: K lines under 2 pt overprint`,
    number: 2,
    unit: 'pt',
    check: onPages(function* (page, number) {
      const lines = page.onPaper.filter((mark) => isFill(mark) || isStroke(mark));
      const wrong = lines.filter(
        (mark) => isBlackAlone(mark.colour) && weight(mark) < number - 0.001 && !overprints(mark),
      );
      yield* together(wrong, page, (mark) =>
        both(`a black rule of ${pt(weight(mark))} does not overprint`, `${pt(weight(mark))} 的黑线没有叠印`),
      );
    }),
  },
  {
    name: 'white-overprint',
    severity: 'error',
    source: `${GWG}: white must not overprint`,
    check: onPages(function* (page) {
      const wrong = page.onPaper.filter(isFlat).filter(({ colour, overprint }) => overprint && isWhite(colour));
      yield* together(wrong, page, ({ type }) =>
        both(`a white ${type} overprints and would vanish`, `白色${MARKS[type]}设了叠印，会印不出来`),
      );
    }),
  },
  {
    name: 'ink-flat',
    severity: 'error',
    source: 'press.inkLimit',
    number: 0,
    unit: '% over the limit',
    check: onPages(function* (page, number, { settings }) {
      const limit = settings.inkLimit + number;
      // The limit is the paper's: register marks outside the bleed hold all inks by nature.
      const wrong = page.onPaper.filter(isFlat).filter(({ colour }) => sumOf(colour) > limit + 0.01);
      yield* together(wrong, page, ({ type, colour }) =>
        both(
          `a ${type} of ${sumOf(colour).toFixed(0)} % ink (limit ${settings.inkLimit} %)`,
          `${MARKS[type]}总墨量 ${sumOf(colour).toFixed(0)}%（上限 ${settings.inkLimit}%）`,
        ),
      );
      const shades = page.onPaper.filter(isShade).filter((shade) => peakOf(shade) > limit + 0.01);
      yield* together(shades, page, (shade) =>
        both(
          `a gradient of up to ${peakOf(shade).toFixed(0)} % ink (limit ${settings.inkLimit} %)`,
          `渐变总墨量到 ${peakOf(shade).toFixed(0)}%（上限 ${settings.inkLimit}%）`,
        ),
      );
    }),
  },
  {
    name: 'mono-ink',
    severity: 'error',
    source: 'the page’s plan: black plate alone',
    check: onPages(function* (page) {
      if (page.asked.color) return;
      yield* together(
        page.drawing.marks.filter(isFlat).filter(({ colour }) => isColoured(colour)),
        page,
        ({ type }) => both(`a coloured ${type} on a page without colour`, `黑白版上有彩色${MARKS[type]}`),
      );
      const shades = page.drawing.marks.filter(isShade).filter((shade) => stopsOf(shade).some(isColoured));
      yield* together(shades, page, () => both('a coloured gradient on a page without colour', '黑白版上有彩色渐变'));
      const pictures = page.drawing.marks.filter(
        (mark) => mark.type === 'picture' && mark.kind === 'cmyk' && (page.loads.get(mark.stream)?.coloured ?? true),
      );
      yield* together(pictures, page, () => both('a coloured picture on a page without colour', '黑白版上有彩图'));
    }),
  },
  {
    name: 'text-inks',
    severity: 'warning',
    source: `${GWG}: text in several inks under 10 pt`,
    number: 10,
    unit: 'pt',
    check: onPages(function* (page, number) {
      const wrong = page.onPaper.filter(isText).filter(({ colour, size }) => many(colour) && size < number);
      yield* together(wrong, page, ({ size }) =>
        both(`text of ${pt(size)} is in several inks and will not register`, `${pt(size)} 的文字用了几色墨，会套不准`),
      );
    }),
  },
  {
    name: 'text-rich',
    severity: 'warning',
    source: `${GWG}: rich black text, K ≥ 85 % and over 220 % in all`,
    number: 220,
    unit: '%',
    check: onPages(function* (page, number) {
      const wrong = page.onPaper
        .filter(isText)
        .filter(({ colour }) => many(colour) && (inksOf(colour)?.[3] ?? 0) >= 0.85 && sumOf(colour) > number);
      yield* together(wrong, page, ({ colour }) =>
        both(`black text of ${sumOf(colour).toFixed(0)} % ink`, `黑字总墨量 ${sumOf(colour).toFixed(0)}%`),
      );
    }),
  },
  {
    name: 'text-reversed',
    severity: 'warning',
    source: 'newspapers’ house rules: reversed text 8 pt and more',
    number: 8,
    unit: 'pt',
    check: onPages(function* (page, number) {
      const wrong = page.onPaper.filter(isText).filter(({ colour, size }) => isWhite(colour) && size < number);
      yield* together(wrong, page, ({ size }) =>
        both(`white text of ${pt(size)} will fill in`, `${pt(size)} 的反白字会糊`),
      );
    }),
  },
  {
    name: 'hairline',
    severity: 'warning',
    source: `${GWG}: lines of 0.25 pt and more`,
    number: 0.25,
    unit: 'pt',
    check: onPages(function* (page, number) {
      const lines = page.onPaper.filter((mark) => isFill(mark) || isStroke(mark));
      const wrong = lines.filter((mark) => weight(mark) < number - 0.001 && weight(mark) > 0.0001);
      yield* together(wrong, page, (mark) => both(`a rule of ${pt(weight(mark))}`, `一条 ${pt(weight(mark))} 的细线`));
    }),
  },
];
