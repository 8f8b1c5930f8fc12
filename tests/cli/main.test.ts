import { existsSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { COMMANDS } from '../../src/cli/table.ts';
import { article, DATE, makePaper } from './paper.ts';
import { broadsheet, keptStreams } from './streams.ts';

const CHINESE = { LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8' };
const HAN = /\p{Script=Han}/u;

/** Three English words in a row, names of keys, files and commands left out. */
const englishIn = (text: string): readonly string[] =>
  text.replaceAll(/`[^`]*`|“[^”]*”|\[[\w -]+\]|\S+\.\w+/g, '').match(/[A-Za-z]+(?: [A-Za-z]+){2,}/g) ?? [];

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
    [['release', '2026-01-08'], /required option '--page <page>'/],
    [['import', '--date', '2026-01-08'], /missing required argument 'file'/],
    [['new', '2026-02-30'], /The calendar has no 2026-02-30\./],
    [['new', '2026-01-09-晚'], /“2026-01-09-晚” is not a date as an issue is named by/],
    [['new', 'tomorrow'], /Write the date as YYYY-MM-DD, or YYYY-MM-DD-A/],
    [['help', 'paint'], /unknown command 'paint'/],
    [['help', 'biuld'], /Did you mean build\?/],
    [['check', '—proof'], /unknown option '—proof'\n\(Did you mean --proof\?\)/],
    [['build', '–only=web'], /Did you mean --only=web\?/],
    [['release', '2026-01-08', '--pages', '1'], /unknown option '--pages'\n\(Did you mean --page\?\)\n.*--page 1/],
    [['release', '2026-01-08', '--draft'], /unknown option '--draft'\n\(--draft is an option of build\)/],
    [['build', '--draft=yes'], /unknown option '--draft=yes'\n\(Did you mean --draft\?\)/],
    [['build', '--replat'], /unknown option '--replat'\n\(--replate is an option of release\)/],
    [['seal', '2026-01-08', '--reason', '—a slip', '--zp'], /unknown option '--zp'\n\(Did you mean --zip\?\)/],
    [['build', '--', '--fast'], /no issue folder “--fast”/],
    [['build', '--replate'], /unknown option '--replate'\n\(--replate is an option of release\)/],
    [[], /Usage: broadsheet/],
  ])('answers %j with exit 2 and a way on', async (words, message) => {
    const streams = keptStreams();
    expect(await main(words, streams)).toBe(2);
    expect(streams.stderr).toMatch(message);
    expect(streams.stdout).toBe('');
  });

  it('refuses an import for a date that is none as wrong usage', async () => {
    const { paper } = await makePaper({ 'raw.txt': '# 题\n\n正文。' });
    const { exit, stderr } = await broadsheet(paper, ['import', `issues/${DATE}/raw.txt`, '--date', '2026-13-01']);
    expect([exit, stderr]).toEqual([2, expect.stringMatching(/The calendar has no 2026-13-01\..*\n.*YYYY-MM-DD\./)]);
  });

  it('begins a paper where there is none, in an empty folder', async () => {
    const empty = await mkdtemp(path.join(tmpdir(), 'broadsheet-empty-'));
    await writeFile(path.join(empty, 'page.txt'), '# 题目在此\n\n正文一段。');
    const { exit, stdout } = await broadsheet(empty, ['import', 'page.txt', '--date', DATE]);
    expect([exit, stdout]).toEqual([0, expect.stringContaining('newspaper.yaml')]);
    expect(existsSync(path.join(empty, 'issues', DATE, 'issue.yaml'))).toBe(true);
  });

  it('does not take a part of --only behind a blank for an issue', async () => {
    const { paper } = await makePaper({});
    const { exit, stderr } = await broadsheet(paper, ['build', '--only', 'web,', 'press']);
    expect([exit, stderr]).toEqual([2, expect.stringMatching(/--only lacks a part.*\n.*without blanks/)]);
  });

  it('tells programs of a wrong command line too', async () => {
    const { exit, stdout } = await broadsheet('.', ['check', '--json', '--nosuch']);
    const { faults } = JSON.parse(stdout) as { faults: readonly { message: string; zh: { message: string } }[] };
    expect([exit, faults[0]?.message]).toEqual([2, "unknown option '--nosuch'."]);
    expect(faults[0]?.zh.message).toMatch(HAN);
  });

  it('names an imported issue so that it is found from here, whichever paper it went to', async () => {
    const empty = await mkdtemp(path.join(tmpdir(), 'broadsheet-empty-'));
    await writeFile(path.join(empty, 'page.txt'), '# 题目在此\n\n正文一段。');
    const elsewhere = await broadsheet(empty, ['import', 'page.txt', '--date', DATE, '--into', 'paper']);
    expect(elsewhere.stderr).toContain(`broadsheet check paper/issues/${DATE}`);
    const here = await broadsheet(empty, ['import', 'page.txt', '--date', DATE]);
    expect(here.stderr).toContain(`broadsheet check ${DATE}`);
  });

  it('says where a new issue goes whose folder is there already', async () => {
    const { paper } = await makePaper({});
    const { exit, stderr } = await broadsheet(paper, ['new', DATE]);
    expect([exit, stderr]).toEqual([1, expect.stringMatching(/There is an issue in .*\n.*Write your stories into/)]);
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

  it('speaks Chinese alone in a Chinese locale, though the report for programs stays English', async () => {
    const { paper, issue } = await makePaper({
      'pier.md': article('title: 码头的冬天\npriority: 9\nbyliner: 某人\nphotos:\n  - file: photos/pier.jpg'),
      'Ferry 1.md': article('title: 渡船\npage: 12'),
      'issue.yaml': 'pages: 2\nads:\n  - file: ads/tea.pdf\n',
    });
    const { exit, stderr } = await broadsheet(paper, ['check', issue, '--verbose'], CHINESE);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/错误：/);
    expect(englishIn(stderr)).toEqual([]);
    const { faults } = JSON.parse(await readFile(path.join(paper, `output/reports/${DATE}.json`), 'utf8'));
    for (const { message, zh } of faults)
      expect([HAN.test(message.replaceAll(/“[^”]*”/g, '')), HAN.test(zh.message)]).toEqual([false, true]);
    expect(await readFile(path.join(paper, `output/reports/${DATE}.html`), 'utf8')).toContain(faults[0].zh.hint);
  });

  it('says in Chinese why a page does not close', async () => {
    const { paper, issue } = await makePaper({ 'pier.md': article('title: 码头的冬天'), 'issue.yaml': 'pages: 1\n' });
    const { exit, stderr } = await broadsheet(paper, ['check', issue, '--verbose'], CHINESE);
    expect(exit).toBe(4);
    expect(stderr).toMatch(/第 1 版稿子不够/);
    expect(englishIn(stderr)).toEqual([]);
  });

  it.each([['--help'], ['build --help'], ['paint'], ['build --fast'], ['release 2026-01-08'], ['import']])(
    'explains “%s” in Chinese',
    async (words) => {
      const { stdout, stderr } = await broadsheet('.', words.split(' '), CHINESE);
      expect(stdout + stderr).toMatch(HAN);
      expect(englishIn(stdout + stderr)).toEqual([]);
    },
  );

  it.each([
    ['new', '缺参数“<日期>”'],
    ['import a.txt', '缺选项“--date <日期>”'],
    ['help paint', '没有命令“paint”'],
    ['check —proof', '（是不是 --proof？）'],
    ['build --replate', '（--replate 是 release 的选项）'],
    ['check --zip', '（--zip 是 seal 的选项）'],
    ['release 2026-01-08 --pages 1', '（是不是 --page？）'],
    ['build --replat', '（--replate 是 release 的选项）'],
  ])('says of “%s” in Chinese: %s', async (words, said) => {
    const { stderr } = await broadsheet('.', words.split(' '), CHINESE);
    expect(stderr).toContain(said);
  });

  it('leaves no English placeholder in the Chinese usage', async () => {
    const { stdout } = await broadsheet('.', ['help'], CHINESE);
    expect(stdout).toContain('用法：broadsheet [选项] [命令]');
    expect(stdout).not.toMatch(/\[options\]|<file>|\[issue|\[command\]/);
  });

  it.each([
    ['release 2026-01-08', '缺选项“--page <版次>”', '例：broadsheet release 2026-01-09 --page 1'],
    ['new', '缺参数“<日期>”', '例：broadsheet new 2026-01-09'],
    ['seal 2026-01-08 --reason', '选项“--reason <缘由>”缺值', '例：broadsheet seal 2026-01-09'],
    ['new 20260109', '“20260109”不是出版日期的写法', '请写 2026-01-09。'],
    ['new ２０２６－１－９', '不是出版日期的写法', '请写 2026-01-09。'],
    ['new 2026-1-9-A', '不是出版日期的写法', '请写 2026-01-09-A。'],
    ['new 2026-02-30', '历书上没有“2026-02-30”这一天', '日期依次写年、月、日，如 2026-01-09'],
  ])('tells who typed “%s” in Chinese what to type', async (words, message, remedy) => {
    const { exit, stderr } = await broadsheet('.', words.split(' '), CHINESE);
    expect([exit, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(stderr).toContain(remedy);
    expect(stderr).not.toMatch(/YYYY|<(?:page|text|date)>/);
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
