/**
 * The pictures of the pages on their way to browser and plates: each is made once, when it is first asked for. The first to ask
 * is the make-up, page by page, which leaves half of two cores free.
 */
import { readFile } from 'node:fs/promises';
import type { Twin } from '../../photo/model.ts';
import type { PressTarget } from '../../photo/press.ts';
import type { StandIn } from '../../photo/stand-in.ts';
import { ingredientsOf, type Placed } from './pictures.ts';
import type { Shop } from './ready.ts';
import { awaitedLater } from './together.ts';

/** Stand-ins made at the same time: sharp's own threads fill two cores with this many. */
const ABREAST = 4;

/** Those who make pictures, and where they are kept. */
export class PictureLine {
  readonly #shop: Pick<Shop, 'pool' | 'cache'>;
  /** Each makes one stand-in after the other. */
  readonly #lanes: Promise<unknown>[] = Array.from({ length: ABREAST }, () => Promise.resolve());
  readonly #standIns = new Map<string, Promise<StandIn>>();
  readonly #twins = new Map<string, Promise<Twin>>();
  readonly #profiles = new Map<string, Promise<Uint8Array>>();

  constructor({ pool, cache }: Pick<Shop, 'pool' | 'cache'>) {
    this.#shop = { pool, cache };
  }

  /** What the browser prints in a placement; blank where only plates are wanted. */
  standIn(one: Placed, { blank }: { readonly blank: boolean }): Promise<StandIn> {
    const { key, picture, placement } = one;
    const { pool, cache } = this.#shop;
    return once(this.#standIns, `${key} ${blank}`, () =>
      cache.value('stand-in', [ingredientsOf(one), blank], () =>
        blank ? pool.run('makeBlank', { picture, placement }) : this.#inLane(() => drawn(one)),
      ),
    );
  }

  /** The work, when one of the lanes is free. */
  #inLane<Value>(work: () => Promise<Value>): Promise<Value> {
    const lane = this.#standIns.size % ABREAST;
    const done = (this.#lanes[lane] ?? Promise.resolve()).then(work);
    this.#lanes[lane] = done.catch(() => undefined);
    return done;
  }

  /** What the plates have there. */
  twin(one: Placed, target: PressTarget): Promise<Twin> {
    const { key, path, picture, placement } = one;
    const { pool, cache } = this.#shop;
    const { inkLimit, resolution, profile } = target;
    return once(this.#twins, key, async () => {
      const icc = await once(this.#profiles, profile, () => readFile(profile));
      return cache.value('twin', [ingredientsOf(one), inkLimit, resolution, icc], () =>
        pool.run('makeTwin', { path, picture, placement, target }),
      );
    });
  }
}

/** Drawn here and not in a thread, which would wait for sharp's own threads: this one has nothing else to do. */
async function drawn({ path, picture, placement }: Placed): Promise<StandIn> {
  const { standIn } = await import('../../photo/stand-in.ts');
  return standIn(path, picture, placement);
}

/** The work of this name, begun when it is first asked for. */
function once<Value>(begun: Map<string, Promise<Value>>, name: string, begin: () => Promise<Value>): Promise<Value> {
  const work = begun.get(name) ?? awaitedLater(begin());
  begun.set(name, work);
  return work;
}
