/**
 * Random pages of the generator as an issue folder, to be built and looked at like a newspaper:
 * `npm run look:makeup -- FOLDER [zh|en [broadsheet|tabloid|berliner]] [SEED…]`, then `npx broadsheet build FOLDER/issues/2026-01-08 --only press`. Page 1 holds the
 * first seed that makes a front page; each other seed an inner page. The photos are the sample's, cropped to the generator's sizes.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { stringify } from 'yaml';
import type { AdRequest, Article, Block, Span } from '../src/issue/model.ts';
import type { Picture } from '../src/photo/model.ts';
import { openTypesetter } from '../src/typeset/typesetter.ts';
import { type RandomPage, randomPage } from './makeup-generator.ts';
import { FORMATS, paperOf } from './makeup-paper.ts';

const [into = 'output/look', ...words] = process.argv.slice(2);
const [language = 'zh', format = 'broadsheet'] = words.filter((word) => !/^\d/.test(word));
const paper = paperOf(language, format);
const asked = words.filter((word) => /^\d/.test(word)).map(Number);
const seeds = asked.length > 0 ? asked : Array.from({ length: 30 }, (_, index) => 501 + index);
const PHOTOS = fileURLToPath(new URL('../issues/2026-01-08/photos/', import.meta.url));

let turn = 0;
const typesetter = await openTypesetter(paper);
const made = seeds.map((seed) => ({ seed, page: randomPage(seed, paper, typesetter) }));
const front = made.find(({ page }) => numberOf(page) === 1);
const inner = made.filter(({ page }) => numberOf(page) !== 1).slice(0, 19);
const pages = [...(front ? [front] : []), ...inner].map((one, index) => ({
  ...one,
  number: front ? index + 1 : index + 2,
}));
const folder = path.join(into, 'issues', '2026-01-08');
const sources = (await readdir(PHOTOS)).filter((file) => file.endsWith('.jpg'));
await mkdir(path.join(folder, 'photos'), { recursive: true });
await mkdir(path.join(folder, 'ads'), { recursive: true });
const { name, language: tag } = paper;
const sheet = FORMATS[format as keyof typeof FORMATS];
await writeFile(path.join(into, 'newspaper.yaml'), stringify({ name, language: tag, format: sheet }));
const ads: AdRequest[] = [];
for (const { seed, page, number } of pages) {
  for (const article of page.issue.articles) await writeStory(article, seed, number, page.pictures);
  for (const ad of page.issue.ads) ads.push(await writeAd(ad, seed, number));
}
const names = pages.map(({ seed, number }) => ({ number, name: `${language === 'zh' ? '种子' : 'Seed '}${seed}` }));
await writeFile(path.join(folder, 'issue.yaml'), stringify({ number: 1, pages: names, ads }));
console.log(pages.map(({ seed, number }) => `page ${number}: seed ${seed}`).join('\n'));

function numberOf({ issue }: RandomPage): number {
  return Array.isArray(issue.pages) ? issue.pages[0].number : 0;
}

async function writeStory(
  article: Article,
  seed: number,
  page: number,
  pictures: ReadonlyMap<string, Picture>,
): Promise<void> {
  const photos = [];
  for (const [index, photo] of article.photos.entries()) {
    const file = `photos/${seed}-${article.slug}-${index}.jpg`;
    await writePhoto(path.join(folder, file), pictures.get(photo.file));
    photos.push({ file, caption: photo.caption, credit: photo.credit });
  }
  const { kicker, title, deck, byline, dateline, priority, genre } = article;
  const front = { kicker, title, deck, byline: [...byline], dateline, priority, genre, page, jump: false, photos };
  const body = article.body.map(markdownOf).join('\n\n');
  await writeFile(path.join(folder, `p${seed}-${article.slug}.md`), `---\n${stringify(front)}---\n${body}\n`);
}

function markdownOf(block: Block): string {
  switch (block.kind) {
    case 'subhead':
      return `## ${textOf(block.spans)}`;
    case 'list':
      return block.items.map((item) => `${block.ordered ? '1.' : '-'} ${item.map(markdownOf).join(' ')}`).join('\n');
    case 'quote':
      return `> ${block.blocks.map(markdownOf).join(' ')}`;
    case 'table': {
      const row = (cells: readonly (readonly Span[])[]) => `| ${cells.map(textOf).join(' | ')} |`;
      return [row(block.head), row(block.head.map(() => [{ text: '---' }])), ...block.rows.map(row)].join('\n');
    }
    default:
      return 'spans' in block ? textOf(block.spans) : '';
  }
}

function textOf(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('');
}

/** One of the sample's photos at the generator's proportion; which one goes by turns. */
async function writePhoto(file: string, picture: Picture | undefined): Promise<void> {
  const source = sources[turn++ % sources.length] ?? '';
  const { width = 3000, height = 2000 } = picture ?? {};
  await sharp(path.join(PHOTOS, source)).resize(width, height, { fit: 'cover' }).jpeg({ quality: 70 }).toFile(file);
}

async function writeAd(ad: AdRequest, seed: number, page: number): Promise<AdRequest> {
  const file = `ads/${seed}-${ad.width}-${ad.height}.svg`;
  const [width, height] = [ad.width * 168 - 12, ad.height * 18];
  await writeFile(
    path.join(folder, file),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#e8e8e8"/></svg>`,
  );
  return { ...ad, file, page };
}
