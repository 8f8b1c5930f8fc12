/** The checkers of records, on records that are broken. */
import { describe, expect, test } from 'vitest';
import { ALTO } from '../../src/archive/verify/alto-grammar.ts';
import { offences } from '../../src/archive/verify/grammar.ts';
import { checkManifest } from '../../src/archive/verify/iiif.ts';
import { METS } from '../../src/archive/verify/mets-grammar.ts';
import { readXml } from '../../src/archive/verify/xml.ts';
import { inEnglish } from '../../src/fault.ts';
import { archiveRecords, twoPages } from './builders.ts';

const made = archiveRecords(twoPages());
const text = (path: string) => new TextDecoder().decode(made.get(path));

describe('what is no XML is refused with its line', () => {
  const cases: Record<string, [xml: string, why: RegExp, line?: number]> = {
    'a tag left open': ['<a>\n<b>\n</a>', /closes <b>/, 3],
    'no end': ['<a>\n', /not closed/],
    'two roots': ['<a/>\n<b/>', /second root/, 2],
    'text after the root': ['<a/>x', /outside/],
    nothing: ['', /no element/],
    'an attribute twice': ['<a x="1" x="2"/>', /twice/],
    'an attribute twice by namespaces': ['<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>', /twice/],
    'an attribute without quotes': ['<a x=1/>', /broken/],
    'no space between attributes': ['<a x="1"y="2"/>', /broken/],
    'an unknown prefix': ['<p:a/>', /not declared/],
    'an unknown entity': ['<a>&nbsp;</a>', /no entity/],
    'a bare ampersand': ['<a>R&D</a>', /no entity/],
    'a control character': ['<a>\u0001</a>', /cannot hold/],
    'a less-than sign in an attribute': ['<a x="<"/>', /broken/],
    'two hyphens in a comment': ['<a><!-- a -- b --></a>', /broken/],
    'the end of a CDATA in text': ['<a>]]></a>', /stands in text/],
    'a document type': ['<!DOCTYPE a><a/>', /broken/],
    'a declaration in the middle': ['<a/><?xml version="1.0"?>', /broken/],
  };
  test.each(Object.entries(cases))('%s', (_, [xml, why, line]) => {
    expect(() => readXml(xml)).toThrow(why);
    if (line !== undefined) expect(() => readXml(xml)).toThrow(expect.objectContaining({ line }));
  });

  test('and what is XML is read', () => {
    const root = readXml(
      '<?xml version="1.0" encoding="UTF-8"?><a x=\'1 &lt; 2\'><!-- c --><b xmlns="u">t&#x5B57;<![CDATA[<&]]></b></a>',
    );
    expect(root.attributes.get('x')).toBe('1 < 2');
    expect(root.children[0]).toMatchObject({ name: '{u}b', text: 't字<&' });
  });
});

describe('what breaks a grammar is named', () => {
  const blows: Record<string, [path: string, blow: (xml: string) => string, why: RegExp]> = {
    'an element that does not exist': ['alto/01.xml', (xml) => xml.replace('<Tags>', '<Tags><Tug/>'), /may not hold/],
    'an element at the wrong place': [
      'alto/01.xml',
      (xml) => xml.replace(/(<Styles>[\s\S]*<\/Styles>)\s*(<Tags>[\s\S]*<\/Tags>)/, '$2$1'),
      /may not hold/,
    ],
    'an attribute that does not exist': [
      'alto/01.xml',
      (xml) => xml.replace('HPOS=', 'XPOS='),
      /has no attribute XPOS/,
    ],
    'a required attribute left out': [
      'alto/01.xml',
      (xml) => xml.replace(/ CONTENT="[^"]*"/, ''),
      /lacks its attribute CONTENT/,
    ],
    'a number that is none': ['alto/01.xml', (xml) => xml.replace(/HPOS="[^"]*"/, 'HPOS="12,5"'), /may not be "12,5"/],
    'an ID given twice': ['alto/01.xml', (xml) => xml.replace(' ID="p01m01b02"', ' ID="p01m01b01"'), /given twice/],
    'a reference to nothing': [
      'alto/01.xml',
      (xml) => xml.replace('REF="p01m01b01"', 'REF="p99"'),
      /nothing has the ID p99/,
    ],
    'text where none may be': ['alto/01.xml', (xml) => xml.replace('<Layout>', '<Layout>x'), /may not hold text/],
    'another namespace': ['alto/01.xml', (xml) => xml.replaceAll('ns-v4#', 'ns-v3#'), /the root is/],
    'a line without a string': ['alto/01.xml', (xml) => xml.replace(/<String[^>]*>/, ''), /TextLine may not hold/],
    'no structMap': [
      'mets.xml',
      (xml) => xml.replace(/<mets:structMap[\s\S]*<\/mets:structMap>/, ''),
      /mets may not hold/,
    ],
    'a role of an agent that does not exist': [
      'mets.xml',
      (xml) => xml.replace('ROLE="CREATOR"', 'ROLE="BOSS"'),
      /may not be "BOSS"/,
    ],
    'a file pointer to nothing': [
      'mets.xml',
      (xml) => xml.replace('FILEID="alto01"', 'FILEID="alto09"'),
      /nothing has the ID alto09/,
    ],
  };
  test.each(Object.entries(blows))('%s', (_, [path, blow, why]) => {
    const broken = blow(text(path));
    expect(broken).not.toBe(text(path));
    const found = offences(readXml(broken), path === 'mets.xml' ? METS : ALTO);
    expect(found.map((offence) => inEnglish(offence.message)).join('\n')).toMatch(why);
  });
});

describe('a manifest that is none is named', () => {
  const good = () => JSON.parse(text('manifest.json'));
  const isThere = new Set([
    ...[...made.keys()].map((path) => `data/${path}`),
    ...['index.html', '2026-01-08.pdf', 'press/2026-01-08-01.pdf', 'press/2026-01-08-02.pdf'].map(
      (path) => `data/${path}`,
    ),
    ...['page-01/index.html', 'page-02/index.html', 'page-01/page.webp', 'page-02/page.webp'].map(
      (path) => `data/${path}`,
    ),
  ]);
  const check = (manifest: unknown) =>
    checkManifest('manifest.json', manifest, 'data', isThere).map((fault) => fault.message);

  test('a good one has no fault', () => expect(check(good())).toEqual([]));

  const blows: Record<string, [blow: (manifest: ReturnType<typeof good>) => void, why: RegExp]> = {
    'another context': [
      (one) => {
        one['@context'] = 'x';
      },
      /context/,
    ],
    'another type': [
      (one) => {
        one.type = 'Collection';
      },
      /no Manifest/,
    ],
    'no label': [
      (one) => {
        one.label = 'x';
      },
      /label/,
    ],
    'no date': [
      (one) => {
        one.navDate = 'soon';
      },
      /navDate/,
    ],
    'a small picture that is not there': [
      (one) => {
        one.thumbnail[0].id = one.thumbnail[0].id.replace('page-01', 'page-09');
      },
      /page-09\/page\.webp is not in the snapshot/,
    ],
    'no canvas': [
      (one) => {
        one.items = [];
        one.structures = [];
      },
      /no canvas/,
    ],
    'a canvas without a size': [
      (one) => {
        one.items[0].width = 0;
      },
      /no size/,
    ],
    'a file that is not there': [
      (one) => {
        one.rendering[0].id += 'x';
      },
      /not in the snapshot/,
    ],
    'a picture of a page that is not there': [
      (one) => {
        const [page] = one.items;
        const body = { id: one.id.replace('manifest.json', 'pages/09.jpg') };
        page.items = [{ items: [{ motivation: 'painting', target: page.id, body }] }];
      },
      /not in the snapshot/,
    ],
    'a part on no canvas': [
      (one) => {
        one.structures[0].items[0].items[0].items[0].source.id = 'x';
      },
      /on no canvas/,
    ],
    'a part beyond the page': [
      (one) => {
        one.structures[0].items[0].items[0].items[0].selector.value = 'xywh=0,0,9999,1';
      },
      /beyond/,
    ],
  };
  test.each(Object.entries(blows))('%s', (_, [blow, why]) => {
    const manifest = good();
    blow(manifest);
    expect(check(manifest).join('\n')).toMatch(why);
  });
});
