/** The make-up of an issue by the copy that it was made from: a build finds what the live desk has kept, and the desk what a build has. */
import type { MadeUp } from '../../makeup/make-up.ts';
import { type Cache, plain } from '../cache.ts';
import type { MakeUpOrder } from '../threads/make-up-tasks.ts';

const KIND = 'make-up';

/** The make-up of this order, kept or made now. */
export const keptMakeUp = (cache: Cache, order: MakeUpOrder, make: () => Promise<MadeUp>): Promise<MadeUp> =>
  cache.value(KIND, plain(order), make);

/** The make-up that was kept for this order. */
export const findMakeUp = (cache: Cache, order: MakeUpOrder): Promise<MadeUp | undefined> =>
  cache.find(KIND, plain(order));

/** Keeps the make-up of this order. */
export const keepMakeUp = (cache: Cache, order: MakeUpOrder, made: MadeUp): Promise<void> =>
  cache.keep(KIND, plain(order), made);
