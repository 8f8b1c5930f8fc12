/** The output folder, made and tried before any work is done for it. */
import { mkdtempSync, rmdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { FaultError } from '../../fault.ts';
import { reasonOf } from '../../issue/faults/reasons.ts';
import { makeFolder } from '../../issue/folder.ts';
import { outputTaken, unwritable } from '../faults.ts';

/**
 * Makes sure that the output can be written.
 * @throws FaultError `output-unwritable` where it cannot be made, or takes nothing: what the permissions say is not asked,
 * since neither a read-only disk nor the superuser keeps to them.
 */
export async function openOutput(output: string): Promise<void> {
  try {
    await makeFolder(output);
    // In one turn: an interruption between the two would leave the folder behind.
    rmdirSync(mkdtempSync(path.join(output, '.try-')));
  } catch (error) {
    throw new FaultError([unwritable(output, reasonOf(error))]);
  }
}

/**
 * Makes sure that what an issue's output replaces is an earlier one of it, which has its report, or an empty folder.
 * @throws FaultError `output-taken`
 */
export async function spareOthers(place: string): Promise<void> {
  const names = await readdir(place).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : ['']));
  if (names.length > 0 && !names.includes('report.json')) throw new FaultError([outputTaken(place)]);
}
