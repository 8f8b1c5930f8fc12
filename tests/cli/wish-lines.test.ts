/** A refused wish is told at the line where the desk wrote it, a missing character at the line where it stands. */
import { expect, it } from 'vitest';
import { atTheirLines } from '../../src/cli/build/wish-lines.ts';
import { readIssue } from '../../src/issue/read.ts';
import { adTooLarge, adWithoutPage, unmade, wishRefused } from '../../src/makeup/faults.ts';
import { glyphMissing } from '../../src/typeset/faults.ts';
import { article, DATE, makePaper } from './paper.ts';

it('puts a refused wish at its key, and leaves other faults alone', async () => {
  const { issue: folder } = await makePaper({
    'pier.md': article('title: 码头\npriority: 2\nplace: { page: 1, row: 40 }'),
    'river.md': article('title: 江\norder: 1'),
    'tram.md': article('title: 电车\nsection: 要闻\nlabel: 特写\nkeepApart: [pier]'),
  });
  const { issue } = await readIssue(folder);
  if (issue === undefined) throw new Error('Expected an issue.');
  const faults = [...issue.articles.map((one) => wishRefused([one], 1, [])), unmade(1, true, [])];
  const places = (await atTheirLines(folder, issue, faults)).map(({ place }) => place);
  expect(places).toEqual([
    { file: `issues/${DATE}/pier.md`, line: 4 },
    { file: `issues/${DATE}/river.md`, line: 3 },
    { file: `issues/${DATE}/tram.md`, line: 5 },
    undefined,
  ]);
});

it('puts a missing character at its line, and at the file where it is written otherwise', async () => {
  const { issue: folder } = await makePaper({ 'pier.md': '---\ntitle: 码头\n---\n第一段。\n\n第二段有😀。\n' });
  const { issue } = await readIssue(folder);
  const [pier] = issue?.articles ?? [];
  if (issue === undefined || pier === undefined) throw new Error('Expected an issue.');
  const placed = await atTheirLines(folder, issue, [glyphMissing('😀', pier), glyphMissing('☃', pier)]);
  expect(placed.map(({ place }) => place)).toEqual([{ file: pier.place.file, line: 6 }, pier.place]);
});

it('tells missing characters of one line together', async () => {
  const { issue: folder } = await makePaper({ 'pier.md': '---\ntitle: 码头\n---\n他说Σสวัสดี。\n\n又说สวย。\n' });
  const { issue } = await readIssue(folder);
  const [pier] = issue?.articles ?? [];
  if (issue === undefined || pier === undefined) throw new Error('Expected an issue.');
  const told = await atTheirLines(
    folder,
    issue,
    [...'สวัย'].map((character) => glyphMissing(character, pier)),
  );
  expect(told.map(({ message, place }) => [message, place?.line])).toEqual([
    ['No font has the characters “ส” (U+0E2A), “ว” (U+0E27), “ั” (U+0E31) in “pier”.', 4],
    ['No font has the character “ย” (U+0E22) in “pier”.', 6],
  ]);
  expect(told[0]?.zh.message).toBe('“pier”里的“ส”（U+0E2A）、“ว”（U+0E27）、“ั”（U+0E31）字库里没有。');
});

it('puts a missing character of the page itself at its line of issue.yaml or newspaper.yaml', async () => {
  const { issue: folder } = await makePaper({
    'newspaper.yaml': 'name: 星城\nprice: 一元☃\n',
    'issue.yaml': 'pages: 1\nweather: 晴😀\n',
    'pier.md': article('title: 码头'),
  });
  const { issue } = await readIssue(folder);
  if (issue === undefined) throw new Error('Expected an issue.');
  const lost = ['😀', '☃', '\u{13000}'].map((character) => glyphMissing(character, { slug: '晴' }));
  expect((await atTheirLines(folder, issue, lost)).map(({ place }) => place)).toEqual([
    { file: `issues/${DATE}/issue.yaml`, line: 2 },
    { file: 'newspaper.yaml', line: 2 },
    undefined,
  ]);
});

it('puts an ad without room at its line of issue.yaml, of one that is booked twice the second', async () => {
  const { issue: folder } = await makePaper({
    'pier.md': article('title: 码头'),
    'issue.yaml':
      '\ufeffpages: 2\nads:\n  - { file: ads/tea.svg, page: 2, height: 70 }\n  - file: ads/salt.svg\n    position: full\n  - { file: ads/tea.svg, page: 2 }\n',
    'ads/tea.svg': '<svg/>',
    'ads/salt.svg': '<svg/>',
  });
  const { issue } = await readIssue(folder);
  const [tea, salt] = issue?.ads ?? [];
  if (issue === undefined || tea === undefined || salt === undefined) throw new Error('Expected two ads.');
  const faults = [
    adTooLarge(tea, 2, { free: 72, taken: 420 }),
    adTooLarge(salt, 2, { free: 72, taken: 0 }),
    adWithoutPage(salt),
  ];
  const placed = await atTheirLines(folder, issue, faults);
  expect(placed.map(({ place }) => [place?.file, place?.line])).toEqual(
    [6, 4, 4].map((line) => [`issues/${DATE}/issue.yaml`, line]),
  );
});
