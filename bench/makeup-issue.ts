/**
 * The make-up of a real issue, alone: `npx tsx bench/makeup-issue.ts [ISSUE FOLDER]`. CPU milliseconds of a process that
 * has just opened its fonts, then with the lines cached; each search of a page with what it cost, `*` where it is proved best.
 */
import { readIssue } from '../src/issue/read.ts';
import { makeUp } from '../src/makeup/make-up.ts';
import type { PageMemory } from '../src/makeup/page/page.ts';
import { inspectPictures } from '../src/photo/inspect.ts';
import { openTypesetter } from '../src/typeset/typesetter.ts';
import { linesKept } from './makeup-lines.ts';

const [folderName = 'issues/2026-01-08'] = process.argv.slice(2);
const { issue, folder } = await readIssue(folderName);
if (!issue) throw new Error(`${folderName} cannot be read`);
const { pictures } = await inspectPictures(folder, issue);
const lines = linesKept(await openTypesetter(issue.paper));

for (const state of ['cold', 'lines cached', 'lines cached']) {
  const searches: string[] = [];
  const memory: PageMemory = (desk, task, make) => {
    const { value, ms } = timed(() => make(desk, task));
    const asked = `${task.fillers.length > 0 ? ' with a filler' : ''}${task.relaxed ? ' in wider bounds' : ''}`;
    const found = 'tree' in value ? `${value.cost.toFixed(1)}${value.optimal ? '*' : ''}` : 'not closed';
    searches.push(`page ${task.page.number}${asked} ${found} in ${ms.toFixed(0)} ms`);
    return value;
  };
  const { ms } = timed(() => makeUp({ issue, typesetter: lines(), pictures, memory }));
  console.log(`${state}: ${ms.toFixed(0)} ms CPU; ${searches.join(', ')}`);
}

function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: (user + system) / 1000 };
}
