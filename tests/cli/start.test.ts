/** The program as it is found: named by everything in it, and run from a bundle whose bytecode V8 takes. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { runInThisContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { inAscii } from '../../src/cli/bundle.mjs';
import { codeDigest, fingerprint, fingerprintOf } from '../../src/cli/fingerprint.mjs';

const PROGRAM = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'broadsheet-start-'));
  folders.push(made);
  return made;
}

describe('the fingerprint', () => {
  it('is that of this program, and changes with every file of it', async () => {
    const program = await folder();
    await mkdir(path.join(program, 'src', 'cli'), { recursive: true });
    await writeFile(path.join(program, 'package.json'), '{}');
    await writeFile(path.join(program, 'src', 'cli', 'main.ts'), 'one');
    const first = fingerprintOf(program);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprintOf(program)).toBe(first);
    const seen = new Set([first]);
    const change = async (name: string, text: string) => {
      await mkdir(path.dirname(path.join(program, name)), { recursive: true });
      await writeFile(path.join(program, name), text);
      const now = fingerprintOf(program);
      expect(seen, name).not.toContain(now);
      seen.add(now);
    };
    await change('src/cli/main.ts', 'two');
    await change('layouts/page.njk', '');
    await change('styles/web.css', '');
    await change('package-lock.json', '{}');
    expect(fingerprint()).toBe(fingerprintOf(PROGRAM));
    expect(codeDigest()).toMatch(/^[0-9a-f]{64}$/);
    expect(codeDigest()).not.toBe(fingerprint());
  });
});

it('writes JavaScript in ASCII that means the same', () => {
  const pieces = [
    "/[。！？]”?$/u.exec('好。”')[0]",
    "/^[😀-😎]+$/u.test('😃😄')",
    "/^[😀]$/.test('😀')",
    "'a—b'.split(/\\—/).length",
    "'a\\\\—'.replace(/\\\\—/, '!')",
    "'回车\\n' + `表\\t格` // 注：\\",
    "/(?<年>\\d+)年/u.exec('2026年').groups.年",
  ];
  for (const piece of pieces) {
    const written = inAscii(piece);
    expect(written).toMatch(/^[\0-\x7f]*$/);
    expect(runInThisContext(written), piece).toEqual(runInThisContext(piece));
  }
});

it('finds no package of ES modules alone among the static imports: a script cannot require it', async () => {
  const bundled = await readFile(path.join(PROGRAM, 'src/cli/bundle.mjs'), 'utf8');
  const manifestOf = (name: string) =>
    readFile(path.join(PROGRAM, 'node_modules', name, 'package.json'), 'utf8').catch(() => '{}');
  const lone: string[] = [];
  for (const name of Object.keys(manifest.dependencies)) {
    const { type, exports } = JSON.parse(await manifestOf(name)) as { type?: string; exports?: unknown };
    const hasRequire = JSON.stringify(exports ?? {}).includes('"require"');
    if (type === 'module' && !hasRequire && !bundled.includes(`  '${name}',`)) lone.push(name);
  }
  expect(lone).toEqual(expect.arrayContaining(['harfbuzzjs', 'lcms-wasm', 'pagefind']));
  const sources = await readdir(path.join(PROGRAM, 'src'), { recursive: true });
  for (const file of sources.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))) {
    const text = await readFile(path.join(PROGRAM, 'src', file), 'utf8');
    const imported = [...text.matchAll(/^import (?!type )[^;]*? from '([^']+)'/gms)].map((match) => match[1] ?? '');
    expect(
      imported.filter((name) => lone.includes(name)),
      file,
    ).toEqual([]);
  }
});

describe('the bundle', () => {
  /** A program of its own, so that this one's bundles are left alone. */
  async function program(): Promise<string> {
    const place = await folder();
    for (const name of ['src', 'package.json', 'layouts', 'styles', 'eleventy.config.ts'])
      await cp(path.join(PROGRAM, name), path.join(place, name), { recursive: true });
    await mkdir(path.join(place, 'node_modules'));
    for (const name of await readdir(path.join(PROGRAM, 'node_modules')))
      if (!name.startsWith('.'))
        await symlink(path.join(PROGRAM, 'node_modules', name), path.join(place, 'node_modules', name));
    return place;
  }

  const version = async (place: string): Promise<string> => {
    const { stdout } = await run(process.execPath, [path.join(place, 'src/cli/broadsheet.mjs'), '--version']);
    return stdout.trim();
  };

  const asked = (place: string): Promise<{ readonly stdout: string }> =>
    run(process.execPath, ['--input-type=module', '-e', ASK, path.join(place, 'src/cli/start.mjs')]);

  /** Asks V8, under the flags of a run, whether it takes the bytecode of all scripts. */
  const ASK = `
    import { pathToFileURL } from 'node:url';
    const { load, scriptOf, bytecodeOf, BUNDLE } = await import(pathToFileURL(process.argv[1]).href);
    await load('main');
    const folder = globalThis[BUNDLE];
    for (const entry of ['main', 'worker', 'eleventy']) {
      const file = folder + '/' + entry + '.cjs';
      const code = bytecodeOf(file);
      console.log(entry, code === undefined ? 'none' : scriptOf(file, code).cachedDataRejected);
    }`;

  it('is made once, runs, and V8 takes its bytecode', async () => {
    const place = await program();
    expect(await version(place)).toBe(manifest.version);
    const bundles = path.join(place, 'node_modules/.cache/broadsheet');
    const made = await readdir(bundles);
    expect(made).toHaveLength(1);
    const main = await readFile(path.join(bundles, made[0] ?? '', 'main.cjs'), 'latin1');
    expect(main).toMatch(/^[\0-\x7f]*$/);
    expect(main, 'layouts come compiled').toMatch(/COMPILED_LAYOUTS = \{\s*"archive\.njk": \{ text: /);
    expect((await asked(place)).stdout).toBe('main false\nworker false\neleventy false\n');
    expect(await readdir(bundles)).toEqual(made);
  }, 120_000);

  it('is made again for a program that was moved with its bundle: a bundle knows where its program lies', async () => {
    const place = await program();
    await version(place);
    const moved = path.join(await folder(), 'moved');
    await cp(place, moved, { recursive: true, verbatimSymlinks: true });
    await rm(place, { recursive: true });
    expect(await version(moved)).toBe(manifest.version);
    expect(await readdir(path.join(moved, 'node_modules/.cache/broadsheet'))).toHaveLength(2);
  }, 120_000);

  it('runs with bytecode that is damaged, or gone', async () => {
    const place = await program();
    await version(place);
    const bundles = path.join(place, 'node_modules/.cache/broadsheet');
    const [name = ''] = await readdir(bundles);
    const code = path.join(bundles, name, 'main.cjs.code');
    const whole = await readFile(code);
    await writeFile(code, whole.subarray(0, whole.length >> 1));
    expect(await version(place)).toBe(manifest.version);
    const tipped = Buffer.from(whole);
    tipped[whole.length >> 1] = (whole[whole.length >> 1] ?? 0) ^ 1;
    await writeFile(code, tipped);
    expect((await asked(place)).stdout).toBe('main none\nworker false\neleventy false\n');
    expect(await version(place)).toBe(manifest.version);
    await rm(code);
    expect(await version(place)).toBe(manifest.version);
  }, 120_000);
});
