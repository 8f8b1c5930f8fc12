/** `broadsheet dev`: the live desk. Ends with Ctrl-C. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FaultError } from '../../fault.ts';
import { buildIssue } from '../build/build.ts';
import type { Job } from '../build/job.ts';
import type { Command, Desk } from '../desk.ts';
import { openServer } from '../dev/server.ts';
import { changesBelow } from '../dev/watch.ts';
import { badUsage } from '../faults.ts';
import { findIssues, paperOf } from '../paper.ts';

const PORT = 8080;
const CLIENT = new URL('../dev/desk.js', import.meta.url);

export const run: Command['run'] = async (desk, names, options) => {
  const [issue = ''] = await findIssues(desk.cwd, names);
  const port = portOf(options['port']);
  const output = await mkdtemp(path.join(tmpdir(), 'broadsheet-dev-'));
  try {
    await using server = await openServer(output, port, readFileSync(CLIENT, 'utf8'));
    const job: Job = { issue, output, parts: new Set(['web']), draft: true, cache: true };
    await remake(desk, job, server);
    desk.reporter.say(`${server.url}${path.basename(issue)}/  (Ctrl-C ends)`);
    for await (const _ of changesBelow(paperOf(issue), desk.signal)) await remake(desk, job, server);
  } finally {
    await rm(output, { recursive: true, force: true });
  }
  return { faults: [], results: [] };
};

/** Builds, and tells the open pages; what fails is shown over the last good page. */
async function remake(desk: Desk, job: Job, server: Awaited<ReturnType<typeof openServer>>): Promise<void> {
  const { faults } = await buildIssue(desk, job).catch((error: unknown) => {
    if (error instanceof FaultError) return { faults: error.faults };
    throw error;
  });
  if (!faults.some(({ severity }) => severity === 'error')) server.tell('reload', []);
  server.tell('faults', faults);
}

function portOf(given: unknown): number {
  if (given === undefined) return PORT;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new FaultError([
    badUsage(`“${String(given)}” is no port.`, 'Give a number from 0 to 65535, such as --port 8081.'),
  ]);
}
