/** Errors of Nunjucks in a paper's own layouts, told as faults at their file and line; one of the house's own is a bug. */
import path from 'node:path';
import { FaultError } from '../fault.ts';
import { layoutBroken } from './faults.ts';

/** A layout that Nunjucks names, from the outermost to the one that broke; the line only where it knows one. */
const NAMED = /\(([^()\n]+\.njk)\)(?: \[Line (\d+), Column \d+\])?/g;

/** The fault that an error of rendering is, or the error itself where it is none of the paper's layouts. */
export function asLayoutFault(error: unknown, paper: string | undefined): unknown {
  const message = innermost(error);
  if (paper === undefined || message === undefined) return error;
  const own = path.join(paper, 'layouts') + path.sep;
  const named = [...message.matchAll(NAMED)].filter(([, file = '']) => path.resolve(file).startsWith(own)).at(-1);
  const [, file, line] = named ?? [];
  if (file === undefined) return error;
  const said = message.split('\n').at(-1)?.trim() ?? '';
  const reason = said.replace(/^(?:\w*Error: )/, '').replace(/\.$/, '');
  // Nunjucks counts lines from 1 when it compiles, and from 0 when it renders.
  const from = reason === said ? 0 : 1;
  const relative = path.relative(paper, path.resolve(file)).replaceAll(path.sep, '/');
  return new FaultError([layoutBroken(relative, line === undefined ? undefined : Number(line) + from, reason)]);
}

/** What Nunjucks said, below what Eleventy says of it. */
function innermost(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { originalError } = error as Error & { readonly originalError?: unknown };
  return innermost(originalError) ?? error.message;
}
