/** What a person sees who made a mistake: an exit code of the contract, and a message that says what and what to do. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Fault } from '../../src/fault.ts';
import { NEWSPRINT } from '../../src/press/profile.ts';
import { article, DATE, type Files, makePaper } from './paper.ts';
import { broadsheet, keptStreams } from './streams.ts';

interface Told {
  readonly exit: number;
  readonly faults: readonly Fault[];
}

/** Builds and reads the program's own words. */
async function build(issue: string): Promise<Told> {
  const streams = keptStreams();
  const exit = await main(['build', issue, '--json'], streams);
  return toldBy(exit, streams);
}

/** The same in a process of its own, whose surroundings can be changed. */
async function buildIn(issue: string, env: Readonly<Record<string, string>>): Promise<Told> {
  const run = await broadsheet(issue, ['build', issue, '--json', '--draft'], env);
  return toldBy(run.exit, run);
}

function toldBy(exit: number, { stdout, stderr }: { readonly stdout: string; readonly stderr: string }): Told {
  expect(stderr).toBe('');
  const told = JSON.parse(stdout) as Told;
  expect(told.exit).toBe(exit);
  return told;
}

const good = article('title: 码头的冬天');

interface Mistake {
  readonly files: Files;
  readonly date?: string;
  readonly exit: number;
  readonly name: string;
  readonly place?: string;
}

const MISTAKES: Readonly<Record<string, Mistake>> = {
  'a missing photo': {
    files: { 'pier.md': article('title: 码头\nphotos:\n  - file: photos/pier.jpg') },
    exit: 1,
    name: 'photo-missing',
    place: `issues/${DATE}/pier.md:4`,
  },
  'an unknown key': {
    files: { 'pier.md': article('title: 码头\nbyliner: 某人') },
    exit: 1,
    name: 'key-unknown',
    place: `issues/${DATE}/pier.md:3`,
  },
  'broken YAML': {
    files: { 'pier.md': good, 'issue.yaml': 'pages: [1, 2\nweather: 晴\n' },
    exit: 1,
    name: 'yaml-broken',
    place: `issues/${DATE}/issue.yaml:2`,
  },
  'a date that does not exist': { files: { 'pier.md': good }, date: '2026-02-30', exit: 1, name: 'date-impossible' },
  'an article with neither text nor picture': {
    files: { 'pier.md': '---\ntitle: 码头\n---\n' },
    exit: 1,
    name: 'article-empty',
    place: `issues/${DATE}/pier.md`,
  },
  'a pin outside the page': {
    files: { 'pier.md': article('title: 码头\nplace: { page: 1, column: 7, row: 12, columns: 5 }') },
    exit: 1,
    name: 'pin-outside',
    place: `issues/${DATE}/pier.md:3`,
  },
};

describe('a mistake in the input', () => {
  it.each(Object.entries(MISTAKES))('%s', async (_, { files, date, exit, name, place }) => {
    const { issue } = await makePaper(files, date);
    const told = await build(issue);
    const fault = told.faults.find((one) => one.name === name);
    expect(told.exit).toBe(exit);
    expect(fault, `faults: ${told.faults.map((one) => one.name).join(', ')}`).toBeDefined();
    expect(fault?.hint).not.toBe('');
    if (place !== undefined) {
      expect(`${fault?.place?.file}${place.includes(':') ? `:${fault?.place?.line}` : ''}`).toBe(place);
    }
  });

  it('a profile that is none is refused by check already', async () => {
    const yaml = 'name: 星城小报\nformat: tabloid\npress: { profile: press.icc }\n';
    const { paper, issue } = await makePaper({ 'pier.md': good, 'newspaper.yaml': yaml });
    const profiles = async (): Promise<readonly string[]> => {
      const streams = keptStreams();
      const { faults } = toldBy(await main(['check', issue, '--json'], streams), streams);
      return faults.filter(({ name }) => name === 'press-profile').map(({ message }) => message);
    };
    await writeFile(path.join(paper, 'press.icc'), 'rubbish');
    expect(await profiles()).toEqual([expect.stringContaining('it is no ICC profile')]);
    await writeFile(path.join(paper, 'press.icc'), await readFile(NEWSPRINT));
    expect(await profiles()).toEqual([]);
  });

  it('tells all mistakes of a folder at once', async () => {
    const { issue } = await makePaper({
      'pier.md': article('title: 码头\nbyliner: 某人'),
      'river.md': article('title: 江\nphotos:\n  - file: photos/river.jpg'),
      'issue.yaml': 'number: many\n',
    });
    const names = (await build(issue)).faults.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['key-unknown', 'photo-missing']));
    expect(names.length).toBeGreaterThanOrEqual(3);
  });

  it('names each story with a character that no font has, in the report too', async () => {
    const { paper, issue } = await makePaper({
      'a.md': article('title: 码头\u{1F9FF}'),
      'b.md': article('title: 江水'),
      'c.md': `${article('title: 冬天')}\n她写下\u{1F9FF}一字。\n`,
    });
    const { exit, faults } = await build(issue);
    expect(exit).toBe(1);
    expect(faults.map(({ name, place }) => `${name} ${path.basename(place?.file ?? '')}`)).toEqual([
      'glyph-missing a.md',
      'glyph-missing c.md',
    ]);
    const report = await readFile(path.join(paper, 'output', 'reports', `${DATE}.json`), 'utf8');
    expect(report.match(/glyph-missing/g)).toHaveLength(2);
  });

  it('names each character that no font has in what the page says of itself', async () => {
    const { issue } = await makePaper({
      'newspaper.yaml': 'name: 星城😀\nformat: tabloid\n',
      'issue.yaml': 'pages:\n  - {number: 1, name: 要闻\u{13000}}\nweather: 晴\u{1F9E3}\n',
      'a.md': article('title: 码头\nlabel: 栏\u{1F9FF}'),
    });
    const { faults } = await build(issue);
    const lost = faults.filter(({ name }) => name === 'glyph-missing');
    expect(
      lost.map(({ message, place }) => `${/“(.+)” \(/u.exec(message)?.[1]} ${place?.file}:${place?.line}`).sort(),
    ).toEqual(
      [
        `\u{1F9E3} issues/${DATE}/issue.yaml:3`,
        `\u{13000} issues/${DATE}/issue.yaml:2`,
        '😀 newspaper.yaml:1',
        `\u{1F9FF} issues/${DATE}/a.md:3`,
      ].sort(),
    );
  });

  it('leaves the output of that issue as it was, and writes the report', async () => {
    const { paper, issue } = await makePaper({ 'pier.md': article('title: 码头\nbyliner: 某人') });
    await build(issue);
    expect(await readdir(path.join(paper, 'output'))).toEqual(['reports']);
    const report = JSON.parse(await readFile(path.join(paper, 'output', 'reports', `${DATE}.json`), 'utf8')) as object;
    expect(report).toMatchObject({ schema: 'broadsheet/report@1', issue: DATE, faults: [{ name: 'key-unknown' }] });
  });
});

describe('a machine that lacks something', () => {
  it('no browser: exit 3, and where it was looked for', async () => {
    const { issue } = await makePaper({ 'pier.md': good });
    const told = await buildIn(issue, { PUPPETEER_EXECUTABLE_PATH: '/nowhere/chrome' });
    expect(told.faults).toContainEqual(expect.objectContaining({ name: 'browser-none' }));
    expect(told.exit).toBe(3);
    const browser = told.faults.find(({ name }) => name === 'browser-none');
    expect(browser?.message).toContain('/nowhere/chrome');
  });

  it('no fonts: exit 3, and which package', async () => {
    const { issue } = await makePaper({ 'pier.md': good });
    const preload = fileURLToPath(new URL('./no-fonts.cjs', import.meta.url));
    const told = await buildIn(issue, { NODE_OPTIONS: `--require ${preload}` });
    expect(told.faults).toContainEqual(expect.objectContaining({ name: 'font-missing' }));
    expect(told.exit).toBe(3);
    expect(told.faults[0]?.hint).toContain('npm ci');
  });

  it('an output that cannot be written: exit 3, and why', async () => {
    const { paper, issue } = await makePaper({ 'pier.md': good });
    await writeFile(path.join(paper, 'output'), 'a file where the folder should be');
    const told = await build(issue);
    expect(told.exit).toBe(3);
    expect(told.faults[0]?.name).toBe('output-unwritable');
  });

  // Nothing can be made below /proc, where Node’s own mkdir never ends; elsewhere its folder cannot be made either.
  it.each([
    ['check', 'newspaper.yaml', 'a file of that name is in the way'],
    ['check', 'newspaper.yaml/below', 'a part of the path is a file, no folder'],
    ['build', 'newspaper.yaml/below', 'a part of the path is a file, no folder'],
    ['check', '/proc/output', /nothing can be made there|permission denied|read-only/],
    ['build', '/proc/output', /nothing can be made there|permission denied|read-only/],
    ['check', 'x'.repeat(300), 'the name is too long'],
  ])('%s --output %s: exit 3 before anything is read, and why', async (command, output, why) => {
    const { paper, issue } = await makePaper({ 'pier.md': '---\nnonsense: [\n' });
    const streams = keptStreams();
    const exit = await main([command, issue, '--json', '--output', path.resolve(paper, output)], streams);
    const { faults } = toldBy(exit, streams);
    expect([exit, ...faults.map(({ name }) => name)]).toEqual([3, 'output-unwritable']);
    expect(faults[0]?.message).toMatch(why);
    expect(await readdir(paper)).not.toContain('output');
  });

  it('a folder of someone else’s where the issue goes: exit 3, and it stays', async () => {
    const { paper, issue } = await makePaper({ 'pier.md': good });
    const other = path.join(paper, 'mine', DATE);
    await mkdir(other, { recursive: true });
    await writeFile(path.join(other, 'diary.txt'), 'mine');
    const streams = keptStreams();
    const exit = await main(['build', issue, '--draft', '--json', '--output', path.join(paper, 'mine')], streams);
    expect([exit, ...toldBy(exit, streams).faults.map(({ name }) => name)]).toEqual([3, 'output-taken']);
    expect(await readdir(other)).toEqual(['diary.txt']);
  });

  it('an output of a check that is there leaves nothing behind but the report', async () => {
    const { paper, issue } = await makePaper({ 'pier.md': '---\nnonsense: [\n' });
    expect(await main(['check', issue, '--json'], keptStreams())).toBe(1);
    expect(await readdir(path.join(paper, 'output'))).toEqual(['reports']);
  });

  it.each(['newspaper.yaml', 'newspaper.yaml/below', 'nowhere'])('verify --all --output %s: exit 2', async (output) => {
    const { paper } = await makePaper({});
    const { exit, stdout } = await broadsheet(paper, ['verify', '--all', '--json', '--output', output]);
    expect([exit, stdout]).toEqual([2, expect.stringContaining('There is no folder')]);
  });

  it('an import into a place where nothing can be made: exit 3', async () => {
    const { paper } = await makePaper({ 'raw.txt': '# 题\n\n正文。' });
    const words = ['import', `issues/${DATE}/raw.txt`, '--date', DATE, '--into', 'newspaper.yaml/below', '--json'];
    const { exit, stdout } = await broadsheet(paper, words);
    expect([exit, stdout]).toEqual([3, expect.stringContaining('output-unwritable')]);
  });
});
