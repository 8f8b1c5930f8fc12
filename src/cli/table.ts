/**
 * The commands as data: what `--help` shows, what commander parses, what the reference and the shell completion are
 * made from. A command's code is loaded only when it is run.
 */
import type { Command } from './desk.ts';

export interface OptionRow {
  /** As commander reads it: `--output <dir>`. */
  readonly flags: string;
  readonly summary: string;
  readonly required?: boolean;
}

export interface CommandRow {
  readonly name: string;
  /** Operands as commander reads them: `<file>`, `[issue...]`. */
  readonly operands: string;
  readonly summary: string;
  readonly options: readonly OptionRow[];
  load(): Promise<Command>;
}

/** Options that every command has. */
export const COMMON: readonly OptionRow[] = [
  { flags: '--json', summary: 'print faults, results and the times of all stages as JSON' },
  { flags: '--verbose', summary: 'show each stage and its time' },
];

/** The exit codes of the contract. */
export const EXIT_CODES: readonly (readonly [number, string])[] = [
  [0, 'done'],
  [1, 'faults in the issue'],
  [2, 'wrong usage'],
  [3, 'environment: no browser, no font, output not writable'],
  [4, 'press or layout check failed'],
  [130, 'interrupted'],
];

const OUTPUT: OptionRow = {
  flags: '--output <dir>',
  summary: 'where the output tree lies (default: output/ beside newspaper.yaml)',
};

const PROOF: OptionRow = {
  flags: '--proof',
  summary: 'also make proof sheets 大样 of pages that changed since their last proof, the changes in red',
};

export const COMMANDS: readonly CommandRow[] = [
  {
    name: 'build',
    operands: '[issue...]',
    summary:
      'make the web edition, the press files, the reader’s PDF and the archive records (default: the newest issue)',
    options: [
      OUTPUT,
      { flags: '--only <parts>', summary: 'only these parts: web, press, archive (comma separated)' },
      { flags: '--draft', summary: 'print a failing page too, marked 草样' },
      PROOF,
      { flags: '--no-cache', summary: 'make everything anew' },
    ],
    load: () => import('./commands/build.ts'),
  },
  {
    name: 'check',
    operands: '[issue...]',
    summary: 'validate, typeset and make up the pages; write the report and nothing else',
    options: [OUTPUT, PROOF],
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'release',
    operands: '<issue>',
    summary: '签样: freeze a page’s plan and bytes; later builds reproduce it exactly',
    options: [
      { flags: '--page <n>', summary: 'number of the page', required: true },
      { flags: '--replate', summary: 'change a released page, and record what changed' },
      OUTPUT,
    ],
    load: () => import('./commands/release.ts'),
  },
  {
    name: 'dev',
    operands: '[issue]',
    summary: 'the live desk: rebuild what an edit touches and reload the browser',
    options: [{ flags: '--port <n>', summary: 'port to listen on (default: 8080, or any that is free)' }],
    load: () => import('./commands/dev.ts'),
  },
  {
    name: 'import',
    operands: '<file>',
    summary: 'turn a page’s raw text into an issue folder',
    options: [
      { flags: '--date <date>', summary: 'date of the issue, YYYY-MM-DD', required: true },
      { flags: '--into <dir>', summary: 'a paper’s folder (default: this one)' },
    ],
    load: () => import('./commands/import.ts'),
  },
  {
    name: 'new',
    operands: '<date>',
    summary: 'make an empty issue folder with commented examples',
    options: [],
    load: () => import('./commands/new.ts'),
  },
  {
    name: 'seal',
    operands: '<issue>',
    summary: 'seal a dated snapshot for the archive; of a date already sealed, the next revision',
    options: [
      OUTPUT,
      { flags: '--reason <text>', summary: 'why a further revision is sealed' },
      { flags: '--zip', summary: 'pack the snapshot as a ZIP file too' },
      { flags: '--wacz', summary: 'pack the web edition as WACZ too' },
    ],
    load: () => import('./commands/seal.ts'),
  },
  {
    name: 'verify',
    operands: '[snapshot]',
    summary: 'check a snapshot, or all of them',
    options: [
      OUTPUT,
      { flags: '--all', summary: 'check every snapshot' },
      { flags: '--rebuild', summary: 'build it again from its own sources and compare byte for byte' },
    ],
    load: () => import('./commands/verify.ts'),
  },
  {
    name: 'completion',
    operands: '<shell>',
    summary: 'print the completion script for bash, zsh or fish',
    options: [],
    load: () => import('./commands/completion.ts'),
  },
];
