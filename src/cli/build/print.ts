/** The pages through the browser: print document, sheets, and the witness's word that they stand as planned. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Printed, type PrintJob, printPages } from '../../browser/print.ts';
import { witness } from '../../browser/witness.ts';
import { writePrintDocument } from '../../edition/print.ts';
import type { Fault } from '../../fault.ts';
import type { StandIn } from '../../photo/press.ts';
import type { Desk } from '../desk.ts';
import type { Pool } from '../threads/pool.ts';
import { subsetFor } from './fonts.ts';
import type { Ready } from './ready.ts';
import type { WarmBrowser } from './warm-browser.ts';

/** What printing needs besides the issue. */
export interface PrintShop {
  readonly desk: Desk;
  readonly browser: WarmBrowser;
  readonly pool: Pool;
  /** One PDF a page for the press, one tagged PDF of all pages for readers. */
  readonly want: PrintJob['want'];
  /** Are pictures of the pages wanted, for viewers? */
  readonly pictures: boolean;
}

/** A broadsheet page in these is about 1,530 × 2,170 pixels: small type can be read, and no viewer's limit is near. */
const PICTURES: NonNullable<PrintJob['pictures']> = { dpi: 100, quality: 75 };

/** Prints all pages of the plan. */
export async function printIssue(
  { issue, folder, plan }: Ready,
  { desk, browser, want, pictures }: PrintShop,
  standIns: ReadonlyMap<string, StandIn>,
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
        want,
        ...(pictures ? { pictures: PICTURES } : {}),
        signal,
        onPage: (done, of) => reporter.step(done, of),
      }),
    );
    return { ...printed, faults: await reporter.stage('comparing with the plan', () => witness(plan, printed.drawn)) };
  } finally {
    await rm(into, { recursive: true, force: true });
  }
}
