/**
 * Looks at a supplied advertisement before it is placed: the preflight's own rules, which the finished page must hold as
 * well, and its size against the booked one. What cannot be printed is refused with every reason at once.
 */

import { both, inEnglish, type Phrase } from '../../fault.ts';
import type { Pt } from '../../units.ts';
import { type FileFacts, type PageFacts, takeApart } from '../preflight/facts.ts';
import { type Extent, reaches } from '../preflight/marks.ts';
import { asName, asNumber, asNumbers, dig, inherited, members } from '../preflight/objects.ts';
import { RULES } from '../preflight/table.ts';

/** What the advertisement must keep to. */
export interface Booking {
  /** What an advertisement of its proportion fills of the place that was sold. */
  readonly width: Pt;
  readonly height: Pt;
  /** The place that was sold, where it is larger. */
  readonly place?: { readonly width: Pt; readonly height: Pt };
  /** False: the page has the black plate alone. */
  readonly color: boolean;
  readonly inkLimit: number;
}

/** Rules of the preflight that an advertisement must hold by itself; the press puts the others right. */
const OWN_RULES = new Set([
  'encryption',
  'actions',
  'streams',
  'device-controls',
  'page-geometry',
  'content',
  'page-empty',
  'font-type3',
  'font-embedded',
  'text-unicode',
  'colour-rgb',
  'colour-spot',
  'colour-unknown',
  'ink-flat',
  'mono-ink',
  'picture-coarse',
  'lineart-coarse',
  'ink-peak',
]);

/** An advertisement may be off its booked size by this much on either side, points: a millimetre. */
const TOLERANCE = 72 / 25.4;

/** What the preflight says of an advertisement. */
export interface InspectedAd {
  /** Why it cannot be printed; empty when it can. */
  readonly reasons: readonly Phrase[];
  /** Its trimmed page, in its own points. */
  readonly trim: Extent;
}

/** Inspects an advertisement's bytes. */
export async function inspectAd(bytes: Uint8Array, booking: Booking): Promise<InspectedAd> {
  const nowhere = { left: 0, bottom: 0, right: 0, top: 0 };
  const asked = { number: 1, trim: { width: 0, height: 0 }, color: booking.color, characters: '' };
  const settings = { pages: [asked], bleed: 0, inkLimit: booking.inkLimit, condition: '' };
  const facts = await takeApart(bytes, settings).catch(() => undefined);
  const [page] = facts?.pages ?? [];
  if (!facts || !page) return { reasons: [both('it cannot be read as PDF', '不是读得通的 PDF')], trim: nowhere };
  const count = facts.pages.length;
  const many = count === 1 ? [] : [both(`it has ${count} pages instead of one`, `有 ${count} 页，应当只有一页`)];
  const trim = page.trim ?? page.art ?? page.crop ?? page.media;
  if (!trim) return { reasons: [...many, both('its page has no size', '页面没有尺寸')], trim: nowhere };
  const reasons = [
    ...many,
    ...boxReasons(page, trim),
    ...sizeReasons(page, trim, booking),
    ...ruleReasons(facts, trim),
  ];
  const others = [...groupReasons(page), ...layerReasons(facts), ...annotationReasons(page, trim)];
  return { reasons: eachOnce([...reasons, ...others]), trim };
}

/** What several pages or objects are refused for is told once. */
const eachOnce = (reasons: readonly Phrase[]): readonly Phrase[] => [
  ...new Map(reasons.map((reason) => [inEnglish(reason), reason])).values(),
];

function* boxReasons({ media }: PageFacts, trim: Extent): Generator<Phrase> {
  const out =
    media &&
    (trim.left < media.left - 0.01 ||
      trim.right > media.right + 0.01 ||
      trim.bottom < media.bottom - 0.01 ||
      trim.top > media.top + 0.01);
  if (out) yield both('its TrimBox lies outside its MediaBox', 'TrimBox 出了 MediaBox');
}

function* sizeReasons({ dict }: PageFacts, { left, bottom, right, top }: Extent, booking: Booking): Generator<Phrase> {
  // Of a turned page, which is refused for that, the sides are changed about.
  if ((asNumber(inherited(dict, 'Rotate')) ?? 0) % 180 !== 0) return;
  const { width, height, place = booking } = booking;
  const mm = (points: number): string => ((points * 25.4) / 72).toFixed(1);
  const off = Math.max(Math.abs(right - left - width), Math.abs(top - bottom - height));
  if (off > TOLERANCE)
    yield both(
      `it is ${mm(right - left)} × ${mm(top - bottom)} mm, booked are ${mm(place.width)} × ${mm(place.height)} mm`,
      `尺寸是 ${mm(right - left)} × ${mm(top - bottom)} 毫米，订的是 ${mm(place.width)} × ${mm(place.height)} 毫米`,
    );
}

function* ruleReasons(facts: FileFacts, trim: Extent): Generator<Phrase> {
  // Its trim comes to stand within the page's bleed, whatever bleed it has itself; what lies outside, such as its crop
  // marks, is cut off.
  const pages = facts.pages.map((page) => {
    const { marks, tiled } = page.drawing;
    const shown = marks.filter((mark) => tiled.has(mark) || reaches(mark, trim));
    return { ...page, drawing: { ...page.drawing, marks: shown }, onPaper: shown };
  });
  for (const { name, number = 0, check } of RULES)
    if (OWN_RULES.has(name)) for (const { message } of check({ ...facts, pages }, number)) yield message;
}

function* groupReasons({ drawing }: PageFacts): Generator<Phrase> {
  if (drawing.groups.some(({ kind, mask }) => !mask && (kind === 'rgb' || kind === 'lab')))
    yield both('its transparency blends in RGB', '透明效果用 RGB 混合');
}

/** Layers know no switch on the plate: what is hidden in the advertisement's own file would be printed. */
function* layerReasons({ catalog }: FileFacts): Generator<Phrase> {
  const view = dig(catalog, 'OCProperties', 'D');
  if (members(dig(view, 'OFF')).length > 0 || asName(dig(view, 'BaseState')) === 'OFF')
    yield both('it has hidden layers, which would be printed', '有隐藏的图层，会被印出来');
  const layers = members(dig(catalog, 'OCProperties', 'OCGs'));
  if (layers.some((layer) => asName(dig(layer, 'Usage', 'Print', 'PrintState')) === 'OFF'))
    yield both('it has layers for the screen alone, which would be printed', '有只在屏幕上显示的图层，会被印出来');
}

/** Annotations that show nothing on paper. */
const UNSEEN = new Set(['Link', 'Popup']);

/** What was put upon the advertisement, such as a stamp or a note, is no part of its content: it would not be printed. */
function* annotationReasons({ dict }: PageFacts, trim: Extent): Generator<Phrase> {
  for (const annotation of members(dig(dict, 'Annots'))) {
    const kind = asName(dig(annotation, 'Subtype')) ?? '?';
    const [left = 0, bottom = 0, right = 0, top = 0] = asNumbers(dig(annotation, 'Rect'));
    const isOff = right <= trim.left || left >= trim.right || top <= trim.bottom || bottom >= trim.top;
    if (!UNSEEN.has(kind) && !isOff)
      yield both(`it bears an annotation (${kind}), which would not be printed`, `上面有批注（${kind}），不会印出来`);
  }
}
