/** 签样: a signed-off page stays as it is, whatever else changes; a replate says what changed. */
import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { pageChanges as changesOfPlates } from '../../src/cli/release/changes.ts';
import { placementKey, placements } from '../../src/edition/pictures.ts';
import type { Box, PagePlan } from '../../src/makeup/plan.ts';
import { text } from '../archive/builders.ts';
import { legOf, moduleOf, pageOf } from '../browser/page-builder.ts';
import { article, DATE, type MadePaper, makePaper } from './paper.ts';
import { keptStreams } from './streams.ts';

const pageChanges = (before: PagePlan, after: PagePlan) =>
  changesOfPlates({ plan: before, pictures: new Map() }, { plan: after, pictures: new Map() });

describe('the changes of a page', () => {
  const before = pageOf(1, [moduleOf('lead', [legOf(['今天天气很好'])]), moduleOf('brief', [legOf(['灯亮了'])])]);

  it('are none from a page to itself', () => {
    expect(pageChanges(before, structuredClone(before))).toEqual([]);
  });

  it('name what was added, removed, moved and worded otherwise', () => {
    const lead = moduleOf('lead', [legOf(['今天天气不好'])]);
    const after = pageOf(1, [{ ...lead, row: 12 }, moduleOf('late', [legOf(['刚刚收到'])])]);
    expect(pageChanges(before, after).map(({ slug, what }) => `${slug} ${what}`)).toEqual([
      'lead moved',
      'lead text',
      'late added',
      'brief removed',
    ]);
    expect(pageChanges(before, after)[1]?.message).toBe('“lead” reads “今天天气不好” instead of “今天天气很好”.');
  });

  it('quote a deck without the byline that follows it', () => {
    const of = (deck: string) =>
      pageOf(1, [moduleOf('lead', [text('deck', deck), text('byline', '记者 何山'), legOf(['今天天气很好'])])]);
    const [change, ...others] = pageChanges(of('一砖一瓦都编了号'), of('一砖一瓦皆有编号'));
    expect(others).toEqual([]);
    expect(change?.zh?.message).toBe('“lead”“一砖一瓦都编了号”改为“一砖一瓦皆有编号”。');
  });

  it('quote English by whole words with their blanks, over the ends of lines, and are none where only lines break anew', () => {
    const english = pageOf(1, [moduleOf('lead', [legOf(['The ferry left at nine on a', 'cold Tuesday morning.'])])]);
    const poured = pageOf(1, [moduleOf('lead', [legOf(['The ferry left at nine', 'on a cold Tuesday morning.'])])]);
    const later = pageOf(1, [moduleOf('lead', [legOf(['The ferry left at nineteen', 'on a cold Tuesday morning.'])])]);
    expect(pageChanges(english, poured).filter(({ what }) => what === 'text')).toEqual([]);
    expect(pageChanges(english, later).find(({ what }) => what === 'text')?.message).toBe(
      '“lead” reads “The ferry left at nineteen on a cold Tuesday” instead of “The ferry left at nine on a cold Tuesday”.',
    );
  });
});

describe('the slip of a page with ads', () => {
  const picture = (file: string): Box => ({
    kind: 'picture',
    use: 'ad',
    file,
    x: 0,
    y: 0,
    width: 60,
    height: 40,
    crop: { x: 0, y: 0, width: 1, height: 1 },
  });
  const ad = (number: number, file: string, row: number) => ({
    ...moduleOf(`ad-${number}`, [picture(file)]),
    kind: 'ad' as const,
    row,
  });

  it('names them by their files, and finds them again by those when bookings change their numbers', () => {
    const before = pageOf(1, [ad(1, 'ads/tea.pdf', 40), ad(2, 'ads/bank.pdf', 60)]);
    const after = pageOf(1, [ad(1, 'ads/bank.pdf', 60), ad(2, 'ads/shoes.pdf', 40)]);
    const changes = pageChanges(before, after);
    expect(changes.map(({ zh }) => zh?.message)).toEqual([
      '广告 ads/shoes.pdf 新上版，在第 1 栏第 41 行。',
      '广告 ads/tea.pdf 已撤下。',
    ]);
    expect(changes[1]?.message).toBe('The ad ads/tea.pdf is not on the page any more.');
  });

  it('says when another file lies under the old name', () => {
    const page = pageOf(1, [ad(1, 'ads/tea.pdf', 40)]);
    const plateWith = (pixels: string) => {
      const keys = placements({ pages: [page] }).map(placementKey);
      return { plan: page, pictures: new Map(keys.map((key) => [key, new TextEncoder().encode(pixels)])) };
    };
    expect(changesOfPlates(plateWith('old'), plateWith('old'))).toEqual([]);
    expect(changesOfPlates(plateWith('old'), plateWith('new')).map(({ message }) => message)).toEqual([
      'The ad ads/tea.pdf shows other pictures or crops.',
    ]);
  });
});

describe('a word that the end of a line divides', () => {
  /** A leg whose first line ends with a hyphen that nobody wrote. */
  const divided = (lines: readonly string[]) => {
    const leg = legOf(lines);
    const [first, ...rest] = leg.kind === 'leg' ? leg.lines : [];
    if (leg.kind !== 'leg' || first === undefined) throw new Error('no line');
    const runs = first.runs.map((run) => ({ ...run, source: run.text.replace(/-$/, '') }));
    return pageOf(1, [moduleOf('lead', [{ ...leg, lines: [{ ...first, runs }, ...rest] }])]);
  };

  it('is the same word', () => {
    const whole = pageOf(1, [moduleOf('lead', [legOf(['They believe the town', 'belongs to them.'])])]);
    const before = divided(['They believe the town be-', 'longs to them.']);
    expect(pageChanges(before, whole).filter(({ what }) => what === 'text')).toEqual([]);
    const other = pageOf(1, [moduleOf('lead', [legOf(['They believe the town', 'belonged to them.'])])]);
    expect(pageChanges(before, other).find(({ what }) => what === 'text')?.message).toBe(
      '“lead” reads “They believe the town belonged to them.” instead of “They believe the town belongs to them.”.',
    );
  });
});

describe('a signed-off page', () => {
  let made: MadePaper;
  const run = async (...words: readonly string[]) => {
    const streams = keptStreams();
    const exit = await main([...words, '--json'], streams);
    return {
      exit,
      told: JSON.parse(streams.stdout) as {
        faults: { name: string; message: string; zh: { message: string } }[];
        results: string[];
      },
    };
  };
  const press = (page: string) => readFile(path.join(made.paper, 'output', DATE, 'press', `${DATE}-${page}.pdf`));
  const readers = () => readFile(path.join(made.paper, 'output', DATE, `${DATE}.pdf`));
  /** Red of the top left corner of the photo that a web page shows. */
  const cornerOf = async (name: string) => {
    const base = path.join(made.paper, 'output', DATE);
    const html = await readFile(path.join(base, name, 'index.html'), 'utf8');
    const photo = /srcset="\.\.\/(photos\/[^ "]+)/.exec(html)?.[1] ?? '';
    return (await sharp(path.join(base, photo)).removeAlpha().raw().toBuffer())[0];
  };
  const edit = async (file: string, from: string, to: string) => {
    const place = path.join(made.issue, file);
    await writeFile(place, (await readFile(place, 'utf8')).replace(from, to));
  };

  beforeAll(async () => {
    const photo = 'photos:\n  - file: photos/night.svg\n    caption: 夜。';
    made = await makePaper({
      'issue.yaml': 'pages: 1\n',
      'pier.md': article(`title: 码头的冬天比往年早\npage: 1\npriority: 1\nplace: { page: 1 }\n${photo}`, 2300),
      'photos/night.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><path d="M0 0h60v40H0z"/></svg>',
    });
  });

  it('must exist, and must not be signed off twice', async () => {
    expect((await run('release', made.issue, '--page', 'two')).exit).toBe(2);
    const never = await run('release', made.issue, '--page', '1', '--replate');
    expect([never.exit, never.told.faults[0]?.name]).toEqual([2, 'released-never']);
  });

  it('keeps its bytes when its copy is edited, and changes only with --replate', async () => {
    const released = await run('release', made.issue, '--page', '1');
    // A page with a hole cannot be signed off; then there is nothing more to try here.
    expect(released.told.faults.map(({ name }) => name)).toEqual([]);
    expect(released.exit).toBe(0);
    expect((await run('release', made.issue, '--page', '1')).told.faults[0]?.name).toBe('released-already');
    expect((await run('build', made.issue)).exit).toBe(0);
    const [first, reader] = [await press('01'), await readers()];
    await edit('pier.md', '江水涨了', '江水又涨');
    const built = await run('build', made.issue);
    expect(built.told.faults.map(({ name }) => name)).toEqual(['released-differs']);
    expect((await press('01')).equals(first)).toBe(true);
    expect((await readers()).equals(reader)).toBe(true);
    await edit('photos/night.svg', 'M0 0h60v40H0z', 'M9 9h40v20H9z');
    const other = await run('build', made.issue);
    expect(other.told.faults.map(({ name, message }) => [name, message.includes('photos/night.svg')])).toEqual([
      ['released-differs', false],
      ['released-differs', true],
    ]);
    expect((await press('01')).equals(first)).toBe(true);
    expect((await readers()).equals(reader)).toBe(true);
    expect(await cornerOf('page-01')).toBe(0);
    expect(await cornerOf('pier')).toBe(255);
    expect((await run('release', made.issue, '--page', '1', '--replate')).exit).toBe(0);
    const vain = await run('release', made.issue, '--page', '1', '--replate');
    expect([vain.exit, vain.told.faults.map(({ name }) => name)]).toEqual([0, ['replate-unchanged']]);
    await run('build', made.issue);
    expect((await press('01')).equals(first)).toBe(false);
    expect((await readers()).equals(reader)).toBe(false);
    expect(await cornerOf('page-01')).toBe(255);
    const slip = `${DATE}-01-changes.txt`;
    expect(await readdir(path.join(made.paper, 'output', DATE, 'press'))).toContain(slip);
    const text = await readFile(path.join(made.paper, 'output', DATE, 'press', slip), 'utf8');
    expect(text).toContain('第 2 块版（第 1 次改版）');
    expect(text).toContain('江水又涨');
    // Ten runs of the program: what is cut off here misleads all tests below.
  }, 240_000);

  it('says loudly that its plate is made for another press, until it is made anew', async () => {
    await writeFile(
      path.join(made.paper, 'newspaper.yaml'),
      'name: 星城晨报\nformat: tabloid\npress: { condition: FOGRA 42, bleed: 5, inkLimit: 220 }\n',
    );
    const told =
      '报名 “星城小报”（现为 “星城晨报”）、输出条件 CGATS TR 002（现为 FOGRA 42）、总墨量上限 240 %（现为 220 %）、出血 3 mm（现为 5 mm）';
    const checked = await run('check', made.issue);
    expect(checked.told.faults.map(({ name, zh }) => [name, zh.message.includes(told)])).toEqual([
      ['released-terms', true],
    ]);
    const before = await press('01');
    const built = await run('build', made.issue, '--only', 'press');
    expect([built.exit, built.told.faults.map(({ name }) => name)]).toEqual([0, ['released-terms']]);
    expect((await press('01')).equals(before)).toBe(true);
    const folder = path.join(made.paper, 'output', DATE, 'press');
    // One file for all pages would name one output condition for plates of two.
    expect(await readdir(folder)).not.toContain(`${DATE}.pdf`);
    const sheet = await readFile(path.join(folder, `${DATE}.txt`), 'utf8');
    expect(sheet).toContain('输出条件不一，不合成一个文件');
    expect(sheet).toContain(`注意，设置不同：${told}`);
    expect((await run('release', made.issue, '--page', '1', '--replate')).told.faults).toEqual([]);
    expect((await run('build', made.issue, '--only', 'press')).told.faults).toEqual([]);
    expect(await readdir(folder)).toContain(`${DATE}.pdf`);
    expect(await readFile(path.join(folder, `${DATE}-01-changes.txt`), 'utf8')).toContain(
      '- 本版出血由 3 mm 改为 5 mm。',
    );
  });

  it('knows its stories and pictures under other file names, and prints them once', async () => {
    await rename(path.join(made.issue, 'pier.md'), path.join(made.issue, 'harbour.md'));
    await rename(path.join(made.issue, 'photos/night.svg'), path.join(made.issue, 'photos/dark.svg'));
    await edit('harbour.md', 'photos/night.svg', 'photos/dark.svg');
    const before = await press('01');
    const built = await run('build', made.issue);
    expect([built.exit, built.told.faults.map(({ name }) => name)]).toEqual([0, ['released-renamed']]);
    expect((await press('01')).equals(before)).toBe(true);
    const web = await readFile(path.join(made.paper, 'output', DATE, 'page-01', 'index.html'), 'utf8');
    expect([web.includes('data-slug="harbour"'), web.includes('data-slug="pier"')]).toEqual([true, false]);
    const again = await run('release', made.issue, '--page', '1', '--replate');
    expect(again.told.faults.map(({ name }) => name)).toEqual(['replate-unchanged']);
    expect((await run('check', made.issue)).told.faults).toEqual([]);
  });

  it('of another day is not printed', async () => {
    const copy = path.join(path.dirname(made.issue), '2026-01-09');
    await cp(made.issue, copy, { recursive: true });
    const { exit, told } = await run('build', copy);
    expect(exit).toBe(4);
    expect(told.faults.map(({ name }) => name)).toContain('released-other-day');
  });
});
