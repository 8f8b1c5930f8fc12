import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { FAULT_PAGES } from '../../scripts/faults-page.ts';
import { REFERENCES } from '../../src/cli/reference.ts';

const HAN = /\p{Script=Han}/u;
const rows = (page: string): readonly string[] => page.split('\n').filter((line) => /^\| [`\d]/.test(line));

describe.each(Object.entries({ ...REFERENCES, ...FAULT_PAGES }))('docs/%s', (name, reference) => {
  it('says what the program does; `npm run reference` writes it anew', async () => {
    const written = await readFile(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
    expect(written).toBe(reference());
  });
});

it('the Chinese reference has every row of the English one, and means every key, option and code in Chinese', () => {
  const [english, chinese] = Object.values(REFERENCES).map((reference) => rows(reference()));
  const first = (row: string): string => row.split(' | ')[0]?.replace(/ \(required\)|（必填）/, '') ?? '';
  expect(english?.length).toBeGreaterThan(100);
  expect(chinese?.map(first)).toEqual(english?.map(first));
  for (const row of chinese ?? []) {
    expect(row.split(' | ').at(-1)).toMatch(HAN);
    // Half-width marks between Chinese characters are slips of the pen.
    expect(row).not.toMatch(/\p{Script=Han}[,;:!?.](?:\p{Script=Han}|$)/u);
  }
});
