/** The room's page names every rule as the code has it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { READER_CONDITIONS } from '#src/press/preflight/reader-check.ts';
import { RULES } from '#src/press/preflight/table.ts';

const reference = readFileSync(new URL('../../docs/reference.md', import.meta.url), 'utf8');
const page = readFileSync(new URL('../../docs/press-room.md', import.meta.url), 'utf8');

describe('docs/press-room.md', () => {
  test.each(RULES)('has the rule $name', ({ name, severity, source, number, unit }) => {
    const shown = number === undefined ? '' : [number, unit].filter((part) => part !== undefined).join(' ');
    expect(page).toContain(`| \`${name}\` | ${severity} | ${source} | ${shown} |`);
  });

  test.each(READER_CONDITIONS)('has the condition $name', ({ name, clause }) => {
    expect(page).toContain(`| \`${name}\` | ${clause} |`);
  });

  test('numbers that a paper may set are those of rules, with the table’s as default', () => {
    const keys = [...reference.matchAll(/`press\.preflight\.([a-z-]+)` \|[^|]*\| .*?([\d.]+) when absent/g)];
    expect(keys.length).toBe(10);
    for (const [, name, number] of keys) expect(RULES.find((rule) => rule.name === name)?.number).toBe(Number(number));
  });

  test('counts the rules', () => {
    expect(page).toContain(`${RULES.length} rules`);
  });
});
