/** The archive's faults. Names are permanent: other programs look for them in `verify --json`. */
import type { Fault } from '../fault.ts';

const SETTLE = 'Restore the file from another copy of the snapshot; never repair a sealed one.';

function fault(name: string, message: string, hint: string, file?: string): Fault {
  return { name, exit: 1, severity: 'error', message, hint, ...(file === undefined ? {} : { place: { file } }) };
}

/** `seal` finds no built output of the issue. */
export const issueNotBuilt = (id: string, missing: string): Fault =>
  fault(
    'issue-not-built',
    `Issue ${id} has no ${missing} in the output.`,
    `Run \`broadsheet build ${id}\` first, without --only.`,
  );

/** `seal` finds an output that was built before the sources were last changed. */
export const outputStale = (id: string): Fault =>
  fault(
    'output-stale',
    `The sources of ${id} have changed since it was built.`,
    `Run \`broadsheet build ${id}\` again, then seal it.`,
  );

/** `seal` of a date already sealed, whose sources have changed since, without a reason. */
export const revisionNeedsReason = (id: string, next: string): Fault =>
  fault(
    'revision-needs-reason',
    `${id} is sealed and has changed since; a sealed snapshot is never overwritten.`,
    `Give the reason to seal the revision ${next}: --reason "what was corrected".`,
  );

/** `seal` of a date already sealed from the very same sources. */
export const alreadySealed = (id: string, snapshot: string): Fault => ({
  ...fault(
    'already-sealed',
    `${id} is already sealed, from the same sources, as ${snapshot}.`,
    'Nothing is to be done.',
  ),
  severity: 'warning',
});

/** A source file that cannot go into a snapshot. */
export const sourceUnfit = (file: string, why: string): Fault =>
  fault(
    'source-unfit',
    `${file} cannot be sealed: ${why}.`,
    'Put a plain file below the issue folder in its place.',
    file,
  );

/** `verify` is pointed at something that is no snapshot. */
export const snapshotMissing = (snapshot: string): Fault =>
  fault(
    'snapshot-missing',
    `There is no snapshot ${snapshot}.`,
    'Name a folder below output/snapshots, such as 2026-01-08.',
  );

/** `bagit.txt` is absent or not the declaration of RFC 8493 §2.1.1. */
export const bagDeclaration = (why: string): Fault =>
  fault('bag-declaration', `bagit.txt is no BagIt 1.0 declaration: ${why}.`, SETTLE, 'bagit.txt');

/** The bag lacks a part that every bag has. */
export const bagPartMissing = (part: string): Fault =>
  fault('bag-part-missing', `The bag has no ${part}.`, SETTLE, part);

/** The bag leaves files to be fetched from elsewhere (§2.2.3); a snapshot is complete. */
export const bagFetch = (): Fault =>
  fault(
    'bag-fetch',
    'fetch.txt says that files of the bag lie elsewhere.',
    'A snapshot holds all its files: find the one that was sealed.',
    'fetch.txt',
  );

/** A line of a manifest cannot be read. */
export const manifestLine = (manifest: string, line: number, why: string): Fault => ({
  ...fault('manifest-line', `Line ${line} of ${manifest}: ${why}.`, SETTLE),
  place: { file: manifest, line },
});

/** Two manifests of a bag do not list the same files (RFC 8493 §2.1.3). */
export const manifestsDiffer = (path: string, manifest: string): Fault =>
  fault('manifests-differ', `${path} is listed in another manifest but not in ${manifest}.`, SETTLE, manifest);

export const fileMissing = (path: string): Fault =>
  fault('file-missing', `${path} is listed in the manifest and not in the bag.`, SETTLE, path);

export const fileExtra = (path: string): Fault =>
  fault(
    'file-extra',
    `${path} is in the bag and listed nowhere.`,
    'Take the file away, or find out who put it there.',
    path,
  );

export const fileChanged = (path: string, algorithm: string): Fault =>
  fault('file-changed', `${path} has changed: its ${algorithm} is not the one that was sealed.`, SETTLE, path);

export const fileRenamed = (from: string, to: string): Fault =>
  fault('file-renamed', `${from} is missing, and ${to} holds its bytes.`, `Name it ${from} again.`, to);

export const filesSwapped = (one: string, other: string): Fault =>
  fault('files-swapped', `${one} and ${other} hold each other's bytes.`, 'Exchange their names.', one);

/** A link, a device or a pipe in a bag. */
export const fileIrregular = (path: string): Fault =>
  fault('file-irregular', `${path} is not a plain file.`, SETTLE, path);

export const oxumWrong = (said: string, found: string): Fault =>
  fault(
    'oxum-wrong',
    `bag-info.txt promises a payload of ${said} (bytes.files), and there are ${found}.`,
    SETTLE,
    'bag-info.txt',
  );

export const bagInfo = (why: string): Fault => fault('bag-info', `bag-info.txt: ${why}.`, SETTLE, 'bag-info.txt');

/** An XML record that no parser would read. */
export const recordMalformed = (file: string, line: number, why: string): Fault => ({
  ...fault('record-malformed', `${file} line ${line} is not well-formed: ${why}.`, SETTLE),
  place: { file, line },
});

/** A record that is readable and not what its standard asks for. */
export const recordInvalid = (file: string, why: string, line?: number): Fault => ({
  ...fault('record-invalid', `${file}: ${why}.`, SETTLE),
  place: { file, ...(line === undefined ? {} : { line }) },
});

/** A rebuilt file differs from the sealed one. */
export const rebuildDiffers = (file: string, why: string): Fault =>
  fault(
    'rebuild-differs',
    `${file} is not reproduced: ${why}.`,
    'Rebuild with the versions named in data/tools/versions.json.',
    file,
  );

/** The program that rebuilds is not the one that built; not a fault by itself. */
export const otherVersions = (what: string): Fault => ({
  ...fault('other-versions', `Rebuilt with other versions: ${what}.`, 'Install the versions named in data/tools.'),
  severity: 'warning',
});
