import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noCache } from '../../../src/cli/cache.ts';
import { openSession, type Session } from '../../../src/cli/dev/session.ts';
import type { Sight } from '../../../src/cli/dev/sight.ts';
import { openView, type View } from '../../../src/cli/dev/view.ts';
import { openPool, type Pool } from '../../../src/cli/threads/pool.ts';
import { readIssue } from '../../../src/issue/read.ts';
import { makeUp } from '../../../src/makeup/make-up.ts';
import { HARD, SOFT } from '../../../src/makeup/rules.ts';
import { openTypesetter } from '../../../src/typeset/typesetter.ts';
import { article, type MadePaper, makePaper } from '../paper.ts';
import { deskPaper, save } from './desk-paper.ts';

let paper: MadePaper;
let pool: Pool;
let view: View;
let session: Session;
const sights: Sight[] = [];

beforeAll(async () => {
  paper = await deskPaper();
  pool = openPool();
  view = await openView(paper, noCache());
  session = openSession({
    folder: paper,
    pool,
    cache: noCache(),
    show: (sight) => {
      sights.push(sight);
      view.show(sight);
    },
  });
  await session.take([]);
  await session.settled();
});

afterAll(() => pool[Symbol.asyncDispose]());

const versions = () => view.state().pages.map(({ version }) => version);
const standings = () => session.sight.pages.map(({ standing }) => standing);

describe('a session at the desk', () => {
  it('begins with every page searched for', () => {
    expect(session.sight.last.searched).toEqual([1, 2]);
    expect(standings()).toEqual(['searched', 'searched']);
  });

  it('shows each page as soon as it is made up, when none was shown before', () => {
    const seen = sights.map(({ pages }) => pages.map(({ plan, standing }) => `${plan.number} ${standing}`).join(', '));
    const steps = seen.filter((pages, at) => pages !== '' && pages !== seen[at - 1]);
    expect(steps).toEqual(['1 waiting', '1 waiting, 2 waiting', '1 searched, 2 searched']);
    const [first] = sights.filter(({ pages }) => pages.length === 1);
    expect(first?.pages[0]?.plan).toEqual(session.sight.pages[0]?.plan);
  });

  it('names furniture and broken rules in the paper’s language', () => {
    const pages = view.state().pages;
    const titles = pages.flatMap(({ modules }) => modules.map(({ kind, title }) => ({ kind, title })));
    expect(titles.find(({ kind }) => kind === 'nameplate')?.title).toBe('报头');
    for (const { title } of titles) expect(title).not.toMatch(/^[a-z]/);
    const praise = new Set<string>([...Object.values(HARD), ...Object.values(SOFT)].map(({ zh }) => zh));
    const rules = pages.flatMap((page) => page.rules);
    expect(rules.length).toBeGreaterThan(0);
    for (const { title, messages } of rules)
      for (const said of [title, ...messages]) expect(praise.has(said)).toBe(false);
  });

  it('makes, after an edit of one word, exactly the page that holds it: at once in place, then by the search', async () => {
    const before = versions();
    const file = await save(paper, 'p2-2.md', '码头上的人', '渡口上的人');
    sights.length = 0;
    await session.take([file]);
    expect(session.sight.last).toMatchObject({ saved: ['issues/2026-01-08/p2-2.md'], held: [2], searched: [] });
    expect(standings()).toEqual(['searched', 'held']);
    await session.settled();
    expect(session.sight.last.searched).toEqual([2]);
    const after = versions();
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });

  it('shows in the end what a build would print', async () => {
    const { issue } = await readIssue(paper.issue, { draft: true });
    if (issue === undefined) throw new Error('the paper is sound');
    const typesetter = await openTypesetter(issue.paper);
    const { plan } = makeUp({ issue, typesetter, pictures: new Map() });
    expect(session.sight.pages.map((page) => page.plan)).toEqual(plan.pages);
  });

  it('draws again only the modules that changed', async () => {
    const drawn = async () => {
      const answer = await view.get('/page/1');
      return (JSON.parse(String(answer?.body)) as { modules: { key: string; version: string }[] }).modules;
    };
    const before = await drawn();
    await session.take([await save(paper, 'p1-1.md', '来得比往年早', '来得比去年早')]);
    const held = await drawn();
    const other = held.filter(({ version }, index) => version !== before[index]?.version).map(({ key }) => key);
    expect(other).toEqual(['article p1-1 1']);
    await session.settled();
  });

  it('shows a fault beside the last good page, and goes on when it is mended', async () => {
    const good = versions();
    await session.take([await save(paper, 'p1-2.md', 'priority: 2', 'priority: zwei')]);
    expect(session.sight.faults.map(({ place }) => place?.file)).toContain('issues/2026-01-08/p1-2.md');
    expect(versions()).toEqual(good);
    await session.take([await save(paper, 'p1-2.md', 'priority: zwei', 'priority: 2')]);
    await session.settled();
    expect(session.sight.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(versions()).toEqual(good);
  });

  it('keeps the last good page when the copy does not fit any more', async () => {
    const [, good] = versions();
    const sentence = '江水涨了又落，码头上的人说，今年的冬天来得比往年早一些。';
    await session.take([await save(paper, 'p2-1.md', sentence, sentence.repeat(120))]);
    await session.settled();
    expect(standings()[1]).toBe('failed');
    expect(versions()[1]).toBe(good);
    expect(view.state().pages[1]?.draftVersion).not.toBe(good);
    expect(session.sight.faults.some(({ page, severity }) => page === 2 && severity === 'error')).toBe(true);
    await session.take([await save(paper, 'p2-1.md', sentence.repeat(120), sentence)]);
    await session.settled();
    expect(standings()[1]).toBe('searched');
  });

  it('follows the draft of a page that never closed: a new paper grows story by story', async () => {
    const few = await makePaper({ 'issue.yaml': 'pages: 1\n', 'first.md': article('title: 第一篇', 200) });
    const young = openSession({ folder: few, pool, cache: noCache(), show: () => undefined });
    await young.take([]);
    await young.settled();
    const slugs = () => young.sight.pages.flatMap(({ plan }) => plan.modules.map(({ slug }) => slug));
    expect(young.sight.pages).toMatchObject([{ standing: 'draft' }]);
    const second = path.join(few.issue, 'second.md');
    await writeFile(second, article('title: 第二篇', 200));
    await young.take([second]);
    await young.settled();
    expect(young.sight.pages).toMatchObject([{ standing: 'draft' }]);
    expect(slugs()).toEqual(expect.arrayContaining(['first', 'second']));
  });
});
