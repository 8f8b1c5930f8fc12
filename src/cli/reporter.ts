/**
 * The only file that prints. Progress and faults go to standard error, results to standard output. On a terminal
 * progress is one line that is drawn again; elsewhere each finished stage is a plain line (only with --verbose).
 */
import { type Fault, inChinese, inEnglish, type Phrase, told } from '../fault.ts';
import { exitCodeOf, INTERRUPTED, type Outcome } from './desk.ts';
import type { Stage, Words } from './words.ts';

/** A finished stage of the run. */
export interface StageTime {
  readonly stage: Stage;
  readonly milliseconds: number;
  /** Processor time of this process, all threads. */
  readonly cpu: number;
}

/** How a run tells of itself while it is at work. */
export interface Reporter {
  /** Runs a stage under its name; the name shows while it runs, its time is kept. */
  stage<T>(name: Stage, work: () => T | Promise<T>): Promise<T>;
  /** Shows how far the running stage has come. */
  step(done: number, of: number): void;
  /** A line that only --verbose shows. */
  detail(line: string): void;
  /** A line for the person, on standard error. */
  say(line: Phrase): void;
  /** Prints the outcome of the run. */
  finish(outcome: Outcome, exit: number): void;
  readonly times: readonly StageTime[];
}

/** Where the reporter writes; the tests put strings here. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
  /** True when standard error is a terminal. */
  readonly tty: boolean;
  /** Width of the terminal in characters. */
  readonly width: number;
}

/** How much is told, and in which words. */
export interface ReporterSettings {
  readonly json: boolean;
  readonly verbose: boolean;
  readonly colour: boolean;
  readonly words: Words;
}

const CLEAR_LINE = '\r\u001b[2K';

/** Makes the reporter of one run. */
export function openReporter(streams: Streams, settings: ReporterSettings): Reporter {
  const { json, verbose, colour, words } = settings;
  const spoken = words.language === 'zh' ? inChinese : inEnglish;
  const paint = (code: number, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const live = streams.tty && !json;
  const times: StageTime[] = [];
  const running: Stage[] = [];
  let drawn = false;

  const erase = (): void => {
    if (drawn) streams.err(CLEAR_LINE);
    drawn = false;
  };
  const line = (text: string): void => {
    erase();
    streams.err(`${text}\n`);
  };
  const redraw = (progress = ''): void => {
    if (!live) return;
    const stage = running.at(-1);
    const text = `${words.running(stage === undefined ? '' : words.stage(stage))}${progress}`;
    streams.err(`${CLEAR_LINE}${paint(2, text.slice(0, Math.max(10, streams.width - 1)))}`);
    drawn = true;
  };

  return {
    times,
    async stage(name, work) {
      running.push(name);
      redraw();
      const from = performance.now();
      const cpuFrom = process.cpuUsage();
      try {
        return await work();
      } finally {
        const cpu = process.cpuUsage(cpuFrom);
        const time = { stage: name, milliseconds: performance.now() - from, cpu: (cpu.user + cpu.system) / 1000 };
        times.push(time);
        running.splice(running.lastIndexOf(name), 1);
        if (verbose && !json) line(paint(2, `${time.milliseconds.toFixed(0).padStart(6)} ms  ${words.stage(name)}`));
        else if (running.length > 0) redraw();
        else erase();
      }
    },
    step(done, of) {
      redraw(` ${done}/${of}`);
    },
    detail(text) {
      if (verbose && !json) line(paint(2, text));
    },
    say(text) {
      if (!json) line(spoken(text));
    },
    finish(outcome, exit) {
      erase();
      if (json) {
        streams.out(`${JSON.stringify(asJson(outcome, exit, times), null, 2)}\n`);
        return;
      }
      for (const fault of outcome.faults) streams.err(`${faultText(fault, paint, words)}\n`);
      for (const result of outcome.results) streams.out(`${spoken(result)}\n`);
      const summary = exit === INTERRUPTED ? words.interrupted : words.summary(outcome.faults);
      if (summary !== '') streams.err(`${paint(exit === 0 ? 33 : 31, summary)}\n`);
      if (exit === 0 && outcome.advice !== undefined) streams.err(`${paint(2, spoken(outcome.advice))}\n`);
    },
  };
}

/** A fault as a person reads it: place, what, and what to do. */
function faultText(fault: Fault, paint: (code: number, text: string) => string, words: Words): string {
  const { place } = fault;
  const { message, hint } = told(fault, words.language);
  const where = place === undefined ? '' : `${place.file}${place.line === undefined ? '' : `:${place.line}`}: `;
  const kind = fault.severity === 'error' ? paint(31, words.error) : paint(33, words.warning);
  return `${paint(1, where)}${kind}${words.colon}${message}${words.gap}${paint(2, `[${fault.name}]`)}\n    → ${hint}`;
}

const asJson = (outcome: Outcome, exit: number, times: readonly StageTime[]): unknown => ({
  schema: 'broadsheet/run@1',
  exit: exit === INTERRUPTED ? exit : exitCodeOf(outcome.faults),
  faults: outcome.faults,
  results: outcome.results.map(inEnglish),
  ...outcome.facts,
  times: times.map(({ stage, milliseconds, cpu }) => ({
    stage,
    milliseconds: Math.round(milliseconds),
    cpu: Math.round(cpu),
  })),
});
