/** `broadsheet completion`: a script for the shell's start-up file. */
import { both, FaultError } from '../../fault.ts';
import { completionScript, SHELLS } from '../completion.ts';
import type { Command } from '../desk.ts';
import { badUsage } from '../faults.ts';
import { wordsFor } from '../words.ts';

export const run: Command['run'] = async ({ env }, [name = '']) => {
  const shell = SHELLS.find((one) => one === name);
  if (shell === undefined) {
    throw new FaultError([
      badUsage(
        both(`No completion for the shell “${name}”.`, `没有“${name}”的补全脚本。`),
        both(`There is one for ${SHELLS.join(', ')}.`, `现有：${SHELLS.join('、')}。`),
      ),
    ]);
  }
  return { faults: [], results: [completionScript(shell, wordsFor(env).language).trimEnd()] };
};
