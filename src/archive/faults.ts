/** The archive's faults. Names are permanent: other programs look for them in `verify --json`. */
export * from './faults/bag.ts';
export * from './faults/rebuilding.ts';
export * from './faults/sealing.ts';
