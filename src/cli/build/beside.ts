/**
 * The issues that lie in the output beside the one that is built. Another build may put one there meanwhile, which the pages
 * around all issues, made before, do not know of.
 */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { issuesIn } from '../../edition/site/catalogue.ts';

/** Ids of issues, each with a mark that is another one when the issue was built again. */
export type Beside = ReadonlyMap<string, string>;

/** The issues of an output but for this one. */
export async function issuesBeside(output: string, id: string): Promise<Beside> {
  const others = (await issuesIn(output)).filter((other) => other !== id);
  return new Map(await Promise.all(others.map(async (other) => [other, await markOf(output, other)] as const)));
}

/** A record that takes the place of another is another file. */
async function markOf(output: string, id: string): Promise<string> {
  const facts = await stat(path.join(output, id, 'issue.json')).catch(() => undefined);
  return facts === undefined ? '' : `${facts.ino} ${facts.mtimeMs}`;
}

/** Ids of the issues that came, went or were built again in between. */
export function changedBetween(before: Beside, after: Beside): readonly string[] {
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].filter((id) => before.get(id) !== after.get(id));
}
