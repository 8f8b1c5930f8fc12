/**
 * TypeScript for the main thread alone. `node --import tsx` would hold for threads too, and the loader's hooks would slow every
 * module that a thread loads; threads run the program's bundle, as in a build.
 */
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const { register } = await import('tsx/esm/api');
  register();
}
