/** Reads the command line, runs one command, prints what came of it, and says the exit code. */
import { CommanderError, Command as Program } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { both, type Fault, FaultError, inChinese, inEnglish } from '../fault.ts';
import { closest } from '../issue/closest.ts';
import { reasonOf } from '../issue/faults/reasons.ts';
import { type Desk, exitCodeOf, INTERRUPTED, type Options, type Outcome } from './desk.ts';
import { badUsage, programFault, unwritable } from './faults.ts';
import { openInterruption } from './interruption.ts';
import { openReporter, type Reporter, type Streams } from './reporter.ts';
import { COMMANDS, COMMON, type CommandRow, type OptionRow } from './table.ts';
import { type Words, wordsFor } from './words.ts';

/** A command as it was typed. */
interface Order {
  readonly row: CommandRow;
  readonly operands: readonly string[];
  readonly options: Options;
}

/** Said of an option that a command cannot do without. */
const REQUIRED = both(' (required)', '（必填）');

/** Exit code of a command that was not understood. */
const USAGE = 2;

/** What the package’s own description says, in Chinese. */
const DESCRIPTION = '报纸生产系统：Markdown 稿进，版面、网络版、付印 PDF 和归档快照出。';

/**
 * Runs the program.
 * @param words The command line after `node broadsheet`.
 * @returns The exit code of the contract: 0 done, 1 faults in the issue, 2 usage, 3 environment, 4 press or layout, 130 interrupted.
 */
export async function main(words: readonly string[], streams: Streams = terminal()): Promise<number> {
  const order = parse(words, streams);
  if (typeof order === 'number') return order;
  const reporter = openReporter(streams, {
    json: order.options['json'] === true,
    verbose: order.options['verbose'] === true,
    colour: streams.tty && !process.env['NO_COLOR'],
    words: wordsFor(process.env),
  });
  const interruption = openInterruption(() => {
    const exit = order.row.lasting === true ? 0 : INTERRUPTED;
    reporter.finish({ faults: [], results: [] }, exit);
    // What was begun is taken away by listeners of `exit`: the browser, threads, half-made folders.
    process.exit(exit);
  });
  const { signal, uninterrupted } = interruption;
  const desk: Desk = { cwd: process.cwd(), signal, uninterrupted, reporter, env: process.env };
  try {
    return await perform(order, desk, reporter);
  } finally {
    interruption.release();
  }
}

async function perform(order: Order, desk: Desk, reporter: Reporter): Promise<number> {
  try {
    const command = await order.row.load();
    const outcome = await command.run(desk, order.operands, order.options);
    return conclude(outcome, reporter);
  } catch (error) {
    return conclude({ faults: faultsOf(error, reporter), results: [] }, reporter);
  }
}

/** Errors of the file system that say that the place cannot be written to; any other of a folder that cannot be made does so too. */
const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT']);

/** Whatever was thrown, as faults that a person can read. */
function faultsOf(error: unknown, reporter: Reporter): readonly Fault[] {
  if (error instanceof FaultError) return error.faults;
  const { code, path: place, syscall, message, stack } = error as NodeJS.ErrnoException;
  if (syscall === 'mkdir' || UNWRITABLE.has(code ?? '')) return [unwritable(place, reasonOf(error), false)];
  reporter.detail(stack ?? String(error));
  return [programFault(message ?? String(error))];
}

function conclude(outcome: Outcome, reporter: Reporter): number {
  const exit = exitCodeOf(outcome.faults);
  reporter.finish(outcome, exit);
  return exit;
}

/** The order that was typed, or the exit code when commander has already answered (help, version, wrong usage). */
function parse(words: readonly string[], streams: Streams): Order | number {
  let order: Order | undefined;
  const program = programOf(
    (found) => {
      order = found;
    },
    streams,
    wordsFor(process.env),
  );
  try {
    refuseStrangers(words, program);
    program.parse(helpAsked(words), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    if (words.includes('--json')) tellPrograms(error.message, streams);
    return USAGE;
  }
  return order ?? USAGE;
}

/** What commander said of a wrong command line to a person, for programs. */
function tellPrograms(said: string, streams: Streams): void {
  const [first = ''] = said.split('\n');
  const chinese = wordsFor({ LANG: 'zh' }).misuse(first);
  const fault = badUsage(
    both(`${first.replace(/^error: /, '')}.`, `${chinese}。`),
    both('See what `broadsheet --help` lists.', '用法见 `broadsheet --help`。'),
  );
  const settings = { json: true, verbose: false, colour: false, words: wordsFor({}) };
  openReporter(streams, settings).finish({ faults: [fault], results: [] }, USAGE);
}

/** Commander answers `help` of an unknown command with its whole help; it is told that there is no such command. */
const helpAsked = (words: readonly string[]): readonly string[] =>
  words[0] === 'help' && COMMANDS.every(({ name }) => name !== words[1])
    ? words.slice(words.length > 1 ? 1 : 0)
    : words;

const nameOf = ({ flags }: OptionRow): string => flags.split(' ')[0] ?? '';

/** Options by their names, with the commands that have them. */
const OWNERS: ReadonlyMap<string, readonly string[]> = COMMANDS.reduce((owners, { name, options }) => {
  for (const row of [...options, ...COMMON]) owners.set(nameOf(row), [...(owners.get(nameOf(row)) ?? []), name]);
  return owners;
}, new Map<string, string[]>());

/** Of an option as it was typed, its two hyphens: a keyboard or a word processor may have made a dash of them. */
const hyphened = (word: string): string => word.replace(/^[-\u2010-\u2015\u2212\uff0d]+(?=\p{L})/u, '--');

/**
 * Refuses the first option that its command has not, with the one that was meant. Commander would first ask for an option
 * that is missing, which it is because it was misspelt.
 */
function refuseStrangers(words: readonly string[], program: Program): void {
  const row = COMMANDS.find(({ name }) => name === words[0]);
  const command = program.commands.find((one) => one.name() === row?.name) ?? program;
  const own = [...(row?.options ?? []), ...COMMON];
  const known = [...own.map(nameOf), '--help', ...(row === undefined ? [...OWNERS.keys(), '--version'] : [])];
  for (const word of optionsIn(words, own)) {
    const whole = hyphened(word);
    const [option = '', ...value] = whole.split('=');
    const takesNone = own.some((one) => nameOf(one) === option && !one.flags.includes('<'));
    if (known.includes(option) && whole === word && !(takesNone && value.length > 0)) continue;
    const meant = OWNERS.has(option) && !known.includes(option) ? undefined : closest(option, known);
    const guess = meant === undefined ? '' : `\n(Did you mean ${[meant, ...(takesNone ? [] : value)].join('=')}?)`;
    if (row !== undefined || guess !== '') command.error(`error: unknown option '${word}'${guess}`);
  }
}

/** The words that are options; neither their values nor what follows a bare `--`. */
function optionsIn(words: readonly string[], own: readonly OptionRow[]): readonly string[] {
  const end = words.indexOf('--');
  const valued = new Set(own.filter(({ flags }) => flags.includes('<')).map(nameOf));
  return words
    .slice(0, end < 0 ? words.length : end)
    .filter((word, index) => hyphened(word).startsWith('--') && !valued.has(words[index - 1] ?? ''))
    .filter((word) => !/^-[a-z]$/i.test(word));
}

/** Of an option that its command has not, the commands that have it, or one that is written nearly so. */
function elsewhere(text: string, words: Words): string {
  const [, typed] = /^error: unknown option '([^'=]+)[^']*'$/.exec(text.trimEnd()) ?? [];
  const option = typed === undefined ? undefined : closest(hyphened(typed), OWNERS.keys());
  const commands = OWNERS.get(option ?? '');
  return option === undefined || commands === undefined ? text : `${text}${words.elsewhere(option, commands)}\n`;
}

function programOf(take: (order: Order) => void, streams: Streams, words: Words): Program {
  const output = {
    writeOut: (text: string) => streams.out(words.printed(text)),
    writeErr: (text: string) => streams.err(words.printed(text)),
    outputError: (text: string, write: (text: string) => void) => write(words.misuse(elsewhere(text, words))),
  };
  const say = words.language === 'zh' ? inChinese : inEnglish;
  const help = {
    styleTitle: words.title,
    styleUsage: words.usage,
    styleSubcommandTerm: words.usage,
    styleOptionTerm: words.usage,
    displayWidth: cellsOf,
  };
  const program = new Program('broadsheet')
    .description(words.language === 'zh' ? DESCRIPTION : manifest.description)
    .version(manifest.version, '-V, --version', words.version)
    .helpOption('-h, --help', words.help)
    .helpCommand('help [command]', words.helpCommand)
    .exitOverride()
    .configureOutput(output)
    .configureHelp(help)
    .showHelpAfterError(words.seeHelp('broadsheet'));
  for (const row of COMMANDS) {
    const command = program
      .command(`${row.name} ${row.operands}`.trim())
      .description(say(row.summary))
      .helpOption('-h, --help', words.help)
      .configureHelp(help)
      .exitOverride()
      .configureOutput(output)
      .showHelpAfterError(words.seeHelp(`broadsheet ${row.name}`, `broadsheet ${row.example}`));
    for (const { flags, summary, required } of [...row.options, ...COMMON]) {
      if (required === true) command.requiredOption(flags, `${say(summary)}${say(REQUIRED)}`);
      else command.option(flags, say(summary));
    }
    command.action(() => take({ row, operands: command.args, options: command.opts() }));
  }
  return program;
}

const terminal = (): Streams => ({
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  tty: process.stderr.isTTY === true,
  width: process.stderr.columns ?? 80,
});

/** Cells of a terminal that a text takes: two a Han character. */
const cellsOf = (text: string): number =>
  [...text].reduce(
    (cells, character) => cells + (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character) ? 2 : 1),
    0,
  );
