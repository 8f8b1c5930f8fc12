/** A measuring process of `bench/press.ts`: the press alone, one step after the other, page after page. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize } from 'node:v8';
import type { Twin } from '../src/photo/model.ts';
import { pressTwin } from '../src/photo/press.ts';
import { bindPress } from '../src/press/bind.ts';
import type { PressJob } from '../src/press/model.ts';
import { preflight } from '../src/press/preflight/preflight.ts';
import { checkReader } from '../src/press/preflight/reader-check.ts';
import { marksIn } from '../src/press/preflight/reader-marks.ts';
import { toPress } from '../src/press/press.ts';
import { readProfile } from '../src/press/profile.ts';
import { makeLeaf } from '../src/press/reader/leaf.ts';
import { leafJobs } from '../src/press/reader/leaf-job.ts';
import { bindReader, type ReaderPage } from '../src/press/reader.ts';
import type { PressWork } from './press.ts';
import { tellMemory, timed } from './press-timed.ts';

/** Pages that are told one by one: the first are cold. */
const SHOWN = 3;

const [file = '', keep] = process.argv.slice(2);
const { placed, raws, reader, ...work } = deserialize(await readFile(file)) as PressWork;
const profile = await timed('profile', () => readProfile());
const [one] = work.jobs;
if (!one) throw new Error('no page');
const { inkLimit, resolution, bleed, condition } = one.press;
const target = { inkLimit, resolution, profile: profile.path };
const twins = new Map<string, Twin>(
  await timed('twins', () =>
    Promise.all(
      placed.map(async (photo) => {
        return [photo.sha256, await pressTwin(photo.file, photo.picture, photo.placement, target)] as const;
      }),
    ),
  ),
);
const jobs = work.jobs.map((job): PressJob => ({ ...job, profile, twins }));
const rawOf = (index: number): Uint8Array => raws[index] ?? new Uint8Array();

const pressed: Uint8Array[] = [];
await timed('prepress, all pages', async () => {
  for (const [index, job] of jobs.entries()) {
    const make = () => toPress(rawOf(index), job);
    pressed.push(index < SHOWN ? await timed(`  page ${job.page.number}`, make) : await make());
  }
});
const bound = await timed('binding', () => bindPress(pressed, { ...one, profile }));
await timed('preflight, all pages', async () => {
  for (const [index, { page, characters }] of jobs.entries()) {
    const pages = [{ ...page, characters }];
    const findings = await preflight(pressed[index] ?? new Uint8Array(), { bleed, inkLimit, condition, pages });
    for (const { rule, message } of findings) process.stdout.write(`  page ${page.number}: ${rule}: ${message}\n`);
  }
});
const leaves = await timed('leaves of the reader’s PDF', async () => {
  const made: ReaderPage[] = [];
  for (const [at, job] of leafJobs(reader).entries())
    made.push({ raw: rawOf(at), leaf: await makeLeaf(rawOf(at), job) });
  return made;
});
const marks = await timed('checking them', async () => leaves.map(({ leaf }) => marksIn(leaf.content)));
const readers = await timed('binding it', () => bindReader(leaves, reader));
for (const { rule, message } of await timed('checking it', () => checkReader(readers, new Map(marks))))
  process.stdout.write(`  ${rule}: ${message}\n`);
tellMemory();
process.stdout.write(`press ${(bound.length / 1e6).toFixed(1)} MB, reader ${(readers.length / 1e6).toFixed(1)} MB\n`);
if (keep !== undefined) {
  const id = one.issue;
  await mkdir(path.join(keep, id, 'press'), { recursive: true });
  for (const [index, bytes] of pressed.entries())
    await writeFile(path.join(keep, id, 'press', `${id}-${String(index + 1).padStart(2, '0')}.pdf`), bytes);
  await writeFile(path.join(keep, id, 'press', `${id}.pdf`), bound);
  await writeFile(path.join(keep, id, `${id}.pdf`), readers);
}
