/** What the edition need not make twice. */

/**
 * Answers what `make` made before from the same ingredients, or what it makes now. The ingredients are plain data and
 * everything that the result hangs on, but for the program and its packages.
 */
export type Keep = <Made>(kind: string, ingredients: unknown, make: () => Promise<Made>) => Promise<Made>;

/** For callers without a cache. */
export const makeAnew: Keep = (_kind, _ingredients, make) => make();
