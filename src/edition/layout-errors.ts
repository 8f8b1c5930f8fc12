/** Errors of Nunjucks in a paper's own layouts, told as faults at their file and line; one of the house's own is a bug. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { FaultError } from '../fault.ts';
import { layoutBroken } from './faults.ts';

/** A layout that Nunjucks names, from the outermost to the one that broke; the line only where it knows one. */
const NAMED = /\(([^()\n]+\.njk)\)(?: \[Line (\d+), Column \d+\])?/g;

/** The fault that an error of rendering is, or the error itself where it can be none of the paper's layouts. */
export function asLayoutFault(error: unknown, paper: string | undefined): unknown {
  const message = innermost(error);
  if (paper === undefined || message === undefined) return error;
  const named = [...message.matchAll(NAMED)];
  if (named.length === 0) return error;
  const said = message.split('\n').at(-1)?.trim() ?? '';
  const reason = said.replace(/^(?:\w*Error: )/, '').replace(/\.$/, '');
  const own = ownLayouts(paper);
  const [, file = '', line] = named.filter(([, one = '']) => own.includes(belowPaper(one, paper))).at(-1) ?? [];
  // Of a macro Nunjucks names the layout that called it.
  if (file === '') return own.length === 0 ? error : new FaultError([layoutBroken(own.join(', '), undefined, reason)]);
  // It counts lines from 1 when it compiles, and from 0 when it renders.
  const from = reason === said ? 0 : 1;
  const at = line === undefined ? undefined : Number(line) + from;
  return new FaultError([layoutBroken(belowPaper(file, paper), at, reason)]);
}

const belowPaper = (file: string, paper: string): string =>
  path.relative(paper, path.resolve(file)).replaceAll(path.sep, '/');

/** The layouts that a paper has of its own, by path from its folder. */
function ownLayouts(paper: string): readonly string[] {
  const folder = path.join(paper, 'layouts');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.njk'))
    .map((name) => belowPaper(path.join(folder, name), paper))
    .sort();
}

/** What Nunjucks said, below what Eleventy says of it. */
function innermost(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { originalError } = error as Error & { readonly originalError?: unknown };
  return innermost(originalError) ?? error.message;
}
