/** `broadsheet dev`: the live desk. Ends with Ctrl-C. */
import path from 'node:path';
import { both, FaultError } from '../../fault.ts';
import type { Command } from '../desk.ts';
import { openLiveDesk } from '../dev/live.ts';
import { changesIn } from '../dev/watch.ts';
import { badUsage } from '../faults.ts';
import { findIssues, paperOf } from '../paper.ts';

export const run: Command['run'] = async (desk, names, options) => {
  const { issues, faults } = await findIssues(desk.cwd, names);
  const [issue = ''] = issues;
  const folder = { paper: paperOf(issue), issue };
  const port = portOf(options['port']);
  await using live = await openLiveDesk({ folder, signal: desk.signal, ...(port === undefined ? {} : { port }) });
  for (const { message, hint, zh } of faults) desk.reporter.say(both(`${message} ${hint}`, `${zh.message}${zh.hint}`));
  const name = path.basename(issue);
  desk.reporter.say(
    both(
      `${live.url}  ${name}: open it in a browser (Ctrl-C ends)`,
      `${live.url}  ${name}：请在浏览器里打开（Ctrl-C 结束）`,
    ),
  );
  await live.take([]);
  for await (const changed of changesIn(folder, desk.signal)) await live.take(changed);
  return { faults: [], results: [] };
};

/** @throws FaultError `usage` for what is no port. */
function portOf(given: unknown): number | undefined {
  if (given === undefined) return undefined;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  const fault = badUsage(
    both(`“${String(given)}” is no port.`, `“${String(given)}”不是端口号。`),
    both('Give a number from 0 to 65535, such as --port 8081.', '请写 0 到 65535 的数，如 --port 8081。'),
  );
  throw new FaultError([fault]);
}
