/**
 * Pages that are signed off 签样: `released/NN/` in the issue's folder, so that they are part of the source, sealed with
 * it, and reproduced by every later build on any machine.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { publishFolder, stage } from '../../archive/publish.ts';
import { both, FaultError } from '../../fault.ts';
import type { PagePlan } from '../../makeup/plan.ts';
import { releaseDamaged } from '../faults.ts';
import type { PageChange } from './changes.ts';
import type { PlateTerms } from './terms.ts';

/** What was changed when a signed-off page was made anew. */
export interface Replate {
  readonly revision: number;
  readonly changes: readonly PageChange[];
}

/** A frozen page. */
export interface ReleasedPage {
  readonly schema: 'broadsheet/released@1';
  readonly plan: PagePlan;
  /** SHA-256 of the press file, hex. */
  readonly press: string;
  /** 1, and one more with each replate. */
  readonly revision: number;
  readonly replates: readonly Replate[];
  /** What the plate was made for; pages that an earlier version froze do not say. */
  readonly terms?: PlateTerms;
}

/** A frozen page with its bytes. */
export interface FrozenPage extends ReleasedPage {
  readonly pdf: Uint8Array;
  /** Stand-ins by the placement's key: the reader's PDF shows the same pictures. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

const RELEASED = 'released';
const RECORD = 'page.json';
const PRESS = 'press.pdf';
const PICTURES = 'pictures.json';

/** Where a frozen page lies, below the issue's folder. */
export const folderOf = (issue: string, page: number): string =>
  path.join(issue, RELEASED, String(page).padStart(2, '0'));

/**
 * All frozen pages of an issue, by number.
 * @throws FaultError `release-damaged` when one is not what was frozen.
 */
export async function readReleased(issue: string): Promise<ReadonlyMap<number, FrozenPage>> {
  const names = await readdir(path.join(issue, RELEASED)).catch(() => []);
  const pages = await Promise.all(names.filter((name) => /^\d{2,3}$/.test(name)).map((name) => readPage(issue, name)));
  return new Map(
    pages.toSorted((one, other) => one.plan.number - other.plan.number).map((page) => [page.plan.number, page]),
  );
}

const OTHER_FILE = both('the press file is another one', '付印文件不是签样时的那一份');

async function readPage(issue: string, name: string): Promise<FrozenPage> {
  const folder = path.join(issue, RELEASED, name);
  const place = { file: `${RELEASED}/${name}` };
  try {
    const record = JSON.parse(await readFile(path.join(folder, RECORD), 'utf8')) as ReleasedPage;
    const pdf = await readFile(path.join(folder, PRESS));
    const pictures = JSON.parse(await readFile(path.join(folder, PICTURES), 'utf8')) as Record<string, string>;
    if (sha256(pdf) !== record.press) throw new FaultError([releaseDamaged(place, OTHER_FILE)]);
    const bytes = Object.entries(pictures).map(([key, base64]) => [key, Buffer.from(base64, 'base64')] as const);
    return { ...record, pdf, pictures: new Map(bytes) };
  } catch (error) {
    if (error instanceof FaultError) throw error;
    throw new FaultError([releaseDamaged(place, error instanceof Error ? error.message : String(error))]);
  }
}

/** Freezes a page, in place of what was frozen before. */
export async function writeReleased(issue: string, page: Omit<FrozenPage, 'schema' | 'press'>): Promise<void> {
  const { pdf, pictures, plan, revision, replates, terms } = page;
  const record: ReleasedPage = {
    schema: 'broadsheet/released@1',
    plan,
    press: sha256(pdf),
    revision,
    replates,
    ...(terms && { terms }),
  };
  const encoded = [...pictures].map(([key, bytes]) => [key, Buffer.from(bytes).toString('base64')]);
  const staging = await stage(path.join(issue, RELEASED), String(plan.number));
  await writeFile(path.join(staging.folder, RECORD), `${JSON.stringify(record)}\n`);
  await writeFile(path.join(staging.folder, PRESS), pdf);
  await writeFile(path.join(staging.folder, PICTURES), `${JSON.stringify(Object.fromEntries(encoded), null, 1)}\n`);
  await publishFolder(staging, folderOf(issue, plan.number));
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
