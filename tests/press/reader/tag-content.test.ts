/** Marks of a page's content: what a browser writes is marked at once, and comes out as what is read operation by operation. */

import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { ascii } from '#src/press/content/bytes.ts';
import { Frame, linesOf } from '#src/press/reader/places.ts';
import { tagContent } from '#src/press/reader/tag-content.ts';
import { TINY_PLAN } from '../../edition/tiny.ts';

const BLEED = 3;
const page = TINY_PLAN.pages[0] ?? expect.fail('no page');
const frame = new Frame(page, BLEED);
const { context } = await PDFDocument.create();
const HEIGHT = 1600;

/** The first run of every line of the page, where Chromium draws it: pixels of the sheet, turned upside down. */
const places = page.modules.flatMap(({ boxes }, module) =>
  boxes.flatMap((box, at) =>
    box.kind === 'leg' || box.kind === 'text'
      ? linesOf(box).map((line, index) => ({
          spot: { module, box: at, line: index, run: 0 },
          x: line.x + (line.runs[0]?.x ?? 0),
          y: line.y + line.height / 2,
        }))
      : [],
  ),
);

/** From the type area to the sheet, pixels. */
const origin = frame.toArea(0, HEIGHT, HEIGHT);
const content = (write: (x: string, y: string) => string): string =>
  `.75 0 0 -.75 0 ${HEIGHT} cm\n/G3 gs\n0 0 10 10 re\nf\n${places
    .map(({ x, y }) => write((x - origin.x).toFixed(3), (y - origin.y).toFixed(3)))
    .join('\n')}\n`;

const browsers = content(
  (x, y) => `BT\n/F4 12 Tf\n1 0 0 -1 ${x} ${y} Tm\n<0012> Tj\n12.5 0 Td <2B3C> Tj\n3 0 Td <00FF> Tj\nET`,
);
/** The same drawing as nobody's browser writes it. */
const others = [
  content((x, y) => `BT /F4 12 Tf 1 0 0 -1 ${x} ${y} Tm <0012> Tj 12.5 0 Td <2B3C> Tj 3 0 Td <00FF> Tj\nET`),
  content(
    (x, y) => `BT\n/F4 12 Tf\n1 0 0 -1 0 0 Tm\n${x} -${y} Td <0012> Tj\n12.5 0 Td <2B3C> Tj\n3 0 Td <00FF> Tj\nET`,
  ),
  content((x, y) => `BT\n/F4 12 Tf\n1 0 0 -1 ${x} ${y} Tm\n[<0012> 3 <2B3C>] TJ\n3 0 Td <00FF> Tj\nET`),
];
const tag = (text: string) => tagContent(ascii(text), { page, frame, resources: context.obj({}), height: HEIGHT });

describe('text objects', () => {
  test('as a browser writes them go under the mark of the run that begins there', () => {
    const { texts, loose, content: marked } = tag(browsers);
    expect(places.length).toBeGreaterThan(3);
    expect(texts.map(({ spot }) => spot)).toEqual(places.map(({ spot }) => spot));
    expect(texts.map(({ mcid }) => mcid)).toEqual([...places.keys()]);
    expect(loose).toEqual([]);
    const text = Buffer.from(marked).toString('latin1');
    expect(text.replace(/\/Span <<\/MCID \d+>> BDC\n|EMC\n(?=ET)|\/Artifact BMC\n|\nEMC(?=\n\n?BT)/g, '')).toBe(
      browsers.replace('f\nBT', 'f\n\nBT'),
    );
    expect(text).toContain(' Tm\n/Span <</MCID 1>> BDC\n<0012> Tj\n12.5 0 Td <2B3C> Tj\n3 0 Td <00FF> Tj\nEMC\nET');
  });

  test('in forms, as Chromium draws lines whose glyphs are scaled, are the same lines', () => {
    const form = 'q\n.97 0 0 1 0 0 cm\nBT\n/F4 12 Tf\n1 0 0 -1 0 0 Tm\n<0012> Tj\nET\nQ\n';
    const drawn = context.register(context.flateStream(form, { Type: 'XObject', Subtype: 'Form' }));
    const empty = context.register(context.flateStream('0 0 9 9 re f', { Type: 'XObject', Subtype: 'Form' }));
    const resources = context.obj({ XObject: { X1: drawn, X2: empty } });
    const text = `${content((x, y) => `q\n1 0 0 1 ${x} ${y} cm\n/X1 Do\nQ`)}/X2 Do\n`;
    const { texts, loose, content: marked } = tagContent(ascii(text), { page, frame, resources, height: HEIGHT });
    expect({ texts, loose }).toEqual({ texts: tag(browsers).texts, loose: [] });
    const said = Buffer.from(marked).toString('latin1');
    expect(said).toContain('/Span <</MCID 1>> BDC\n/X1 Do\nEMC');
    expect(said).toContain('/Artifact BMC\n/X2 Do\nEMC');
  });

  test.each(others.map((text, at) => [at, text] as const))(
    'written otherwise (%i) have the same numbers',
    (_, text) => {
      const { texts, loose, count } = tag(text);
      expect({ texts, loose, count }).toEqual(
        (({ texts: all, loose: none, count: sum }) => ({ texts: all, loose: none, count: sum }))(tag(browsers)),
      );
      expect(
        Buffer.from(tag(text).content)
          .toString('latin1')
          .match(/\/Span <<\/MCID/g)?.length,
      ).toBe(places.length);
    },
  );
});
