/**
 * Bundles the TypeScript, together with the packages that consist of hundreds of small files, into one script for the process
 * and one for its threads, and keeps V8's bytecode of every function in them. A bundle is named by the fingerprint of the
 * program, so it cannot be stale.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { build } from 'esbuild';
import { BUNDLES, codeOf, ENTRIES, PROGRAM, scriptOf } from './start.mjs';

/** Bundles of other versions are kept this long: a process that still runs may load from one. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Packages that are bundled, and all that they need; others (native code, files found beside the code) stay where they are. */
const INLINED = [
  '@cantoo/pdf-lib',
  'commander',
  'fflate',
  'markdown-it',
  'markdown-it-footnote',
  'pagedjs-cli',
  'puppeteer',
  'puppeteer-core',
  'yaml',
  'zod',
];

/** Bundles beside, then renames: two runs at once do no harm. Bundles of other versions go. */
export async function bundleInto(folder) {
  const beside = path.join(BUNDLES, `.${randomUUID()}`);
  mkdirSync(beside, { recursive: true });
  try {
    await writeScripts(beside);
    for (const entry of Object.keys(ENTRIES)) keepCode(path.join(beside, `${entry}.cjs`));
    renameSync(beside, folder);
    dropOldBundles();
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

async function writeScripts(folder) {
  const { outputFiles } = await build({
    absWorkingDir: PROGRAM,
    entryPoints: ENTRIES,
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    write: false,
    bundle: true,
    format: 'cjs',
    banner: { js: '(function (exports, require, module, importPackage) {' },
    footer: { js: '})' },
    charset: 'ascii',
    platform: 'node',
    target: `node${process.versions.node}`,
    logLevel: 'silent',
    // pagedjs-cli asks for puppeteer, which package.json maps to puppeteer-core, and for pdf-lib, whose living fork the
    // press uses: one copy of each is enough, and of pagedjs-cli's own PDF step nothing runs.
    alias: { puppeteer: 'puppeteer-core', 'pdf-lib': '@cantoo/pdf-lib' },
    plugins: [noLuggage, onlyInlined, ownAddress],
  });
  // A script that comes with its bytecode has lost the way to import anything (V8 11.3): it is handed one.
  for (const { path: file, text } of outputFiles)
    writeFileSync(file, inAscii(text.replaceAll(/\bimport\((?=")/g, 'importPackage(')));
}

/**
 * JavaScript in ASCII alone, which V8 holds as it is read, one byte a character. esbuild leaves other characters in regular
 * expressions and comments; an escaped one loses its backslash, which says nothing before it.
 * @param {string} text
 */
export const inAscii = (text) =>
  text.replaceAll(/\\[\0-\x7f]|\\?[^\0-\x7f]/g, (found) => {
    const code = found.charCodeAt(found.length - 1);
    return code < 0x80 ? found : `\\u${code.toString(16).padStart(4, '0')}`;
  });

/**
 * Keeps the bytecode of all functions, of those too that V8 would compile when they are first called: a thread that meets the
 * make-up and the press for the first time compiles half a second long.
 */
function keepCode(file) {
  setFlagsFromString('--no-lazy');
  try {
    const script = scriptOf(file);
    setFlagsFromString('--lazy');
    writeFileSync(codeOf(file), script.createCachedData());
  } finally {
    setFlagsFromString('--lazy');
  }
}

function dropOldBundles() {
  for (const name of readdirSync(BUNDLES)) {
    const place = path.join(BUNDLES, name);
    if (Date.now() - statSync(place).mtimeMs > KEPT_MS) rmSync(place, { recursive: true, force: true });
  }
}

/** Leaves every package outside the bundle that is not listed and that no listed one needs. */
const onlyInlined = {
  name: 'only-inlined',
  setup(build) {
    build.onResolve({ filter: /^[^./#]/ }, ({ path: name, kind, importer }) => {
      if (kind === 'entry-point' || path.isAbsolute(name) || isOfPackage(importer)) return undefined;
      const own = name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0];
      return INLINED.includes(own) ? undefined : { path: name, external: true };
    });
  },
};

/**
 * Leaves outside what Puppeteer brings along for others: another protocol's driver, archives and proxies for downloads, a
 * JavaScript engine to find a proxy with. All but the proxies it loads on demand only, and nothing here demands it.
 */
const noLuggage = {
  name: 'no-luggage',
  setup(build) {
    build.onResolve({ filter: /^(?:yargs.*|extract-zip|tar-fs|.*\/bidi\.js)$/ }, ({ path: name, kind, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      return { path: name.startsWith('.') ? pathToFileURL(path.join(resolveDir, name)).href : name, external: true };
    });
    build.onResolve({ filter: /^proxy-agent$/ }, ({ path: name }) => ({ path: name, namespace: 'luggage' }));
    build.onLoad({ filter: /./, namespace: 'luggage' }, () => ({ contents: 'exports.ProxyAgent = class {};' }));
  },
};

const isOfPackage = (file) => file.includes('/node_modules/');

/** Code that looks for files beside itself finds them where it came from. */
const ownAddress = {
  name: 'own-address',
  setup(build) {
    build.onLoad({ filter: /\.(ts|js|mjs)$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      if (!text.includes('import.meta.url')) return undefined;
      const address = JSON.stringify(pathToFileURL(file).href);
      return { contents: text.replaceAll('import.meta.url', address), loader: file.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
};
