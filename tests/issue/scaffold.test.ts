/** `new DATE`: what it writes can be built as it stands, and can be filled in by taking # away. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readIssue } from '../../src/issue/read.ts';
import { scaffoldIssue } from '../../src/issue/scaffold.ts';
import { articleSchema } from '../../src/issue/schema/article.ts';
import { issueSchema } from '../../src/issue/schema/issue.ts';
import { newspaperSchema } from '../../src/issue/schema/newspaper.ts';
import { readYaml } from '../../src/issue/yaml.ts';
import { desk, shown } from './desk.ts';

describe('scaffoldIssue', () => {
  it('writes an issue without a fault, and a paper if there is none', async () => {
    using room = desk({}, { paper: null });
    const { written, faults } = await scaffoldIssue(room.paper, '2026-01-09-A', '');
    expect([written, faults]).toEqual([
      ['issues/2026-01-09-A/issue.yaml', 'issues/2026-01-09-A/first-story.md', 'newspaper.yaml'],
      [],
    ]);
    const { issue, faults: found } = await readIssue(path.join(room.paper, 'issues/2026-01-09-A'), {
      draft: true,
    });
    expect([issue?.id, shown(found)]).toEqual(['2026-01-09-A', ['example-unchanged? first-story.md:3']]);
    expect(existsSync(path.join(room.paper, 'issues/2026-01-09-A/photos'))).toBe(true);
  });

  it.each(['zh_CN.UTF-8', 'en_GB.UTF-8'])('its comments are keys of the schema (%s)', async (locale) => {
    using room = desk({}, { paper: null });
    await scaffoldIssue(room.paper, '2026-01-09', locale);
    const uncommented = (file: string): string =>
      readFileSync(path.join(room.paper, file), 'utf8')
        .split('\n')
        .filter((line) => !/^# [A-Z\p{Script=Han}]/u.test(line) && !/^# pages: 4/.test(line))
        .map((line) => line.replace(/^# /, ''))
        .join('\n');
    const check = (file: string, text: string, schema: Parameters<typeof readYaml>[1]) => {
      expect(Object.keys(parse(text) ?? {}).length).toBeGreaterThan(3);
      expect(readYaml({ text, file, firstLine: 1 }, schema).faults).toEqual([]);
    };
    check('newspaper.yaml', uncommented('newspaper.yaml'), newspaperSchema);
    check('issue.yaml', uncommented('issues/2026-01-09/issue.yaml'), issueSchema);
    check('first-story.md', uncommented('issues/2026-01-09/first-story.md').split('---')[1] ?? '', articleSchema);
  });

  it.each([
    ['an English locale', null, 'en_GB.UTF-8', false],
    ['no locale, as the program itself speaks', null, '', false],
    ['a Chinese locale', null, 'zh_CN.UTF-8', true],
    ['an English paper', 'name: The Harbour Gazette\nlanguage: en-GB\n', 'zh_CN.UTF-8', false],
    ['a paper that does not say, and so is Chinese', 'name: 星城晚报\n', 'en_GB.UTF-8', true],
  ] as const)('speaks the language of %s', async (_, paper, locale, chinese) => {
    using room = desk({}, { paper });
    const { written } = await scaffoldIssue(room.paper, '2026-01-09', locale);
    for (const file of written) {
      const text = readFileSync(path.join(room.paper, file), 'utf8');
      expect(/\p{Script=Han}/u.test(text), file).toBe(chinese);
    }
    const { issue } = await readIssue(path.join(room.paper, 'issues/2026-01-09'), { draft: true });
    expect(issue?.paper.language.startsWith('zh')).toBe(chinese);
  });

  it('touches nothing that is there, and knows the calendar', async () => {
    using room = desk({ 'a.md': '文。' });
    expect(shown((await scaffoldIssue(room.paper, '2026-01-08', '')).faults)).toEqual([
      'issue-exists issues/2026-01-08',
    ]);
    expect(shown((await scaffoldIssue(room.paper, '2026-02-30', '')).faults)).toEqual(['date-given']);
  });
});

describe('a date that is written in another way', () => {
  it.each(['2026-1-9', '2026/01/09', '2026年1月9日'])('is told as it should be: %s', async (date) => {
    const { faults } = await scaffoldIssue('/nowhere', date, 'zh-CN');
    expect(faults.map(({ hint }) => hint)).toEqual(['Write 2026-01-09.']);
  });
  it('is not guessed where the calendar has no such day', async () => {
    const { faults } = await scaffoldIssue('/nowhere', '2026-2-30', 'zh-CN');
    expect(faults[0]?.hint).toMatch(/YYYY-MM-DD/);
  });
});
