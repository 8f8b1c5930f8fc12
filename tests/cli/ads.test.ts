/** Supplied advertisements are judged before anything is printed: by `check` as by `build`, all of them, for every reason. */
import { readFile, writeFile } from 'node:fs/promises';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Fault } from '../../src/fault.ts';
import { article, makePaper } from './paper.ts';
import { keptStreams } from './streams.ts';

/** An advertisement of so many pages, all in one colour. */
async function advertisement(colour: string, pages: number, size: [number, number] = [693, 270]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (let at = 0; at < pages; at += 1) {
    const page = document.addPage(size);
    const content = document.context.flateStream(`${colour} 0 0 693 270 re f`);
    page.node.set(PDFName.of('Contents'), document.context.register(content));
  }
  return document.save();
}

const ad = (file: string, page: number): string =>
  `  - {file: ads/${file}, page: ${page}, position: foot, width: 6, height: 20}\n`;

const story = (page: number): string => article(`title: 江水退了三尺\npage: ${page}\npriority: 1`, 1500);

async function paperWith(ads: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const booked = Object.keys(ads).map((name, at) => ad(name, at + 1));
  const { issue } = await makePaper({
    'issue.yaml': `pages: ${booked.length}\nads:\n${booked.join('')}`,
    ...Object.fromEntries(booked.map((_, at) => [`story-${at + 1}.md`, story(at + 1)])),
    ...Object.fromEntries(Object.entries(ads).map(([name, bytes]) => [`ads/${name}`, bytes])),
  });
  return issue;
}

async function refusals(...command: readonly string[]): Promise<readonly string[]> {
  const streams = keptStreams();
  await main([...command, '--json'], streams);
  const { faults } = JSON.parse(streams.stdout) as { readonly faults: readonly Fault[] };
  return faults
    .filter(({ name }) => name === 'press-ad')
    .map(({ page, place, message }) => `${page} ${place?.file.split('/').at(-1)}: ${message.split('printed: ')[1]}`);
}

describe('advertisements that cannot be printed', () => {
  const TOLD = [
    /^1 first\.pdf: it has 2 pages instead of one\.$/,
    /^1 first\.pdf: a fill is in RGB\.$/,
    /^2 second\.pdf: a fill of 400 % ink/,
  ];

  it('are told by check and by build in one run, each for every reason, each reason once', async () => {
    const files = {
      'first.pdf': await advertisement('1 0 0 rg', 2),
      'second.pdf': await advertisement('1 1 1 1 k', 1),
    };
    const issue = await paperWith(files);
    const told = await refusals('check', issue);
    expect(told).toEqual(TOLD.map((one) => expect.stringMatching(one)));
    expect(await refusals('check', issue)).toEqual(told);
    expect(await refusals('build', issue)).toEqual(told);
    expect(await refusals('build', issue, '--only', 'web')).toEqual([]);
  }, 60_000);

  it('are told the size of their place, whatever their own proportion', async () => {
    const issue = await paperWith({ 'first.pdf': await advertisement('.5 0 0 0 k', 1, [400, 400]) });
    expect(await refusals('check', issue)).toEqual([
      '1 first.pdf: it is 141.1 × 141.1 mm, booked are 244.5 × 95.3 mm.',
    ]);
  }, 60_000);

  it('are judged anew when the advertisement comes again, or its page has no colour', async () => {
    const issue = await paperWith({ 'first.pdf': await advertisement('.5 0 0 0 k', 1) });
    expect(await refusals('check', issue)).toEqual([]);
    const yaml = await readFile(`${issue}/issue.yaml`, 'utf8');
    await writeFile(`${issue}/issue.yaml`, yaml.replace('pages: 1', 'pages:\n  - { number: 1, color: false }'));
    expect(await refusals('check', issue)).toEqual([expect.stringMatching(/^1 first\.pdf: /)]);
    await writeFile(`${issue}/issue.yaml`, yaml);
    await writeFile(`${issue}/ads/first.pdf`, await advertisement('0 0 1 rg', 1));
    expect(await refusals('check', issue)).toEqual(['1 first.pdf: a fill is in RGB.']);
  }, 60_000);
});
