/** The pages through the browser: print document, sheets, and the witness's word that they stand as planned. */
import { postScriptName } from '../../browser/fonts.ts';
import { type Printed, type PrintedPage, printPages } from '../../browser/print.ts';
import { witness } from '../../browser/witness.ts';
import { faceTexts } from '../../edition/draw/faces.ts';
import type { Subset } from '../../edition/font/face.ts';
import { writePrintDocument } from '../../edition/print.ts';
import type { Fault } from '../../fault.ts';
import type { Plan } from '../../makeup/plan.ts';
import type { StandIn } from '../../photo/press.ts';
import { newScratch } from '../../scratch.ts';
import { awaitedLater } from '../../together.ts';
import { onceEach, openPrintSubsets } from './fonts.ts';
import type { Missing } from './kept-pages.ts';
import type { Ready, Shop } from './ready.ts';

/** What printing and prepress need besides the issue. */
export type PressShop = Omit<Shop, 'job' | 'articlePictures' | 'into' | 'around'>;

/** Quality of the pages' pictures: a broadsheet page is about 1,530 × 2,170 pixels, whose small type can be read. */
const PICTURES = { dpi: 100, quality: 75 } as const;

/** Makes print's fonts, which wait for no picture and hold up no drawing. */
export function startSubsets(plan: Plan, { cache, pool }: Pick<Shop, 'cache' | 'pool'>): Subset {
  const subset = onceEach(openPrintSubsets(cache, pool));
  for (const [face, text] of faceTexts(plan.pages)) void awaitedLater(subset(face, text));
  return subset;
}

/** What is to be printed, and what with. */
export interface PrintOrder extends Pick<Missing, 'printed' | 'views'> {
  readonly standIns: ReadonlyMap<string, StandIn>;
  readonly subset: Subset;
}

/** Prints what is missing of the plan's pages; each is handed over when it is printed, before the witness has spoken. */
export async function printIssue(
  { issue, folder, plan }: Ready,
  { desk, browser }: PressShop,
  { printed: wanted, views, standIns, subset }: PrintOrder,
  onPage: (page: PrintedPage) => void,
): Promise<Printed & { readonly faults: readonly Fault[] }> {
  const [first] = plan.pages;
  const { reporter, signal } = desk;
  await using into = newScratch();
  const own = new Set<string>();
  const only = [...new Set([...wanted, ...views])].sort((one, other) => one - other);
  const document = await reporter.stage('print document', () =>
    writePrintDocument({
      issue,
      plan,
      only,
      standIns: new Map([...standIns].map(([key, { bytes }]) => [key, bytes])),
      subset: noting(own, subset),
      paper: folder.paper,
      into: into.folder,
    }),
  );
  const door = await browser.door();
  const printed = await reporter.stage('printing', () =>
    printPages(door, {
      document,
      trim: first?.trim ?? issue.paper.format.trim,
      bleed: issue.paper.press.bleed,
      pdf: wanted,
      pictures: { ...PICTURES, of: views },
      signal,
      onPage: (page, done, of) => {
        reporter.step(done, of);
        onPage(page);
      },
    }),
  );
  const fonts = { used: printed.fonts, own: [...own] };
  const faults = await reporter.stage('comparing with the plan', () => witness(plan, printed.drawn, fonts));
  return { ...printed, faults };
}

/** Makes subsets and notes the names that a PDF will have for them. */
const noting =
  (names: Set<string>, subset: Subset): Subset =>
  async (face, text) => {
    const font = await subset(face, text);
    const name = postScriptName(font);
    if (name !== undefined) names.add(name);
    return font;
  };
