/** Writes docs/reference.md and its Chinese twin: `npm run reference`. */
import { writeFile } from 'node:fs/promises';
import { REFERENCES } from '../src/cli/reference.ts';

for (const [name, reference] of Object.entries(REFERENCES))
  await writeFile(new URL(`../docs/${name}`, import.meta.url), reference());
