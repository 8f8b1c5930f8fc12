/** A measuring process of `bench/press.ts`: the press as a build does it, in two threads that run the bundled program. */
import { readFile } from 'node:fs/promises';
import { deserialize } from 'node:v8';
import { openPool } from '../src/cli/threads/pool.ts';
import type { Twin } from '../src/photo/model.ts';
import type { PressJob } from '../src/press/model.ts';
import { readProfile } from '../src/press/profile.ts';
import { leafJobs } from '../src/press/reader/leaf-job.ts';
import type { PressWork } from './press.ts';
import { tellMemory, timed } from './press-timed.ts';

const [file = ''] = process.argv.slice(2);
const { placed, own, raws, reader, ...work } = deserialize(await readFile(file)) as PressWork;
/** Plain JavaScript: makes the bundle, and the threads find it. */
const start = (await import(new URL('../src/cli/start.mjs', import.meta.url).href)) as {
  load(entry: 'main'): Promise<unknown>;
};
await start.load('main');
const profile = await readProfile();
const [one] = work.jobs;
if (!one) throw new Error('no page');
const { inkLimit, resolution } = one.press;
const target = { inkLimit, resolution, profile: profile.path };
const rawOf = (at: number): Uint8Array => raws[at] ?? new Uint8Array();
await using pool = openPool(undefined, 2);
for (const state of ['cold', 'warm']) {
  await timed(`two threads, ${state}: everything`, async () => {
    const made = placed.map(async ({ file: path, picture, placement, sha256 }): Promise<[string, Twin]> => {
      const twin = await pool.run('makeTwin', { path, picture, placement, target });
      return [sha256, twin];
    });
    const twins = new Map(await timed('  twins', () => Promise.all(made)));
    const jobs = work.jobs.map((job, at): PressJob => {
      const mine = (own[at] ?? []).flatMap((sha256) => [[sha256, twins.get(sha256)] as const]);
      return { ...job, profile, twins: new Map(mine.flatMap(([sha256, twin]) => (twin ? [[sha256, twin]] : []))) };
    });
    const leaves = leafJobs(reader).map((job, at) => pool.steady.run('makeReaderLeaf', { raw: rawOf(at), job }));
    const pages = jobs.map((job, at) => pool.run('makePressPage', { raw: rawOf(at), job }));
    await Promise.all([
      timed('  leaves, reader’s PDF', async () => {
        const made = (await Promise.all(leaves)).map((leaf, at) => ({ ...leaf, raw: rawOf(at) }));
        await pool.steady.run('bindReaderFile', { pages: made, job: reader });
      }),
      timed('  pages with preflight, binding', async () => {
        const made = (await Promise.all(pages)).map(({ bytes }) => bytes);
        await pool.run('bindPages', { pages: made, job: { ...one, profile } });
      }),
    ]);
  });
  tellMemory();
}
