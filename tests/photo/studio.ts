/** Pictures for the tests, made on the spot; and a folder to put them in. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { Issue, IssueFolder, PhotoRequest } from '../../src/issue/model.ts';
import { LIMITS } from '../../src/issue/newspaper.ts';
import { inspectPictures } from '../../src/photo/inspect.ts';
import type { Picture } from '../../src/photo/model.ts';

/** The committed newsprint profile. */
export const PROFILE = path.join(import.meta.dirname, '../../src/press/profiles/newsprint-tr002.icc');

export type Colour = readonly [r: number, g: number, b: number];

export const RED: Colour = [200, 30, 40];
export const GREEN: Colour = [30, 150, 60];
export const BLUE: Colour = [40, 60, 190];
export const YELLOW: Colour = [240, 210, 40];

/** A picture from a function of its pixels. */
export function picture(width: number, height: number, at: (x: number, y: number) => Colour): Sharp {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(at(x, y), (y * width + x) * 3);
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** Four flat quarters: upper left red, upper right green, lower left blue, lower right yellow. */
export const quarters = (width = 120, height = 80): Sharp =>
  picture(width, height, (x, y) => (y < height / 2 ? (x < width / 2 ? RED : GREEN) : x < width / 2 ? BLUE : YELLOW));

/** Something like a photo: soft gradients with a few hard edges and a little noise, from a seed. */
export const scene = (width: number, height: number, seed = 1): Sharp =>
  picture(width, height, (x, y) => {
    const noise = Math.abs(Math.sin(x * 12.9898 + y * 78.233 + seed) * 43758.5453) % 14;
    const edge = (x * 3 + y * seed) % 97 < 30 ? 70 : 0;
    const light = (x / width) * 150 + edge + noise;
    return [light, (y / height) * 170 + noise, 160 - light * 0.6 + noise].map((value) =>
      Math.max(0, Math.min(255, Math.round(value))),
    ) as unknown as Colour;
  });

/** Light and dark in broad waves: a picture with a face of its own for every seed. */
export const waves = (width: number, height: number, seed = 1): Sharp =>
  picture(width, height, (x, y) => {
    const value = 128 + 90 * Math.sin((x / width) * (9 + seed) + seed * 2) * Math.cos((y / height) * (7 + seed * 0.7));
    return [value, value * 0.8, 255 - value].map(Math.round) as unknown as Colour;
  });

/** Pixels of an encoded picture. */
export async function pixels(
  file: Uint8Array,
): Promise<{ readonly width: number; readonly height: number; at(x: number, y: number): number[] }> {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  return {
    width: info.width,
    height: info.height,
    at: (x, y) => [...data.subarray((y * info.width + x) * info.channels, (y * info.width + x + 1) * info.channels)],
  };
}

/** An issue folder that vanishes with `await using`. */
export interface Studio extends AsyncDisposable {
  readonly folder: IssueFolder;
  /** Writes a file into the issue folder. */
  put(file: string, bytes: Uint8Array | string): Promise<void>;
  /** Inspects files as photos of one article (or as ads). */
  inspect(files: readonly string[], options?: InspectOptions): ReturnType<typeof inspectPictures>;
  /** Inspects one file that must be good. */
  picture(file: string): Promise<Picture>;
  path(file: string): string;
}

interface InspectOptions {
  readonly as?: 'photo' | 'ad';
  readonly limits?: Readonly<Record<string, number>>;
  readonly photo?: Partial<PhotoRequest>;
}

export async function openStudio(): Promise<Studio> {
  const paper = await mkdtemp(path.join(tmpdir(), 'broadsheet-photo-'));
  const folder = { paper, issue: path.join(paper, 'issues/2026-01-08') };
  await mkdir(path.join(folder.issue, 'photos'), { recursive: true });
  const inspect: Studio['inspect'] = (files, { as = 'photo', limits = {}, photo = {} } = {}) =>
    inspectPictures(folder, issueOf(files, as, limits, photo));
  return {
    folder,
    inspect,
    put: (file, bytes) => writeFile(path.join(folder.issue, file), bytes),
    path: (file) => path.join(folder.issue, file),
    picture: async (file) => {
      const { pictures, faults } = await inspect([file]);
      const found = pictures.get(file);
      if (found === undefined) throw new Error(faults.map(({ message }) => message).join('\n'));
      return found;
    },
    [Symbol.asyncDispose]: () => rm(paper, { recursive: true, force: true }),
  };
}

function issueOf(
  files: readonly string[],
  as: 'photo' | 'ad',
  limits: Readonly<Record<string, number>>,
  photo: Partial<PhotoRequest>,
): Issue {
  const photos = files.map((file) => ({ file, focus: [0.5, 0.5], prominence: 'support', missing: false, ...photo }));
  const ads = files.map((file) => ({ file, position: 'foot', width: 8, height: 20 }));
  // Only what the photo room reads of an issue.
  return {
    paper: { limits: { ...LIMITS, ...limits } },
    articles: as === 'photo' ? [{ photos }] : [],
    ads: as === 'ad' ? ads : [],
    fillers: [],
  } as unknown as Issue;
}
