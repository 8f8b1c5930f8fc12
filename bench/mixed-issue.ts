/**
 * A random issue in which everything that a paper may ask for is mixed: formats, languages, pages with names and without colour, groups,
 * asides, ads in every position, fillers, weather, photos of every shape. The same for the same seed; it need not close.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { stringify } from 'yaml';
import { EnglishWriter } from './makeup-english.ts';
import { ChineseWriter, randomOf, Writer } from './makeup-writer.ts';
import { mixedArticle, type Tongue } from './mixed-copy.ts';

/** Date of every mixed issue. */
export const MIXED_DATE = '2026-01-08';

/** Writes the paper and its issue. @returns what it asks for, in a few words */
export async function writeMixedIssue(paper: string, seed: number): Promise<string> {
  const writer = new Writer(randomOf(seed));
  const issue = path.join(paper, 'issues', MIXED_DATE);
  for (const folder of ['photos', 'ads']) await mkdir(path.join(issue, folder), { recursive: true });
  const tongue: Tongue = writer.random() < 0.6 ? 'zh-CN' : 'en';
  const newspaper = newspaperOf(writer, tongue);
  const pages = writer.between(1, 3);
  const groups = writer.random() < 0.5 ? { spring: { title: '一条街道的新年', note: '编者按：三个切面。' } } : {};
  const slugs = Array.from({ length: pages * writer.between(2, 7) }, (_, at) => `story-${at + 1}`);
  const asides = new Set<string>();
  for (const slug of slugs) {
    const random = randomOf(seed * 1000 + slugs.indexOf(slug));
    const own = writer.random() < 0.85 ? tongue : tongue === 'en' ? 'zh-CN' : 'en';
    const copy = own === 'en' ? new EnglishWriter(random) : new ChineseWriter(random);
    const photos = await writePhotos(issue, slug, writer);
    const near = { slug, slugs, groups: Object.keys(groups), photos, pages };
    const aside = writer.random() < 0.08 ? slugs.find((one) => one > slug && !asides.has(one)) : undefined;
    if (aside !== undefined) asides.add(aside);
    const text = mixedArticle(copy, own, near);
    await writeFile(
      path.join(issue, `${slug}.md`),
      aside === undefined || asides.has(slug) ? text : text.replace('---\n', `---\naside: [${aside}]\n`),
    );
  }
  await writeFile(path.join(paper, 'newspaper.yaml'), stringify(newspaper));
  await writeFile(path.join(issue, 'issue.yaml'), stringify({ ...(await issueOf(issue, pages, writer)), groups }));
  return `${newspaper['language']} ${JSON.stringify(newspaper['format'])} ${pages} pages, ${slugs.length} stories`;
}

function newspaperOf(writer: Writer, language: Tongue): Record<string, unknown> {
  const may = <T>(chance: number, value: T): T | undefined => (writer.random() < chance ? value : undefined);
  return JSON.parse(
    JSON.stringify({
      name: language === 'en' ? 'The Harbour Gazette' : '星城晚报',
      language,
      url: may(0.5, 'https://example.org/news/'),
      publisher: may(0.5, { name: '星城报社', cn: 'CN 43-0001', phone: '0731-00000000', price: '1.00 元' }),
      format: writer.pick(['broadsheet', 'tabloid', { trim: [315, 470] }]),
      kinsoku: may(0.3, writer.pick(['basic', 'gb', 'strict'])),
      colours: may(0.5, { nameplate: { rgb: '#00539b', cmyk: [100, 60, 0, 10] } }),
      makeup: may(0.2, { R23: 2, R30: 0 }),
      press: may(0.5, {
        inkLimit: writer.pick([220, 240, 260]),
        bleed: writer.pick([0, 3, 5]),
        marks: writer.random() < 0.7,
        resolution: writer.pick([120, 200, 250]),
      }),
    }),
  ) as Record<string, unknown>;
}

async function issueOf(issue: string, count: number, writer: Writer): Promise<Record<string, unknown>> {
  const pages = Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    ...(writer.random() < 0.5 && { name: ['要闻', '本地', '副刊'][at] }),
    ...(writer.random() < 0.3 && { label: `A0${at + 1}`, editor: '程望舒' }),
    ...(writer.random() < 0.25 && { color: false }),
  }));
  const ads = [];
  for (let at = 0; at < writer.between(0, 3); at += 1) {
    const file = `ads/ad-${at}.${writer.pick(['svg', 'jpg', 'png'])}`;
    const [width, height] = [writer.between(2, 6), writer.between(8, 30)];
    await writeFile(path.join(issue, file), await drawing(file, width * 400, height * 45));
    ads.push({
      file,
      position: writer.pick(['foot', 'ear', 'side', 'foot']),
      width,
      height,
      ...(writer.random() < 0.6 && { page: writer.between(1, count) }),
    });
  }
  return {
    ...(writer.random() < 0.7 && { number: writer.between(1, 30000) }),
    ...(writer.random() < 0.5 && { weather: '多云，3℃—11℃，北风2级' }),
    pages: writer.random() < 0.5 ? count : pages,
    ...(ads.length > 0 && { ads }),
  };
}

/** Photos of one story: none, one, or several, of every shape. */
async function writePhotos(issue: string, slug: string, writer: Writer): Promise<readonly string[]> {
  const count = writer.pick([0, 0, 0, 1, 1, 2, 3]);
  const files = Array.from(
    { length: count },
    (_, at) => `photos/${slug}-${at + 1}.${writer.pick(['jpg', 'png', 'webp'])}`,
  );
  for (const file of files) {
    const [width, height] = writer.pick([
      [1800, 1200],
      [1200, 1800],
      [2400, 800],
      [1500, 1500],
      [700, 500],
    ] as const);
    await writeFile(path.join(issue, file), await drawing(file, width, height));
  }
  return files;
}

/** A picture of colour that goes from corner to corner. */
function drawing(file: string, width: number, height: number): Promise<Buffer | string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#2b5d8a"/><stop offset="1" stop-color="#e0b04c"/></linearGradient></defs><rect width="${width}" height="${height}" fill="url(#g)"/><circle cx="${width / 2}" cy="${height / 2}" r="${Math.min(width, height) / 3}" fill="#b3121b"/></svg>`;
  const ending = path.extname(file).slice(1);
  if (ending === 'svg') return Promise.resolve(svg);
  return sharp(Buffer.from(svg))
    .toFormat(ending as 'jpeg')
    .toBuffer();
}
