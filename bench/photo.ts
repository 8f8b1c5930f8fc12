/**
 * What a picture costs: `npm run bench:photo`. CPU seconds (user and system, all threads) of each product of one
 * 3000 × 2000 photo placed five columns wide, the best of five; a table for docs and eyes, no threshold.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { LIMITS } from '../src/issue/newspaper.ts';
import { WHOLE } from '../src/photo/crop.ts';
import { inspectPictures } from '../src/photo/inspect.ts';
import type { Picture } from '../src/photo/model.ts';
import { pressTwin } from '../src/photo/press.ts';
import { standIn } from '../src/photo/stand-in.ts';
import { webRenditions } from '../src/photo/web.ts';

const ROUNDS = 5;
const PROFILE = path.join(import.meta.dirname, '../src/press/profiles/newsprint-tr002.icc');

/** A photo-like picture: broad light, hard edges, fine noise. */
function photo(width: number, height: number): Promise<Buffer> {
  const data = Buffer.alloc(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    const noise = Math.abs(Math.sin(pixel * 12.9898) * 43758.5453) % 24;
    const light = 120 + 80 * Math.sin(x / 310) * Math.cos(y / 190) + ((x * 3 + y) % 701 < 60 ? 50 : 0) + noise;
    data.set(
      [light, light * 0.8, 230 - light * 0.7].map((value) => Math.max(0, Math.min(255, Math.round(value)))),
      pixel * 3,
    );
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

async function cost(work: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-bench-'));
try {
  const file = path.join(folder, 'a.jpg');
  await writeFile(file, await photo(3000, 2000));
  const picture: Picture = { file: 'a.jpg', kind: 'photo', width: 3000, height: 2000, grey: false, sha256: 'a' };
  const placement = { file: 'a.jpg', crop: WHOLE, width: 828, height: 552, color: true };
  const target = { profile: PROFILE, inkLimit: 240, resolution: 200 };
  // Only what inspection reads of an issue.
  const issue = {
    paper: { limits: LIMITS },
    articles: [{ slug: 'a', photos: [{ file: 'a.jpg', missing: false }] }],
    ads: [],
    fillers: [],
  };
  const work: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['inspection', () => inspectPictures({ paper: folder, issue: folder }, issue as never)],
    ['stand-in', () => standIn(file, picture, placement)],
    ['press twin, CMYK', () => pressTwin(file, picture, placement, target)],
    ['press twin, black', () => pressTwin(file, picture, { ...placement, color: false }, target)],
    ['web, one width', () => webRenditions(file, picture, { widths: [960] })],
    ['web, three widths', () => webRenditions(file, picture)],
  ];
  for (const [name, make] of work) process.stdout.write(`${name.padEnd(20)} ${(await cost(make)).toFixed(2)} CPU s\n`);
  process.stdout.write(`${'peak memory'.padEnd(20)} ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
