/** What a build is asked for, decided from the command line. */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { both, FaultError } from '../../fault.ts';
import { closest } from '../../issue/closest.ts';
import { didYouMean, didYouMeanInChinese } from '../../issue/faults/fault.ts';
import type { Desk, Options } from '../desk.ts';
import { badUsage } from '../faults.ts';
import { paperOf } from '../paper.ts';

/** The parts of an issue's output. */
export type Part = 'web' | 'press' | 'archive';
export const PARTS: readonly Part[] = ['web', 'press', 'archive'];

/** One issue to build: from where, to where, and what of it. */
export interface Job {
  /** Absolute path of the issue folder. */
  readonly issue: string;
  /** Absolute path of the output tree. */
  readonly output: string;
  readonly parts: ReadonlySet<Part>;
  /** Print what a page's rules would refuse, marked 草样. */
  readonly draft: boolean;
  /** False: nothing is taken from an earlier run. */
  readonly cache: boolean;
  /** Make proof sheets too, of pages that changed since their last one. */
  readonly proof: boolean;
}

/** Whether the browser is to print the pictures: for readers, or for viewers. */
export const arePicturesShown = ({ parts }: Job): boolean => parts.has('web') || parts.has('archive');

/**
 * The job for one issue folder.
 * @throws FaultError on a part that does not exist, and on an output among the issue’s own files.
 */
export function jobFor(desk: Desk, issue: string, options: Options): Job {
  return {
    issue,
    output: outputBeside(issue, outputFolder(desk, issue, options)),
    parts: partsOf(options['only']),
    draft: options['draft'] === true,
    cache: options['cache'] !== false,
    proof: options['proof'] === true,
  };
}

/** `--output`, or `output/` beside the `newspaper.yaml` above this folder. */
export function outputFolder(desk: Desk, folder: string, options: Options): string {
  const given = options['output'];
  if (typeof given === 'string') return path.resolve(desk.cwd, given);
  return path.join(paperOf(folder), 'output');
}

/**
 * The output folder, which the next run would read as copy if it lay in the issue's; where it holds the issue's, the
 * edition would take its place, and the copy were gone.
 */
function outputBeside(issue: string, output: string): string {
  const real = (folder: string): string => (existsSync(folder) ? realpathSync(folder) : folder);
  const way = path.relative(real(issue), real(output));
  const isInside = way.split(path.sep)[0] !== '..' && !path.isAbsolute(way);
  if (!isInside && real(output) !== path.dirname(real(issue))) return output;
  throw new FaultError([
    badUsage(
      isInside
        ? both('--output lies in the folder of the issue.', '--output 在本期文件夹里。')
        : both(
            '--output holds the folder of the issue, which the edition would replace.',
            '--output 里就有本期文件夹，输出会把它换掉。',
          ),
      both(
        'Give a folder of its own, or leave --output out: output/ beside newspaper.yaml.',
        '请另给一个文件夹，或去掉 --output，用 newspaper.yaml 旁边的 output/。',
      ),
    ),
  ]);
}

/**
 * What `--only` asks for; everything without it.
 * @throws FaultError on a part that does not exist, and on a list that a blank cut off.
 */
export function partsOf(only: Options[string]): ReadonlySet<Part> {
  if (typeof only !== 'string') return new Set(PARTS);
  const wanted = only
    .trim()
    .toLowerCase()
    .split(/[,，、\s]+/u);
  const strange = wanted.filter((name) => !PARTS.some((part) => part === name));
  if (strange.length > 0) {
    const guess = closest(strange[0] ?? '', PARTS);
    const isCut = strange.every((name) => name === '');
    const what = isCut
      ? both('--only lacks a part.', '--only 少写了一项。')
      : both(`--only knows no part “${strange.join('”, “')}”.`, `--only 没有“${strange.join('”“')}”这一项。`);
    throw new FaultError([
      badUsage(
        what,
        both(
          `${didYouMean(guess)}The parts are ${PARTS.join(', ')}, joined by commas without blanks.`,
          `${didYouMeanInChinese(guess)}可写 ${PARTS.join('、')}，用半角逗号隔开，不加空格。`,
        ),
      ),
    ]);
  }
  return new Set(PARTS.filter((part) => wanted.includes(part)));
}
