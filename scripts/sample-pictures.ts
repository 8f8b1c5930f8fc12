/**
 * Draws the pictures of the sample paper: `npx tsx scripts/sample-pictures.ts [NAME…]`. Every picture is vector art
 * of the project's own, rendered to JPEG in print resolution with a little grain, the same bytes on every run.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { ADS } from './pictures/ads.ts';
import { electricBus } from './pictures/bus.ts';
import { dataHall } from './pictures/data-hall.ts';
import { lecture } from './pictures/lecture.ts';
import { market } from './pictures/market.ts';
import { chance, type Drawing, svg } from './pictures/paint.ts';
import { port } from './pictures/port.ts';
import { readingRoom } from './pictures/reading-room.ts';
import { rig } from './pictures/rig.ts';
import { rinkBlade, rinkLesson, rinkWide } from './pictures/rink.ts';
import { skyline } from './pictures/skyline.ts';
import { stove } from './pictures/stove.ts';
import { tea } from './pictures/tea.ts';
import { umbrellas } from './pictures/umbrellas.ts';

const ISSUE = path.join(import.meta.dirname, '../issues/2026-01-08');

/** File name, drawing, width in pixels: at least 200 to the inch at the size it is placed. */
const PICTURES: readonly (readonly [name: string, drawing: Drawing, width: number])[] = [
  ['rig', rig, 2000],
  ['skyline', skyline, 2200],
  ['reading-room', readingRoom, 1500],
  ['tea', tea, 1600],
  ['electric-bus', electricBus, 1500],
  ['data-hall', dataHall, 1900],
  ['lecture', lecture, 1900],
  ['rink-wide', rinkWide, 1500],
  ['rink-blade', rinkBlade, 1200],
  ['rink-lesson', rinkLesson, 1200],
  ['market', market, 1900],
  ['port', port, 1600],
  ['umbrellas', umbrellas, 1400],
];

/** Strength of the grain, of 255: takes the vector's smoothness off the skies, and banding with it. */
const GRAIN = 9;

async function paint(name: string, drawing: Drawing, width: number): Promise<void> {
  const { data, info } = await sharp(Buffer.from(svg(drawing)), { density: (72 * width) / drawing.width })
    .flatten({ background: '#ffffff' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const next = chance(name.length);
  for (let at = 0; at + 2 < data.length; at += info.channels) {
    const grain = (next() + next() - 1) * GRAIN;
    for (let channel = at; channel < at + 3; channel++) {
      data[channel] = Math.min(255, Math.max(0, Math.round((data[channel] ?? 0) + grain)));
    }
  }
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const jpeg = await sharp(data, { raw }).jpeg({ quality: 84, mozjpeg: true }).toBuffer();
  await writeFile(path.join(ISSUE, 'photos', `${name}.jpg`), jpeg);
  process.stdout.write(`${name}.jpg  ${info.width} × ${info.height}  ${Math.round(jpeg.length / 1024)} kB\n`);
}

/** Black and white, one bit a pixel: 800 to the inch at three columns. */
async function cut(name: string, drawing: Drawing, width: number): Promise<void> {
  const png = await sharp(Buffer.from(svg(drawing)), { density: (72 * width) / drawing.width })
    .flatten({ background: '#ffffff' })
    .greyscale()
    .threshold(128)
    .png({ palette: true, colours: 2, compressionLevel: 9, effort: 10 })
    .toBuffer();
  await writeFile(path.join(ISSUE, 'photos', `${name}.png`), png);
  process.stdout.write(`${name}.png  ${width} wide  ${Math.round(png.length / 1024)} kB\n`);
}

const wanted = process.argv.slice(2);
for (const [name, drawing, width] of PICTURES) {
  if (wanted.length === 0 || wanted.includes(name)) await paint(name, drawing, width);
}
if (wanted.length === 0 || wanted.includes('stove')) await cut('stove', stove, 4200);
for (const [name, draw] of ADS) {
  if (wanted.length === 0 || wanted.includes(name))
    await writeFile(path.join(ISSUE, 'ads', `${name}.svg`), `${svg(draw())}\n`);
}
