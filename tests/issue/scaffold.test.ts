/** `new DATE`: what it writes can be built as it stands, and can be filled in by taking # away. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readIssue } from '../../src/issue/read.ts';
import { scaffoldIssue } from '../../src/issue/scaffold.ts';
import { articleSchema, issueSchema, newspaperSchema } from '../../src/issue/schema.ts';
import { readYaml } from '../../src/issue/yaml.ts';
import { desk, shown } from './desk.ts';

describe('scaffoldIssue', () => {
  it('writes an issue without a fault, and a paper if there is none', async () => {
    using room = desk({}, { paper: null });
    const { written, faults } = await scaffoldIssue(room.paper, '2026-01-09-A');
    expect([written, faults]).toEqual([
      ['issues/2026-01-09-A/issue.yaml', 'issues/2026-01-09-A/first-story.md', 'newspaper.yaml'],
      [],
    ]);
    const { issue, faults: found } = await readIssue(path.join(room.paper, 'issues/2026-01-09-A'));
    expect([issue?.id, shown(found)]).toEqual(['2026-01-09-A', []]);
    expect(existsSync(path.join(room.paper, 'issues/2026-01-09-A/photos'))).toBe(true);
  });

  it('its comments are keys of the schema', async () => {
    using room = desk({}, { paper: null });
    await scaffoldIssue(room.paper, '2026-01-09');
    const uncommented = (file: string): string =>
      readFileSync(path.join(room.paper, file), 'utf8')
        .split('\n')
        .filter((line) => !/^# [A-Z]/.test(line) && !/^# pages: 4/.test(line))
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

  it('touches nothing that is there, and knows the calendar', async () => {
    using room = desk({ 'a.md': '文。' });
    expect(shown((await scaffoldIssue(room.paper, '2026-01-08')).faults)).toEqual(['issue-exists issues/2026-01-08']);
    expect(shown((await scaffoldIssue(room.paper, '2026-02-30')).faults)).toEqual(['date-given']);
  });
});
