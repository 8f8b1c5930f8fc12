import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { reference } from '../../src/cli/reference.ts';

it('docs/reference.md says what the program does; `npm run reference` writes it anew', async () => {
  const written = await readFile(new URL('../../docs/reference.md', import.meta.url), 'utf8');
  expect(written).toBe(reference());
});
