/** Whole builds of a small paper: what they write, that it is the same again, and that the cache is never seen. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { article, DATE, type MadePaper, makePaper } from './paper.ts';
import { keptStreams } from './streams.ts';

/** Path below a folder → SHA-256. */
type Tree = Readonly<Record<string, string>>;

async function treeOf(folder: string): Promise<Tree> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  const digests = files.map(async (file) => {
    const bytes = await readFile(path.join(folder, file));
    return [file, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}

interface Told {
  readonly exit: number;
  readonly times: readonly { readonly stage: string }[];
}

/** Builds a draft, so that a page need not be full. */
async function build(issue: string, output: string, ...more: readonly string[]): Promise<Told> {
  const streams = keptStreams();
  const exit = await main(['build', issue, '--draft', '--json', '--output', output, ...more], streams);
  expect(exit, streams.stdout).toBe(0);
  return JSON.parse(streams.stdout) as Told;
}

const stagesOf = (told: Told): readonly string[] => told.times.map(({ stage }) => stage);

/** Six columns of a tabloid and twenty lines, all cyan. */
async function advertisement(): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([693, 270]);
  const content = document.context.flateStream('.6 0 0 0 k 0 0 693 270 re f');
  page.node.set(PDFName.of('Contents'), document.context.register(content));
  return document.save();
}

/** How many drawings a page of a PDF has among what it may place. */
async function formsOn(file: string, index: number): Promise<number> {
  const document = await PDFDocument.load(await readFile(file), { updateMetadata: false });
  const objects = document.getPage(index).node.Resources()?.lookup(PDFName.of('XObject'));
  const names = objects instanceof PDFDict ? objects.keys() : [];
  return names.filter((name) => {
    const object = objects instanceof PDFDict ? objects.lookup(name) : undefined;
    return object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form');
  }).length;
}

async function smallPaper(): Promise<MadePaper> {
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#3a6ea5' } })
    .jpeg()
    .toBuffer();
  return makePaper({
    'issue.yaml':
      'pages: 2\nweather: 晴\nads:\n  - {file: ads/tea.pdf, page: 2, position: foot, width: 6, height: 20}\n',
    'pier.md': article(
      'title: 码头的冬天比往年早\npage: 1\npriority: 1\nphotos:\n  - file: photos/pier.jpg\n    caption: 码头。\n    credit: 本报制图',
      900,
    ),
    'bridge.md': article('title: 桥上的灯亮了\npage: 1', 500),
    'river.md': article('title: 江水退了三尺\npage: 2\npriority: 1', 900),
    'photos/pier.jpg': picture,
    'ads/tea.pdf': await advertisement(),
  });
}

let made: MadePaper;
let output: string;
beforeAll(async () => {
  made = await smallPaper();
  output = path.join(made.paper, 'one');
  await build(made.issue, output);
});

describe('a build', () => {
  it('writes the tree of the contract', async () => {
    const files = Object.keys(await treeOf(output));
    expect(files).toEqual(
      expect.arrayContaining([
        'index.html',
        'archive/index.html',
        'feed.xml',
        'feed.json',
        'sitemap.xml',
        `reports/${DATE}.json`,
        `reports/${DATE}.html`,
        `${DATE}/index.html`,
        `${DATE}/pier/index.html`,
        `${DATE}/page-01/index.html`,
        `${DATE}/page-02/index.html`,
        `${DATE}/${DATE}.pdf`,
        `${DATE}/press/${DATE}-01.pdf`,
        `${DATE}/press/${DATE}-02.pdf`,
        `${DATE}/press/${DATE}.pdf`,
        `${DATE}/press/${DATE}.txt`,
        `${DATE}/press/${DATE}.sha256`,
        `${DATE}/alto/01.xml`,
        `${DATE}/mets.xml`,
        `${DATE}/manifest.json`,
        `${DATE}/issue.json`,
        `${DATE}/report.json`,
        `${DATE}/report.html`,
      ]),
    );
    expect(files.filter((file) => file.includes('.work') || /(^|\/)\./.test(file))).toEqual([]);
  });

  it('says in the report that every character is on the pages', async () => {
    const report = JSON.parse(await readFile(path.join(output, 'reports', `${DATE}.json`), 'utf8')) as {
      readonly articles: readonly { readonly slug: string; readonly digest: string; readonly placedDigest: string }[];
    };
    expect(report.articles.map(({ slug }) => slug)).toEqual(['bridge', 'pier', 'river']);
    for (const { digest, placedDigest } of report.articles) expect(placedDigest).toBe(digest);
  });

  it('has a supplied advertisement as vectors, on the plate and in the reader’s PDF', async () => {
    expect(await formsOn(path.join(output, DATE, 'press', `${DATE}-02.pdf`), 0)).toBe(1);
    expect(await formsOn(path.join(output, DATE, `${DATE}.pdf`), 1)).toBe(1);
    expect(await formsOn(path.join(output, DATE, `${DATE}.pdf`), 0)).toBe(0);
  });

  it('gives the same bytes elsewhere and without the cache', async () => {
    const other = path.join(made.paper, 'other');
    await build(made.issue, other, '--no-cache');
    expect(await treeOf(other)).toEqual(await treeOf(output));
  });

  it('does nothing when nothing changed', async () => {
    expect(stagesOf(await build(made.issue, output))).toEqual(['reading', 'comparing with the last build']);
  });

  it('does nothing beside an issue of another day either, and forgets that one when it is gone', async () => {
    const [before, day] = [await treeOf(output), '2025-12-31'];
    const record = (await readFile(path.join(output, DATE, 'issue.json'), 'utf8')).replaceAll(DATE, day);
    await mkdir(path.join(output, day));
    await writeFile(path.join(output, day, 'issue.json'), record);
    await build(made.issue, output);
    expect(await readFile(path.join(output, DATE, 'index.html'), 'utf8')).toContain(`href="../${day}/"`);
    expect(await readdir(path.join(output, 'search'))).toContain('2025-12-3');
    expect(await readFile(path.join(output, 'archive/2025/index.html'), 'utf8')).not.toContain(DATE);
    expect(stagesOf(await build(made.issue, output))).toEqual(['reading', 'comparing with the last build']);
    await rm(path.join(output, day), { recursive: true });
    await build(made.issue, output);
    expect(await treeOf(output)).toEqual(before);
    expect(await readdir(path.join(output, 'archive'))).not.toContain('2025');
  });

  it('makes again what somebody changed in the output', async () => {
    const before = await treeOf(output);
    await writeFile(path.join(output, DATE, 'index.html'), 'gone');
    expect(stagesOf(await build(made.issue, output))).toContain('web edition');
    expect(await treeOf(output)).toEqual(before);
  });

  it('makes only the parts asked for, and keeps the others', async () => {
    const alone = path.join(made.paper, 'alone');
    await build(made.issue, alone, '--only', 'press');
    const plates = await treeOf(path.join(alone, DATE));
    expect(Object.keys(plates).filter((file) => !/^(press\/|report\.)/.test(file))).toEqual([]);
    await build(made.issue, alone, '--only', 'web');
    await build(made.issue, alone, '--only', 'archive');
    const whole = await treeOf(path.join(output, DATE));
    const parts = await treeOf(path.join(alone, DATE));
    expect(Object.keys(parts)).toEqual(Object.keys(whole));
    const pdfs = Object.keys(whole).filter((file) => file.endsWith('.pdf'));
    expect(pdfs).toContain(`${DATE}.pdf`);
    for (const file of [...pdfs, 'alto/01.xml', 'pages/01.jpg', 'pier/index.html', 'page-01/index.html'])
      expect(parts[file], file).toEqual(whole[file]);
  });
});

describe('proof sheets of a build', () => {
  const proofsIn = async (): Promise<readonly string[]> =>
    (await readdir(path.join(made.paper, '.broadsheet', 'proofs', DATE)))
      .filter((name) => name.endsWith('.pdf'))
      .sort();

  it('are taken when they are asked for, and again only of the page that changed', async () => {
    await build(made.issue, output, '--proof');
    expect(await proofsIn()).toEqual(['page-01-proof-1.pdf', 'page-02-proof-1.pdf']);
    const file = path.join(made.issue, 'river.md');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('江水涨了又落', '江水落了又涨'));
    await build(made.issue, output, '--proof');
    expect(await proofsIn()).toEqual(['page-01-proof-1.pdf', 'page-02-proof-1.pdf', 'page-02-proof-2.pdf']);
    await writeFile(file, text);
    await build(made.issue, output);
  });
});

describe('the cache', () => {
  it('is never seen: edits built with it and without it give the same bytes', async () => {
    const edits: readonly (readonly [file: string, from: RegExp, to: string])[] = [
      ['river.md', /江水涨了/, '江水又涨'],
      ['bridge.md', /桥上的灯亮了/, '桥上的灯都亮了'],
    ];
    for (const [file, from, to] of edits) {
      const place = path.join(made.issue, file);
      await writeFile(place, (await readFile(place, 'utf8')).replace(from, to));
      await build(made.issue, output);
      const anew = path.join(made.paper, 'anew');
      await rm(anew, { recursive: true, force: true });
      await build(made.issue, anew, '--no-cache');
      expect(await treeOf(anew), file).toEqual(await treeOf(output));
    }
  });
});
