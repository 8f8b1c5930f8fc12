/**
 * The pictures of the pages on their way to browser and plates: each is made once, when it is first asked for. The first to ask
 * is the make-up, page by page, which leaves half of two cores free.
 */
import { readFile } from 'node:fs/promises';
import type { Twin } from '../../photo/model.ts';
import type { PressTarget } from '../../photo/press.ts';
import { isScaledFirst } from '../../photo/size.ts';
import type { StandIn } from '../../photo/stand-in.ts';
import { awaitedLater } from '../../together.ts';
import { ingredientsOf, type Placed } from './pictures.ts';
import type { Shop } from './ready.ts';

/** Pictures worked on at the same time: sharp's own threads fill two cores with this many. */
const ABREAST = 4;

/** A photo's pixels at the press's resolution. */
type Scaled = () => Promise<Uint8Array>;

/** How a stand-in is to look: blank where only plates are wanted, otherwise from what a press of this resolution has. */
export type Look = { readonly blank: true } | { readonly blank: false; readonly resolution: number };

/** Those who make pictures, and where they are kept. */
export class PictureLine {
  readonly #shop: Pick<Shop, 'pool' | 'cache'>;
  /** Each does one thing after the other. */
  readonly #lanes: Promise<unknown>[] = Array.from({ length: ABREAST }, () => Promise.resolve());
  #taken = 0;
  readonly #standIns = new Map<string, Promise<StandIn>>();
  /** Pixels of photos whose stand-ins are being drawn. */
  readonly #scaled = new Map<string, Scaled>();
  readonly #twins = new Map<string, Promise<Twin>>();
  readonly #profiles = new Map<string, Promise<Uint8Array>>();

  constructor({ pool, cache }: Pick<Shop, 'pool' | 'cache'>) {
    this.#shop = { pool, cache };
  }

  /** What the browser prints in a placement. */
  standIn(one: Placed, look: Look): Promise<StandIn> {
    const { key, picture, placement } = one;
    const { pool, cache } = this.#shop;
    return once(this.#standIns, `${key} ${look.blank}`, () =>
      cache.value('stand-in', [ingredientsOf(one), look], () =>
        look.blank ? pool.run('makeBlank', { picture, placement }) : this.#drawn(one, look.resolution),
      ),
    );
  }

  /** Drawn here and not in a thread, which would wait for sharp's own threads: this one has nothing else to do. */
  async #drawn(one: Placed, resolution: number): Promise<StandIn> {
    const { key, path, picture, placement } = one;
    const scale = isScaledFirst(picture, resolution) ? this.#scale(one, resolution) : undefined;
    if (scale !== undefined) this.#scaled.set(key, scale);
    const [{ standIn }, { openScaled }] = await Promise.all([
      import('../../photo/stand-in.ts'),
      import('../../photo/scaled.ts'),
    ]);
    if (scale === undefined) return this.#inLane(() => standIn(path, picture, placement));
    const scaled = openScaled(await scale(), picture, placement, resolution);
    this.#scaled.delete(key);
    return this.#inLane(() => standIn(path, picture, placement, scaled));
  }

  /** The photo's pixels for the press, made once when a lane is free. */
  #scale({ path, picture, placement }: Placed, resolution: number): Scaled {
    let made: Promise<Uint8Array> | undefined;
    return () => {
      made ??= this.#inLane(async () => {
        const { scaledPhoto } = await import('../../photo/scaled.ts');
        return scaledPhoto(path, picture, placement, resolution);
      });
      return made;
    };
  }

  /** The work, when one of the lanes is free. */
  #inLane<Value>(work: () => Promise<Value>): Promise<Value> {
    const lane = this.#taken++ % ABREAST;
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
      return cache.value('twin', [ingredientsOf(one), inkLimit, resolution, icc], async () => {
        const scaled = await this.#scaled.get(key)?.();
        return pool.run('makeTwin', { path, picture, placement, target, ...(scaled && { scaled }) });
      });
    });
  }
}

/** The work of this name, begun when it is first asked for. */
function once<Value>(begun: Map<string, Promise<Value>>, name: string, begin: () => Promise<Value>): Promise<Value> {
  const work = begun.get(name) ?? awaitedLater(begin());
  begun.set(name, work);
  return work;
}
