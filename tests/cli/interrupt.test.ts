/** Ctrl-C at any moment: the end comes at once, and nothing is left behind. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { samplePaper } from './paper.ts';

const PROGRAM = fileURLToPath(new URL('../../src/cli/broadsheet.mjs', import.meta.url));
/** Processor time between the signal and the end: a person would call it at once. The rest of a build takes more than ten times that. */
const AT_ONCE_MS = 1500;

interface Ended {
  readonly code: number | null;
  /** Processor time of the process after the signal, milliseconds; 0 where the system does not tell. */
  readonly after: number;
  readonly stderr: string;
}

/** Processor time of a running process, all threads together, milliseconds (proc(5): utime and stime, in hundredths of a second). */
function processorTime(pid: number | undefined): number {
  try {
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?=[A-Z] )/);
    const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
    return (user + system) * 10;
  } catch {
    return 0;
  }
}

/** Starts a build, sends the signal after a while, and waits for the end. */
function interrupted(issue: string, temporary: string, after: number): Promise<Ended> {
  const env = { ...process.env, TMPDIR: temporary, LC_ALL: 'C.UTF-8' };
  const child = spawn(process.execPath, [PROGRAM, 'build', issue, '--no-cache'], { env });
  let stderr = '';
  let sent = 0;
  let last = 0;
  let watch: NodeJS.Timeout | undefined;
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const timer = setTimeout(() => {
    sent = last = processorTime(child.pid);
    watch = setInterval(() => {
      last = Math.max(last, processorTime(child.pid));
    }, 20);
    child.kill('SIGINT');
  }, after);
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      clearTimeout(timer);
      clearInterval(watch);
      resolve({ code, after: last - sent, stderr });
    });
  });
}

it('is the good end of the live desk', async () => {
  const { paper, issue } = await samplePaper();
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const child = spawn(process.execPath, [PROGRAM, 'dev', issue, '--port', '0'], { env, cwd: paper });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
    if (stderr.includes('(Ctrl-C ends)')) child.kill('SIGINT');
  });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  expect([code, stderr.trim().split('\n').length]).toEqual([0, 1]);
});

/** Processes whose command line or environment names a folder. */
async function processesIn(folder: string): Promise<readonly string[]> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    ids.map(async (id) => {
      const [line, env] = await Promise.all(
        ['cmdline', 'environ'].map((file) => readFile(`/proc/${id}/${file}`, 'utf8').catch(() => '')),
      );
      return `${line} ${env}`.includes(folder) && Number(id) !== process.pid ? [`${id} ${line?.slice(0, 60)}`] : [];
    }),
  );
  return found.flat();
}

/** Moments of a whole build of the sample: before the program is loaded, at the make-up, at the browser, at the pictures. */
it.each([250, 900, 1800, 3000, 5000])('sent after %i ms', async (after) => {
  const { paper, issue } = await samplePaper();
  const temporary = await mkdtemp(path.join(tmpdir(), 'broadsheet-interrupt-'));
  const ended = await interrupted(issue, temporary, after);
  const output = await readdir(path.join(paper, 'output')).catch(() => []);
  // A build whose last step is under way is not interrupted, and a machine may be that fast.
  if (ended.code === 0) expect(output).toContain(path.basename(issue));
  else {
    // Before the program is loaded the system itself ends it.
    if (ended.code !== null) expect([ended.code, ended.stderr]).toEqual([130, 'Interrupted; nothing was changed.\n']);
    expect(output).toEqual([]);
    expect(ended.after).toBeLessThan(AT_ONCE_MS);
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await processesIn(temporary)).toEqual([]);
  expect(await readdir(temporary)).toEqual([]);
});
