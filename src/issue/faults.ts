/**
 * The catalogue of faults that the desk's input can have. Names are permanent. A message says what happened and
 * where, a hint says what to do; both are one sentence.
 */
export * from './faults/folder.ts';
export * from './faults/references.ts';
export * from './faults/text.ts';
export * from './faults/unread.ts';
export * from './faults/values.ts';
