/** The output profile: the built-in newsprint one or the paper's own, checked before anything is separated through it. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { deflate, type ZlibOptions } from 'node:zlib';
import { both, type Fault, FaultError, type Phrase } from '../fault.ts';
import { openSeparation, type Separation } from '../photo/separation.ts';
import { profileInk, profileUnfit } from './faults.ts';
import type { OutputProfile } from './model.ts';

/** Coldset newsprint, CGATS TR 002-2007, 240 %; `profiles/README.md` has source and command. */
export const NEWSPRINT = fileURLToPath(new URL('./profiles/newsprint-tr002.icc', import.meta.url));

/** Bytes of an ICC header (ICC.1:2010, 7.2). */
const HEADER = 128;

/**
 * Reads the built-in profile, or the paper's own.
 * @param path Absolute path of the paper's profile.
 * @param shown The path as `newspaper.yaml` has it, for messages.
 * @throws FaultError `press-profile` when the file is missing or no CMYK profile of class prtr.
 */
export async function readProfile(path: string = NEWSPRINT, shown = 'newsprint-tr002.icc'): Promise<OutputProfile> {
  const bytes = await soundBytes(path, shown);
  return { path, sha256: sha256(bytes), packed: await pack(bytes), name: descriptionOf(bytes) };
}

/** What the header of the paper's own profile says against it, before anything is separated through it. */
export async function headerFaults(path: string, shown: string): Promise<readonly Fault[]> {
  try {
    await soundBytes(path, shown);
    return [];
  } catch (error) {
    if (error instanceof FaultError) return error.faults;
    throw error;
  }
}

async function soundBytes(path: string, shown: string): Promise<Buffer> {
  const bytes = await readFile(path).catch(() => {
    throw new FaultError([profileUnfit(shown, both('it cannot be read', '读不出来'))]);
  });
  const reason = unfit(bytes);
  if (reason !== undefined) throw new FaultError([profileUnfit(shown, reason)]);
  return bytes;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const deflated = promisify<Uint8Array, ZlibOptions, Buffer>(deflate);

/**
 * Deflates a profile once for all files that embed it; all threads share the bytes. Its tables are close to noise: the
 * fastest level takes two thirds of the time and leaves 1 % more than the best.
 */
async function pack(bytes: Uint8Array): Promise<Uint8Array> {
  const packed = await deflated(bytes, { level: 1 });
  const shared = new Uint8Array(new SharedArrayBuffer(packed.length));
  shared.set(packed);
  return shared;
}

/** Steps of a channel at which a profile is measured. */
const STEPS = 18;

/** Greatest sum of the four inks that a profile lays for any colour of a grid of all screen colours, percent. */
export async function heaviestInk(path: string, shown: string): Promise<number> {
  const level = (step: number): number => Math.round((step * 255) / (STEPS - 1));
  const grid = Array.from({ length: STEPS ** 3 }, (_, at) => [
    at % STEPS,
    Math.floor(at / STEPS) % STEPS,
    Math.floor(at / STEPS ** 2),
  ]);
  const { inks } = await usable(path).catch(() => {
    throw new FaultError([profileUnfit(shown, both('no colour can be converted with it', '不能用它转换颜色'))]);
  });
  const laid = inks(Uint8Array.from(grid.flatMap((steps) => steps.map(level))));
  let most = 0;
  for (let at = 0; at < laid.length; at += 4)
    most = Math.max(most, (laid[at] ?? 0) + (laid[at + 1] ?? 0) + (laid[at + 2] ?? 0) + (laid[at + 3] ?? 0));
  return most / 2.55;
}

/** The profile's separation, tried both ways: into inks, and what inks look like. */
async function usable(path: string): Promise<Separation> {
  const separation = await openSeparation(path);
  separation.tints();
  return separation;
}

/** Interpolation may lay so much more than the profile's makers meant, percent. */
const SLACK = 6;

/**
 * Measures a paper's own profile; the built-in one need not be, for every page is made with it in the tests.
 * @returns A warning when it lays more ink than the paper allows; pictures and tints are cut to the limit all the same.
 * @throws FaultError `press-profile` when no colour can be converted with it.
 */
export async function judgeProfile(
  { path }: OutputProfile,
  shown: string,
  inkLimit: number,
): Promise<readonly Fault[]> {
  const ink = await heaviestInk(path, shown);
  return ink > inkLimit + SLACK ? [profileInk(shown, Math.round(ink), inkLimit)] : [];
}

function unfit(bytes: Buffer): Phrase | undefined {
  if (bytes.length < HEADER + 4 || tag(bytes, 36) !== 'acsp') return both('it is no ICC profile', '不是 ICC 特性文件');
  if (tag(bytes, 12) !== 'prtr')
    return both(
      `it is of class “${tag(bytes, 12)}”, not of an output device (prtr)`,
      `类别是“${tag(bytes, 12)}”，不是输出设备（prtr）`,
    );
  if (tag(bytes, 16) !== 'CMYK')
    return both(`it is for ${tag(bytes, 16).trim()}, not for CMYK`, `色彩是 ${tag(bytes, 16).trim()}，不是 CMYK`);
  if (bytes.readUInt32BE(0) !== bytes.length) return both('it is cut short', '文件不完整');
  return undefined;
}

const tag = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, at + 4);

/** The `desc` tag: ASCII in version 2, UTF-16 in version 4. */
function descriptionOf(bytes: Buffer): string {
  const count = bytes.readUInt32BE(HEADER);
  for (let entry = 0; entry < count; entry += 1) {
    const at = HEADER + 4 + entry * 12;
    if (tag(bytes, at) !== 'desc') continue;
    const from = bytes.readUInt32BE(at + 4);
    if (tag(bytes, from) === 'desc')
      return bytes.toString('latin1', from + 12, from + 11 + bytes.readUInt32BE(from + 8));
    const length = bytes.readUInt32BE(from + 20);
    const start = from + bytes.readUInt32BE(from + 24);
    return Buffer.from(bytes.subarray(start, start + length))
      .swap16()
      .toString('utf16le');
  }
  return '';
}

let screen: Promise<OutputProfile> | undefined;

/** sRGB, as sharp carries it: what the reader's colours mean. */
export function screenProfile(): Promise<OutputProfile> {
  screen ??= readScreenProfile();
  return screen;
}

async function readScreenProfile(): Promise<OutputProfile> {
  const { default: sharp } = await import('sharp');
  const pixel = sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } });
  const { icc } = await sharp(await pixel.withIccProfile('srgb').png().toBuffer()).metadata();
  const bytes = icc ?? new Uint8Array();
  return { path: '', sha256: sha256(bytes), packed: await pack(bytes), name: 'sRGB IEC61966-2.1' };
}
