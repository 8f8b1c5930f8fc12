/**
 * Checking a snapshot, or all of them. In: the folder of a snapshot or of the output. Out: every fault by name. Each
 * snapshot is read as streams and forgotten before the next one, so a thousand cost no more memory than one.
 */
import { appendFile, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Fault } from '../fault.ts';
import { snapshotMissing } from './faults.ts';
import { checkBag } from './verify/bag.ts';
import { checkForm } from './verify/form.ts';
import { checkRecords } from './verify/records.ts';

/** What a check found. */
export interface Verified {
  /** Folder name of the snapshot. */
  readonly snapshot: string;
  readonly faults: readonly Fault[];
  readonly files: number;
  readonly bytes: number;
}

/** Checks one snapshot: every file, every digest, missing, extra, oxum, and the records against their standards. */
export async function verifySnapshot(folder: string, snapshot: string): Promise<Verified> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return { snapshot, faults: [snapshotMissing(snapshot)], files: 0, bytes: 0 };
  const bag = await checkBag(folder);
  const form = await checkForm(folder);
  const records = await checkRecords(folder, bag);
  const faults = [...distinct([...bag.faults, ...form]), ...records].map((fault) => inSnapshot(fault, snapshot));
  return { snapshot, faults, files: bag.payload.length, bytes: bag.bytes };
}

/** A fault that both checks saw is told once. */
function distinct(faults: readonly Fault[]): readonly Fault[] {
  return [
    ...new Map(faults.map((fault) => [`${fault.name} ${fault.place?.file} ${fault.place?.line}`, fault])).values(),
  ];
}

const inSnapshot = (fault: Fault, snapshot: string): Fault =>
  fault.place === undefined
    ? fault
    : { ...fault, place: { ...fault.place, file: `snapshots/${snapshot}/${fault.place.file}` } };

/** How a run over all snapshots tells of itself and is stopped. */
export interface VerifyAll {
  /** Called after each snapshot; `done` counts those that an interrupted run had checked before. */
  readonly onProgress?: (checked: Verified, done: number, total: number) => void;
  /** Stops between two snapshots; the next run goes on from there. */
  readonly signal?: AbortSignal;
}

/** Walks the whole archive. A run that was interrupted is taken up where it stopped; a finished one starts afresh. */
export async function verifyAll(output: string, options: VerifyAll = {}): Promise<ArchiveCheck> {
  const journal = join(output, 'archive', '.verify.jsonl');
  const names = await snapshotNames(output);
  if (names.length === 0) return { total: 0, done: 0, resumed: 0, wrong: [], isComplete: true };
  const before = await readJournal(journal, new Set(names));
  const wrong: Verified[] = [...before.values()].filter((checked) => checked.faults.length > 0);
  let done = before.size;
  await mkdir(dirname(journal), { recursive: true });
  for (const name of names) {
    if (before.has(name)) continue;
    if (options.signal?.aborted) return { total: names.length, done, resumed: before.size, wrong, isComplete: false };
    const checked = await verifySnapshot(join(output, 'snapshots', name), name);
    await appendFile(journal, `${JSON.stringify(checked)}\n`);
    if (checked.faults.length > 0) wrong.push(checked);
    done += 1;
    options.onProgress?.(checked, done, names.length);
  }
  await rm(journal, { force: true });
  return { total: names.length, done, resumed: before.size, wrong, isComplete: true };
}

/** What a walk through the archive found. */
export interface ArchiveCheck {
  readonly total: number;
  readonly done: number;
  /** How many an earlier, interrupted run had done. */
  readonly resumed: number;
  readonly wrong: readonly Verified[];
  readonly isComplete: boolean;
}

/** Folder names of all snapshots, oldest first. */
export async function snapshotNames(output: string): Promise<readonly string[]> {
  const entries = await readdir(join(output, 'snapshots'), { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isDirectory() && /^\d{4}-\d{2}-\d{2}/.test(entry.name))
    .map((entry) => entry.name);
  return names.sort();
}

/** A journal whose last line was cut short by a kill is read up to that line. */
async function readJournal(path: string, names: ReadonlySet<string>): Promise<Map<string, Verified>> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const done = new Map<string, Verified>();
  for (const line of text.split('\n').filter((one) => one.endsWith('}'))) {
    try {
      const checked = JSON.parse(line) as Verified;
      if (names.has(checked.snapshot)) done.set(checked.snapshot, checked);
    } catch {
      break;
    }
  }
  return done;
}
