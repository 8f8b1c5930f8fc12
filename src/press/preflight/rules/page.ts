/** Rules about pages: boxes, annotations, emptiness. */
import { both, type Phrase } from '../../../fault.ts';
import { mmToPt } from '../../../units.ts';
import type { PageFacts } from '../facts.ts';
import { type Extent, reaches } from '../marks.ts';
import { asNumber, asNumbers, dig, inherited, members } from '../objects.ts';
import { onPages, placeOf, type Rule } from '../rule.ts';

/** Slack for numbers that a file rounds, points. */
const SLACK = 0.01;

const inside = (inner: Extent, outer: Extent): boolean =>
  inner.left >= outer.left - SLACK &&
  inner.right <= outer.right + SLACK &&
  inner.bottom >= outer.bottom - SLACK &&
  inner.top <= outer.top + SLACK;

const size = ({ left, right, bottom, top }: Extent): string =>
  `${(right - left).toFixed(2)} × ${(top - bottom).toFixed(2)} pt`;

function* nesting({ media, crop, bleed, trim, art }: PageFacts): Generator<Phrase> {
  if (!media) yield both('there is no MediaBox', '缺 MediaBox');
  if (!trim || art)
    yield trim
      ? both('there are a TrimBox and an ArtBox', 'TrimBox 和 ArtBox 并存')
      : both('there is no TrimBox', '缺 TrimBox');
  if (!media || !trim) return;
  if (!inside(trim, bleed ?? media)) yield both('the TrimBox is not inside the BleedBox', 'TrimBox 不在 BleedBox 之内');
  if (bleed && !inside(bleed, media))
    yield both('the BleedBox is not inside the MediaBox', 'BleedBox 不在 MediaBox 之内');
  if (crop && !(inside(crop, media) && inside(media, crop)))
    yield both('the CropBox is not the MediaBox', 'CropBox 与 MediaBox 不同');
}

function* trimSize({ trim, asked }: PageFacts, tolerance: number): Generator<Phrase> {
  if (!trim) return;
  const [width, height] = [mmToPt(asked.trim.width), mmToPt(asked.trim.height)];
  const off = Math.max(Math.abs(trim.right - trim.left - width), Math.abs(trim.top - trim.bottom - height));
  if (off > tolerance)
    yield both(
      `the TrimBox is ${size(trim)}, the page ${width.toFixed(2)} × ${height.toFixed(2)} pt`,
      `TrimBox 是 ${size(trim)}，本版成品是 ${width.toFixed(2)} × ${height.toFixed(2)} pt`,
    );
}

function* bleedSize({ trim, bleed }: PageFacts, tolerance: number, asked: number): Generator<Phrase> {
  if (!trim || (bleed && !inside(trim, bleed))) return;
  const around = bleed ?? trim;
  const sides = [
    trim.left - around.left,
    around.right - trim.right,
    trim.bottom - around.bottom,
    around.top - trim.top,
  ];
  const worst = sides.find((side) => Math.abs(side - asked) > tolerance);
  if (worst !== undefined)
    yield both(
      `the bleed is ${worst.toFixed(2)} pt, not ${asked.toFixed(2)} pt`,
      `出血是 ${worst.toFixed(2)} pt，应为 ${asked.toFixed(2)} pt`,
    );
}

function* annotations(page: PageFacts): Generator<Phrase> {
  const limit = page.bleed ?? page.trim;
  for (const annotation of members(dig(page.dict, 'Annots'))) {
    const [left = 0, bottom = 0, right = 0, top = 0] = asNumbers(dig(annotation, 'Rect'));
    const clear = limit && (right <= limit.left || left >= limit.right || top <= limit.bottom || bottom >= limit.top);
    if (!clear)
      yield both(
        `an annotation lies on the page at ${placeOf({ left, bottom, right, top }, page)}`,
        `版面上有批注（${placeOf({ left, bottom, right, top }, page)}）`,
      );
  }
}

function isBlank({ drawing, trim: own, media }: PageFacts): boolean {
  const trim = own ?? media;
  if (!trim) return false;
  return !drawing.marks.some((mark) => reaches(mark, trim));
}

/** Rules of boxes, annotations and content. */
export const PAGE_RULES: readonly Rule[] = [
  {
    name: 'boxes',
    severity: 'error',
    source: 'ISO 15930-7:2010, 6.3; GWG 2015: TrimBox in BleedBox in MediaBox',
    check: onPages(nesting),
  },
  {
    name: 'trim-size',
    severity: 'error',
    source: 'the paper’s format',
    number: 0.1,
    unit: 'pt',
    check: onPages(trimSize),
  },
  {
    name: 'bleed-size',
    severity: 'error',
    source: 'press.bleed',
    number: 0.1,
    unit: 'pt',
    check: onPages((page, tolerance, { settings }) => bleedSize(page, tolerance, mmToPt(settings.bleed))),
  },
  {
    name: 'page-geometry',
    severity: 'error',
    source: 'GWG 2015: no UserUnit; no turned page',
    check: onPages(function* ({ dict }) {
      if (dig(dict, 'UserUnit')) yield both('the page has a UserUnit', '页面设了 UserUnit');
      if ((asNumber(inherited(dict, 'Rotate')) ?? 0) % 360 !== 0) yield both('the page is turned', '页面转了方向');
    }),
  },
  {
    name: 'annotations',
    severity: 'error',
    source: 'ISO 15930-7:2010, 6.14: none within the BleedBox',
    check: onPages(annotations),
  },
  {
    name: 'content',
    severity: 'error',
    source: 'ISO 32000-1, 7.8.2',
    check: onPages(function* ({ drawing }) {
      if (drawing.broken) yield both('the content cannot be read to its end', '版面内容读不到底');
    }),
  },
  {
    name: 'page-empty',
    severity: 'error',
    source: 'GWG 2015: no empty page',
    check: onPages(function* (page) {
      if (isBlank(page)) yield both('nothing is drawn on the page', '版面是空白');
    }),
  },
];
