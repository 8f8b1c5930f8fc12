/** A picture that is still to come, or too coarse: its page is judged, goes neither to plates nor to the signature, and shows in a draft. */
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { markDrafts } from '../../src/cli/build/draft-mark.ts';
import { main } from '../../src/cli/main.ts';
import type { Fault } from '../../src/fault.ts';
import type { Plan } from '../../src/makeup/plan.ts';
import type { Typesetter } from '../../src/typeset/model.ts';
import { article, type Files, makePaper } from './paper.ts';
import { keptStreams } from './streams.ts';

const FILES = {
  'pier.md': article('title: 码头的冬天\nphotos:\n  - file: photos/pier-1.jpg\n    caption: 江边。'),
  'issue.yaml': 'pages: 1\n',
};

const told = (command: string, ...words: readonly string[]) => toldOf(FILES, command, ...words);

/** The exit code, and each fault with its severity and line. */
type Told = readonly [number, readonly string[]];

async function toldOf(files: Files, command: string, ...words: readonly string[]): Promise<Told> {
  const { issue } = await makePaper(files);
  const streams = keptStreams();
  const exit = await main([command, issue, '--json', ...words], streams);
  const { faults } = JSON.parse(streams.stdout) as { faults: readonly Fault[] };
  return [exit, faults.map(({ name, severity, place }) => `${name} ${severity} ${place?.line ?? ''}`.trim())];
}

it('check judges the page, and warns', async () => {
  expect(await told('check')).toEqual([4, ['photo-to-come warning 4', 'page-hole error']]);
});

it('build refuses it before any page is made up', async () => {
  expect(await told('build')).toEqual([1, ['photo-to-come error 4']]);
});

it('a draft prints the frame, and its caption is read in the reader’s PDF', async () => {
  expect(await told('build', '--draft')).toEqual([0, ['photo-to-come warning 4', 'page-hole warning']]);
}, 60_000);

it('a draft prints an advertisement that is too coarse for the plates, and says so', async () => {
  const picture = sharp({ create: { width: 90, height: 60, channels: 3, background: '#2b5d8a' } });
  const files = {
    'pier.md': article('title: 码头的冬天'),
    'issue.yaml': 'pages: 1\nads: [{file: ads/tea.png, width: 4, height: 20}]\n',
    'ads/tea.png': await picture.png().toBuffer(),
  };
  const [exit, faults] = await toldOf(files, 'build', '--draft');
  expect(exit).toBe(0);
  expect(faults.filter((fault) => fault.includes('coarse'))).toEqual(['picture-too-coarse warning']);
}, 60_000);

it('release does not sign its page off', async () => {
  const [exit, faults] = await told('release', '--page', '1');
  expect(exit).toBe(1);
  expect(faults).toContain('photo-to-come error 4');
});

it('a draft marks the page with the frame, and no other', () => {
  const page = (number: number, missing: boolean): object => ({
    number,
    grid: { columns: 6, rows: 72, measure: 12 },
    hard: [],
    folio: [],
    modules: [{ boxes: [{ kind: 'picture', file: 'photos/pier-1.jpg', ...(missing && { missing }) }] }],
  });
  const plan = { pages: [page(1, true), page(2, false)] } as unknown as Plan;
  const typesetter = { text: () => ({ height: 36 }) } as unknown as Typesetter;
  const marked = markDrafts(plan, [], typesetter, 'zh-CN');
  expect(marked.pages.map(({ folio, draft = false }) => [folio.length, draft])).toEqual([
    [1, true],
    [0, false],
  ]);
});
