/** The house rules that a reader can trust without reading everything. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** From the bottom to the top: a room may import from itself and from what stands before it. */
const ROOMS = ['issue', 'typeset', 'photo', 'makeup', 'edition', 'browser', 'press', 'archive', 'cli'];
/** Lines of a file of code, comments included: what a person can hold in the head. */
const LONGEST = 320;

const filesBelow = (folder: string, ending: RegExp): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const roomOf = (file: string): string | undefined => /^src\/([^/]+)\//.exec(file)?.[1];

/** The files below src that a file imports, types included, static and dynamic. */
function importsOf(file: string): string[] {
  const found = [...read(file).matchAll(/(?:from\s+|import\s*\(?\s*)'(\.{1,2}\/[^']+|#src\/[^']+)'/g)];
  return found
    .map((match) => match[1] ?? '')
    .map((target) =>
      target.startsWith('#src/') ? target.slice(1) : path.posix.join(path.posix.dirname(file), target),
    );
}

const sources = filesBelow('src', /\.(ts|mjs|js)$/);

describe('the architecture', () => {
  it('finds the sources and their imports', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(importsOf('src/cli/main.ts')).toContain('src/cli/table.ts');
    expect(importsOf('src/cli/table.ts')).toContain('src/cli/commands/build.ts');
  });

  it('has only the rooms that ARCHITECTURE.md explains', () => {
    expect([...new Set(sources.flatMap((file) => roomOf(file) ?? []))].sort()).toEqual([...ROOMS].sort());
    const guide = read('ARCHITECTURE.md');
    for (const room of ROOMS) expect(guide, `ARCHITECTURE.md explains ${room}/`).toContain(`${room}/`);
  });

  it('imports downwards only', () => {
    const upwards = sources.flatMap((file) => {
      const from = roomOf(file);
      return importsOf(file)
        .filter((target) => {
          const to = roomOf(target);
          if (from === undefined) return to !== undefined;
          return to !== undefined && ROOMS.indexOf(to) > ROOMS.indexOf(from);
        })
        .map((target) => `${file} → ${target}`);
    });
    expect(upwards).toEqual([]);
  });

  it('keeps the make-up pure', () => {
    const impure = filesBelow('src/makeup', /\.ts$/).filter((file) =>
      /from 'node:|\bDate\.now|new Date\(\)|Math\.random|performance\.now|process\./.test(read(file)),
    );
    expect(impure).toEqual([]);
  });

  it('prints and exits in the command line only', () => {
    const loud = sources.filter(
      (file) =>
        roomOf(file) !== 'cli' && /\bconsole\.(log|error|warn)|process\.(exit|stdout|stderr)\b/.test(read(file)),
    );
    expect(loud).toEqual([]);
  });

  it('reads no clock and draws no lots where bytes are made', () => {
    const rooms = ['issue', 'typeset', 'photo', 'makeup', 'edition', 'press', 'archive'];
    const restless = sources.filter(
      (file) => rooms.includes(roomOf(file) ?? '') && /Date\.now\(|new Date\(\)|Math\.random\(/.test(read(file)),
    );
    expect(restless).toEqual([]);
  });

  it('keeps files short', () => {
    const long = [...sources, ...filesBelow('tests', /\.ts$/)]
      .map((file) => ({ file, lines: read(file).split('\n').length }))
      .filter(({ lines }) => lines > LONGEST);
    expect(long).toEqual([]);
  });

  it('says of everything that it exports what it is', () => {
    // A fault says itself what it means, and a command's `run` is told of where `Command` is. Names of a kind stand in a row under one word.
    const undescribed = filesBelow('src', /(?<!\.d)\.(?:ts|m?js)$/)
      .filter((file) => !/faults[./]|\/commands\//.test(file))
      .flatMap((file) => {
        const lines = read(file).split('\n');
        return lines.flatMap((line, at) =>
          /^export (?!(?:type )?\{)/.test(line) && !/\*\/$|^export |^@inline$/.test(lines[at - 1] ?? '')
            ? `${file}:${at + 1}`
            : [],
        );
      });
    expect(undescribed).toEqual([]);
  });

  it('keeps the site’s configuration a short consumer of the edition', () => {
    const config = read('eleventy.config.ts');
    expect(config.split('\n').length).toBeLessThanOrEqual(40);
    expect(config).toContain('./src/edition/');
  });

  it('names no path of anyone’s machine', () => {
    const written = [...sources, ...filesBelow('tests', /\.ts$/), ...filesBelow('docs', /\.md$/), 'README.md'];
    const personal = written.filter((file) => /\/(?:home|Users)\/[a-z]+\/|\/work\/(?:main|shared)/.test(read(file)));
    expect(personal).toEqual([]);
    expect(statSync(path.join(ROOT, 'src/cli/broadsheet.mjs')).mode & 0o111).not.toBe(0);
  });
});
