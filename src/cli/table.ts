/**
 * The commands as data: what `--help` shows, what commander parses, what the reference and the shell completion are
 * made from. A command's code is loaded only when it is run.
 */
import { both, type Phrase } from '../fault.ts';
import type { Command } from './desk.ts';

/** An option of a command. */
export interface OptionRow {
  /** As commander reads it: `--output <dir>`. */
  readonly flags: string;
  readonly summary: Phrase;
  readonly required?: boolean;
}

/** A command with all that the help and the reference say of it. */
export interface CommandRow {
  readonly name: string;
  /** Operands as commander reads them: `<file>`, `[issue...]`. */
  readonly operands: string;
  readonly summary: Phrase;
  readonly options: readonly OptionRow[];
  /** The command as one types it, after `broadsheet`, for who left something out. */
  readonly example: string;
  /** Runs until Ctrl-C, which is then its good end and no interruption. */
  readonly lasting?: boolean;
  load(): Promise<Command>;
}

/** Options that every command has. */
export const COMMON: readonly OptionRow[] = [
  {
    flags: '--json',
    summary: both('print faults, results and the times of all stages as JSON', '以 JSON 输出错误、结果和各步用时'),
  },
  { flags: '--verbose', summary: both('show each stage and its time', '列出各步及用时') },
];

/** The exit codes of the contract. */
export const EXIT_CODES: readonly (readonly [number, Phrase])[] = [
  [0, both('done', '完成')],
  [1, both('faults in the issue', '来稿有错')],
  [2, both('wrong usage', '命令用法不对')],
  [3, both('environment: no browser, no font, output not writable', '环境问题：没有浏览器、缺字体或输出写不进去')],
  [4, both('press or layout check failed', '印前检查或版面检查不过')],
  [130, both('interrupted', '已中断')],
];

const OUTPUT: OptionRow = {
  flags: '--output <dir>',
  summary: both(
    'where the output tree lies (default: output/ beside newspaper.yaml)',
    '输出到哪个文件夹（默认：newspaper.yaml 旁的 output/）',
  ),
};

const PROOF: OptionRow = {
  flags: '--proof',
  summary: both(
    'also make proof sheets 大样 of pages that changed since their last proof, the changes in red',
    '另打大样：上次大样后改过的版，改动标红',
  ),
};

/** All commands, in the order of the help. */
export const COMMANDS: readonly CommandRow[] = [
  {
    name: 'build',
    operands: '[issue...]',
    summary: both(
      'make the web edition, the press files, the reader’s PDF and the archive records (default: the newest issue)',
      '做网络版、付印文件、读者 PDF 和归档记录（默认：最新一期）',
    ),
    options: [
      OUTPUT,
      {
        flags: '--only <parts>',
        summary: both(
          'only these parts: web (with the reader’s PDF), press, archive (comma separated)',
          '只做这几项：web（含读者 PDF）、press、archive（半角逗号隔开）',
        ),
      },
      { flags: '--draft', summary: both('print a failing page too, marked 草样', '排不成的版也印，标“草样”') },
      PROOF,
      { flags: '--no-cache', summary: both('make everything anew', '全部重做，不用缓存') },
    ],
    example: 'build 2026-01-09',
    load: () => import('./commands/build.ts'),
  },
  {
    name: 'check',
    operands: '[issue...]',
    summary: both(
      'validate, typeset and make up the pages; write the report and nothing else',
      '验稿、排字、排版，只写报告',
    ),
    options: [OUTPUT, PROOF],
    example: 'check 2026-01-09',
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'release',
    operands: '<issue>',
    summary: both(
      '签样: freeze a page’s plan and bytes; later builds reproduce it exactly',
      '签样：一版定稿，以后每次都照原样印出',
    ),
    options: [
      { flags: '--page <page>', summary: both('number of the page', '版次'), required: true },
      {
        flags: '--replate',
        summary: both('change a released page, and record what changed', '改已签样的版，并记下改动'),
      },
    ],
    example: 'release 2026-01-09 --page 1',
    load: () => import('./commands/release.ts'),
  },
  {
    name: 'dev',
    operands: '[issue]',
    summary: both('the live desk: rebuild what an edit touches and reload the browser', '编辑台：改稿即见版面'),
    options: [
      {
        flags: '--port <port>',
        summary: both('port to listen on (default: 8080, or any that is free)', '端口（默认：8080，被占用则自选）'),
      },
    ],
    lasting: true,
    example: 'dev 2026-01-09',
    load: () => import('./commands/dev.ts'),
  },
  {
    name: 'import',
    operands: '<file>',
    summary: both('turn a page’s raw text into an issue folder', '把一个版的文字稿导入成一期'),
    options: [
      {
        flags: '--date <date>',
        summary: both('date of the issue, such as 2026-01-09', '出版日期，如 2026-01-09'),
        required: true,
      },
      {
        flags: '--into <dir>',
        summary: both('a paper’s folder (default: this one)', '报纸文件夹（默认：当前文件夹）'),
      },
    ],
    example: 'import page.txt --date 2026-01-09',
    load: () => import('./commands/import.ts'),
  },
  {
    name: 'new',
    operands: '<date>',
    summary: both('make an empty issue folder with commented examples', '新建一期，带注释样例'),
    options: [],
    example: 'new 2026-01-09',
    load: () => import('./commands/new.ts'),
  },
  {
    name: 'seal',
    operands: '<issue>',
    summary: both(
      'seal a dated snapshot for the archive; of a date already sealed, the next revision',
      '封存当日快照归档；已封存的，存为下一修订版',
    ),
    options: [
      OUTPUT,
      { flags: '--reason <text>', summary: both('why a further revision is sealed', '修订的缘由') },
      { flags: '--zip', summary: both('pack the snapshot as a ZIP file too', '另打 ZIP 包') },
      { flags: '--wacz', summary: both('pack the web edition as WACZ too', '另把网络版打成 WACZ') },
    ],
    example: 'seal 2026-01-09',
    load: () => import('./commands/seal.ts'),
  },
  {
    name: 'verify',
    operands: '[snapshot]',
    summary: both('check a snapshot, or all of them', '查验一份或全部快照'),
    options: [
      OUTPUT,
      { flags: '--all', summary: both('check every snapshot', '查验全部快照') },
      {
        flags: '--rebuild',
        summary: both(
          'build it again from its own sources and compare byte for byte',
          '用快照自带的原稿重建，逐字节比对',
        ),
      },
    ],
    example: 'verify 2026-01-09',
    load: () => import('./commands/verify.ts'),
  },
  {
    name: 'completion',
    operands: '<shell>',
    summary: both('print the completion script for bash, zsh or fish', '输出 bash、zsh 或 fish 的补全脚本'),
    options: [],
    example: 'completion bash',
    load: () => import('./commands/completion.ts'),
  },
];
