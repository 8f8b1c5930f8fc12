/**
 * Stands for the program itself: its code, its layouts and styles, its packages, its runtime. Plain JavaScript, because
 * the program is found by it before any TypeScript runs.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../..', import.meta.url));

/** What of the program has a hand in the output. */
const FOLDERS = ['src', 'layouts', 'styles'];
const FILES = ['package.json', 'package-lock.json', 'eleventy.config.ts'];

/** Where the digest is kept: the bundle holds a copy of this file. */
const TAKEN = Symbol.for('broadsheet.fingerprint');

/**
 * Of this program, as the process found it.
 * @returns {string}
 */
export const fingerprint = () => onThisRuntime(codeDigest());

/**
 * SHA-256, hex, over every file of a program and over the runtime's version and platform.
 * @param {string} program Absolute path of its folder.
 */
export const fingerprintOf = (program) => onThisRuntime(codeDigestOf(program));

function onThisRuntime(code) {
  const { version, platform, arch } = process;
  return createHash('sha256').update(`${version} ${platform} ${arch}\n${code}`).digest('hex');
}

/**
 * Of the files of this program, as the process found them: the same on any machine.
 * @returns {string}
 */
export function codeDigest() {
  globalThis[TAKEN] ??= codeDigestOf(PROGRAM);
  return globalThis[TAKEN];
}

/**
 * SHA-256, hex, over every file of a program. They are read one after the other, without waiting: 500 small ones take a
 * fifth of what promises take for them.
 * @param {string} program Absolute path of its folder.
 */
function codeDigestOf(program) {
  const hash = createHash('sha256');
  const files = [...FOLDERS, ...FILES].flatMap((name) => filesBelow(program, name)).sort();
  for (const name of files) {
    const bytes = readFileSync(path.join(program, name));
    hash.update(`${name} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

/** The files of a folder, a file itself, or nothing where there is none; with slashes. */
function filesBelow(program, name) {
  const place = path.join(program, name);
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [name];
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
    const below = `${name}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(program, below) : entry.isFile() ? [below] : [];
  });
}
