/**
 * One process of `bench/edition.ts`: the web part of an issue made as a build makes it, by a thread that the make-up has
 * just left, from the same bundle and with the same V8. The first run is cold.
 *
 *   node --import ./bench/tsx-in-main.mjs bench/edition-run.ts READY FOLDER
 */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { deserialize, setFlagsFromString } from 'node:v8';
import { openThread } from '#src/cli/threads/thread.ts';
import type { Issue, IssueFolder } from '#src/issue/model.ts';
import type { Plan } from '#src/makeup/plan.ts';
import type { Picture } from '#src/photo/model.ts';
import { type Time, timed } from './timed.ts';

/** What the web edition is made from, made up. */
export interface Ready {
  readonly issue: Issue;
  readonly plan: Plan;
  readonly folder: IssueFolder;
  readonly pictures: ReadonlyMap<string, Picture>;
}

const RUNS = 4;
/** As `broadsheet` sets it. */
const V8 = '--interrupt-budget=400000';

setFlagsFromString(V8);
const [, , file = '', root = ''] = process.argv;
const ready = deserialize(readFileSync(file)) as Ready;
const { id } = ready.issue;
const [output, into] = [path.join(root, `run-${process.pid}`), path.join(root, `site-${process.pid}`)];
await using thread = openThread();
await thread.run('getReady', undefined);
const runs: Time[] = [];
for (let run = 0; run < RUNS; run++) {
  for (const folder of [output, into]) rmSync(folder, { recursive: true, force: true });
  const edition = {
    ...ready,
    printed: new Map(),
    made: new Map(),
    downloads: { press: true, reader: true },
    into: path.join(output, id),
  };
  const site = { output, into, built: [id] };
  runs.push(await timed(() => thread.run('makeOnline', { edition, site, cache: undefined })));
}
console.log(JSON.stringify(runs));
