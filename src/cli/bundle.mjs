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
import nunjucks from 'nunjucks';
import { BUNDLES, codeDigest, codeOf, ENTRIES, PACKAGES, PROGRAM, scriptOf } from './start.mjs';

/** Bundles of other versions are kept this long: a process that still runs may load from one. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** What a bundle consists of. */
const SCRIPTS = { ...ENTRIES, ...PACKAGES };

/** The one package that more than one script needs and that has to be the same in all: its safe strings know each other by class. */
const SHARED = 'nunjucks';

/** Packages that are bundled, and all that they need; others (native code, files found beside the code) stay where they are. */
const INLINED = [
  '@cantoo/pdf-lib',
  'budoux',
  'commander',
  'fflate',
  'hyphen',
  'linebreak',
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
    for (const entry of Object.keys(SCRIPTS)) keepCode(path.join(beside, `${entry}.cjs`));
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
    entryPoints: SCRIPTS,
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
    // pagedjs-cli asks for puppeteer, which package.json maps to puppeteer-core: one copy is enough.
    alias: { puppeteer: 'puppeteer-core' },
    plugins: [noLuggage, onlyInlined, compiledLayouts, ownAddress],
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
    const code = script.createCachedData();
    writeFileSync(codeOf(file), Buffer.concat([codeDigest(code), code]));
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
      if (name === SHARED) return { path: name, external: true };
      if (kind === 'entry-point' || path.isAbsolute(name) || isOfPackage(importer)) return undefined;
      const own = name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0];
      return INLINED.includes(own) ? undefined : { path: name, external: true };
    });
  },
};

/**
 * Packages that listed ones load at once for what nothing here asks of them: of Puppeteer, proxies for downloads, with a
 * JavaScript engine to find one; of the rest of pagedjs-cli, a DOM to break lines of HTML and a PDF library for its own last
 * step; of Eleventy, JavaScript in front matter, links changed in finished HTML, languages in addresses, another template
 * language, what a script imports. They take longer to load than all the rest, in every thread.
 */
const LUGGAGE = new RegExp(
  `^(?:${[
    'proxy-agent',
    'linkedom',
    'pdf-lib',
    'node-retrieve-globals',
    '(?:@11ty/)?posthtml(?:-urls|-match-helper)?',
    'bcp-47-normalize',
    'liquidjs',
    '@11ty/dependency-tree(?:-esm)?',
  ].join('|')})$`,
);
/** What is loaded on demand: the driver of another protocol, archives to unpack; a server, engines for other templates. */
const ON_DEMAND =
  /^(?:yargs.*|extract-zip|tar-fs|.*\/bidi\.js|@11ty\/eleventy-dev-server|\.\/(?:Custom|Html|JavaScript|Liquid|Markdown)\.js)$/;

/** Leaves both outside the bundle. */
const noLuggage = {
  name: 'no-luggage',
  setup(build) {
    build.onResolve({ filter: ON_DEMAND }, ({ path: name, kind, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      return { path: name.startsWith('.') ? pathToFileURL(path.join(resolveDir, name)).href : name, external: true };
    });
    build.onResolve({ filter: LUGGAGE }, ({ path: name }) => ({ path: name, namespace: 'luggage' }));
    build.onLoad({ filter: /./, namespace: 'luggage' }, () => ({ contents: 'exports.__esModule = true;' }));
  },
};

const isOfPackage = (file) => file.includes('/node_modules/');

/** The house's layouts, compiled: their functions get bytecode like all others. */
const compiledLayouts = {
  name: 'compiled-layouts',
  setup(build) {
    build.onLoad({ filter: /\bsrc\/edition\/compiled-layouts\.ts$/ }, () => {
      const folder = path.join(PROGRAM, 'layouts');
      const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.njk'));
      const entries = names.map((name) => {
        const text = readFileSync(path.join(folder, name), 'utf8');
        const code = nunjucks.compiler.compile(text, [], [], name, { autoescape: true });
        return `${JSON.stringify(name.replaceAll(path.sep, '/'))}: { text: ${JSON.stringify(text)}, code: (function () {${code}})() }`;
      });
      return { contents: `export const COMPILED_LAYOUTS = {${entries.join(',\n')}};`, loader: 'js' };
    });
  },
};

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
