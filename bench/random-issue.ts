/**
 * A random issue as an editor would hand it in: a paper's folder with Markdown articles, `issue.yaml` and drawn photos in
 * print resolution. The same for the same seed. As a program: `tsx bench/random-issue.ts FOLDER PAGES [SEED [PHOTOS]]`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { stringify } from 'yaml';
import { bodyCharacters } from '../src/issue/digest.ts';
import type { Article, Block } from '../src/issue/model.ts';
import type { Picture } from '../src/photo/model.ts';
import { openTypesetter } from '../src/typeset/typesetter.ts';
import { type RandomPage, randomPage } from './makeup-generator.ts';
import { SAMPLE_PAPER } from './makeup-paper.ts';
import { randomOf } from './makeup-writer.ts';

/** Date of every random issue. */
export const RANDOM_DATE = '2026-01-08';

export interface RandomIssueOrder {
  readonly pages: number;
  readonly seed: number;
  /** Photos on all pages together, spread evenly, and no ads; left to the seed when absent. */
  readonly photos?: number;
}

/** What was written. */
export interface RandomIssue {
  /** The issue's folder, in `issues/` of the paper's folder. */
  readonly issue: string;
  readonly characters: number;
  readonly photos: number;
}

/** Writes a random issue into a paper's folder. */
export async function writeRandomIssue(paper: string, order: RandomIssueOrder): Promise<RandomIssue> {
  const issue = path.join(paper, 'issues', RANDOM_DATE);
  await mkdir(path.join(issue, 'photos'), { recursive: true });
  await mkdir(path.join(issue, 'ads'), { recursive: true });
  await writeFile(path.join(paper, 'newspaper.yaml'), stringify({ name: SAMPLE_PAPER.name }));
  const typesetter = await openTypesetter(SAMPLE_PAPER);
  const ads: object[] = [];
  let characters = 0;
  let photos = 0;
  for (let number = 1; number <= order.pages; number += 1) {
    const page = pageOf(number, order, typesetter);
    for (const article of page.issue.articles) {
      await writeFile(path.join(issue, `p${number}-${article.slug}.md`), markdownOf(article, number));
      characters += bodyCharacters(article);
      photos += article.photos.length;
    }
    ads.push(...page.issue.ads.map((ad) => ({ ...ad, page: number, file: ownName(ad.file, number) })));
    for (const picture of page.pictures.values())
      await writeFile(path.join(issue, ownName(picture.file, number)), await drawnPhoto(picture, photos + number));
  }
  await writeFile(path.join(issue, 'issue.yaml'), stringify({ number: 1, pages: order.pages, ads }));
  return { issue, characters, photos };
}

function pageOf(
  number: number,
  { seed, pages, photos }: RandomIssueOrder,
  typesetter: Parameters<typeof randomPage>[2],
): RandomPage {
  const own = 3 * (seed * 1000 + number) + (number === 1 ? 0 : 1);
  if (photos === undefined) return randomPage(own, SAMPLE_PAPER, typesetter);
  const before = Math.round(((number - 1) * photos) / pages);
  const wanted = Math.round((number * photos) / pages) - before;
  return randomPage(own, SAMPLE_PAPER, typesetter, { photos: wanted, ads: false });
}

/** `photos/0-1.jpg` of page 3 is `photos/p3-0-1.jpg`. */
const ownName = (file: string, page: number): string => file.replace('/', `/p${page}-`);

function markdownOf(article: Article, page: number): string {
  const { kicker, title, deck, dateline, priority, genre } = article;
  const photos = article.photos.map(({ file, caption, credit, focus }) => ({
    file: ownName(file, page),
    caption,
    credit,
    focus,
  }));
  const front = { kicker, title, deck, dateline, page, priority, genre, photos };
  const said = Object.entries(front).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && !value.length),
  );
  return `---\n${stringify(Object.fromEntries(said), { lineWidth: 0 })}---\n\n${article.body.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  const text = 'spans' in block ? block.spans.map((span) => span.text).join('') : '';
  return block.kind === 'subhead' ? `## ${text}` : text;
}

/** A picture with light, shade and grain, about as hard on a JPEG coder as a photograph. */
async function drawnPhoto({ width, height }: Pick<Picture, 'width' | 'height'>, seed: number): Promise<Buffer> {
  const random = randomOf(seed);
  const [across, down] = [Math.ceil(width / 4), Math.ceil(height / 4)];
  const pixels = new Uint8Array(across * down * 3);
  const [hue, tilt, wave] = [random() * 6, random() * 2 - 1, 20 + random() * 60];
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1) {
      const light = 120 + 70 * Math.sin(x / wave + hue) * Math.cos(y / wave) + tilt * 40 * (y / down - 0.5);
      for (let channel = 0; channel < 3; channel += 1)
        pixels[3 * (y * across + x) + channel] = light + 25 * Math.sin(hue + channel + x / across) + 24 * random() - 12;
    }
  const raw = { width: across, height: down, channels: 3 } as const;
  return sharp(pixels, { raw }).resize(width, height).jpeg({ quality: 88 }).toBuffer();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = 'random-paper', pages = '8', seed = '1', photos] = process.argv.slice(2);
  const order = {
    pages: Number(pages),
    seed: Number(seed),
    ...(photos === undefined ? {} : { photos: Number(photos) }),
  };
  const made = await writeRandomIssue(path.resolve(folder), order);
  process.stdout.write(`${made.issue}: ${pages} pages, ${made.characters} characters, ${made.photos} photos\n`);
}
