/** A few of the issues of `npm run fuzz:build`: everything that a paper may ask for, mixed at random and built to the end. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { judgeMixed } from '../../bench/build-fuzz.ts';

it.each([1, 8])(
  'builds a draft of mixed issue %i with nothing wrong but its copy',
  async (seed) => {
    const paper = await mkdtemp(path.join(tmpdir(), 'broadsheet-mixed-'));
    const { exit, wrong } = await judgeMixed(paper, seed);
    await rm(paper, { recursive: true });
    expect([exit, wrong]).toEqual([0, []]);
  },
  120_000,
);
