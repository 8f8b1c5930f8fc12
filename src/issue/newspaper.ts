/** `newspaper.yaml` to a Newspaper with every default decided. */
import { counted, type Fault } from '../fault.ts';
import { BODY, mmToPx, PITCH, type Px } from '../units.ts';
import { colourOverInk, gridTooBig, languageForeign, valueBad } from './faults.ts';
import type { Format, HouseColour, Limits, Newspaper } from './model.ts';
import type { NewspaperSource } from './schema/newspaper.ts';
import type { Locate } from './yaml.ts';

/**
 * Bounds on the input. They stand far above any real issue (a hundred-page paper has some 1,500 stories) and keep an
 * accident, such as a database dump saved as .md, from taking the machine with it.
 */
export const LIMITS: Limits = {
  articles: 2000,
  articleBytes: 1_000_000,
  yamlBytes: 500_000,
  // A 150-megapixel medium-format back and its TIFF fit; a decompression bomb does not.
  pictureBytes: 300_000_000,
  picturePixels: 200_000_000,
  photos: 60,
  pages: 200,
  tableCells: 1000,
};

/** The two formats of Chinese newspapers 对开 and 四开, cut; millimetres, characters, lines. Type areas are of the house, in whole characters and lines. */
const FORMATS = {
  broadsheet: { width: 390, height: 550, columns: 8, measure: 13, rows: 104 },
  tabloid: { width: 275, height: 390, columns: 6, measure: 12, rows: 72 },
} as const;

/** Least margin that a custom format leaves on each side when nothing else is said: room for the folio and the gripper. */
const CUSTOM_MARGIN: Px = 60;

/** What the press is told unless the paper says otherwise: coldset on newsprint, ANSI CGATS TR 002. */
const PRESS = { condition: 'CGATS TR 002', inkLimit: 240, resolution: 200, bleed: 3, marks: true } as const;

/** Pictures under so many pixels an inch are told as soft. */
const SOFT = 149;

/** The preflight's numbers; a paper that asks for fewer pixels an inch than a picture is soft at means what it asks for. */
function preflightOf(
  asked: NonNullable<NewspaperSource['press']>['preflight'],
  resolution: number = PRESS.resolution,
): Pick<Newspaper['press'], 'preflight'> {
  const numbers = { ...(resolution <= SOFT && { 'picture-soft': resolution - 1 }), ...present(asked ?? {}) };
  return Object.keys(numbers).length === 0 ? {} : { preflight: numbers };
}

/** Decides every default; faults are those that only several values together can have. */
export function decideNewspaper(source: NewspaperSource, locate: Locate): { paper: Newspaper; faults: Fault[] } {
  const { format, faults } = decideFormat(source, locate);
  const { preflight, ...wishes } = source.press ?? {};
  const press = { ...PRESS, ...present(wishes), ...preflightOf(preflight, wishes.resolution) };
  const colours = (source.colours ?? {}) as Record<string, HouseColour>;
  for (const [name, { cmyk }] of Object.entries(colours)) {
    const sum = cmyk.reduce((ink, part) => ink + part, 0);
    if (sum > press.inkLimit)
      faults.push(colourOverInk(locate(['colours', name]), name, { sum, limit: press.inkLimit }));
  }
  const language = canonicalLanguage(source.language ?? 'zh-CN');
  if (language === undefined) {
    const value = {
      got: `“${source.language}”`,
      expected: { en: 'a language tag such as zh-CN or en', zh: '语言代码，如 zh-CN 或 en' },
    };
    faults.push(valueBad(locate(['language']), 'language', value));
  } else if (!/^(?:zh|en)\b/.test(language)) faults.push(languageForeign(locate(['language']), language));
  const paper: Newspaper = {
    name: source.name,
    ...(source.nameplate && { nameplate: source.nameplate }),
    language: language ?? 'zh-CN',
    ...(source.url && { url: source.url.endsWith('/') ? source.url : `${source.url}/` }),
    publisher: publisherOf(source),
    format,
    kinsoku: source.kinsoku ?? 'gb',
    colours,
    makeup: source.makeup ?? {},
    limits: limitsOf(source),
    press,
  };
  return { paper, faults };
}

/** The bounds in force for a paper. */
export const limitsOf = (source: Pick<NewspaperSource, 'limits'>): Limits => ({
  ...LIMITS,
  ...present(source.limits ?? {}),
});

/** An object without the keys whose value is undefined. */
function present<Value extends object>(value: Value): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Value]: Exclude<Value[Key], undefined> };
}

function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

function publisherOf(source: NewspaperSource): Newspaper['publisher'] {
  const { publisher, cn, postal, address, phone, printer, distribution, price } = source;
  const named = typeof publisher === 'string' ? { name: publisher } : present(publisher ?? {});
  return {
    ...present({ cn, postal, address, phone, printer, distribution, price }),
    ...named,
  } as Newspaper['publisher'];
}

/** Pixels that so many columns of so many characters take, gutters of one character included. */
const across = (columns: number, measure: number): Px => (columns * (measure + 1) - 1) * BODY;

function decideFormat(source: NewspaperSource, locate: Locate): { format: Format; faults: Fault[] } {
  const known = source.format ?? 'broadsheet';
  const base = typeof known === 'string' ? FORMATS[known] : customGrid(known.trim, source.measure);
  const columns = source.columns ?? base.columns;
  const measure = source.measure ?? base.measure;
  const rows = source.lines ?? base.rows;
  const trim = { width: base.width, height: base.height };
  const spare = {
    left: Math.floor(mmToPx(trim.width)) - across(columns, measure),
    top: Math.floor(mmToPx(trim.height)) - rows * PITCH,
  };
  const margins = {
    left: source.margins?.left ?? Math.max(0, Math.floor((mmToPx(trim.width) - across(columns, measure)) / 2)),
    top: source.margins?.top ?? Math.max(0, Math.floor((mmToPx(trim.height) - rows * PITCH) / 2)),
  };
  const faults: Fault[] = [];
  if (margins.left > spare.left)
    faults.push(
      gridTooBig(locate(['columns']), {
        en: `${counted(columns, 'column')} of ${counted(measure, 'character')} ${columns === 1 ? 'is' : 'are'} wider than the page.`,
        zh: `${columns} 栏、每栏 ${measure} 字，比版面还宽。`,
      }),
    );
  if (margins.top > spare.top)
    faults.push(
      gridTooBig(locate(['lines']), { en: `${rows} lines are higher than the page.`, zh: `${rows} 行比版面还高。` }),
    );
  const name = typeof known === 'string' ? known : 'custom';
  return { format: { name, trim, columns, measure, rows, margins }, faults };
}

/** For a page of any size: as many columns and lines as fit between the least margins. */
function customGrid([width, height]: readonly [number, number], wanted: number | undefined) {
  const measure = wanted ?? FORMATS.broadsheet.measure;
  const columns = Math.floor((mmToPx(width) - 2 * CUSTOM_MARGIN + BODY) / ((measure + 1) * BODY));
  const rows = Math.floor((mmToPx(height) - 2 * CUSTOM_MARGIN) / PITCH);
  return { width, height, columns: Math.max(1, columns), measure, rows: Math.max(1, rows) };
}
