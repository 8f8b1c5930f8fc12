/**
 * Other people's tools on finished press files: `npm run witness:press -- ISSUE OUTPUT/DATE [ISSUE OUTPUT/DATE …]`, an issue's folder
 * and what was built of it. Every file is one line. Exit code 1 when one does not hold.
 */
import { backgroundOf } from './press-background.ts';
import { judgeIssue, lineOf } from './press-judge.ts';

let bad = 0;
const folders = process.argv.slice(2);
for (let at = 0; at + 1 < folders.length; at += 2) {
  const [source = '', built = ''] = folders.slice(at, at + 2);
  for await (const verdict of judgeIssue(built, await backgroundOf(source, built))) {
    bad += verdict.wrong.length;
    process.stdout.write(`${lineOf(verdict)}\n`);
  }
}
process.exitCode = bad > 0 ? 1 : 0;
