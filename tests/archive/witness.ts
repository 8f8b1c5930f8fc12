/** Other people's programs as witnesses: asked where they are installed, and required in CI for those that CI installs. */
import { execFileSync } from 'node:child_process';

/** Whether a program can be run here. In CI it is taken to be there, so that its absence fails the test. */
export function hasWitness(program: string, version = '--version'): boolean {
  if (process.env['CI'] !== undefined) return true;
  try {
    execFileSync(program, [version], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
