/**
 * Starts `press-threads.ts` as the command starts a build: with V8's budget of `broadsheet.mjs`, and with tsx in this thread alone,
 * since the threads of a build run the bundle and load no compiler.
 */
import { setFlagsFromString } from 'node:v8';
import { register } from 'tsx/esm/api';

setFlagsFromString('--interrupt-budget=400000');
register();
await import('./press-threads.ts');
