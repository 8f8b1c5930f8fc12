import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeRecord } from '#src/edition/data/make-record.ts';
import { openOutput } from '#src/edition/make/output.ts';
import { type Catalogue, publishedIn, type Reading } from '#src/edition/site/catalogue.ts';
import { withoutNotices, writeNotices } from '#src/edition/site/corrections.ts';
import { wordsFor } from '#src/edition/words.ts';
import { TINY_ISSUE, TINY_PLAN, tinyEntry } from './tiny.ts';

const words = wordsFor('zh-CN');
const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-corrections-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const record = makeRecord({ ...TINY_ISSUE, date: '2026-01-07', id: '2026-01-07' }, TINY_PLAN, new Map());
describe('corrections', () => {
  const published = path.join(folder, 'published');
  const page = '<main><!--notices--><!--/notices--></main>';
  const written = async (name: string, reading: Reading) => {
    const output = openOutput(path.join(folder, name));
    await writeNotices(reading, { published: publishedIn(published), output, words, language: 'zh-CN' });
    return output;
  };

  it('are put on both pages and can be taken out again', async () => {
    for (const name of ['2026-01-07/spring', '2026-01-08/sorry', '2026-01-08/lost']) {
      mkdirSync(path.join(published, name), { recursive: true });
      writeFileSync(path.join(published, name, 'index.html'), page);
    }
    writeFileSync(path.join(published, '2026-01-07/issue.json'), JSON.stringify(record));
    const corrections = [
      { slug: 'sorry', title: '更正', corrects: '2026-01-07/spring' },
      { slug: 'lost', title: '更正', corrects: '2026-01-07/nowhere' },
    ];
    const catalogue: Catalogue = {
      schema: 'broadsheet/issues@1',
      issues: [tinyEntry('2026-01-08', { corrections }), tinyEntry('2026-01-07')],
    };
    const output = await written('noticed', { catalogue, changed: ['2026-01-08'], former: [] });
    expect(output.files()).toEqual(
      ['2026-01-07/spring', '2026-01-08/lost', '2026-01-08/sorry'].map((name) => `${name}/index.html`),
    );
    const [old = '', lost, own = ''] = output.files().map((name) => readFileSync(path.join(output.root, name), 'utf8'));
    expect(old).toContain('<a href="../../2026-01-08/sorry/">更正（2026年1月8日）</a>');
    expect(own).toContain('<a href="../../2026-01-07/spring/">春到小城（2026年1月7日）</a>');
    expect(lost).not.toContain('<a');
    expect(withoutNotices(old)).toBe(page);
  });

  it('leave the page that they corrected when they are taken back, or their issue is', async () => {
    const corrections = [{ slug: 'sorry', title: '更正', corrects: '2026-01-07/spring' }];
    const [sorry, spring] = [tinyEntry('2026-01-08', { corrections }), tinyEntry('2026-01-07')];
    writeFileSync(
      path.join(published, '2026-01-07/spring/index.html'),
      '<main><!--notices--><aside></aside><!--/notices--></main>',
    );
    for (const [name, issues] of [
      ['taken-back', [tinyEntry('2026-01-08'), spring]],
      ['deleted', [spring]],
    ] as const) {
      const catalogue: Catalogue = { schema: 'broadsheet/issues@1', issues };
      const output = await written(name, { catalogue, changed: ['2026-01-08'], former: [sorry] });
      expect(readFileSync(path.join(output.root, '2026-01-07/spring/index.html'), 'utf8')).toBe(page);
    }
  });
});
