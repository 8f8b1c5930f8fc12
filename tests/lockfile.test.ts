/** `npm ci` refuses a lock file that lacks a platform's packages; a registry that does not carry them drops them silently. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly engines?: { readonly node?: string };
  readonly os?: readonly string[];
}

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

it('names the packages of every platform', () => {
  const missing = Object.entries(lock.packages).flatMap(([where, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in lock.packages) && !(`${where}/node_modules/${name}` in lock.packages),
    ),
  );
  expect(missing).toEqual([]);
});

it('asks for no newer Node than the project does', () => {
  const ask = lock.packages['']?.engines?.node ?? '';
  const newer = Object.entries(lock.packages).filter(([, { engines }]) =>
    isNewer(leastOf(engines?.node), leastOf(ask)),
  );
  expect(newer.map(([where]) => where)).toEqual([]);
});

/** The first version that a range names, which is its least: major and minor. */
function leastOf(range = ''): readonly [number, number] {
  const [, major = '0', minor = '0'] = /(\d+)(?:\.(\d+))?/.exec(range) ?? [];
  return [Number(major), Number(minor)];
}

const isNewer = ([major, minor]: readonly [number, number], [most, minorMost]: readonly [number, number]): boolean =>
  major > most || (major === most && minor > minorMost);
