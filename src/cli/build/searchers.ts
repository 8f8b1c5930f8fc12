/** How many threads look for pages: as many as gain something. */

/**
 * Pages that one thread gets through before a second gains anything. Each meets the code of the search for the first time, and
 * V8's own compiler takes a core for each meanwhile: on two cores one thread makes up 8 pages in 1.8 s, two threads in 2.0 s,
 * and 16 pages take either 3.1 s.
 */
const ALONE = 16;

/** Threads that look for pages on so many cores. */
export const searchersFor = (cores: number, pages: number): number =>
  Math.min(cores, pages, Math.max(leastSearchers(cores), Math.ceil(pages / ALONE)));

/** Threads that do so in any issue of enough pages: one to each two cores. */
export const leastSearchers = (cores: number): number => Math.max(1, cores >> 1);
