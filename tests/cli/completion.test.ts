import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { completionScript } from '../../src/cli/completion.ts';

/** What bash offers for a half-written line. */
function offers(...words: readonly string[]): string[] {
  const script = `${completionScript('bash')}
COMP_WORDS=(${words.map((word) => `"${word}"`).join(' ')}); COMP_CWORD=${words.length - 1}; _broadsheet; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split('\n');
}

it('completes commands and their options in bash', () => {
  expect(offers('broadsheet', 'b')).toEqual(['build']);
  expect(offers('broadsheet', 're')).toEqual(['release']);
  expect(offers('broadsheet', 'release', '--re')).toEqual(['--replate']);
  expect(offers('broadsheet', 'build', '--')).toEqual(
    expect.arrayContaining(['--output', '--only', '--draft', '--json']),
  );
});

it('describes every command for fish and wraps bash for zsh', () => {
  expect(completionScript('fish')).toContain('-a verify -d');
  expect(completionScript('zsh')).toMatch(/^#compdef broadsheet\n/);
});
