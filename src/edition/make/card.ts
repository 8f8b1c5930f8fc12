/** The picture that a link to the issue carries with it: the paper's name, the date and the lead headline. */
import sharp from 'sharp';
import { nameplateFace } from '../../typeset/faces.ts';
import { phrasesOf } from '../../typeset/phrases.ts';
import type { Subset } from '../font/face.ts';
import type { Keep } from '../keep.ts';
import { HEADLINE_FACE } from './fonts.ts';
import { type Outliner, openOutliner, placedOutline } from './outline.ts';

/** Pixels; the size that Open Graph readers show whole. */
const CARD = { width: 1200, height: 630 } as const;
const MARGIN = 72;
const INK = '#141414';
/** Sizes of the headline, the largest first: one that does not fit whole is set smaller. */
const HEADLINES = [
  { size: 84, top: 330, lead: 112, lines: 3 },
  { size: 64, top: 306, lead: 86, lines: 4 },
] as const;
const NAME = 96;
/** Free between the paper's name and the date, at least. */
const APART = 40;
/** What ends a headline that no size holds: the ellipsis of a Han face hangs too high for letters. */
const END = { han: '……', letters: '...' } as const;
/** The characters of both. */
export const END_CHARACTERS = '….';

/** What the card says. */
export interface Card {
  readonly paper: string;
  readonly dateline: string;
  readonly headline: string;
  readonly accent: string;
}

/** JPEG of the card. */
export const linkCard = (card: Card, subset: Subset, keep: Keep): Promise<Uint8Array> =>
  keep('link-card', card, () => drawCard(card, subset));

async function drawCard({ paper, dateline, headline, accent }: Card, subset: Subset): Promise<Uint8Array> {
  const [plate, song, hei] = await Promise.all([
    openOutliner(nameplateFace(paper), paper, subset),
    openOutliner(HEADLINE_FACE, headline + END_CHARACTERS, subset),
    openOutliner('hei', dateline, subset),
  ]);
  const date = hei.outline(dateline, 28);
  const wide = plate.outline(paper, NAME);
  const room = CARD.width - 2 * MARGIN - APART - date.width;
  const name = wide.width <= room ? wide : plate.outline(paper, (NAME * room) / wide.width);
  const { size, top, lead, set } = setHeadline(headline, song);
  const lines = set.map((line, at) =>
    placedOutline(song.outline(line, size), { x: MARGIN, y: top + at * lead, fill: INK }),
  );
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}"><rect width="100%" height="100%" fill="#fbfaf7"/>` +
    placedOutline(name, { x: MARGIN, y: 148, fill: accent }) +
    placedOutline(date, { x: CARD.width - MARGIN - date.width, y: 148, fill: '#555' }) +
    `<path fill="${INK}" d="M${MARGIN} 188h${CARD.width - 2 * MARGIN}v3h-${CARD.width - 2 * MARGIN}zM${MARGIN} 195h${CARD.width - 2 * MARGIN}v1h-${CARD.width - 2 * MARGIN}z"/>` +
    `${lines.join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 84, mozjpeg: false }).toBuffer();
}

/** The headline in the largest size that holds it whole; where none does, in the smallest, with an ellipsis. */
function setHeadline(headline: string, face: Outliner) {
  for (const form of HEADLINES) {
    const set = linesOf(headline, face, form);
    if (set.length <= form.lines) return { ...form, set };
  }
  const form = HEADLINES[1];
  const shown = breakLines(headline, face, form.size).slice(0, form.lines);
  const [end, part] = HAN.test(headline) ? [END.han, /.$/u] : [END.letters, /\s*\S+$/u];
  let last = shown.pop() ?? '';
  while (face.outline(last + end, form.size).width > ROOM) last = last.replace(part, '');
  return { ...form, set: [...shown, last + end] };
}

const HAN = /\p{Script=Han}/u;

/** Parts that the editor set apart by a blank begin lines of their own, where there are lines enough. */
function linesOf(headline: string, face: Outliner, { size, lines }: (typeof HEADLINES)[number]): readonly string[] {
  const parts = HAN.test(headline) ? headline.split(' ') : [headline];
  const parted = parts.flatMap((part) => breakLines(part, face, size));
  return parted.length <= lines ? parted : breakLines(headline, face, size);
}

const ROOM = CARD.width - 2 * MARGIN;

/** Lines that fit, broken between phrases and words; what is wider than a line is broken anywhere. */
function breakLines(text: string, face: Outliner, size: number): readonly string[] {
  const fits = (line: string) => face.outline(line.trimEnd(), size).width <= ROOM;
  const lines: string[] = [];
  let line = '';
  for (const phrase of piecesOf(text)) {
    for (const piece of fits(phrase) ? [phrase] : phrase) {
      if (fits(line + piece)) line += piece;
      else {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      }
    }
  }
  return [...lines, line.trimEnd()].filter((one) => one !== '');
}

const piecesOf = (text: string): readonly string[] =>
  HAN.test(text) ? phrasesOf(text) : (text.match(/\S+\s*/gu) ?? []);
