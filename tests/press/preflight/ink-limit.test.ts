/** Which ink counts against the paper's limit. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { openCmyk } from '#src/photo/cmyk.ts';
import { segmentsOf } from '#src/photo/jpeg-segments.ts';
import { preflight } from '#src/press/preflight/preflight.ts';
import { settings } from '../builders.ts';
import { pressedPage } from '../page.ts';
import { Patient } from './patient.ts';

describe('the ink of a JPEG', () => {
  /** What is said of a picture whose file holds these four numbers everywhere, with or without Adobe's segment. */
  const said = async (inks: readonly number[], marked: boolean) => {
    const jpeg = await openCmyk(
      Uint8Array.from({ length: 64 * 64 * 4 }, (_, at) => 255 - (inks[at % 4] ?? 0)),
      64,
      64,
    )
      .jpeg({ quality: 98 })
      .toBuffer();
    const adobe = [...segmentsOf(jpeg)].find(({ marker }) => marker === 0xee)?.at ?? 0;
    const bare = Buffer.concat([jpeg.subarray(0, adobe), jpeg.subarray(adobe + 16)]);
    const patient = new Patient(await PDFDocument.load(await pressedPage(), { updateMetadata: false }));
    const { context } = patient;
    const entries = { Type: 'XObject', Subtype: 'Image', Width: 64, Height: 64, BitsPerComponent: 8 };
    const dict = { ...entries, ColorSpace: 'DeviceCMYK', Filter: 'DCTDecode' };
    patient.use('XObject', 'Photo', context.register(context.stream(marked ? jpeg : bare, dict)));
    patient.draw('q 30 0 0 30 90 90 cm /Photo Do Q');
    const bytes = await patient.document.save({ useObjectStreams: false });
    return (await preflight(bytes, settings())).map(({ rule }) => rule);
  };

  // A PDF goes by the numbers of the file, whatever program wrote it (ISO 32000-1, 7.4.8).
  test.each([true, false])('is what its numbers say (Adobe’s marker: %s)', async (marked) => {
    expect(await said([60, 40, 20, 0], marked)).toEqual([]);
    expect(await said([250, 250, 250, 100], marked)).toEqual(['ink-peak', 'ink-mean']);
  });
});

describe('the ink limit', () => {
  const finding = async (limit: number, harm: (patient: Patient) => void) => {
    const patient = new Patient(await PDFDocument.load(await pressedPage(), { updateMetadata: false }));
    harm(patient);
    const bytes = await patient.document.save({ useObjectStreams: false });
    return (await preflight(bytes, { ...settings(), inkLimit: limit })).filter(({ rule }) => rule === 'ink-flat');
  };

  test('is the page’s: register marks outside the bleed may hold all inks', async () => {
    expect(await finding(240, (patient) => patient.draw('1 1 1 1 k 4 4 9 9 re f'))).toEqual([]);
  });

  test('may be lower than the ink of the house’s own marks, and still finds what is too heavy on the page', async () => {
    expect(await finding(190, () => undefined)).toEqual([]);
    const [flat, ...others] = await finding(190, (patient) => patient.draw('.95 1 0 0 k 90 90 20 20 re f'));
    expect(flat?.message).toMatch(/^a fill of 195 % ink \(limit 190 %\)/);
    expect(others).toEqual([]);
  });

  test('holds for a pattern on the page whose cell lies outside', async () => {
    const found = await finding(240, (patient) => {
      const cell = { Type: 'Pattern', PatternType: 1, PaintType: 1, TilingType: 1, BBox: [4, 4, 13, 13] };
      const dict = { ...cell, XStep: 9, YStep: 9, Resources: {} };
      const { context } = patient;
      patient.use('Pattern', 'Heavy', context.register(context.flateStream('1 1 1 1 k 4 4 9 9 re f', dict)));
      patient.draw('/Pattern cs /Heavy scn 90 90 20 20 re f');
    });
    expect(found).toHaveLength(1);
  });
});
