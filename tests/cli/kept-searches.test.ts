/** Searches of pages that are kept between runs: nobody can tell them from fresh ones. */
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { keptSearches } from '../../src/cli/build/kept-searches.ts';
import type { Issue } from '../../src/issue/model.ts';
import { readIssue } from '../../src/issue/read.ts';
import { type MadeUp, makeUp, searchPages } from '../../src/makeup/make-up.ts';
import type { PageMemory } from '../../src/makeup/page/page.ts';
import { openTypesetter } from '../../src/typeset/typesetter.ts';
import { article, makePaper } from './paper.ts';

let issue: Issue;
let folder: string;
beforeAll(async () => {
  const made = await makePaper({
    'issue.yaml': 'pages: 2\n',
    'pier.md': article('title: 码头的冬天比往年早\nkicker: 江边三日\ndeck: 渡船停了两天\npage: 1\npriority: 1', 2600),
    'bridge.md': article('title: 桥上的灯亮了\npage: 1', 1200),
    'river.md': article('title: 江水退了三尺\npage: 2\npriority: 1', 1900),
  });
  const read = await readIssue(made.issue, { draft: true });
  if (read.issue === undefined) throw new Error(read.faults.map(({ message }) => message).join('\n'));
  issue = read.issue;
  folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-searches-'));
});

/** A make-up with fresh type, and the numbers of the pages that were searched for. */
async function makeUpWith(stamp: string, edited: Issue = issue): Promise<MadeUp & { readonly searched: Set<number> }> {
  const kept = keptSearches(edited.paper, { place: { folder, stamp } }).memory;
  const searched = new Set<number>();
  const memory: PageMemory = (desk, task, make) =>
    kept(desk, task, (...asked) => {
      searched.add(task.page.number);
      return make(...asked);
    });
  const made = makeUp({ issue: edited, pictures: new Map(), typesetter: await openTypesetter(edited.paper), memory });
  return { ...made, searched };
}

const plain = async (): Promise<MadeUp> =>
  makeUp({ issue, pictures: new Map(), typesetter: await openTypesetter(issue.paper) });

/** The second page's story with another word in it. */
const edited = (): Issue => ({
  ...issue,
  articles: issue.articles.map((one) => (one.slug === 'river' ? { ...one, title: ['江水涨了三尺'] } : one)),
});

describe('kept searches', () => {
  it('come out the same when made, when found, and without a cache', async () => {
    const anew = await plain();
    const made = await makeUpWith('v1');
    const found = await makeUpWith('v1');
    expect([...made.searched]).toEqual([1, 2]);
    expect([...found.searched]).toEqual([]);
    expect(JSON.stringify(made.plan)).toBe(JSON.stringify(anew.plan));
    expect(JSON.stringify(found.plan)).toBe(JSON.stringify(anew.plan));
    expect(found.faults).toEqual(anew.faults);
  });

  it('are made again for the page that an edit touches, and for no other', async () => {
    await makeUpWith('v2');
    expect([...(await makeUpWith('v2', edited())).searched]).toEqual([2]);
  });

  it('are those of this program and this paper', async () => {
    await makeUpWith('v3');
    expect([...(await makeUpWith('v4')).searched]).toEqual([1, 2]);
    const other = { ...issue, paper: { ...issue.paper, kinsoku: 'strict' } } as const;
    expect([...(await makeUpWith('v3', other)).searched]).toEqual([1, 2]);
  });

  it('may come from several threads that take the pages in turn', async () => {
    const turns = [[0], [1], []];
    const shares = turns.map(async (turn) => {
      const { memory, searches } = keptSearches(issue.paper, {});
      const typesetter = await openTypesetter(issue.paper);
      searchPages({ issue, pictures: new Map(), typesetter, memory }, () => turn.shift() ?? Number.NaN);
      return structuredClone(searches);
    });
    const found = await Promise.all(shares);
    // The second page does not close: it is looked for in wider bounds at once, as whoever makes up the issue would.
    expect(found.map(({ size }) => size)).toEqual([1, 2, 0]);
    const { memory, searches } = keptSearches(issue.paper, { known: new Map(found.flatMap((each) => [...each])) });
    const { plan } = makeUp({ issue, pictures: new Map(), typesetter: await openTypesetter(issue.paper), memory });
    expect(JSON.stringify(plan)).toBe(JSON.stringify((await plain()).plan));
    // The first page jumps, so the second holds more than it did when it was searched for.
    expect(found.flatMap((each) => [...each.keys()]).filter((name) => searches.has(name))).not.toEqual([]);
  });

  it('do without a folder that cannot be written', async () => {
    const [file = ''] = (await readdir(folder, { recursive: true, withFileTypes: true })).flatMap((entry) =>
      entry.isFile() ? [path.join(entry.parentPath, entry.name)] : [],
    );
    const { memory } = keptSearches(issue.paper, { place: { folder: file, stamp: 'v5' } });
    const typesetter = await openTypesetter(issue.paper);
    const { plan } = makeUp({ issue, pictures: new Map(), typesetter, memory });
    expect(JSON.stringify(plan)).toBe(JSON.stringify((await plain()).plan));
  });
});
