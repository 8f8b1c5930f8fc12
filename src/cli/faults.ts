/** The catalogue of faults of the command line, of what it makes, and of the machine that it runs on. */
export * from './faults/pages.ts';
export * from './faults/release.ts';
export * from './faults/usage.ts';
