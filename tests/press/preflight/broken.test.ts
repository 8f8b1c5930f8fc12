/** For every rule of the preflight a file that breaks it, and no other. */
import {
  PDFDict,
  PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PreflightSettings } from '#src/press/preflight/finding.ts';
import { preflight } from '#src/press/preflight/preflight.ts';
import { RULES } from '#src/press/preflight/table.ts';
import { settings, song } from '../builders.ts';
import { pressedPage } from '../page.ts';
import { grown, Patient } from './patient.ts';

const name = PDFName.of;

interface Case {
  readonly rule: string;
  readonly break: (patient: Patient) => void | Promise<void>;
  readonly settings?: PreflightSettings;
}

const text = async (word: string) => `<${(await song()).encode(word)}> Tj`;

const CASES: readonly Case[] = [
  {
    rule: 'version',
    break: ({ context }) => {
      context.header = PDFHeader.forVersion(1, 7);
    },
  },
  {
    rule: 'identifier',
    break: ({ context }) => {
      delete context.trailerInfo.ID;
    },
  },
  {
    rule: 'encryption',
    break: ({ context }) => {
      context.trailerInfo.Encrypt = context.register(context.obj({ Filter: 'Standard', V: 1, R: 2 }));
    },
  },
  {
    rule: 'pages',
    break: () => undefined,
    settings: { ...settings(), pages: [...settings().pages, ...settings().pages] },
  },
  { rule: 'output-intent', break: ({ intents }) => intents.push(intents.lookup(0) ?? intents) },
  {
    rule: 'output-profile',
    break: ({ intents }) => intents.lookup(0, PDFDict).delete(name('DestOutputProfile')),
  },
  { rule: 'metadata', break: ({ document }) => void document.catalog.delete(name('Metadata')) },
  { rule: 'identification', break: (patient) => patient.xmp((xmp) => xmp.replace('PDF/X-4', 'PDF/X-3:2003')) },
  { rule: 'document-id', break: (patient) => patient.xmp((xmp) => xmp.replace(/<xmpMM:DocumentID>.*\n/, '')) },
  { rule: 'metadata-agrees', break: ({ info }) => info.set(name('Title'), PDFHexString.fromText('Another')) },
  { rule: 'trapped', break: ({ info }) => info.set(name('Trapped'), name('Unknown')) },
  {
    rule: 'actions',
    break: ({ document, context }) =>
      document.catalog.set(name('OpenAction'), context.obj({ S: 'JavaScript', JS: PDFString.of('1') })),
  },
  {
    rule: 'streams',
    break: ({ context }) => {
      context.register(PDFRawStream.of(context.obj({ Filter: 'LZWDecode', Length: 1 }), Uint8Array.of(0)));
    },
  },
  {
    rule: 'device-controls',
    break: (patient) => {
      patient.use('ExtGState', 'Bad', patient.context.obj({ TR: 'Identity' }));
      patient.draw('q /Bad gs Q');
    },
  },
  { rule: 'boxes', break: ({ page, context }) => page.set(name('ArtBox'), context.obj([50, 50, 200, 200])) },
  {
    rule: 'trim-size',
    break: (patient) => patient.page.set(name('TrimBox'), patient.context.obj(grown(patient, 'TrimBox', 1))),
    settings: { ...settings(), bleed: 3 - (1 * 25.4) / 72 },
  },
  {
    rule: 'bleed-size',
    break: (patient) => patient.page.set(name('BleedBox'), patient.context.obj(grown(patient, 'BleedBox', 1))),
  },
  { rule: 'page-geometry', break: ({ page }) => page.set(name('UserUnit'), PDFNumber.of(2)) },
  {
    rule: 'annotations',
    break: ({ page, context }) =>
      page.set(
        name('Annots'),
        context.obj([context.register(context.obj({ Subtype: 'Link', Rect: [80, 80, 90, 90] }))]),
      ),
  },
  { rule: 'content', break: (patient) => patient.draw('q ) Q') },
  {
    rule: 'page-empty',
    break: ({ page, context }) =>
      page.set(name('Contents'), context.register(context.flateStream('0 0 0 1 k 1 1 20 20 re f'))),
  },
  {
    rule: 'font-type3',
    break: (patient) => {
      const glyphs = patient.context.obj({
        a: patient.context.register(patient.context.flateStream('0 0 d0 0 0 9 9 re f')),
      });
      const font = patient.context.obj({
        Type: 'Font',
        Subtype: 'Type3',
        FontMatrix: [0.01, 0, 0, 0.01, 0, 0],
        FontBBox: [0, 0, 9, 9],
        FirstChar: 97,
        LastChar: 97,
        Widths: [9],
        Encoding: { Differences: [97, 'a'] },
      });
      font.set(name('CharProcs'), glyphs);
      font.set(name('ToUnicode'), patient.context.register(patient.context.flateStream('')));
      patient.use('Font', 'F3', font);
      patient.draw('BT /F3 20 Tf 0 0 0 1 k 90 90 Td (a) Tj ET');
    },
  },
  {
    rule: 'font-embedded',
    break: (patient) => {
      const font = patient.context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' });
      font.set(name('ToUnicode'), patient.context.register(patient.context.flateStream('')));
      patient.use('Font', 'F9', font);
      patient.draw('BT /F9 20 Tf 0 0 0 1 k 90 90 Td (a) Tj ET');
    },
  },
  {
    rule: 'text-unicode',
    break: ({ resources }) =>
      resources.lookup(name('Font'), PDFDict).lookup(name('F1'), PDFDict).delete(name('ToUnicode')),
  },
  {
    rule: 'text-radicals',
    break: ({ context, resources }) => {
      const map = context.register(context.flateStream('1 beginbfchar\n<0001> <2F24>\nendbfchar'));
      resources.lookup(name('Font'), PDFDict).lookup(name('F1'), PDFDict).set(name('ToUnicode'), map);
    },
  },
  { rule: 'colour-rgb', break: (patient) => patient.draw('1 0 0 rg 90 90 20 20 re f') },
  {
    rule: 'colour-spot',
    break: (patient) => {
      const tint = patient.context.obj({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 1, 1, 0], N: 1 });
      patient.use('ColorSpace', 'Spot', patient.context.obj(['Separation', 'PANTONE 185 C', 'DeviceCMYK', tint]));
      patient.draw('/Spot cs 1 scn 90 90 20 20 re f');
    },
  },
  { rule: 'colour-unknown', break: (patient) => patient.draw('/Nowhere cs 1 scn 90 90 20 20 re f') },
  {
    rule: 'blend-space',
    break: (patient) => {
      patient.page.set(name('Group'), patient.context.obj({ S: 'Transparency', CS: 'DeviceRGB' }));
    },
  },
  { rule: 'text-grey', break: async (patient) => patient.draw(`BT /F1 9 Tf 0 g 90 90 Td ${await text('字')} ET`) },
  {
    rule: 'text-overprint',
    break: async (patient) => patient.draw(`BT /F1 9 Tf 0 0 0 1 k 90 90 Td ${await text('字')} ET`),
  },
  { rule: 'rule-overprint', break: (patient) => patient.draw('0 0 0 1 k 90 90 40 1 re f') },
  { rule: 'white-overprint', break: (patient) => patient.draw('/BsOverprint gs 0 0 0 0 k 90 90 40 10 re f') },
  { rule: 'ink-flat', break: (patient) => patient.draw('1 1 1 .5 k 90 90 20 20 re f') },
  { rule: 'mono-ink', break: () => undefined, settings: settings({ color: false }) },
  {
    rule: 'text-inks',
    break: async (patient) => patient.draw(`BT /F1 9 Tf 1 1 0 0 k 90 90 Td ${await text('字')} ET`),
  },
  {
    rule: 'text-rich',
    break: async (patient) => patient.draw(`BT /F1 20 Tf .5 .5 .3 1 k 90 90 Td ${await text('字')} ET`),
  },
  {
    rule: 'text-reversed',
    break: async (patient) => patient.draw(`BT /F1 6 Tf 0 0 0 0 k 90 90 Td ${await text('字')} ET`),
  },
  { rule: 'hairline', break: (patient) => patient.draw('1 0 0 0 k 90 90 40 .1 re f') },
  {
    rule: 'picture-coarse',
    break: (patient) => {
      patient.use('XObject', 'P', patient.picture(40, [20, 20, 20, 20]));
      patient.draw('q 40 0 0 40 90 90 cm /P Do Q');
    },
  },
  {
    rule: 'picture-soft',
    break: (patient) => {
      patient.use('XObject', 'P', patient.picture(68, [20, 20, 20, 20]));
      patient.draw('q 40 0 0 40 90 90 cm /P Do Q');
    },
  },
  {
    rule: 'lineart-coarse',
    break: (patient) => {
      patient.use('XObject', 'P', patient.lineart(200));
      patient.draw('q 40 0 0 40 90 90 cm /P Do Q');
    },
  },
  {
    rule: 'lineart-soft',
    break: (patient) => {
      patient.use('XObject', 'P', patient.lineart(400));
      patient.draw('q 40 0 0 40 90 90 cm /P Do Q');
    },
  },
  {
    // One pixel of 300 % among white ones: no square of 15 mm² notices.
    rule: 'ink-peak',
    break: (patient) => {
      const dict = {
        Type: 'XObject',
        Subtype: 'Image',
        Width: 120,
        Height: 120,
        ColorSpace: 'DeviceCMYK',
        BitsPerComponent: 8,
      };
      const bytes = new Uint8Array(120 * 120 * 4);
      bytes.set([255, 255, 255], 4000);
      patient.use('XObject', 'P', patient.context.register(patient.context.flateStream(bytes, dict)));
      patient.draw('q 40 0 0 40 90 90 cm /P Do Q');
    },
  },
  {
    rule: 'ink-mean',
    break: (patient) => {
      patient.use('XObject', 'P', patient.picture(120, [80, 80, 61, 20]));
      patient.draw('q 40 0 0 40 90 90 cm /P Do Q');
    },
  },
];

let good: Uint8Array;
beforeAll(async () => {
  good = await pressedPage();
});

async function broken({ break: harm }: Case): Promise<Uint8Array> {
  const patient = new Patient(await PDFDocument.load(good, { updateMetadata: false }));
  await harm(patient);
  return patient.document.save({ useObjectStreams: false });
}

test('a good page holds every rule', async () => {
  expect(await preflight(good, settings())).toEqual([]);
});

test('bytes that are no PDF are one finding', async () => {
  expect((await preflight(new Uint8Array(9), settings())).map(({ rule }) => rule)).toEqual(['readable']);
});

test('every rule has a file that breaks it', () => {
  expect(CASES.map(({ rule }) => rule).sort()).toEqual(RULES.map(({ name: rule }) => rule).sort());
});

describe('a file that breaks one rule fails that rule alone', () => {
  test.each(CASES)('$rule', async (one) => {
    const findings = await preflight(await broken(one), one.settings ?? settings());
    expect(new Set(findings.map(({ rule }) => rule)), JSON.stringify(findings)).toEqual(new Set([one.rule]));
    for (const { zh } of findings) expect(zh.message).toMatch(/\p{Script=Han}/u);
  });
});

test('text that is not painted is not judged', async () => {
  const hidden = async (patient: Patient) => patient.draw(`BT 3 Tr /F1 6 Tf 1 1 0 0 k 90 90 Td ${await text('字')} ET`);
  expect(await preflight(await broken({ rule: 'text-inks', break: hidden }), settings())).toEqual([]);
});

test('what is drawn with again is told once', async () => {
  const { rule, break: harm } = CASES.find((one) => one.rule === 'font-embedded') as Case;
  const twice = async (patient: Patient) => {
    await harm(patient);
    patient.draw('BT /F9 20 Tf 0 0 0 1 k 90 120 Td (b) Tj ET');
  };
  expect(await preflight(await broken({ rule, break: twice }), settings())).toHaveLength(1);
});

test('the number of a rule can be set', async () => {
  const loose: PreflightSettings = { ...settings(), numbers: { 'picture-coarse': 50 } };
  const bytes = await broken(CASES.find(({ rule }) => rule === 'picture-coarse') as Case);
  expect((await preflight(bytes, loose)).map(({ rule }) => rule)).not.toContain('picture-coarse');
});
