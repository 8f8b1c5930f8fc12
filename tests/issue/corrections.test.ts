/** `corrects` leads to a story of an issue that lies beside this one, or is warned of at its line. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCorrections } from '../../src/issue/corrections.ts';
import { readIssue } from '../../src/issue/read.ts';
import { desk, shown } from './desk.ts';

/** The warnings of an issue of one correction; beside it lie 2026-01-07 with `bridge` and 2026-01-06, edition B, with `pier`. */
async function warned(corrects: string) {
  using room = desk({ 'a.md': `---\ntitle: 更正\ncorrects: ${corrects}\n---\n正文。\n` });
  for (const [folder, file, text] of [
    ['2026-01-07', 'bridge.md', '正文。\n'],
    ['2026-01-06', 'pier.md', '正文。\n'],
    ['2026-01-06', 'issue.yaml', 'edition: B\n'],
  ] as const) {
    mkdirSync(path.join(room.paper, 'issues', folder), { recursive: true });
    writeFileSync(path.join(room.paper, 'issues', folder, file), text);
  }
  const { issue } = await readIssue(room.issue);
  return issue === undefined ? undefined : await checkCorrections(room.issue, issue);
}

describe('a correction', () => {
  it('of a story that is there is not spoken of', async () => {
    for (const corrects of ['2026-01-07/bridge', '2026-01-06-B/pier', '2026-01-08/a'])
      expect(await warned(corrects)).toEqual([]);
  });

  it('of a story that is not there is warned of, with the closest one', async () => {
    const faults = (await warned('2026-01-07/brigde')) ?? [];
    expect(shown(faults)).toEqual(['corrects-story-unknown? a.md:3']);
    expect(faults[0]?.hint).toMatch(/^Did you mean “bridge”\?/);
  });

  it('of an issue that is not there is warned of', async () => {
    expect(shown((await warned('2026-02-01/nix')) ?? [])).toEqual(['corrects-issue-unknown? a.md:3']);
    expect(shown((await warned('2026-01-06-A/pier')) ?? [])).toEqual(['corrects-issue-unknown? a.md:3']);
  });
});
