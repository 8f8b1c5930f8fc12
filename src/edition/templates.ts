/**
 * The house's Nunjucks environment. Layouts are looked up in the paper's own folder first, so that a paper changes
 * one by laying a file of the same name into `layouts/`.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { COMPILED_LAYOUTS } from './compiled-layouts.ts';
import { FILTERS } from './filters.ts';
import { asLayoutFault, traceable } from './layout-errors.ts';

/** The house's own folders; a paper's win over them. */
const HOUSE = fileURLToPath(new URL('../..', import.meta.url));

/** Folders of a kind, the paper's first. */
export function searchPath(kind: 'layouts' | 'styles', paper: string | undefined): readonly string[] {
  const house = path.join(HOUSE, kind);
  const own = paper === undefined ? house : path.join(paper, kind);
  return own === house ? [house] : [own, house];
}

/** What Nunjucks compiles with; its types do not say it. */
interface Environs {
  readonly asyncFilters?: readonly string[];
  readonly extensionsList?: readonly unknown[];
  readonly opts?: object;
}

interface Compiler {
  compile(text: string, filters: readonly string[], tags: readonly unknown[], name: string, opts: object): string;
}

/** Reads layouts, and spares the compiler those that were compiled from the same text before. */
class Layouts extends nunjucks.FileSystemLoader {
  /** Whose filters and tags the layouts use. */
  environment?: Environs;

  override getSource(name: string): nunjucks.LoaderSource {
    const source: nunjucks.LoaderSource | null = super.getSource(name);
    // Nunjucks says itself that there is none.
    if (source === null) return source as unknown as nunjucks.LoaderSource;
    const compiled = COMPILED_LAYOUTS[name];
    const code = compiled !== undefined && compiled.text === source.src ? compiled.code : this.#compiled(source);
    // Nunjucks takes compiled code in the place of text, which its types do not say.
    return code === undefined ? source : { ...source, src: { type: 'code', obj: code } as unknown as string };
  }

  /** A layout in the code that tells where it breaks; of one that cannot be compiled Nunjucks tells that itself. */
  #compiled({ src, path: file }: nunjucks.LoaderSource): unknown {
    const { compiler } = nunjucks as unknown as { readonly compiler: Compiler };
    const { asyncFilters = [], extensionsList = [], opts = {} } = this.environment ?? {};
    let code: string;
    try {
      code = compiler.compile(src, asyncFilters, extensionsList, file, opts);
    } catch {
      return undefined;
    }
    return traceable(file, code);
  }
}

/** Tells an error in a layout of the paper's own at its place. */
class Templates extends nunjucks.Environment {
  readonly #paper: string | undefined;

  constructor(loader: Layouts, paper: string | undefined) {
    // With `dev` its errors keep their stacks.
    super(loader, { autoescape: true, dev: true } as nunjucks.ConfigureOptions);
    loader.environment = this as Environs;
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
