/** Taking proofs: the sheet of a page is drawn, printed and kept; a page that is as it was on its last proof keeps that one. */
import type { BrowserDoor } from '../../browser/open.ts';
import { faceTexts } from '../../edition/draw/faces.ts';
import { fontFace } from '../../edition/font/face.ts';
import { readStyle } from '../../edition/styles.ts';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import type { PagePlan, Plan } from '../../makeup/plan.ts';
import type { Picture } from '../../photo/model.ts';
import { openMetrics } from '../../typeset/font/metrics.ts';
import { mmToPx } from '../../units.ts';
import { subsetFor } from '../build/fonts.ts';
import { openPainter } from '../dev/draw.ts';
import { warmFonts } from '../dev/fonts.ts';
import { warmPictures } from '../dev/pictures.ts';
import { isOtherPage } from '../dev/sight.ts';
import { type Mark, marksSince } from './marks.ts';
import { proofSheet, SHEET } from './sheet.ts';
import { type Proof, proofFile, proofFolder, readProofs, writeProof } from './store.ts';
import { fieldName, proofWords } from './words.ts';

/** An issue whose pages are proved. */
export interface ProofJob {
  readonly issue: Issue;
  readonly folder: IssueFolder;
  readonly plan: Plan;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Pages that break a rule: their sheets are stamped. */
  readonly drafts: ReadonlySet<number>;
}

/** A proof that was taken, or the last one when nothing changed since. */
export interface TakenProof {
  readonly page: number;
  readonly number: number;
  /** Absolute path of the PDF. */
  readonly file: string;
  readonly changes: number;
  readonly isNew: boolean;
}

/** Takes the proof of one page. */
export async function takeProof(page: PagePlan, job: ProofJob, door: () => Promise<BrowserDoor>): Promise<TakenProof> {
  const { issue, folder } = job;
  const into = proofFolder(folder.paper, issue.id);
  const proofs = await readProofs(into);
  const last = proofs.get(page.number);
  const { number } = page;
  if (last !== undefined && !isOtherPage(page, last.plan)) {
    const file = `${into}/${proofFile(number, last.number)}`;
    return { page: number, number: last.number, file, changes: 0, isNew: false };
  }
  const marks = marksSince(page, proofs, await openMetrics());
  const proof: Proof = { schema: 'broadsheet/proof@1', number: (last?.number ?? 0) + 1, plan: page };
  const html = await sheetOf(proof, marks, job);
  const pdf = await printSheet(await door(), html, issue.date);
  const file = await writeProof(into, proof, pdf);
  return { page: number, number: proof.number, file, changes: marks?.length ?? 0, isNew: true };
}

/** The sheet with its fonts and pictures inside. */
async function sheetOf(proof: Proof, marks: readonly Mark[] | undefined, job: ProofJob): Promise<string> {
  const { issue, folder, plan, drafts } = job;
  const page = proof.plan;
  const shown = await picturesOf(page, job);
  const drawing = openPainter(folder.paper)(page, {
    issue,
    plan,
    fonts: warmFonts(subsetFor),
    show: (box) => shown.get(JSON.stringify(box)),
  });
  const texts = new Map(faceTexts([page]));
  for (const face of ['hei', 'hei-bold'] as const) texts.set(face, (texts.get(face) ?? '') + lettering(job, marks));
  const faces = await Promise.all(
    [...texts].map(async ([face, text]) =>
      fontFace(face, dataUrl('font/ttf', await subsetFor(face, text)), 'truetype'),
    ),
  );
  const css = `${faces.join('\n')}\n${await readStyle('sheet.css', folder.paper)}`;
  return proofSheet({ issue, proof, drawing, ...(marks ? { marks } : {}), isDraft: drafts.has(page.number), css });
}

/** Characters of the sheet's own words. */
function lettering({ issue }: ProofJob, marks: readonly Mark[] = []): string {
  const { language, name } = issue.paper;
  const quoted = marks.flatMap(({ slug, field, now = '', was = '' }) => [slug, fieldName(field, language), now, was]);
  const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
  return [...Object.values(proofWords(language)).flat(), name, issue.id, '　→…×', ...ascii, ...quoted].join('');
}

async function picturesOf(page: PagePlan, { pictures, folder }: ProofJob): Promise<ReadonlyMap<string, string>> {
  const made = warmPictures();
  const boxes = page.modules.flatMap(({ boxes }) => boxes).filter((box) => box.kind === 'picture');
  const shown = new Map<string, string>();
  for (const box of boxes) {
    const name = made.nameOf(box, page, pictures, folder);
    const bytes = name === undefined ? undefined : await made.bytes(name);
    if (bytes !== undefined) shown.set(JSON.stringify(box), dataUrl('image/jpeg', bytes));
  }
  return shown;
}

const dataUrl = (type: string, bytes: Uint8Array): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

async function printSheet({ browser }: BrowserDoor, html: string, date: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: Math.ceil(mmToPx(SHEET.width)), height: Math.ceil(mmToPx(SHEET.height)) });
    await page.setContent(html, { waitUntil: 'load' });
    await page.evaluate(
      'document.fonts.ready.then(() => Promise.all([...document.images].map((image) => image.decode())))',
    );
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false });
    return withoutClock(pdf, date);
  } finally {
    await page.close();
  }
}

/** The browser notes when it printed; the same page has the same bytes on any day. */
function withoutClock(pdf: Uint8Array, date: string): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const day = date.replaceAll('-', '');
  return Buffer.from(text.replace(/\(D:\d{14}(?=[+Z)-])/g, `(D:${day}000000`), 'latin1');
}

/** Takes the proofs of all pages, one after the other: a proof needs no more than a second. */
export async function takeProofs(job: ProofJob, door: () => Promise<BrowserDoor>): Promise<readonly TakenProof[]> {
  const taken: TakenProof[] = [];
  for (const page of job.plan.pages) taken.push(await takeProof(page, job, door));
  return taken;
}
