/**
 * Where the phrases of a Chinese sentence end: BudouX with its models of simplified and of traditional Chinese. Its parser and the
 * models are required as they lie in the package, and not before a sentence is divided: the package as a whole brings a document
 * object model along, for HTML that nobody here gives it, and takes a third of a second to load in every thread.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { isTraditionalText } from './traditional.ts';

const require = createRequire(import.meta.url);

type Parser = import('budoux').Parser;
type Model = ConstructorParameters<typeof import('budoux').Parser>[0];
type Script = 'zh-hans' | 'zh-hant';

const opened = new Map<Script, Pick<Parser, 'parse'>>();

function parserOf(script: Script): Pick<Parser, 'parse'> {
  const known = opened.get(script) ?? openParser(script);
  opened.set(script, known);
  return known;
}

function openParser(script: Script): Pick<Parser, 'parse'> {
  const parts = path.dirname(require.resolve('budoux'));
  const { Parser } = require(path.join(parts, 'parser.js')) as typeof import('budoux');
  const { model } = require(path.join(parts, `data/models/${script}.js`)) as { readonly model: Model };
  return new Parser(model);
}

/** The phrases of a sentence, in their order: joined, they are the sentence. */
export const phrasesOf = (sentence: string): readonly string[] =>
  parserOf(isTraditionalText(sentence) ? 'zh-hant' : 'zh-hans').parse(sentence);
