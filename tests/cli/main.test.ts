import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { COMMANDS } from '../../src/cli/table.ts';
import { broadsheet, keptStreams } from './streams.ts';

describe('the command line', () => {
  it('shows help for itself and for each command', async () => {
    const all = keptStreams();
    expect(await main(['--help'], all)).toBe(0);
    for (const { name, options } of COMMANDS) {
      expect(all.stdout).toContain(`  ${name} `);
      const one = keptStreams();
      expect(await main([name, '--help'], one)).toBe(0);
      for (const { flags } of options) expect(one.stdout).toContain(flags);
      expect(one.stdout).toContain('--json');
    }
  });

  it.each([
    [['paint'], /unknown command 'paint'/],
    [['build', '--fast'], /unknown option '--fast'/],
    [['release', '2026-01-08'], /required option '--page <n>'/],
    [['import', '--date', '2026-01-08'], /missing required argument 'file'/],
    [[], /Usage: broadsheet/],
  ])('answers %j with exit 2 and a way on', async (words, message) => {
    const streams = keptStreams();
    expect(await main(words, streams)).toBe(2);
    expect(streams.stderr).toMatch(message);
    expect(streams.stdout).toBe('');
  });

  it('loads every command of its table', async () => {
    for (const row of COMMANDS) expect((await row.load()).run).toBeTypeOf('function');
  });

  it('finds no paper in an empty folder, and says what to do', async () => {
    const empty = await mkdtemp(path.join(tmpdir(), 'broadsheet-empty-'));
    const { exit, stdout, stderr } = await broadsheet(empty, ['build']);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/No newspaper\.yaml/);
    expect(stderr).toMatch(/→ Run the command in a paper’s folder/);
    expect(stderr).not.toMatch(/ {4}at /);
  });

  it('speaks Chinese in a Chinese locale', async () => {
    const empty = await mkdtemp(path.join(tmpdir(), 'broadsheet-empty-'));
    const { stderr } = await broadsheet(empty, ['build'], { LC_ALL: 'zh_CN.UTF-8' });
    expect(stderr).toMatch(/错误/);
  });

  it('prints JSON and nothing else with --json', async () => {
    const empty = await mkdtemp(path.join(tmpdir(), 'broadsheet-empty-'));
    const { exit, stdout, stderr } = await broadsheet(empty, ['check', '--json']);
    expect(exit).toBe(2);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'broadsheet/run@1',
      exit: 2,
      faults: [{ name: 'paper-not-found', severity: 'error' }],
    });
  });
});
