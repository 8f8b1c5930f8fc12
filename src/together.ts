/** Work side by side. */

type Answers<Works extends readonly unknown[]> = { -readonly [Index in keyof Works]: Awaited<Works[Index]> };

/**
 * Like `Promise.all`, but settled: no part still writes when the caller cleans up.
 * @throws What the first part that failed threw.
 */
export async function together<const Works extends readonly unknown[]>(works: Works): Promise<Answers<Works>> {
  const settled = await Promise.allSettled(works);
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return settled.map((one) => (one.status === 'fulfilled' ? one.value : undefined)) as Answers<Works>;
}

/** Work that is under way and will be awaited: that it fails before somebody waits for it is no failure of the program. */
export function awaitedLater<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

/** What all of these come to, when all are there. */
export async function allOf<Key, Value>(works: ReadonlyMap<Key, Promise<Value>>): Promise<ReadonlyMap<Key, Value>> {
  const made = await together([...works].map(async ([key, work]): Promise<[Key, Value]> => [key, await work]));
  return new Map(made);
}

/** Runs a job for every item, so many at a time; answers in the items' order. The first failure stops the rest. */
export async function abreast<Item, Answer>(
  width: number,
  items: readonly Item[],
  job: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  let failed = false;
  const lane = async (): Promise<void> => {
    while (next < items.length && !failed) {
      const index = next++;
      try {
        answers[index] = await job(items[index] as Item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  return answers;
}
