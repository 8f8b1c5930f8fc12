/** Faults of the browser and of what it drew. */
import type { Fault } from '../fault.ts';

/** No Chromium could be found or started. */
export const noBrowser = (tried: readonly string[]): Fault => ({
  name: 'browser-none',
  exit: 3,
  severity: 'error',
  message: `No browser could be started. Tried: ${tried.join('; ')}.`,
  hint: 'Run `npm ci` again (on Linux x64 the browser comes with it), install Chrome or Chromium, or set PUPPETEER_EXECUTABLE_PATH to one.',
});

/** The browser ended or did not answer while it was printing. */
export const browserLost = (reason: string): Fault => ({
  name: 'browser-lost',
  exit: 3,
  severity: 'error',
  message: `The browser stopped before the pages were printed: ${reason}.`,
  hint: 'Build again; if it happens again, check free memory, or set PUPPETEER_EXECUTABLE_PATH to another Chrome or Chromium.',
});

/** Something stands elsewhere than the plan says. */
export const drifted = (page: number, slug: string, what: string, drift: string): Fault => ({
  name: 'drawn-elsewhere',
  exit: 4,
  severity: 'error',
  page,
  message: `Page ${page}, “${slug}”: ${what} is not drawn where the plan has it (${drift}).`,
  hint: 'The browser measured the type differently. Use the browser that comes with the package, and report this with the issue folder.',
});

/** Something of the plan was not drawn, or other text was. */
export const misdrawn = (page: number, slug: string, what: string, wrong: string): Fault => ({
  name: 'drawn-otherwise',
  exit: 4,
  severity: 'error',
  page,
  message: `Page ${page}, “${slug}”: ${what} ${wrong}.`,
  hint: 'This is a bug of the layouts or styles: please report it with the issue folder.',
});

/** A font that is not the paper's was used. */
export const strangeFont = (font: string): Fault => ({
  name: 'font-strange',
  exit: 4,
  severity: 'error',
  message: `The browser set some characters in “${font}”, which is no font of the paper.`,
  hint: 'This is a bug of the styles or of the subsets: please report it with the issue folder.',
});

/** A file that the page asks for did not load. */
export const notLoaded = (file: string): Fault => ({
  name: 'page-file-missing',
  exit: 4,
  severity: 'error',
  message: `The print document asks for ${file}, which could not be loaded.`,
  hint: 'This is a bug of the edition: please report it with the issue folder.',
});
