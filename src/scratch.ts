/** Folders of work under way that vanish however the process ends. */
import { mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder that is removed when the scope ends, or the process. */
export interface Scratch extends AsyncDisposable {
  /** Absolute path. */
  readonly folder: string;
}

/**
 * Takes charge of a folder that is there already.
 * @param around A folder that holds it, and goes with the process too when nothing else is in it.
 */
export function scratch(folder: string, around?: string): Scratch {
  const drop = (): void => {
    remove(folder);
    if (around !== undefined) removeEmpty(around);
  };
  process.on('exit', drop);
  return {
    folder,
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true });
      process.off('exit', drop);
    },
  };
}

/** A new empty folder in the system's temporary one, made and taken charge of in one turn: no signal comes in between. */
export const newScratch = (): Scratch => scratch(mkdtempSync(path.join(tmpdir(), 'broadsheet-')));

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Others are at work in it, or it is gone.
  }
}

/** Removes a folder now. A program that has just been ended may still write a last file: it is tried for a fifth of a second. */
function remove(folder: string, tries = 10): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (tries === 0) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    remove(folder, tries - 1);
  }
}
