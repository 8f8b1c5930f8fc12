import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** All cores, for a third less time on two (one is left alone otherwise); builds and browsers of more than four want a big machine. */
const workers = Math.min(4, availableParallelism());

export default defineConfig({
  test: {
    globalSetup: 'tests/temporary.ts',
    include: ['tests/**/*.test.ts'],
    maxWorkers: workers,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
