#!/usr/bin/env node
/**
 * The `broadsheet` command. Plain JavaScript, because it is what teaches Node to read the TypeScript of the rest.
 */
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
