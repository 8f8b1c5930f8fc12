/** Where the program lies, and the versions of what it makes things with. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeDigest } from '../fingerprint.mjs';

/** Absolute path of the program's own folder, which holds its package.json. */
export const PROGRAM = fileURLToPath(new URL('../../..', import.meta.url));

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = (): Manifest => JSON.parse(readFileSync(path.join(PROGRAM, 'package.json'), 'utf8')) as Manifest;

/**
 * Name and version of the program, the runtime and every package that has a hand in the bytes; `code` is the digest of the
 * program's own files, which change more often than its version.
 */
export function toolVersions(): Readonly<Record<string, string>> {
  const { version, dependencies } = manifest();
  return { broadsheet: version, code: `sha256:${codeDigest()}`, node: process.versions.node, ...dependencies };
}
