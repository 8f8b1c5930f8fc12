/**
 * Where the phrases of a Chinese sentence end: BudouX with its model of simplified Chinese. Its parser and that model are
 * required as they lie in the package, and not before a sentence is divided: the package as a whole brings a document object
 * model along, for HTML that nobody here gives it, and takes a third of a second to load in every thread.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

let opened: Pick<Parser, 'parse'> | undefined;

type Parser = import('budoux').Parser;

function openParser(): Pick<Parser, 'parse'> {
  const parts = path.dirname(require.resolve('budoux'));
  const { Parser } = require(path.join(parts, 'parser.js')) as typeof import('budoux');
  const { model } = require(path.join(parts, 'data/models/zh-hans.js')) as { readonly model: Model };
  return new Parser(model);
}

type Model = ConstructorParameters<typeof import('budoux').Parser>[0];

/** The phrases of a sentence, in their order: joined, they are the sentence. */
export function phrasesOf(sentence: string): readonly string[] {
  opened ??= openParser();
  return opened.parse(sentence);
}
