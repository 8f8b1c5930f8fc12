/** Errors of Nunjucks in a paper's own layouts, told as faults at their file and line; one of the house's own is a bug. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FaultError } from '../fault.ts';
import { layoutBroken } from './faults.ts';

/** A layout that Nunjucks names, from the outermost to the one that broke; the line only where it knows one. */
const NAMED = /\(([^()\n]+\.njk)\)(?: \[Line (\d+), Column \d+\])?/g;

/** The fault that an error of rendering is, or the error itself where it can be none of the paper's layouts. */
export function asLayoutFault(error: unknown, paper: string | undefined): unknown {
  const broken = ofNunjucks(error);
  if (paper === undefined || broken === undefined) return error;
  const named = [...broken.message.matchAll(NAMED)];
  const said = broken.message.split('\n').at(-1)?.trim() ?? '';
  const reason = said.replace(/^(?:\w*Error: )/, '').replace(/\.$/, '');
  const own = ownLayouts(paper);
  const tell = (file: string, line: number | undefined) => new FaultError([layoutBroken(file, line, reason)]);
  const traced = placesIn(broken.stack ?? '').find((place) => own.includes(belowPaper(place.file, paper)));
  if (traced !== undefined) return tell(belowPaper(traced.file, paper), traced.line);
  // What cannot even be compiled is not run: Nunjucks names it itself.
  const [, file = '', line] = named.filter(([, one = '']) => own.includes(belowPaper(one, paper))).at(-1) ?? [];
  if (file === '') return own.length === 0 ? error : tell(own.join(', '), undefined);
  return tell(belowPaper(file, paper), line === undefined ? undefined : Number(line));
}

/** The code that layouts were compiled into, in lines, by the address under which a stack names it. */
const compiledLines = new Map<string, readonly string[]>();

/** Lines that stand before the code of a function that is made of a text. */
const HEADER = 2;

/**
 * What compiled code of a layout answers, as Nunjucks wants it: the layout's functions by name. Of a macro Nunjucks names the layout
 * that called it, and of a layout with macros the line that ran last in one of them; the stack of an error knows better.
 * @param file absolute path of the layout
 */
export function traceable(file: string, code: string): unknown {
  const address = pathToFileURL(file).href;
  compiledLines.set(address, code.split('\n'));
  return new Function(`${code}\n//# sourceURL=${address}`)();
}

const FRAME = /(file:\S+?\.njk):(\d+):(\d+)\)?$/gm;

/** Where the layouts of a stack were, the innermost first: compiled code notes the line, from 0, before it calls what may fail. */
const placesIn = (stack: string): readonly { readonly file: string; readonly line: number | undefined }[] =>
  [...stack.matchAll(FRAME)].map(([, address = '', row, column]) => {
    const before = compiledLines.get(address)?.[Number(row) - HEADER - 1]?.slice(0, Number(column)) ?? '';
    const noted = [...before.matchAll(/lineno = (\d+)/g)].at(-1)?.[1];
    return { file: fileURLToPath(address), line: noted === undefined ? undefined : Number(noted) + 1 };
  });

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

/** The error that names layouts, below what Eleventy makes of it and above what caused it. */
function ofNunjucks(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined;
  const { originalError } = error as Error & { readonly originalError?: unknown };
  return ofNunjucks(originalError) ?? (error.message.search(NAMED) < 0 ? undefined : error);
}
