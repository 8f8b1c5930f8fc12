/** The picture that a link to the issue carries with it: the paper's name, the date and the lead headline. */
import sharp from 'sharp';
import { nameplateFace } from '../../typeset/faces.ts';
import type { Subset } from '../font/face.ts';
import type { Keep } from '../keep.ts';
import { HEADLINE_FACE } from './fonts.ts';
import { type Outliner, openOutliner, placedOutline } from './outline.ts';

/** Pixels; the size that Open Graph readers show whole. */
const CARD = { width: 1200, height: 630 } as const;
const MARGIN = 72;
/** Size of the name, smaller where it would come nearer to the date. */
const NAME = { size: 96, gap: 36 } as const;
const INK = '#141414';
const HEADLINE = { size: 84, lead: 112, lines: 3 } as const;

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
    openOutliner(HEADLINE_FACE, headline, subset),
    openOutliner('hei', dateline, subset),
  ]);
  const date = hei.outline(dateline, 28);
  const room = CARD.width - 2 * MARGIN - date.width - NAME.gap;
  const name = plate.outline(paper, Math.min(NAME.size, (NAME.size * room) / plate.outline(paper, NAME.size).width));
  const lines = breakLines(headline, song).map((line, at) =>
    placedOutline(song.outline(line, HEADLINE.size), { x: MARGIN, y: 330 + at * HEADLINE.lead, fill: INK }),
  );
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}"><rect width="100%" height="100%" fill="#fbfaf7"/>` +
    placedOutline(name, { x: MARGIN, y: 148, fill: accent }) +
    placedOutline(date, { x: CARD.width - MARGIN - date.width, y: 148, fill: '#555' }) +
    `<path fill="${INK}" d="M${MARGIN} 188h${CARD.width - 2 * MARGIN}v3h-${CARD.width - 2 * MARGIN}zM${MARGIN} 195h${CARD.width - 2 * MARGIN}v1h-${CARD.width - 2 * MARGIN}z"/>` +
    `${lines.join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 84, mozjpeg: false }).toBuffer();
}

/** Lines that fit, cut at blanks where there are any; what does not fit ends in an ellipsis of the last line. */
function breakLines(text: string, face: Outliner): readonly string[] {
  const room = CARD.width - 2 * MARGIN;
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[0-9A-Za-z\u00c0-\u024f]+\s?|./gsu) ?? []) {
    if (face.outline(line + piece, HEADLINE.size).width <= room) line += piece;
    else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  }
  lines.push(line);
  return lines.slice(0, HEADLINE.lines);
}
