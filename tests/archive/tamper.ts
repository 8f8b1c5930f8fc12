/** Tampering with a snapshot: one random blow, what must be named, and how to undo it. */
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';

/** A blow as data, so that fast-check can shrink it: shares of 0…1 choose file, byte and bit. */
export interface Blow {
  readonly kind: 'flip' | 'drop' | 'add' | 'rename' | 'swap' | 'cut' | 'grow';
  readonly file: number;
  readonly other: number;
  readonly byte: number;
  readonly bit: number;
}

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

export const blows: fc.Arbitrary<Blow> = fc.record({
  kind: fc.constantFrom('flip', 'drop', 'add', 'rename', 'swap', 'cut', 'grow'),
  file: share,
  other: share,
  byte: share,
  bit: fc.integer({ min: 0, max: 7 }),
});

/** Every file of a snapshot, in a fixed order. */
export async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => file.slice(folder.length + 1)).sort();
}

export interface Struck {
  /** Files of which at least one must be named in a fault; for a tag manifest any fault will do. */
  readonly named: readonly string[];
  undo(): Promise<void>;
}

/** Strikes; undefined when the blow changes nothing (equal files swapped, an empty file cut). */
export async function strike(folder: string, files: readonly string[], blow: Blow): Promise<Struck | undefined> {
  const pick = (at: number) => files[Math.floor(at * files.length)] ?? '';
  const file = pick(blow.file);
  const path = join(folder, file);
  const before = await readFile(path);
  const restore = () => writeFile(path, before);
  const at = Math.floor(blow.byte * before.length);
  if (blow.kind === 'flip') {
    if (before.length === 0) return undefined;
    const after = Buffer.from(before);
    after[at] = (after[at] ?? 0) ^ (1 << blow.bit);
    await writeFile(path, after);
    return { named: [file], undo: restore };
  }
  if (blow.kind === 'cut') {
    if (before.length === 0) return undefined;
    await writeFile(path, before.subarray(0, at));
    return { named: [file], undo: restore };
  }
  if (blow.kind === 'grow') {
    await writeFile(path, Buffer.concat([before, Buffer.from([at & 255])]));
    return { named: [file], undo: restore };
  }
  if (blow.kind === 'drop') {
    await rm(path);
    return { named: [file], undo: restore };
  }
  const beside = `${file}.${at}`;
  if (blow.kind === 'add') {
    await writeFile(join(folder, beside), before);
    return { named: [beside], undo: () => rm(join(folder, beside)) };
  }
  if (blow.kind === 'rename') {
    await rename(path, join(folder, beside));
    return { named: [file, beside], undo: () => rename(join(folder, beside), path) };
  }
  const second = pick(blow.other);
  const theirs = await readFile(join(folder, second));
  if (theirs.equals(before)) return undefined;
  await writeFile(path, theirs);
  await writeFile(join(folder, second), before);
  return {
    named: [file, second],
    undo: async () => {
      await writeFile(path, before);
      await writeFile(join(folder, second), theirs);
    },
  };
}
