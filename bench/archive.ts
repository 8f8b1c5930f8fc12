/**
 * `npm run bench:archive`: seals and verifies an eight-page issue, made here with files of the number and size that a real
 * one has, then verifies 1,000 small snapshots (SNAPSHOTS of them) and watches the memory.
 */
import { randomFillSync } from 'node:crypto';
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { seal } from '../src/archive/seal.ts';
import { sourceDigest } from '../src/archive/snapshot/payload.ts';
import { verifyAll, verifySnapshot } from '../src/archive/verify.ts';
import { archiveRecords, leg, METRICS, module, page, paragraph, plan } from '../tests/archive/builders.ts';
import { desk, fakeBuild, writeAll } from '../tests/archive/synthetic.ts';

const SNAPSHOTS = Number(process.env['SNAPSHOTS'] ?? 1000);
/** Sizes of the real thing, in bytes: press PDF of a page, reader's PDF, page picture, page HTML, photo. */
const SIZES = { press: 3_000_000, reader: 6_000_000, picture: 900_000, html: 400_000, photo: 1_500_000 };

interface Measure {
  readonly seconds: number;
  readonly cpu: number;
}

async function measure<T>(work: () => Promise<T>): Promise<Measure & { readonly result: T }> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await work();
  const used = process.cpuUsage(cpu);
  return { result, seconds: (performance.now() - start) / 1000, cpu: (used.user + used.system) / 1e6 };
}

const say = (what: string, { seconds, cpu }: Measure, more = '') =>
  console.log(`${what}: ${seconds.toFixed(2)} s (CPU ${cpu.toFixed(2)} s)${more}`);

/** As many lines as a page of the broadsheet holds: eight legs of fifty, the rest is heads and pictures. */
function fullPage(number: number) {
  const line = '数据要素流动起来，才有价值。';
  const legs = Array.from({ length: 8 }, (_, column) =>
    leg(
      Array.from({ length: 17 }, (_, block) => paragraph([line, line, line], block * 3, column * 17 + block)).flat(),
      {
        x: column * 168,
      },
    ),
  );
  return page(number, [module('lead', legs)]);
}

await using paper = await desk();
const noise = (bytes: number) => randomFillSync(Buffer.alloc(bytes));
const id = paper.issue.id;
const big: Record<string, Uint8Array> = {
  [`${id}/${id}.pdf`]: noise(SIZES.reader),
  [`${id}/press/${id}.pdf`]: noise(8 * SIZES.press),
};
for (let page = 1; page <= 8; page++) {
  big[`${id}/press/${id}-0${page}.pdf`] = noise(SIZES.press);
  big[`${id}/pages/0${page}.jpg`] = noise(SIZES.picture);
  big[`${id}/page-0${page}/index.html`] = Buffer.from(`<a href="../">${'字'.repeat(SIZES.html / 3)}</a>`);
}
const photos: Record<string, Uint8Array> = {};
for (let story = 1; story <= 80; story++) {
  big[`${id}/story-${story}/index.html`] = Buffer.from(`<a href="../">${'字'.repeat(8000)}</a>`);
}
for (let photo = 1; photo <= 20; photo++) photos[`photos/${photo}.jpg`] = noise(SIZES.photo);
await writeAll(paper.folder.issue, photos);
await fakeBuild(paper.output, paper.folder, paper.issue, '外贸');
await writeAll(paper.output, big);
const pages = Array.from({ length: 8 }, (_, index) => fullPage(index + 1));
const sources = await sourceDigest(paper.folder, paper.issue);
const described = new Map(
  Object.entries(big).flatMap(([path, bytes]) =>
    path.endsWith('.html') ? [] : [[path.slice(id.length + 1), bytes] as const],
  ),
);
const records = archiveRecords({ issue: paper.issue, plan: plan(pages), metrics: METRICS, sources }, described);
for (const [path, bytes] of records) await writeAll(paper.output, { [`${id}/${path}`]: bytes });

const sealed = await measure(() => seal(paper));
const { files, bytes, snapshot } = sealed.result;
say('seal, eight pages', sealed, `, ${files} files, ${(bytes / 1e6).toFixed(0)} MB`);
const folder = join(paper.output, 'snapshots', snapshot);
const verified = await measure(() => verifySnapshot(folder, snapshot));
if (verified.result.faults.length > 0) throw new Error(`sealed wrong: ${verified.result.faults[0]?.message}`);
say('verify', verified);

await using small = await desk();
const first = await seal(small);
const one = join(small.output, 'snapshots', first.snapshot);
for (let copy = 1; copy < SNAPSHOTS; copy++) {
  const day = new Date(Date.UTC(2023, 0, 1 + copy)).toISOString().slice(0, 10);
  await cp(one, join(small.output, 'snapshots', day), { recursive: true });
}
const heap: number[] = [];
const all = await measure(() =>
  verifyAll(small.output, {
    onProgress: (_, done) => {
      if (done % Math.max(1, SNAPSHOTS / 10) !== 0) return;
      globalThis.gc?.();
      heap.push(process.memoryUsage().heapUsed / 1e6);
    },
  }),
);
say(
  `verify --all, ${(await readdir(join(small.output, 'snapshots'))).length} snapshots`,
  all,
  `, ${all.result.wrong.length} with faults`,
);
console.log(`heap after each tenth: ${heap.map((mb) => mb.toFixed(1)).join(' ')} MB`);
