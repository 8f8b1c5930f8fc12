/**
 * The last proof of every page: `.broadsheet/proofs/DATE/` in the paper's folder, beside the PDF that was taken of it. The
 * folder may be deleted at any time; the next proof is then the first again.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { publishFile } from '../../archive/publish.ts';
import type { PagePlan } from '../../makeup/plan.ts';

/** A page as it stood on its proof. */
export interface Proof {
  readonly schema: 'broadsheet/proof@1';
  /** 1 for the first, one more for each that was taken after a change. */
  readonly number: number;
  readonly plan: PagePlan;
}

/** Where the proofs of an issue lie, by its output id. */
export const proofFolder = (paper: string, issue: string): string => path.join(paper, '.broadsheet', 'proofs', issue);

/** The PDF of a proof, by page and number. */
export const proofFile = (page: number, number: number): string => `page-${two(page)}-proof-${number}.pdf`;

const recordFile = (page: number): string => `page-${two(page)}.json`;
const two = (number: number): string => String(number).padStart(2, '0');

/** Last proofs by page; one that cannot be read counts as never taken. */
export async function readProofs(folder: string): Promise<ReadonlyMap<number, Proof>> {
  const names = await readdir(folder).catch(() => []);
  const proofs = new Map<number, Proof>();
  for (const name of names.filter((one) => /^page-\d+\.json$/.test(one)).sort()) {
    const proof = await readFile(path.join(folder, name), 'utf8').then(proofOf, () => undefined);
    if (proof !== undefined) proofs.set(proof.plan.number, proof);
  }
  return proofs;
}

function proofOf(text: string): Proof | undefined {
  try {
    const proof = JSON.parse(text) as Partial<Proof>;
    return proof.schema === 'broadsheet/proof@1' && proof.plan !== undefined ? (proof as Proof) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a proof and its PDF. Answers the PDF's absolute path. */
export async function writeProof(folder: string, proof: Proof, pdf: Uint8Array): Promise<string> {
  const { plan, number } = proof;
  const file = path.join(folder, proofFile(plan.number, number));
  await publishFile(file, pdf);
  await publishFile(path.join(folder, recordFile(plan.number)), `${JSON.stringify(proof)}\n`);
  return file;
}
