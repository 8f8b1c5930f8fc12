/**
 * The live desk, measured as an editor feels it: from saving a one-word edit to the new page painted in a real browser,
 * and from the start of the program to the window and its first page. `npm run bench:dev [ISSUE] [EDITS]`. The issue is
 * copied; nothing of it is changed. CPU time stands beside the wall clock, because a busy machine lies about the latter.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../src/browser/open.ts';

const PROGRAM = fileURLToPath(new URL('..', import.meta.url));
const [given = path.join(PROGRAM, 'issues', '2026-01-08'), count = '50'] = process.argv.slice(2);

interface Painted {
  readonly at: number;
  readonly number: number;
}

const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-bench-'));
const issue = path.join(folder, 'issues', path.basename(given));
await cp(path.resolve(given), issue, { recursive: true });
await cp(path.join(path.resolve(given), '..', '..', 'newspaper.yaml'), path.join(folder, 'newspaper.yaml'));

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const told = (name: string, value: string): void => {
  process.stdout.write(`${name.padEnd(46)} ${value}\n`);
};

/** Processor time of a process so far, milliseconds; 0 where the system does not tell. */
async function cpuOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}

interface Desk {
  readonly child: ChildProcess;
  readonly url: string;
  readonly started: number;
}

/** Starts the program and waits for the window's address. */
async function startDesk(): Promise<Desk> {
  const from = Date.now();
  const child = spawn(process.execPath, [path.join(PROGRAM, 'src/cli/broadsheet.mjs'), 'dev', '--port', '0'], {
    cwd: folder,
  });
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /http:\/\/localhost:\d+\//.exec(text);
      if (found) resolve(found[0]);
    });
    child.on('exit', () => reject(new Error(text)));
  });
  return { child, url, started: Date.now() - from };
}

const stop = async ({ child }: Desk): Promise<void> => {
  child.kill('SIGINT');
  await new Promise((resolve) => child.once('exit', resolve));
};

await using door = await openBrowser();
const page = await door.browser.newPage();
await page.setViewport({ width: 1440, height: 900 });
const paintings = (): Promise<Painted[]> => page.evaluate('window.deskPainted ?? []') as Promise<Painted[]>;
const settled = (): Promise<unknown> =>
  page.waitForFunction('window.deskState?.isSettled === true', { timeout: 300_000, polling: 50 });

try {
  const cold = await startDesk();
  const coldFrom = Date.now() - cold.started;
  await page.goto(cold.url);
  await page.waitForFunction('window.deskPainted?.length > 0', { timeout: 300_000, polling: 20 });
  const coldPage = (await paintings())[0]?.at ?? 0;
  const coldCpu = await cpuOf(cold.child.pid ?? 0);
  await settled();
  // The desk keeps its pages when nothing was saved for two seconds.
  await setTimeout(4000);
  await stop(cold);

  const desk = await startDesk();
  const warmFrom = Date.now() - desk.started;
  await page.goto(desk.url);
  await page.waitForFunction('window.deskPainted?.length > 0', { timeout: 300_000, polling: 20 });
  const warmPage = (await paintings())[0]?.at ?? 0;
  const warmCpu = await cpuOf(desk.child.pid ?? 0);
  await settled();

  const stories = (await readdir(issue)).filter((name) => name.endsWith('.md')).sort();
  const latencies: number[] = [];
  const settling: number[] = [];
  let unheld = 0;
  let cpu = 0;
  for (let edit = 0; latencies.length < Number(count) && edit < 4 * Number(count); edit += 1) {
    const name = stories[(edit * 7) % stories.length] ?? '';
    const text = await readFile(path.join(issue, name), 'utf8');
    const at = text.indexOf('，', text.indexOf('\n---', 4) + 40 + edit);
    if (at < 0) continue;
    const state = (await page.evaluate(
      `(() => { const page = window.deskState.pages.find((one) => one.modules.some(({ slug, kind }) => slug === ${JSON.stringify(name.slice(0, -3))} && kind === 'article')); return page?.number; })()`,
    )) as number | undefined;
    if (state === undefined) continue;
    await page.evaluate(`location.hash = '${state}'`);
    await setTimeout(400);
    const before = (await paintings()).length;
    const spent = await cpuOf(desk.child.pid ?? 0);
    const saved = Date.now();
    await writeFile(path.join(issue, name), `${text.slice(0, at)}了${text.slice(at)}`);
    await page.waitForFunction(`window.deskPainted.length > ${before}`, { timeout: 60_000, polling: 10 });
    const [first] = (await paintings()).slice(before);
    const took = (first?.at ?? 0) - saved;
    cpu += (await cpuOf(desk.child.pid ?? 0)) - spent;
    await settled();
    settling.push(Date.now() - saved);
    const held = (await page.evaluate('window.deskState.last.held.length')) as number;
    latencies.push(took);
    if (held === 0) unheld += 1;
  }
  told('machine', `${availableParallelism()} cores, ${door.version}, Node ${process.versions.node}`);
  told(
    'start, first time: window / first page',
    `${cold.started} ms / ${coldPage - coldFrom} ms (processor ${coldCpu} ms)`,
  );
  told(
    'start, pages known: window / first page',
    `${desk.started} ms / ${warmPage - warmFrom} ms (processor ${warmCpu} ms)`,
  );
  told('edits', `${latencies.length}, ${unheld} of them waited for the search`);
  told(
    'save to new page painted: median / 95 % / worst',
    [0.5, 0.95, 1]
      .map((share) => `${quantile(latencies, share)}`)
      .join(' / ')
      .concat(' ms'),
  );
  told('save to searched page known: median / 95 %', `${quantile(settling, 0.5)} / ${quantile(settling, 0.95)} ms`);
  told(
    'processor time of the desk up to the painting',
    `${Math.round(cpu / Math.max(1, latencies.length))} ms an edit`,
  );
  await stop(desk);
} finally {
  await rm(folder, { recursive: true, force: true });
}
