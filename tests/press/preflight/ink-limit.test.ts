/** Which ink counts against the paper's limit. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { preflight } from '#src/press/preflight/preflight.ts';
import { settings } from '../builders.ts';
import { pressedPage } from '../page.ts';
import { Patient } from './patient.ts';

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
