/**
 * The house's Nunjucks environment. Layouts are looked up in the paper's own folder first, so that a paper changes
 * one by laying a file of the same name into `layouts/`.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { COMPILED_LAYOUTS } from './compiled-layouts.ts';
import { FILTERS } from './filters.ts';
import { asLayoutFault } from './layout-errors.ts';

/** The house's own folders; a paper's win over them. */
const HOUSE = fileURLToPath(new URL('../..', import.meta.url));

/** Folders of a kind, the paper's first. */
export function searchPath(kind: 'layouts' | 'styles', paper: string | undefined): readonly string[] {
  const house = path.join(HOUSE, kind);
  const own = paper === undefined ? house : path.join(paper, kind);
  return own === house ? [house] : [own, house];
}

/** Reads layouts, and spares the compiler those that were compiled from the same text before. */
class Layouts extends nunjucks.FileSystemLoader {
  override getSource(name: string): nunjucks.LoaderSource {
    const source = super.getSource(name);
    const compiled = COMPILED_LAYOUTS[name];
    if (compiled === undefined || compiled.text !== source?.src) return source;
    // Nunjucks takes compiled code in the place of text, which its types do not say.
    return { ...source, src: { type: 'code', obj: compiled.code } as unknown as string };
  }
}

/** Tells an error in a layout of the paper's own at its place. */
class Templates extends nunjucks.Environment {
  readonly #paper: string | undefined;

  constructor(loader: Layouts, paper: string | undefined) {
    super(loader, { autoescape: true });
    this.#paper = paper;
  }

  override render(name: string, context?: object): string {
    try {
      return super.render(name, context);
    } catch (error) {
      throw asLayoutFault(error, this.#paper);
    }
  }
}

/** An environment that escapes everything it is not told is safe. */
export function openTemplates(paper: string | undefined): nunjucks.Environment {
  const environment = new Templates(new Layouts([...searchPath('layouts', paper)]), paper);
  for (const [name, filter] of Object.entries(FILTERS)) environment.addFilter(name, filter);
  return environment;
}
