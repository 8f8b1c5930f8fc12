import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seal } from '../../src/archive/seal.ts';
import { verifySnapshot } from '../../src/archive/verify.ts';
import { desk } from './synthetic.ts';
import { blows, filesOf, strike } from './tamper.ts';

test('any random tampering is caught, and the file is named', async () => {
  await using paper = await desk();
  const { snapshot } = await seal(paper);
  const folder = join(paper.output, 'snapshots', snapshot);
  const files = await filesOf(folder);
  await fc.assert(
    fc.asyncProperty(blows, async (blow) => {
      const struck = await strike(folder, files, blow);
      if (struck === undefined) return;
      const { faults } = await verifySnapshot(folder, snapshot);
      await struck.undo();
      const named = faults.map((fault) => fault.place?.file.replace(`snapshots/${snapshot}/`, ''));
      const isTag = struck.named.some((file) => file.startsWith('tagmanifest-'));
      expect(faults.length).toBeGreaterThan(0);
      expect(isTag || struck.named.some((file) => named.includes(file))).toBe(true);
    }),
    { numRuns: 60 },
  );
  expect((await verifySnapshot(folder, snapshot)).faults).toEqual([]);
});

test('two ALTO files swapped with all their digests are still caught: each says which page it is of', async () => {
  await using paper = await desk();
  const { snapshot } = await seal(paper);
  const folder = join(paper.output, 'snapshots', snapshot);
  const [one, two] = ['01', '02'].map((page) => `data/edition/2026-01-08/alto/${page}.xml`) as [string, string];
  const [first, second] = [await readFile(join(folder, one)), await readFile(join(folder, two))];
  await writeFile(join(folder, one), second);
  await writeFile(join(folder, two), first);
  for (const [kind, names] of Object.entries({ manifest: undefined, tagmanifest: ['sha256', 'sha512'] })) {
    for (const algorithm of names ?? ['sha256', 'sha512']) await forge(folder, `${kind}-${algorithm}.txt`, algorithm);
  }
  const { faults } = await verifySnapshot(folder, snapshot);
  expect(faults.map((fault) => fault.message)).toEqual(
    expect.arrayContaining([expect.stringMatching(/01\.xml: it describes page 2/)]),
  );
  expect(faults.every((fault) => fault.name === 'record-invalid')).toBe(true);
});

/** Writes the digests of a manifest anew, as a forger would. */
async function forge(folder: string, manifest: string, algorithm: string): Promise<void> {
  const lines = (await readFile(join(folder, manifest), 'utf8')).trimEnd().split('\n');
  const forged = lines.map(async (line) => {
    const path = line.slice(line.indexOf(' ') + 2);
    const sum = createHash(algorithm)
      .update(await readFile(join(folder, path)))
      .digest('hex');
    return `${sum}  ${path}\n`;
  });
  await writeFile(join(folder, manifest), (await Promise.all(forged)).join(''));
}
