/**
 * The house's layouts as Nunjucks compiles them. In the program as it lies here there are none, and Nunjucks compiles each
 * layout when it is first asked for; a bundle has them all in the place of this file (`bundle.mjs`).
 */

/** A layout and what it was compiled from. */
export interface CompiledLayout {
  readonly text: string;
  /** What Nunjucks's compiler answers, called: the layout's functions by name. */
  readonly code: Readonly<Record<string, unknown>>;
}

/** By path from the layouts' folder. */
export const COMPILED_LAYOUTS: Readonly<Record<string, CompiledLayout>> = {};
