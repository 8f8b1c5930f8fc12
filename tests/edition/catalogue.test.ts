/** What the site knows of all its issues, and the ways between them. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeRecord } from '#src/edition/data/make-record.ts';
import type { IssueRecord } from '#src/edition/data/record.ts';
import { openOutput } from '#src/edition/make/output.ts';
import { type Catalogue, type Published, publishedIn, readCatalogue } from '#src/edition/site/catalogue.ts';
import { withoutNotices } from '#src/edition/site/corrections.ts';
import { writeNeighbours } from '#src/edition/site/neighbours.ts';
import { wordsFor } from '#src/edition/words.ts';
import { TINY_ISSUE, TINY_PLAN, tinyEntry } from './tiny.ts';

const words = wordsFor('zh-CN');
const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-catalogue-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const recordOf = (date: string): IssueRecord => makeRecord({ ...TINY_ISSUE, date, id: date }, TINY_PLAN, new Map());

describe('the catalogue', () => {
  const output = path.join(folder, 'output');
  const put = (record: IssueRecord) => {
    mkdirSync(path.join(output, record.id), { recursive: true });
    writeFileSync(path.join(output, record.id, 'issue.json'), JSON.stringify(record));
  };

  it('is the same whether it was kept or made again, and knows when an issue is gone', async () => {
    put(recordOf('2026-01-07'));
    put(recordOf('2026-01-08'));
    const { catalogue: fresh, changed } = await readCatalogue(publishedIn(output));
    expect(changed).toEqual(['2026-01-08', '2026-01-07']);
    expect(fresh.issues.map(({ id }) => id)).toEqual(['2026-01-08', '2026-01-07']);
    mkdirSync(path.join(output, 'archive'), { recursive: true });
    writeFileSync(path.join(output, 'archive/issues.json'), JSON.stringify(fresh));
    expect(await readCatalogue(publishedIn(output), ['2026-01-08'])).toEqual({
      catalogue: fresh,
      changed: ['2026-01-08'],
      former: [fresh.issues[0]],
    });
    put(recordOf('2026-01-06'));
    expect((await readCatalogue(publishedIn(output), ['2026-01-08'])).changed).toEqual(['2026-01-08', '2026-01-06']);
    for (const id of ['2026-01-06', '2026-01-07']) rmSync(path.join(output, id), { recursive: true });
    const gone = await readCatalogue(publishedIn(output), []);
    expect(gone.catalogue.issues.map(({ id }) => id)).toEqual(['2026-01-08']);
    expect(gone.changed).toEqual(['2026-01-07']);
    expect(gone.former).toEqual([fresh.issues[1]]);
  });

  it('knows an issue that is about to take its place, instead of the one that stands there', async () => {
    const there = path.join(folder, 'there');
    const staged = { id: '2026-01-08', folder: path.join(folder, 'staged') };
    for (const [place, pages] of [
      [path.join(there, '2026-01-08'), []],
      [staged.folder, recordOf('2026-01-08').pages],
    ] as const) {
      mkdirSync(place, { recursive: true });
      writeFileSync(path.join(place, 'issue.json'), JSON.stringify({ ...recordOf('2026-01-08'), pages }));
    }
    const pagesOf = async (published: Published) =>
      (await readCatalogue(published, ['2026-01-08'])).catalogue.issues.map(({ pages }) => pages);
    expect(await pagesOf(publishedIn(there))).toEqual([0]);
    expect(await pagesOf(publishedIn(there, staged))).toEqual([recordOf('2026-01-08').pages.length]);
    expect(await pagesOf(publishedIn(path.join(folder, 'empty'), staged))).toHaveLength(1);
  });
});

describe('the ways to the issues before and after', () => {
  const published = path.join(folder, 'neighbours');
  const bare = '<ul><!--neighbours--><!--/neighbours--></ul>';
  const days = ['2026-01-09', '2026-01-08', '2026-01-06', '2026-01-05'];
  const catalogue: Catalogue = { schema: 'broadsheet/issues@1', issues: days.map((day) => tinyEntry(day)) };
  const written = async (changed: readonly string[]) => {
    const output = openOutput(path.join(folder, `ways-${changed}`));
    await writeNeighbours(catalogue, { published: publishedIn(published), output, words, language: 'zh-CN', changed });
    return output;
  };
  for (const day of days) {
    mkdirSync(path.join(published, day), { recursive: true });
    writeFileSync(path.join(published, day, 'index.html'), bare);
  }

  it('are written on three fronts for a day, on two around a day that is gone, and can be taken out again', async () => {
    const output = await written(['2026-01-08']);
    expect(output.files()).toEqual(['2026-01-06', '2026-01-08', '2026-01-09'].map((day) => `${day}/index.html`));
    const front = readFileSync(path.join(output.root, '2026-01-08/index.html'), 'utf8');
    expect(front).toContain('<a rel="prev" href="../2026-01-06/" title="2026年1月6日">上一期</a>');
    expect(front).toContain('<a rel="next" href="../2026-01-09/" title="2026年1月9日">下一期</a>');
    expect(withoutNotices(front)).toBe(bare);
    expect((await written(['2026-01-07'])).files()).toEqual(['2026-01-06/index.html', '2026-01-08/index.html']);
  });
});
