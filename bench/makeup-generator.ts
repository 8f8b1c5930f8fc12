/**
 * Random pages for the make-up, the same for the same seed, in the language and on the format of the paper: 3–9 stories (on a broadsheet) of 80–3,500
 * characters, 0–4 photos, 0–2 ads, body lines between 65 % and 85 % of what furniture and ads leave, and a photo at least
 * where they stay below 70 %.
 */

import { blocksText } from '../src/issue/digest.ts';
import type { AdRequest, Article, Issue, Newspaper, PhotoRequest } from '../src/issue/model.ts';
import { frontRows } from '../src/makeup/furniture/front.ts';
import { gridOf } from '../src/makeup/grid.ts';
import type { Grid } from '../src/makeup/plan.ts';
import type { Picture } from '../src/photo/model.ts';
import type { Typesetter } from '../src/typeset/model.ts';
import { BODY } from '../src/units.ts';
import { EnglishWriter } from './makeup-english.ts';
import { ChineseWriter, type Copywriter, randomOf, type Writer } from './makeup-writer.ts';

/** A page to make up, and how full it is. */
export interface RandomPage {
  readonly issue: Issue;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly stories: number;
  /** Body lines as a share of the lines that furniture and ads leave. */
  readonly share: number;
}

type Author = Writer & Copywriter;

/** Who writes a paper's copy. */
export const authorFor = ({ language }: Newspaper, random: () => number): Author =>
  language.startsWith('zh') ? new ChineseWriter(random) : new EnglishWriter(random);

/** Stories on the fullest page: nine on a broadsheet, six on a tabloid, whose heads take a larger share of it. */
const mostStories = ({ columns, rows }: Grid): number => Math.round(9 * Math.sqrt((columns * rows) / BROADSHEET_CELLS));
const BROADSHEET_CELLS = 8 * 104;

/** Least and most of a story, and what makes it a brief, in Han characters. */
const LENGTHS = { least: 80, most: 3500, brief: 180 } as const;

/** What a caller wants of a page instead of leaving it to the seed. */
export interface Wanted {
  readonly photos?: number;
  /** False: no ads. */
  readonly ads?: false;
}

/** The page of a seed, on this paper. */
export function randomPage(seed: number, paper: Newspaper, typesetter: Typesetter, wanted: Wanted = {}): RandomPage {
  const random = randomOf(seed * 7919 + 17);
  const write = authorFor(paper, random);
  const grid = gridOf(paper.format);
  const front = seed % 3 === 0;
  const number = front ? 1 : write.between(2, 8);
  const drawn = adsOf(write, number, grid.columns, grid.rows);
  const ads = wanted.ads === false ? [] : drawn;
  const booked = ads.reduce((sum, ad) => sum + ad.width * (ad.height + 1), 0);
  const room = grid.columns * (grid.rows - (front ? frontRows(grid, { articles: [], ads: [] }) : 0)) - booked;
  const target = 0.65 + 0.2 * random();
  const count = write.between(3, mostStories(grid));
  const photos = wanted.photos ?? (target < 0.7 ? write.between(1, 4) : write.between(0, 4));
  const lengths = lengthsOf(write, count, target * room * grid.measure * 0.94 * write.letters);
  const articles = articlesOf(write, lengths, photos, number, target < 0.7);
  const lines = (all: readonly Article[]) =>
    all.reduce((sum, one) => sum + typesetter.copy(one).body(grid.measure * BODY).rows.best, 0);
  let trimmed = articles;
  for (let round = 0; round < 12 && Math.abs(lines(trimmed) / room - target) > 0.004; round += 1) {
    const factor = (target * room) / lines(trimmed);
    const scaled = trimmed.map((one) => lengthOf(one) * factor).map((length) => bounded(write, length));
    trimmed = trimmed.map((one, index) => ({
      ...one,
      body: authorFor(paper, randomOf(seed * 31 + index)).body(Math.round(scaled[index] ?? LENGTHS.least)),
    }));
  }
  const pages = [{ number, color: true, locked: false, name: write.section }];
  const issue: Issue = {
    paper,
    date: '2026-01-08',
    id: `seed-${seed}`,
    number: 1,
    pages,
    groups: {},
    ads,
    fillers: [],
    articles: trimmed,
  };
  return { issue, pictures: picturesOf(write, trimmed, ads), stories: count, share: lines(trimmed) / room };
}

const lengthOf = ({ body }: Article): number => body.reduce((sum, block) => sum + blocksText([block]).length, 0);

const bounded = ({ letters }: Author, length: number): number =>
  Math.min(LENGTHS.most * letters, Math.max(LENGTHS.least * letters, length));

function adsOf(write: Author, page: number, columns: number, rows: number): AdRequest[] {
  const ads: AdRequest[] = [];
  for (let left = write.pick([0, 0, 0, 1, 1, 2]); left > 0; left -= 1) {
    const half = Math.floor(columns / 2);
    const width = left === 2 ? half : write.pick([half, columns, half]);
    const used = ads.reduce((sum, ad) => sum + ad.width, 0);
    if (used + width > columns) continue;
    ads.push({
      file: `ads/${left}.jpg`,
      page,
      position: 'foot',
      width,
      height: Math.round(rows * write.pick([0.14, 0.18, 0.24])),
    });
  }
  return ads;
}

function lengthsOf(write: Author, count: number, total: number): number[] {
  const shares = Array.from({ length: count }, () => 0.25 + write.random() ** 2 * 3);
  const sum = shares.reduce((all, share) => all + share, 0);
  return shares.map((share) => bounded(write, Math.round((total * share) / sum))).sort((a, b) => b - a);
}

function articlesOf(
  write: Author,
  lengths: readonly number[],
  photos: number,
  page: number,
  pictured: boolean,
): Article[] {
  const owners = Array.from({ length: photos }, (_, index) =>
    pictured && index === 0 ? 0 : write.between(0, Math.min(lengths.length - 1, 3)),
  );
  return lengths.map((length, index): Article => {
    const own: PhotoRequest[] = owners.flatMap((owner, nth) =>
      owner === index
        ? [
            {
              file: `photos/${index}-${nth}.jpg`,
              caption: write.caption(),
              credit: write.credit(),
              focus: [0.5, 0.45],
              prominence: 'support',
              missing: false,
            },
          ]
        : [],
    );
    const priority = Math.min(
      5,
      1 + Math.floor((index * 5) / lengths.length) + (write.random() < 0.2 ? 1 : 0),
    ) as Article['priority'];
    return {
      slug: `s${index}`,
      place: { file: `s${index}.md` },
      ...(write.random() < 0.35 && priority < 4 ? { kicker: write.kicker() } : {}),
      title: [write.title()],
      deck: write.random() < 0.35 && priority < 4 ? [write.deck()] : [],
      byline: write.byline(),
      ...(write.random() < 0.5 ? { dateline: write.dateline() } : {}),
      page,
      priority,
      genre: length < LENGTHS.brief * write.letters ? 'brief' : 'news',
      aside: [],
      keepApart: [],
      hold: false,
      jump: true,
      abridged: false,
      web: true,
      review: [],
      photos: own,
      keywords: [],
      body: write.body(length),
    };
  });
}

function picturesOf(write: Author, articles: readonly Article[], ads: readonly AdRequest[]): Map<string, Picture> {
  const picture = (file: string, width: number, height: number): Picture => ({
    file,
    kind: 'photo',
    width,
    height,
    grey: false,
    sha256: file,
  });
  const sizes = [
    [3000, 2000],
    [3000, 2000],
    [3000, 2250],
    [2000, 3000],
    [3200, 1800],
  ] as const;
  const files = articles.flatMap((article) => article.photos.map((one) => one.file));
  return new Map([
    ...files.map((file) => {
      const [width, height] = write.pick(sizes);
      return [file, picture(file, width, height)] as const;
    }),
    ...ads.map((ad) => [ad.file, picture(ad.file, ad.width * 1000, ad.height * 110)] as const),
  ]);
}
