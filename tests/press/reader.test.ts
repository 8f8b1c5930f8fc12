/** The reader's PDF: what a reader who sees it, and one who does not, gets of it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserDoor, openBrowser } from '#src/browser/open.ts';
import { printPages } from '#src/browser/print.ts';
import { faceTexts } from '#src/edition/draw/faces.ts';
import { writePrintDocument } from '#src/edition/print.ts';
import type { Box, Plan } from '#src/makeup/plan.ts';
import { readToUnicode } from '#src/press/fonts.ts';
import { checkReader, READER_CONDITIONS } from '#src/press/preflight/reader-check.ts';
import { makeLeaf } from '#src/press/reader/leaf.ts';
import { leafJobs } from '#src/press/reader/leaf-job.ts';
import { bindReader } from '#src/press/reader.ts';
import { faceOf } from '#src/typeset/faces.ts';
import { subsetFace } from '#src/typeset/subset.ts';
import { display, TINY_ISSUE, TINY_PLAN } from '../edition/tiny.ts';
import { testWith } from './tools.ts';
import { run } from './witnesses.ts';

/** The tiny plan, with a line on page 1 that leads to page 2. */
function plan(): Plan {
  const [first, ...others] = TINY_PLAN.pages;
  if (!first) throw new Error('no page');
  const line = display('index', '江边花开第二版', { x: 400, y: 200, size: 12, height: 18 });
  const leading: Box = line.kind === 'text' ? { ...line, link: { slug: 'river' } } : line;
  const address = display('index', '网址', { x: 400, y: 230, size: 12, height: 18 });
  const linked: Box =
    address.kind === 'text'
      ? {
          ...address,
          text: {
            ...address.text,
            lines: address.text.lines.map((one) => ({
              ...one,
              runs: one.runs.map((item) => ({ ...item, href: 'https://example.org/' })),
            })),
          },
        }
      : address;
  const index = {
    ...first.modules[0],
    kind: 'index',
    slug: 'index',
    boxes: [leading, linked],
  } as Plan['pages'][number]['modules'][number];
  return { ...TINY_PLAN, pages: [{ ...first, modules: [...first.modules, index] }, ...others] };
}

let bytes: Uint8Array;
let apart: Uint8Array;
let folder: string;

const job = {
  paper: '试验报',
  language: 'zh-CN',
  date: '2026-01-08',
  issue: '2026-01-08',
  bleed: 3,
  plan: plan(),
  titles: { spring: '春到小城', river: '江边花开' },
  characters: plan().pages.map((page) => JSON.stringify(page)),
  twins: new Map(),
};

/** Chromium's PDF of each of these pages, printed with each other. */
async function print(door: BrowserDoor, pages: Plan['pages']): Promise<readonly Uint8Array[]> {
  const document = await writePrintDocument({
    issue: TINY_ISSUE,
    plan: { ...plan(), pages },
    standIns: new Map(),
    subset: (face, text) => subsetFace(faceOf(face), `${text}${THIN}`, { stable: true }),
    into: folder,
  });
  const printed = await printPages(door, { document, trim: TINY_ISSUE.paper.format.trim, bleed: 3 });
  return printed.pages.map(({ pdf }) => pdf ?? new Uint8Array());
}

/** The reader's PDF of these prints. */
async function reader(raws: readonly Uint8Array[]): Promise<Uint8Array> {
  const leaves = leafJobs(job).map(async (one, at) => {
    const raw = raws[at] ?? new Uint8Array();
    return { raw, leaf: await makeLeaf(raw, one) };
  });
  return bindReader(await Promise.all(leaves), job);
}

/** As in a build: Chromium takes a face's stem width from these. */
const THIN = 'iI!1';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reader-'));
  await using door = await openBrowser();
  bytes = await reader(await print(door, plan().pages));
  const singly: Uint8Array[] = [];
  for (const page of plan().pages) singly.push(...(await print(door, [page])));
  apart = await reader(singly);
});
afterAll(() => rm(folder, { recursive: true }));

const loaded = () => PDFDocument.load(bytes, { updateMetadata: false });

describe('the file', () => {
  test('has the same bytes whichever pages were printed with each other, and no clock', () => {
    expect(Buffer.compare(bytes, apart)).toBe(0);
    expect(Buffer.from(bytes).toString('latin1')).not.toContain(
      `D:${new Date().getUTCFullYear()}${String(new Date().getUTCMonth() + 1).padStart(2, '0')}`,
    );
  });

  test('shows the trimmed page', async () => {
    const page = (await loaded()).getPage(0);
    expect(page.getWidth()).toBeCloseTo((390 * 72) / 25.4, 1);
    expect(page.getHeight()).toBeCloseTo((550 * 72) / 25.4, 1);
  });

  test('has one font a face for all pages, which says what they say', async () => {
    const { context } = await loaded();
    const fonts = context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict && object.has(PDFName.of('ToUnicode')) ? [object] : []));
    const names = fonts.map((font) => font.lookup(PDFName.of('BaseFont'), PDFName).decodeText());
    const faces = [...faceTexts(plan().pages)];
    expect(names.filter((name) => !/^[A-Z]{6}\+\w/.test(name))).toEqual([]);
    expect(new Set(names.map((name) => name.slice(7))).size).toBe(names.length);
    expect(names.length).toBe(faces.length);
    const said = fonts.map((font) => [...new Set(readToUnicode(font).values())].sort().join('').trim());
    expect(said.sort()).toEqual(faces.map(([, text]) => text.trim()).sort());
  });

  test('holds every condition of PDF/UA-1 that is checked', async () => {
    expect(await checkReader(bytes)).toEqual([]);
  });
});

describe('the way through it', () => {
  const outline = async () => {
    const titles: string[] = [];
    const collect = (entry: PDFDict | undefined, depth: number): void => {
      for (let at = entry; at; at = at.lookupMaybe(PDFName.of('Next'), PDFDict)) {
        titles.push(
          `${' '.repeat(depth)}${(at.lookup(PDFName.of('Title')) as unknown as { decodeText(): string }).decodeText()}`,
        );
        collect(at.lookupMaybe(PDFName.of('First'), PDFDict), depth + 1);
      }
    };
    collect((await loaded()).catalog.lookup(PDFName.of('Outlines'), PDFDict).lookup(PDFName.of('First'), PDFDict), 0);
    return titles;
  };

  test('bookmarks name pages and their articles', async () => {
    expect(await outline()).toEqual(['1 要闻', ' 春到小城', '2 副刊', ' 江边花开']);
  });

  test('an index line leads to its article, an address to the web', async () => {
    const document = await loaded();
    const annotations = document.getPage(0).node.lookup(PDFName.of('Annots'), PDFArray);
    const first = annotations.lookup(0, PDFDict);
    const second = annotations.lookup(1, PDFDict);
    expect(first.lookup(PDFName.of('Dest'), PDFArray).get(0)).toBe(document.getPage(1).ref);
    expect(second.lookup(PDFName.of('A'), PDFDict).lookup(PDFName.of('URI'), PDFString).asString()).toBe(
      'https://example.org/',
    );
    expect(annotations.size()).toBe(2);
  });
});

describe('a reader who does not see it', () => {
  testWith('pdfinfo')('hears headlines as headings and paragraphs whole, the folio not at all', () => {
    const tree = run('pdfinfo', bytes, '-struct-text', 'FILE');
    expect(tree).toMatch(/Art[^\n]*\n\s+H1[^\n]*\n\s+"春到小城"\s+P \(block\)\n\s+"春天/);
    expect(tree).not.toContain('第一版要闻');
    expect(tree.match(/P \(block\)/g)?.length).toBe(4);
  });
});

describe('each condition fails when it is broken', () => {
  const catalog = (change: (catalog: PDFDict) => void) => async () => {
    const document = await loaded();
    change(document.catalog);
    return document.save({ useObjectStreams: false });
  };
  const elements = (change: (element: PDFDict) => void) => async () => {
    const document = await loaded();
    for (const [, object] of document.context.enumerateIndirectObjects())
      if (object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('StructElem')) change(object);
    return document.save({ useObjectStreams: false });
  };
  const retype = (from: string, to: string) =>
    elements((element) => {
      if (element.get(PDFName.of('S')) === PDFName.of(from)) element.set(PDFName.of('S'), PDFName.of(to));
    });
  const page = (change: (page: PDFDict, document: PDFDocument) => void) => async () => {
    const document = await loaded();
    change(document.getPage(0).node, document);
    return document.save({ useObjectStreams: false });
  };

  /** The first page with this drawn on it too. */
  const draws = (content: string) =>
    page((one, { context }) => {
      const more = context.register(context.flateStream(content));
      one.set(PDFName.of('Contents'), context.obj([one.get(PDFName.of('Contents')) ?? more, more]));
    });

  const harms = [
    ['ua-identified', catalog((one) => one.delete(PDFName.of('Metadata')))],
    ['ua-title', catalog((one) => one.delete(PDFName.of('ViewerPreferences')))],
    ['ua-language', catalog((one) => one.delete(PDFName.of('Lang')))],
    ['ua-marked', catalog((one) => one.delete(PDFName.of('MarkInfo')))],
    ['ua-bookmarks', catalog((one) => one.delete(PDFName.of('Outlines')))],
    ['ua-types', retype('Art', 'Story')],
    ['ua-headings', retype('H1', 'H3')],
    ['ua-figures', retype('Art', 'Figure')],
    ['ua-notes', retype('P', 'Note')],
    ['ua-tables', retype('Art', 'TR')],
    ['ua-lists', retype('P', 'LI')],
    ['ua-plain', catalog((one) => one.set(PDFName.of('OCProperties'), one.context.obj({})))],
    ['ua-links', retype('Link', 'Span')],
    ['ua-tab-order', page((one) => one.delete(PDFName.of('Tabs')))],
    ['ua-parents', page((one) => one.delete(PDFName.of('StructParents')))],
    ['ua-content', draws('0 0 9 9 re f')],
    ['ua-artifacts', draws('/Artifact BMC /Span <</MCID 0>> BDC 0 0 9 9 re f EMC EMC')],
    [
      'ua-widths',
      async () => {
        const document = await loaded();
        for (const [, object] of document.context.enumerateIndirectObjects())
          if (object instanceof PDFDict && object.has(PDFName.of('CIDToGIDMap')))
            object.set(PDFName.of('W'), document.context.obj([0, [1, 2, 3], 3, 40, 4444]));
        return document.save({ useObjectStreams: false });
      },
    ],
    [
      'ua-fonts',
      page((one) => {
        for (const font of one.lookup(PDFName.of('Resources'), PDFDict).lookup(PDFName.of('Font'), PDFDict).keys())
          one
            .lookup(PDFName.of('Resources'), PDFDict)
            .lookup(PDFName.of('Font'), PDFDict)
            .lookup(font, PDFDict)
            .delete(PDFName.of('ToUnicode'));
      }),
    ],
  ] as const;

  test.each(harms)('%s', async (rule, harm) => {
    const findings = await checkReader(await harm());
    expect(findings.map((finding) => finding.rule)).toContain(rule);
    for (const { zh } of findings) expect(zh.message).toMatch(/\p{Script=Han}/u);
  });

  test('every condition is among them', () => {
    expect(harms.map(([rule]) => rule).sort()).toEqual(READER_CONDITIONS.map(({ name }) => name).sort());
  });
});
