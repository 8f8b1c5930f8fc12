/** Writes docs/reference.md, docs/faults.md and their Chinese twins: `npm run reference`. */
import { writeFile } from 'node:fs/promises';
import { REFERENCES } from '../src/cli/reference.ts';
import { FAULT_PAGES } from './faults-page.ts';

for (const [name, page] of Object.entries({ ...REFERENCES, ...FAULT_PAGES }))
  await writeFile(new URL(`../docs/${name}`, import.meta.url), page());
