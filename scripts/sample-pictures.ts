/**
 * Draws the pictures of the sample paper: `npx tsx scripts/sample-pictures.ts [NAME…]`. Every picture is vector art
 * of the project's own, rendered to JPEG in print resolution with a little grain, the same bytes on every run.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { chance, type Drawing, svg } from './pictures/paint.ts';
import { readingRoom } from './pictures/reading-room.ts';
import { rig } from './pictures/rig.ts';
import { skyline } from './pictures/skyline.ts';
import { tea } from './pictures/tea.ts';

const PHOTOS = path.join(import.meta.dirname, '../issues/2026-01-08/photos');

/** File name, drawing, width in pixels: at least 200 to the inch at the size it is placed. */
const PICTURES: readonly (readonly [name: string, drawing: Drawing, width: number])[] = [
  ['rig', rig, 2000],
  ['skyline', skyline, 2200],
  ['reading-room', readingRoom, 1500],
  ['tea', tea, 1500],
];

/** Strength of the grain, of 255: takes the vector's smoothness off the skies, and banding with it. */
const GRAIN = 5;

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
  const jpeg = await sharp(data, { raw }).jpeg({ quality: 82, mozjpeg: true }).toBuffer();
  await writeFile(path.join(PHOTOS, `${name}.jpg`), jpeg);
  process.stdout.write(`${name}.jpg  ${info.width} × ${info.height}  ${Math.round(jpeg.length / 1024)} kB\n`);
}

const wanted = process.argv.slice(2);
for (const [name, drawing, width] of PICTURES) {
  if (wanted.length === 0 || wanted.includes(name)) await paint(name, drawing, width);
}
