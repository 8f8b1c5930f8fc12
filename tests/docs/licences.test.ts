/** Whoever installs Broadsheet installs other people's work: the page of licences names all of it. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

const { dependencies } = JSON.parse(read('package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

it('each package that a build uses has a word there', () => {
  const page = read('docs/licences.md');
  const bold = [...page.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = '']) => name);
  const isNamed = (name: string): boolean =>
    bold.includes(name) || bold.includes(name.replace('@expo-google-fonts/', ''));
  expect(Object.keys(dependencies).filter((name) => !isNamed(name))).toEqual([]);
});

it('each package is fixed to one version', () => {
  expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
