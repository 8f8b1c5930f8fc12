/** Faults of the command line and of the machine that it runs on. */
import type { Fault, Place } from '../fault.ts';

/** The folder, or none above it, holds `newspaper.yaml`. */
export const noPaper = (folder: string): Fault => ({
  name: 'paper-not-found',
  exit: 2,
  severity: 'error',
  message: `No newspaper.yaml in ${folder} or in any folder above it.`,
  hint: 'Run the command in a paper’s folder, or name an issue folder below one; newspaper.yaml needs only the line "name: …".',
});

/** The paper has no issue to work on. */
export const noIssue = (folder: string): Fault => ({
  name: 'issue-none',
  exit: 2,
  severity: 'error',
  message: `No issue in ${folder}.`,
  hint: 'Make one with `broadsheet new YYYY-MM-DD`, or bring raw text in with `broadsheet import FILE --date YYYY-MM-DD`.',
});

/** An issue that was named is not there. */
export const issueNotFound = (name: string): Fault => ({
  name: 'issue-not-found',
  exit: 2,
  severity: 'error',
  message: `There is no issue folder “${name}”.`,
  hint: 'Give the path of an issue folder, or its date, such as 2026-01-08.',
});

/** A value on the command line is not one of those allowed. */
export const badUsage = (message: string, hint: string): Fault => ({
  name: 'usage',
  exit: 2,
  severity: 'error',
  message,
  hint,
});

/** Another program listens on the port that was asked for. */
export const portTaken = (port: number): Fault => ({
  name: 'port-taken',
  exit: 3,
  severity: 'error',
  message: `Port ${port} is taken by another program.`,
  hint: 'Leave --port out, and any free port is taken, or give another one.',
});

/** A file named on the command line cannot be read. */
export const unreadable = (file: string): Fault => ({
  name: 'file-unreadable',
  exit: 2,
  severity: 'error',
  message: `The file ${file} cannot be read.`,
  hint: 'Check the path and the permission to read it.',
});

/** The output folder cannot be written. */
export const unwritable = (folder: string, reason: string): Fault => ({
  name: 'output-unwritable',
  exit: 3,
  severity: 'error',
  message: `The output cannot be written to ${folder}: ${reason}.`,
  hint: 'Check the free space and the permission to write, or choose another folder with --output.',
});

/** A hard rule of the make-up is broken on a page: it does not print. */
export const hardRule = (page: number, rule: string, message: string): Fault => ({
  name: 'page-refused',
  exit: 4,
  severity: 'error',
  page,
  message: `Page ${page} breaks rule ${rule}: ${message}`,
  hint: 'Change the copy, the page of a story or its pin; `--draft` prints the page marked 草样.',
});

/** What is drawn for an article is not what the desk wrote. */
export const notWhole = (slug: string, characters: number, placed: number): Fault => ({
  name: 'article-not-whole',
  exit: 4,
  severity: 'error',
  message: `Article “${slug}” has ${characters} characters, ${placed} of them on the pages, and the texts differ.`,
  hint: 'This is a bug of the make-up: please report it with the issue folder.',
});

/** A finding of the preflight. */
export const preflightFinding = (
  severity: 'error' | 'warning',
  rule: string,
  page: number | undefined,
  message: string,
): Fault => ({
  name: `preflight-${rule.toLowerCase()}`,
  exit: 4,
  severity,
  ...(page === undefined ? {} : { page }),
  message,
  hint: 'See docs/press-room.md for what the rule asks; the report names the place.',
});

/** Something that the import did without being sure. */
export const undecided = (place: Place, message: string, hint: string): Fault => ({
  name: 'import-undecided',
  exit: 1,
  severity: 'warning',
  message,
  hint,
  place,
});

/** A caption of the imported text whose picture is not there yet. */
export const photoToCome = (place: Place, slug: string, file: string): Fault => ({
  name: 'photo-to-come',
  exit: 1,
  severity: 'warning',
  message: `Story “${slug}” has a caption whose picture is still to come.`,
  hint: `Put the picture at ${file}; until then only \`build --draft\` prints the page, with a frame.`,
  place,
});

/** Something that no input should be able to cause. */
export const programFault = (message: string): Fault => ({
  name: 'program-fault',
  exit: 3,
  severity: 'error',
  message: `The program failed: ${message}.`,
  hint: 'This is a bug. Please report it with the issue folder; --verbose shows where it happened.',
});

/** A frozen page is not what was frozen. */
export const releaseDamaged = (place: Place, reason: string): Fault => ({
  name: 'release-damaged',
  exit: 1,
  severity: 'error',
  message: `The signed-off page in ${place.file} is damaged: ${reason}.`,
  hint: 'Bring the folder back from a copy, or delete it and release the page again.',
  place,
});

/** A page that is signed off already. */
export const releasedAlready = (page: number): Fault => ({
  name: 'released-already',
  exit: 2,
  severity: 'error',
  page,
  message: `Page ${page} is signed off already.`,
  hint: 'To change it, use --replate, which records what changed.',
});

/** A replate of a page that was never signed off. */
export const neverReleased = (page: number): Fault => ({
  name: 'released-never',
  exit: 2,
  severity: 'error',
  page,
  message: `Page ${page} is not signed off yet: there is nothing to replate.`,
  hint: 'Release it first, without --replate.',
});

/** The issue has no such page. */
export const noSuchPage = (page: string, pages: number): Fault => ({
  name: 'page-none',
  exit: 2,
  severity: 'error',
  message: `The issue has no page “${page}”; it has ${pages}.`,
  hint: 'Give the number of a page with --page.',
});

/** The copy was edited after its page was signed off. */
export const releasedDiffers = (page: number, slug: string): Fault => ({
  name: 'released-differs',
  exit: 1,
  severity: 'warning',
  page,
  message: `Article “${slug}” was edited after page ${page} was signed off; the page keeps its text.`,
  hint: `To print the new text, use \`broadsheet release ISSUE --page ${page} --replate\`.`,
});
