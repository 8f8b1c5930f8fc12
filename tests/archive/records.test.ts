import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALTO } from '../../src/archive/verify/alto-grammar.ts';
import { offences } from '../../src/archive/verify/grammar.ts';
import { METS, MODS } from '../../src/archive/verify/mets-grammar.ts';
import { readXml, type XmlElement } from '../../src/archive/verify/xml.ts';
import type { Article } from '../../src/issue/model.ts';
import { archiveRecords, article, issue, leg, METRICS, module, page, paragraph, plan, twoPages } from './builders.ts';
import { hasWitness } from './witness.ts';

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

function all(element: XmlElement, name: string): XmlElement[] {
  const own = element.name.endsWith(`}${name}`) ? [element] : [];
  return [...own, ...element.children.flatMap((child) => all(child, name))];
}

/** Boxes of a list of elements in tenths of a millimetre. */
const box = (element: XmlElement) =>
  ['HPOS', 'VPOS', 'WIDTH', 'HEIGHT'].map((name) => Number(element.attributes.get(name)));

function altoOf(lines: readonly Parameters<typeof paragraph>[0][number][]): XmlElement {
  const pages = [page(1, [module('lead', [leg(paragraph(lines))])])];
  const made = archiveRecords({ issue: issue([article('lead')]), plan: plan(pages), metrics: METRICS, sources: '' });
  return readXml(decode(made.get('alto/01.xml')));
}

describe('ALTO', () => {
  test('a character at row 0, column 0 stands where the type area begins', () => {
    const [line] = all(altoOf(['版']), 'PrintSpace').flatMap((space) => all(space, 'TextLine'));
    // 71 px = 187.85 tenths of a mm; the baseline of 12 px in 18 px: 14 px up, 3 px down, and the pixel of lead below.
    expect(box(line as XmlElement)).toEqual(
      [187.85, ((103 + 14 - 0.88 * 12) * 254) / 96, 31.75, 31.75].map((mm) => Math.round(mm * 100) / 100),
    );
    expect(Number(line?.attributes.get('BASELINE'))).toBeCloseTo(((103 + 14) * 254) / 96, 2);
  });

  test('a string is a clause of even advances, a word or a figure; no string holds white space', () => {
    const strings = all(altoOf(['今天，星城 in 2026年']), 'String').filter(
      (one) => one.attributes.get('CONTENT') !== '版',
    );
    expect(strings.map((one) => one.attributes.get('CONTENT'))).toEqual(['今天，', '星城', 'in', '2026', '年']);
    const widths = strings.map((one) => box(one)[2] ?? 0);
    expect(widths).toEqual([95.25, 63.5, 31.75, 63.5, 31.75]);
    expect(all(altoOf(['今天，星城 in 2026年']), 'SP')).toHaveLength(2);
  });

  test('strings never overlap, stand in their line, and join to its text', () => {
    const character = fc.constantFrom('今', '，', '“', 'a', '7', ' ', '、', '—', '𠮷');
    fc.assert(
      fc.property(fc.array(character, { minLength: 1, maxLength: 30 }), (characters) => {
        const text = characters.join('');
        fc.pre(text.trim() !== '');
        const [line] = all(altoOf([text]), 'PrintSpace').flatMap((space) => all(space, 'TextLine'));
        const strings = all(line as XmlElement, 'String');
        expect(strings.map((one) => one.attributes.get('CONTENT')).join('')).toBe(text.replaceAll(' ', ''));
        let right = box(line as XmlElement)[0] ?? 0;
        for (const one of strings) {
          const [x = 0, , width = 0] = box(one);
          expect(x).toBeGreaterThanOrEqual(right - 0.02);
          right = x + width;
        }
        const [x = 0, , width = 0] = box(line as XmlElement);
        expect(right).toBeCloseTo(x + width, 1);
      }),
      { numRuns: 50 },
    );
  });

  test('a divided word is whole again in SUBS_CONTENT, also over the end of a leg, and its hyphen is no text', () => {
    const [first, second, third] = paragraph(['The news-', 'paper, he said: “Every-', 'one”']);
    const divided = (line: typeof first) => ({
      ...line,
      runs: line?.runs.map((run) => ({ ...run, source: run.text.replace(/-$/, '') })),
    });
    const legs = [leg([divided(first), divided(second)] as ReturnType<typeof paragraph>), leg([third] as never)];
    const pages = [page(1, [module('lead', legs)])];
    const made = archiveRecords({ issue: issue([article('lead')]), plan: plan(pages), metrics: METRICS, sources: '' });
    const alto = readXml(decode(made.get('alto/01.xml')));
    const strings = all(alto, 'String').filter((one) => one.attributes.has('SUBS_TYPE'));
    expect(strings.map((one) => [one.attributes.get('CONTENT'), one.attributes.get('SUBS_CONTENT')])).toEqual([
      ['news', 'newspaper,'],
      ['paper,', 'newspaper,'],
      ['Every', 'Everyone'],
      ['one', 'Everyone'],
    ]);
    expect(all(alto, 'HYP')).toHaveLength(2);
    expect(decode(made.get('alto/01.txt'))).toBe('The newspaper, he said: “Everyone”\n');
  });

  test('lines of letters are joined as they were written', () => {
    const pages = [page(1, [module('lead', [leg(paragraph(['“Come,”', 'she said', '“at well-', 'known ten”']))])])];
    const made = archiveRecords({ issue: issue([article('lead')]), plan: plan(pages), metrics: METRICS, sources: '' });
    expect(decode(made.get('alto/01.txt'))).toBe('“Come,” she said “at well-known ten”\n');
  });

  test('both parts of a story that jumps carry its tag, and the jump line names the page', () => {
    const made = archiveRecords(twoPages());
    const tags = ['01', '02'].map((name) => all(readXml(decode(made.get(`alto/${name}.xml`))), 'StructureTag'));
    expect(tags[0]?.[0]?.attributes.get('URI')).toBe('../lead/index.html');
    expect(tags[1]?.[0]?.attributes.get('URI')).toBe('../lead/index.html');
    expect(tags[1]?.[0]?.attributes.get('DESCRIPTION')).toBe('part 2 of 2, pages 1 2');
    const jumps = all(readXml(decode(made.get('alto/01.xml'))), 'LayoutTag').filter(
      (tag) => tag.attributes.get('TYPE') === 'jump',
    );
    expect(jumps.map((tag) => [tag.attributes.get('LABEL'), tag.attributes.get('URI')])).toEqual([['2', '02.xml']]);
  });
});

describe('a story without a web page', () => {
  const { issue: whole, ...rest } = twoPages();
  test.each([
    ['kept on paper', whole.articles.map((one) => ({ ...one, web: false as const }))],
    ['gone from the issue, while a signed-off page prints it', []],
  ])('%s: ALTO and manifest lead to none', (_, articles) => {
    const made = archiveRecords({ ...rest, issue: { ...whole, articles } });
    const tags = all(readXml(decode(made.get('alto/01.xml'))), 'StructureTag');
    expect(tags.map((tag) => tag.attributes.get('URI'))).toEqual(tags.map(() => undefined));
    expect(tags.length).toBeGreaterThan(0);
    expect(decode(made.get('manifest.json'))).not.toContain('/lead/');
  });
});

describe('METS and IIIF', () => {
  const made = archiveRecords({
    ...twoPages(),
    images: [
      { page: 1, path: 'pages/01.jpg', width: 2000, height: 2800 },
      { page: 2, path: 'pages/02.jpg', width: 2000, height: 2800 },
    ],
  });
  const mets = readXml(decode(made.get('mets.xml')));
  const manifest = JSON.parse(decode(made.get('manifest.json')));

  test('the logical map has one article with parts on two pages, each pointing into the ALTO of its page', () => {
    const lead = all(mets, 'div').find((div) => div.attributes.get('TYPE') === 'article');
    const parts = all(lead as XmlElement, 'div').filter((div) => div.attributes.get('TYPE') === 'part');
    const areas = parts.map((part) => all(part, 'area')[0]?.attributes);
    expect(areas.map((area) => [area?.get('FILEID'), area?.get('BEGIN')])).toEqual([
      ['alto01', 'p01m01'],
      ['alto02', 'p02m01'],
    ]);
  });

  test('each page of the physical map points to its own files, and the issue to the others', () => {
    const physical = all(mets, 'structMap').find((map) => map.attributes.get('TYPE') === 'PHYSICAL');
    const filesOf = (div: XmlElement) =>
      div.children.flatMap((child) => (child.name.endsWith('}fptr') ? (child.attributes.get('FILEID') ?? '') : []));
    const pages = all(physical as XmlElement, 'div').map(filesOf);
    const own = (page: string) => ['alto', 'text', 'press', 'html', 'image'].map((use) => use + page);
    expect(pages).toEqual([['reader'], own('01'), own('02')]);
  });

  test('a story that jumps is one Range over parts of two canvases', () => {
    const [contents] = manifest.structures;
    const lead = contents.items.flatMap((section: { items: unknown[] }) => section.items)[0];
    expect(lead.items.map((item: { source: { id: string } }) => item.source.id)).toEqual([
      'https://newspaper.invalid/2026-01-08/canvas/p01',
      'https://newspaper.invalid/2026-01-08/canvas/p02',
    ]);
    expect(lead.items[0].selector.value).toMatch(/^xywh=71,\d+,\d+,\d+$/);
  });

  test('every canvas has its picture, ALTO, PDF and text', () => {
    for (const canvas of manifest.items) {
      expect(canvas.items[0].items[0].body.type).toBe('Image');
      expect(canvas.seeAlso[0].profile).toBe('http://www.loc.gov/standards/alto/');
      expect(canvas.rendering.map((one: { format: string }) => one.format)).toEqual([
        'application/pdf',
        'text/plain',
        'text/html',
      ]);
    }
  });

  test('the issue and every canvas have a small picture, and the manifest says whose it is and which year holds it', () => {
    const small = (page: string) => [
      {
        id: `https://newspaper.invalid/2026-01-08/${page}/page.webp`,
        type: 'Image',
        format: 'image/webp',
        width: 360,
        height: 508,
      },
    ];
    expect(manifest.items.map((canvas: { thumbnail: unknown }) => canvas.thumbnail)).toEqual([
      small('page-01'),
      small('page-02'),
    ]);
    expect(manifest.thumbnail).toEqual(small('page-01'));
    expect(manifest.provider[0]).toMatchObject({ type: 'Agent', label: { 'zh-CN': ['星城报业'] } });
    expect(manifest.partOf[0].id).toBe('https://newspaper.invalid/archive/collection-2026.json');
    const bare = archiveRecords(twoPages(), new Map()).get('manifest.json');
    expect(decode(bare)).not.toContain('thumbnail');
  });

  test('a correction stands among the corrections, as on the web, not under the page that had room for it', () => {
    const { issue: whole, ...rest } = twoPages();
    const articles = whole.articles.map((one) =>
      one.slug === 'brief' ? { ...one, genre: 'correction' as const } : one,
    );
    const files = archiveRecords({ ...rest, issue: { ...whole, articles } });
    const sections = all(readXml(decode(files.get('mets.xml'))), 'div').filter(
      (div) => div.attributes.get('TYPE') === 'section',
    );
    expect(sections.map((div) => div.attributes.get('LABEL'))).toEqual(['要闻', '更正']);
    const [contents] = JSON.parse(decode(files.get('manifest.json'))).structures;
    expect(contents.items.map((range: { label: object }) => Object.values(range.label).flat())).toEqual([
      ['要闻'],
      ['更正'],
    ]);
  });

  test('METS names each writer, and says how the paper named them and what is not to be shown', () => {
    const { issue: whole, ...rest } = twoPages();
    const [lead, brief] = whole.articles;
    const articles = [
      { ...(lead as Article), byline: ['本报记者 周妍 王珂', '新华社'], web: 'withdrawn' as const },
      { ...(brief as Article), web: false as const },
    ];
    const file = readXml(decode(archiveRecords({ ...rest, issue: { ...whole, articles } }).get('mets.xml')));
    const names = all(file, 'name').filter((one) => one.attributes.has('type'));
    expect(names.map((one) => [one.attributes.get('type'), all(one, 'namePart')[0]?.text])).toEqual([
      ['personal', '周妍'],
      ['personal', '王珂'],
      ['corporate', '新华社'],
    ]);
    const texts = (name: string) => all(file, name).map(({ text }) => text);
    expect(texts('note')).toContain('本报记者 周妍 王珂 新华社');
    expect(texts('accessCondition')).toEqual(['Withdrawn from the web edition', 'In print only']);
    expect(all(file, 'mods').flatMap((mods) => offences(mods, MODS))).toEqual([]);
  });

  test('a story that goes on on an earlier page is still read from its beginning', () => {
    const parts = (part: 1 | 2) => [module('lead', [leg(paragraph([`第${part}段。`]))], { part })];
    const back = archiveRecords({ ...twoPages(), plan: plan([page(1, parts(2)), page(2, parts(1))]) });
    const areas = all(readXml(decode(back.get('mets.xml'))), 'area').map((area) => area.attributes.get('FILEID'));
    expect([...new Set(areas)]).toEqual(['alto02', 'alto01']);
  });

  test('only files that are there are listed, with size and SHA-256', () => {
    const others = new Map([['press/2026-01-08-01.pdf', new Uint8Array(3)]]);
    const listed = all(readXml(decode(archiveRecords(twoPages(), others).get('mets.xml'))), 'file');
    const ids = listed.map((file) => file.attributes.get('ID'));
    expect(ids).toEqual(['alto01', 'alto02', 'text01', 'text02', 'press01']);
    expect(listed.every((file) => /^[0-9a-f]{64}$/.test(file.attributes.get('CHECKSUM') ?? ''))).toBe(true);
  });

  test('the grammars of ALTO, METS and MODS are kept, and xmllint reads every file', () => {
    const xml = [...made].filter(([path]) => path.endsWith('.xml'));
    for (const [path, bytes] of xml) {
      const document = readXml(decode(bytes));
      expect(offences(document, path === 'mets.xml' ? METS : ALTO)).toEqual([]);
    }
    expect(all(mets, 'mods').flatMap((mods) => offences(mods, MODS))).toEqual([]);
    const lint = () =>
      xml.map(([, bytes]) => execFileSync('xmllint', ['--noout', '-'], { input: bytes, stdio: 'pipe' }));
    if (hasWitness('xmllint')) expect(lint).not.toThrow();
  });
});

test('the same plan gives the same bytes', () => {
  expect([...archiveRecords(twoPages())]).toEqual([...archiveRecords(twoPages())]);
});

test('a title that XML and HTML would trip over goes through', () => {
  const title = 'A & B <c> "d" \u0001 \uD800 ]]>';
  const made = archiveRecords({ ...twoPages(), issue: issue([article('lead', { title: [title] })]) });
  const label = all(readXml(decode(made.get('alto/01.xml'))), 'StructureTag')[0]?.attributes.get('LABEL');
  expect(label).toBe('A & B <c> "d" \uFFFD \uFFFD ]]>');
});

describe('the names of pages', () => {
  const recordsIn = (language: string) => {
    const made = issue([article('lead')]);
    const pages = [page(1, [module('lead', [leg(paragraph(['版']))])]), page(2, [], { label: 'A02' })];
    const files = archiveRecords({
      issue: { ...made, paper: { ...made.paper, language } },
      plan: plan(pages),
      metrics: METRICS,
      sources: '',
    });
    return {
      mets: decode(files.get('mets.xml')),
      iiif: decode(files.get('manifest.json')),
      alto: decode(files.get('alto/01.xml')),
    };
  };

  test('speak the paper’s language', () => {
    const english = recordsIn('en-GB');
    expect(english.mets).toMatch(/LABEL="Page 1/);
    expect(english.iiif).toMatch(/"Page 1/);
    expect(`${english.mets}${english.iiif}`).not.toMatch(/第\d+版/);
    expect(english.mets).toMatch(/LABEL="A02/);
    expect(recordsIn('zh-CN').mets).toMatch(/LABEL="第1版/);
  });

  test('have the number that is printed', () => {
    expect(recordsIn('en-GB').alto).toContain('PRINTED_IMG_NR="1"');
    expect(recordsIn('zh-CN').alto).toContain('PRINTED_IMG_NR="01"');
  });
});
