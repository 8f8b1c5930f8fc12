/**
 * Finds the program in a form that starts fast: bundled into one script for the process and one for its threads, each with
 * the bytecode that V8 would make of it (`bundle.mjs` makes both, once for each version of the program). Where there can be
 * no bundle, tsx reads the TypeScript as it lies there.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { fingerprint } from './fingerprint.mjs';

/** Absolute paths of the program’s own folder and of its bundles; the scripts that a bundle is made of, by name. */
export const PROGRAM = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const BUNDLES = path.join(PROGRAM, 'node_modules', '.cache', 'broadsheet');
export const ENTRIES = { main: 'src/cli/main.ts', worker: 'src/cli/threads/worker.ts' };

/** Packages that have a bundle of their own: hundreds of modules, and wanted for one part of a build. Its name → the package. */
export const PACKAGES = { eleventy: '@11ty/eleventy' };

/** Where a thread is told which bundle its process runs from. */
export const BUNDLE = Symbol.for('broadsheet.bundle');

/**
 * Bytes of bytecode that a function runs through before V8 optimises it: three times the default. A build is over in
 * seconds, in several threads that each optimise the same code; with the default, a third of a build's processor time
 * is V8's own compiler (16 pages: 8.9–10.4 s of 30–36; with this 5.9–6.3 s). V8 takes no bytecode that was made under other flags.
 */
const FLAGS = '--interrupt-budget=400000';

/**
 * Loads a module of the program.
 * @param {keyof typeof ENTRIES} entry Which one.
 * @param {string} [bundle] The bundle's folder, when another thread has found it already.
 */
export async function load(entry, bundle) {
  if (isMainThread) setFlagsFromString(FLAGS);
  const folder = bundle ?? (await bundleFolder());
  if (folder !== undefined) {
    globalThis[BUNDLE] = folder;
    return run(folder, entry);
  }
  const { register } = await import('tsx/esm/api');
  register();
  return import(pathToFileURL(path.join(PROGRAM, ENTRIES[entry])).href);
}

/** The bundle of the program as it is now, where it is now: a bundle knows addresses. Undefined where there can be none. */
async function bundleFolder() {
  try {
    const name = createHash('sha256').update(`${fingerprint()} ${PROGRAM}`).digest('hex');
    const folder = path.join(BUNDLES, name.slice(0, 32));
    if (!existsSync(folder)) await (await import('./bundle.mjs')).bundleInto(folder);
    return folder;
  } catch {
    return undefined;
  }
}

/** Runs a script of a bundle; answers what it exports. */
function run(folder, name) {
  const file = path.join(folder, `${name}.cjs`);
  const module = { exports: {} };
  const require = createRequire(path.join(PROGRAM, 'package.json'));
  const program = scriptOf(file, bytecodeOf(file)).runInThisContext();
  program(module.exports, require, module, (wanted) => importFrom(folder, wanted));
  return module.exports;
}

const loaded = new Map();

/** A package as the bundle has it, or from where it lies. */
async function importFrom(folder, wanted) {
  const bundled = Object.keys(PACKAGES).find((name) => PACKAGES[name] === wanted);
  if (bundled === undefined) return import(wanted);
  if (!loaded.has(bundled)) loaded.set(bundled, run(folder, bundled));
  return loaded.get(bundled);
}

/** V8 takes the bytecode only where it was made by the same V8 of the same text, and compiles the text otherwise. */
export const scriptOf = (file, cachedData) =>
  new vm.Script(readFileSync(file, 'latin1'), { filename: file, cachedData });

/** Where a script's bytecode lies. */
export const codeOf = (file) => `${file}.code`;

/** Digest before the bytecode: V8 looks at its length and its version, and would run a byte that has tipped over. */
export const codeDigest = (code) => createHash('sha256').update(code).digest();
const DIGEST_BYTES = 32;

/** The bytecode of a script; undefined where there is none, or it is not what was written. */
export function bytecodeOf(file) {
  try {
    const kept = readFileSync(codeOf(file));
    const code = kept.subarray(DIGEST_BYTES);
    return codeDigest(code).equals(kept.subarray(0, DIGEST_BYTES)) ? code : undefined;
  } catch {
    return undefined;
  }
}
