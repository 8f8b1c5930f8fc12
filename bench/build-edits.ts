/**
 * The cache is never seen: random edits of a paper, each built with the cache and without it, compared byte for byte.
 * `node --import tsx bench/build-edits.ts ISSUE [EDITS]`; the issue is copied, the original is not touched.
 */
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { main } from '../src/cli/main.ts';
import { paperOf } from '../src/cli/paper.ts';

const [given = 'issues/2026-01-08', count = '30'] = process.argv.slice(2);
const source = path.resolve(given);
const room = await mkdtemp(path.join(tmpdir(), 'broadsheet-edits-'));
const paper = path.join(room, 'paper');
const issue = path.join(paper, 'issues', path.basename(source));
for (const name of await readdir(paperOf(source))) {
  if (/^newspaper\.yaml$|\.(svg|png|icc)$/.test(name))
    await cp(path.join(paperOf(source), name), path.join(paper, name));
}
await cp(source, issue, { recursive: true });

/** A small generator with a fixed seed, so that a failure can be met again. */
let state = 20_260_108;
const random = (below: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
  return state % below;
};

/** Swaps two neighbouring Han characters of a random article's body. */
async function edit(): Promise<string> {
  const articles = (await readdir(issue)).filter((name) => name.endsWith('.md')).sort();
  const name = articles[random(articles.length)] ?? '';
  const file = path.join(issue, name);
  const text = await readFile(file, 'utf8');
  const body = text.indexOf('\n---', 4) + 4;
  const places = [...text.slice(body).matchAll(/\p{Script=Han}(?=\p{Script=Han})/gu)].map(
    (match) => body + match.index,
  );
  const at = places[random(Math.max(1, places.length))];
  if (at === undefined) return `${name}: nothing to swap`;
  await writeFile(file, text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2));
  return `${name} at ${at}`;
}

async function build(output: string, ...more: readonly string[]): Promise<number> {
  const silent = { out: () => undefined, err: () => undefined, tty: false, width: 80 };
  return main(['build', issue, '--draft', '--output', output, ...more], silent);
}

async function treeOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const lines = files.sort().map(async (file) => {
    const digest = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    return `${digest} ${path.relative(folder, file)}`;
  });
  return (await Promise.all(lines)).join('\n');
}

let wrong = 0;
for (let index = 0; index < Number(count); index += 1) {
  const what = index === 0 ? 'as it is' : await edit();
  const exit = await build(path.join(room, 'kept'));
  await rm(path.join(room, 'anew'), { recursive: true, force: true });
  const other = await build(path.join(room, 'anew'), '--no-cache');
  const same = exit === other && (await treeOf(path.join(room, 'kept'))) === (await treeOf(path.join(room, 'anew')));
  if (!same) wrong += 1;
  process.stdout.write(`${String(index).padStart(3)} exit ${exit} ${same ? 'same' : 'DIFFERENT'}  ${what}\n`);
}
await rm(room, { recursive: true, force: true });
process.stdout.write(`${wrong === 0 ? 'all the same' : `${wrong} differ`}\n`);
process.exitCode = wrong === 0 ? 0 : 1;
