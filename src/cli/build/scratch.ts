/** Folders of work under way that vanish however the process ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder that is removed when the scope ends, or the process. */
export interface Scratch extends AsyncDisposable {
  /** Absolute path. */
  readonly folder: string;
}

/** Takes charge of a folder that is there already. */
export function scratch(folder: string): Scratch {
  const drop = (): void => rmSync(folder, { recursive: true, force: true });
  process.on('exit', drop);
  return {
    folder,
    async [Symbol.asyncDispose]() {
      process.off('exit', drop);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A new empty folder in the system's temporary one, made and taken charge of in one turn: no signal comes in between. */
export const newScratch = (): Scratch => scratch(mkdtempSync(path.join(tmpdir(), 'broadsheet-')));
