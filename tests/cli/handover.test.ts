/** What goes to the printer with the pages: who reads the sheet and checks the digests has all that was sent. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deliveryOf, type Handed } from '../../src/cli/build/handover.ts';
import type { FrozenPage } from '../../src/cli/release/store.ts';
import type { Issue } from '../../src/issue/model.ts';
import type { PagePlan, Plan } from '../../src/makeup/plan.ts';
import { pageOf } from '../browser/page-builder.ts';
import { paper } from '../builders.ts';

const ID = '2026-01-08';

function handed(language: string, pages: readonly PagePlan[], released: Handed['released'] = new Map()): Handed {
  const press = { condition: 'FOGRA 42', inkLimit: 220, resolution: 200, bleed: 4, marks: false };
  const issue = { id: ID, date: ID, number: 2317, paper: paper({ name: 'The Ferry Gazette', language, press }) };
  return { issue: issue as unknown as Issue, plan: { pages } as unknown as Plan, released };
}

const PAGES: readonly PagePlan[] = [
  { ...pageOf(1, []), name: 'News', color: true, trim: { width: 275, height: 390 } },
  { ...pageOf(2, []), label: 'A02', color: false, trim: { width: 275, height: 390 }, draft: true },
];
const SIGNED = { plan: PAGES[0], press: 'ab', revision: 2, replates: [{ revision: 2, changes: [] }] };
const RELEASED = new Map([[1, SIGNED as unknown as FrozenPage]]);

const pressed = {
  pages: new Map([
    [1, Buffer.from('first')],
    [2, Buffer.from('second')],
  ]),
  bound: Buffer.from('both'),
  profile: { name: 'The plant’s own', sha256: 'cd' },
};

const sheetOf = (issue: Handed): string =>
  String(deliveryOf(issue, pressed).find(({ name }) => name === `${ID}.txt`)?.bytes);

describe('the hand-over sheet', () => {
  it('says how the pages are to be printed, and what is to be known of each', () => {
    expect(sheetOf(handed('en-GB', PAGES, RELEASED))).toBe(
      [
        'The Ferry Gazette 2026-01-08 No. 2317',
        '付印单 Hand-over sheet',
        '',
        '2 pages, PDF/X-4, one file each; all of them together: 2026-01-08.pdf',
        'Trim 275 × 390 mm, bleed 4 mm, without marks',
        'Output condition FOGRA 42, profile “The plant’s own”, total ink at most 220 %',
        'Whether all arrived whole: sha256sum --check 2026-01-08.sha256',
        '',
        '2026-01-08-01.pdf  CMYK  1  News  signed off, plate 2  see 2026-01-08-01-changes.txt',
        '2026-01-08-02.pdf  K     A02  DRAFT: not for the plates',
        '',
      ].join('\n'),
    );
  });

  it('names what a signed-off plate was made for, where it is not what the sheet says of all', () => {
    const press = { condition: 'FOGRA 42', bleed: 3, inkLimit: 220, marks: false, colours: {} };
    const terms = { ...press, date: ID, paper: 'The Ferry Gazette', profile: pressed.profile };
    const sheetWith = (own: typeof terms): string =>
      sheetOf(handed('en-GB', PAGES, new Map([[1, { ...SIGNED, terms: own } as unknown as FrozenPage]])));
    expect(sheetWith(terms)).toContain(
      'signed off, plate 2  see 2026-01-08-01-changes.txt  MADE OTHERWISE: bleed 3 mm (now 4 mm)\n',
    );
    expect(sheetWith(terms)).toContain('all of them together: 2026-01-08.pdf');
    expect(sheetWith({ ...terms, profile: { ...pressed.profile, sha256: 'ef' } })).toContain(
      'MADE OTHERWISE: profile “The plant’s own” (SHA-256 ef…) (now “The plant’s own” (SHA-256 cd…)), bleed 3 mm',
    );
    expect(sheetWith({ ...terms, condition: 'other' })).toContain('not bound together');
  });

  it('speaks the paper’s language', () => {
    const sheet = sheetOf(handed('zh-CN', PAGES, RELEASED));
    expect(sheet).toContain('成品尺寸 275 × 390 mm，出血 4 mm，不带标记');
    expect(sheet).toContain('2026-01-08-01.pdf  CMYK  1  News  已签样，第 2 块版  见 2026-01-08-01-changes.txt');
    expect(sheet).toContain('2026-01-08-02.pdf  K     A02  草样，不可付印');
  });
});

describe('the digests', () => {
  it('are of every other file, as sha256sum reads them', () => {
    const files = deliveryOf(handed('en', PAGES, RELEASED), pressed);
    expect(files.map(({ name }) => name.replace(ID, 'DATE'))).toEqual([
      'DATE-01.pdf',
      'DATE-02.pdf',
      'DATE.pdf',
      'DATE-01-changes.txt',
      'DATE.txt',
      'DATE.sha256',
    ]);
    const digests = String(files.at(-1)?.bytes).split('\n');
    expect(digests.pop()).toBe('');
    expect(digests).toEqual(
      files.slice(0, -1).map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}`),
    );
  });
});
