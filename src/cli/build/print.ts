/** The pages through the browser: print document, sheets, and the witness's word that they stand as planned. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Printed, printPages } from '../../browser/print.ts';
import { witness } from '../../browser/witness.ts';
import { writePrintDocument } from '../../edition/print.ts';
import type { Fault } from '../../fault.ts';
import type { StandIn } from '../../photo/press.ts';
import { subsetFor } from './fonts.ts';
import type { Missing } from './kept-pages.ts';
import type { Ready, Shop } from './ready.ts';

/** What printing and prepress need besides the issue. */
export type PressShop = Omit<Shop, 'job' | 'into'>;

/** Quality of the pages' pictures: a broadsheet page is about 1,530 × 2,170 pixels, whose small type can be read. */
const PICTURES = { dpi: 100, quality: 75 } as const;

/** Prints what is missing of the plan's pages. */
export async function printIssue(
  { issue, folder, plan }: Ready,
  { desk, browser }: PressShop,
  standIns: ReadonlyMap<string, StandIn>,
  { press, views, reader }: Pick<Missing, 'press' | 'views' | 'reader'>,
): Promise<Printed & { readonly faults: readonly Fault[] }> {
  const [first] = plan.pages;
  const { reporter, signal } = desk;
  const into = await mkdtemp(path.join(tmpdir(), 'broadsheet-print-'));
  try {
    const document = await reporter.stage('print document', () =>
      writePrintDocument({
        issue,
        plan,
        standIns: new Map([...standIns].map(([key, { bytes }]) => [key, bytes])),
        subset: subsetFor,
        paper: folder.paper,
        into,
      }),
    );
    const door = await browser.door();
    const printed = await reporter.stage('printing', () =>
      printPages(door, {
        document,
        trim: first?.trim ?? issue.paper.format.trim,
        bleed: issue.paper.press.bleed,
        want: { press, reader },
        pictures: { ...PICTURES, of: views },
        ...(reader ? {} : { only: [...new Set([...press, ...views])].sort((one, other) => one - other) }),
        signal,
        onPage: (done, of) => reporter.step(done, of),
      }),
    );
    return { ...printed, faults: await reporter.stage('comparing with the plan', () => witness(plan, printed.drawn)) };
  } finally {
    await rm(into, { recursive: true, force: true });
  }
}
