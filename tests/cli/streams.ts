/** Streams that keep what is written, and a run of the whole program in a process of its own. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Streams } from '../../src/cli/reporter.ts';

export interface KeptStreams extends Streams {
  readonly stdout: string;
  readonly stderr: string;
}

export function keptStreams(tty = false, width = 80): KeptStreams {
  const kept = { stdout: '', stderr: '' };
  return {
    tty,
    width,
    out: (text) => {
      kept.stdout += text;
    },
    err: (text) => {
      kept.stderr += text;
    },
    get stdout() {
      return kept.stdout;
    },
    get stderr() {
      return kept.stderr;
    },
  };
}

const PROGRAM = fileURLToPath(new URL('../../src/cli/broadsheet.mjs', import.meta.url));

export interface Run {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `broadsheet` as a person does, in a folder, in English. */
export function broadsheet(
  cwd: string,
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Run> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, LC_ALL: 'C.UTF-8', ...env }, maxBuffer: 1 << 26 };
    execFile(process.execPath, [PROGRAM, ...words], options, (error, stdout, stderr) => {
      const code = error?.code;
      resolve({ exit: error === null ? 0 : typeof code === 'number' ? code : 1, stdout, stderr });
    });
  });
}
