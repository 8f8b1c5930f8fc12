#!/usr/bin/env node
/**
 * The `broadsheet` command. Plain JavaScript, because what it starts is TypeScript.
 */
import { setFlagsFromString } from 'node:v8';
import { load } from './start.mjs';

/**
 * Bytes of bytecode that a function runs through before V8 optimises it: three times the default. A build is over in
 * seconds, in several threads that each optimise the same code; with the default, a third of a build's processor time
 * is V8's own compiler (16 pages: 8.9–10.4 s of 30–36; with this 5.9–6.3 s).
 */
setFlagsFromString('--interrupt-budget=400000');

const { main } = await load('main');
process.exitCode = await main(process.argv.slice(2));
