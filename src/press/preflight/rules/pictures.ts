/** Rules about pictures: enough pixels, not too much ink. */
import { both } from '../../../fault.ts';
import type { PageFacts } from '../facts.ts';
import type { PictureMark } from '../marks.ts';
import { onPages, type Rule, together } from '../rule.ts';

const GWG = 'GWG 2015, newspaper variants';
/** Pictures of so few pixels are no pictures (GWG 2015). */
const TINY = 16;

const pictures = ({ drawing }: PageFacts): readonly PictureMark[] =>
  drawing.marks
    .filter((mark) => mark.type === 'picture')
    .filter(({ pixels: [width, height] }) => width * height > TINY);

const isLineart = ({ bits }: PictureMark): boolean => bits === 1;

/** Complains of pictures between two resolutions. */
function coarse(lineart: boolean, floor: number) {
  return onPages(function* (page, number) {
    const wrong = pictures(page).filter(
      (mark) => isLineart(mark) === lineart && mark.ppi < number && mark.ppi >= floor,
    );
    yield* together(wrong, page, ({ ppi, pixels: [width, height] }) => {
      const needs = (pixels: number) => Math.ceil((pixels * number) / ppi);
      return both(
        `a picture of ${width} × ${height} pixels has ${ppi.toFixed(0)} ppi (${number} ppi would take ${needs(width)} × ${needs(height)})`,
        `一张 ${width} × ${height} 像素的图只有 ${ppi.toFixed(0)} ppi（要到 ${number} ppi，须有 ${needs(width)} × ${needs(height)}）`,
      );
    });
  });
}

/** Complains of pictures with more ink than the limit allows. */
function inky(measure: 'peak' | 'mean') {
  return onPages(function* (page, number, { settings }) {
    const limit = settings.inkLimit + number;
    const load = ({ stream }: PictureMark): number => page.loads.get(stream)?.[measure] ?? 0;
    const wrong = pictures(page).filter((mark) => load(mark) > limit + 0.01);
    yield* together(wrong, page, (mark) =>
      both(
        `a picture lays ${load(mark).toFixed(0)} % of ink (limit ${settings.inkLimit} %)`,
        `一张图总墨量 ${load(mark).toFixed(0)}%（上限 ${settings.inkLimit}%）`,
      ),
    );
  });
}

/** Resolutions under which a picture is refused; the warnings begin above them. */
const CONTONE = 99;
const LINEART = 549;

/** Rules of resolution and of the ink of pictures. */
export const PICTURE_RULES: readonly Rule[] = [
  {
    name: 'picture-coarse',
    severity: 'error',
    source: `${GWG}: under 99 ppi`,
    number: CONTONE,
    unit: 'ppi',
    check: coarse(false, 0),
  },
  {
    name: 'picture-soft',
    severity: 'warning',
    source: `${GWG}: under 149 ppi`,
    number: 149,
    unit: 'ppi',
    check: coarse(false, CONTONE),
  },
  {
    name: 'lineart-coarse',
    severity: 'error',
    source: `${GWG}: 1-bit under 549 ppi`,
    number: LINEART,
    unit: 'ppi',
    check: coarse(true, 0),
  },
  {
    name: 'lineart-soft',
    severity: 'warning',
    source: `${GWG}: 1-bit under 799 ppi`,
    number: 799,
    unit: 'ppi',
    check: coarse(true, LINEART),
  },
  {
    name: 'ink-peak',
    severity: 'error',
    source: 'press.inkLimit: no pixel over limit + 2',
    number: 2,
    unit: '% over the limit',
    check: inky('peak'),
  },
  {
    name: 'ink-mean',
    severity: 'error',
    source: `${GWG}: mean over any 15 mm²; press.inkLimit`,
    number: 0,
    unit: '% over the limit',
    check: inky('mean'),
  },
];
