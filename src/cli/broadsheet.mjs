#!/usr/bin/env node
/**
 * The `broadsheet` command. Plain JavaScript, because what it starts is TypeScript.
 */
import { load } from './start.mjs';

const { main } = await load('main');
process.exitCode = await main(process.argv.slice(2));
