/** Plates while the browser still prints: a page's prepress waits for nothing but the page. */
import { placementKey, placements } from '../../edition/pictures.ts';
import type { Plan } from '../../makeup/plan.ts';
import type { Twin } from '../../photo/model.ts';
import type { StandIn } from '../../photo/press.ts';
import type { PressJob } from '../../press/model.ts';
import type { LeafJob } from '../../press/reader/leaf-job.ts';
import { allOf, awaitedLater } from '../../together.ts';
import type { Pool } from '../threads/pool.ts';
import type { PressPage, ReaderLeaf } from '../threads/tasks.ts';
import type { Ready } from './ready.ts';

/** What the plates of pages are made from. */
export interface Plates {
  /** Of the pages that are to be made. */
  readonly jobs: readonly PressJob[];
  /** Of the leaves that are to be made for the reader's PDF. */
  readonly leafJobs: readonly LeafJob[];
  readonly standIns: ReadonlyMap<string, StandIn>;
  /** By the SHA-256 of the stand-in. */
  readonly twins: ReadonlyMap<string, Promise<Twin>>;
}

/**
 * Prepress and preflight: each page goes to a thread as soon as it is printed and its own pictures are there. The reader's leaf of
 * it waits for no picture and for no other page's plates, because all leaves must be there before they can be bound.
 */
export class PressLine {
  readonly #plan: Plan;
  readonly #plates: Plates;
  readonly #pool: Pool;
  readonly #pages = new Map<number, Promise<PressPage>>();
  readonly #leaves = new Map<number, Promise<ReaderLeaf>>();

  constructor({ plan }: Ready, plates: Plates, pool: Pool) {
    this.#plan = plan;
    this.#plates = plates;
    this.#pool = pool;
  }

  /** The pages that were taken, by number. */
  get pages(): ReadonlyMap<number, Promise<PressPage>> {
    return this.#pages;
  }

  /** Leaves of the pages that were taken, by number. */
  get leaves(): ReadonlyMap<number, Promise<ReaderLeaf>> {
    return this.#leaves;
  }

  /** Takes a printed page; of one that is there already nothing is made. */
  take(number: number, raw: Uint8Array): void {
    const leaf = this.#plates.leafJobs.find(({ page }) => page.number === number);
    if (leaf !== undefined)
      this.#leaves.set(number, awaitedLater(this.#pool.steady.run('makeReaderLeaf', { raw, job: leaf })));
    const job = this.#plates.jobs.find(({ page }) => page.number === number);
    if (job !== undefined) this.#pages.set(number, awaitedLater(this.#make(job, raw)));
  }

  async #make(job: PressJob, raw: Uint8Array): Promise<PressPage> {
    const twins = await allOf(this.#twinsOf(job.page.number));
    return this.#pool.run('makePressPage', { raw, job: { ...job, twins } });
  }

  #twinsOf(number: number): ReadonlyMap<string, Promise<Twin>> {
    const { standIns, twins } = this.#plates;
    const pages = this.#plan.pages.filter((page) => page.number === number);
    const own = placements({ pages }).flatMap((placement) => {
      const sha256 = standIns.get(placementKey(placement))?.sha256;
      const twin = sha256 === undefined ? undefined : twins.get(sha256);
      return sha256 === undefined || twin === undefined ? [] : [[sha256, twin] as const];
    });
    return new Map(own);
  }
}
