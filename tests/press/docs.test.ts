/** The room's page names every rule as the code has it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { READER_CONDITIONS } from '#src/press/preflight/reader-check.ts';
import type { Rule } from '#src/press/preflight/rule.ts';
import { RULES } from '#src/press/preflight/table.ts';

const reference = readFileSync(new URL('../../docs/reference.md', import.meta.url), 'utf8');
const page = readFileSync(new URL('../../docs/press-room.md', import.meta.url), 'utf8');
const chinese = readFileSync(new URL('../../docs/press-room.zh-CN.md', import.meta.url), 'utf8');

/** A rule's number with its unit, as the Chinese page writes it. */
function shownInChinese({ number, unit }: Rule): string {
  if (number === undefined) return '';
  if (unit === '% over the limit') return `超上限 ${number}%`;
  if (unit === '%') return `${number}%`;
  return [number, unit].filter((part) => part !== undefined).join(' ');
}

describe('docs/press-room.md', () => {
  test.each(RULES)('has the rule $name', ({ name, severity, source, number, unit }) => {
    const shown = number === undefined ? '' : [number, unit].filter((part) => part !== undefined).join(' ');
    expect(page).toContain(`| \`${name}\` | ${severity} | ${source} | ${shown} |`);
  });

  test.each(READER_CONDITIONS)('has the condition $name', ({ name, clause }) => {
    expect(page).toContain(`| \`${name}\` | ${clause} |`);
  });

  test.each(RULES)('has the rule $name in Chinese', (rule) => {
    const row = chinese.split('\n').find((line) => line.startsWith(`| \`${rule.name}\` |`)) ?? '';
    const [, , severity, , number] = row.split('|').map((cell) => cell.trim());
    expect([severity, number]).toEqual([rule.severity === 'error' ? '错误' : '提醒', shownInChinese(rule)]);
  });

  test('numbers that a paper may set are those of rules, with the table’s as default', () => {
    const keys = [...reference.matchAll(/`press\.preflight\.([a-z-]+)` \|[^|]*\| .*?([\d.]+) when absent/g)];
    expect(keys.length).toBe(10);
    for (const [, name, number] of keys) expect(RULES.find((rule) => rule.name === name)?.number).toBe(Number(number));
  });

  test('counts the rules', () => {
    expect(page).toContain(`${RULES.length} rules`);
    expect(chinese).toContain(`${RULES.length} 条规则`);
  });
});
