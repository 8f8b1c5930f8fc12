/**
 * The long form of `tests/typeset/random.test.ts`: 10,000 random paragraphs at twelve measures, every rule checked
 * from the drawn runs. `npm run fuzz:typeset [-- SEED]`
 */
import { setLines } from '../../tests/typeset/builders.ts';
import { readBack, wrongs } from '../../tests/typeset/checks.ts';
import { MEASURES } from '../../tests/typeset/texts.ts';
import { numbers, paragraph } from './copy.ts';

const PARAGRAPHS = 10_000;

const seed = Number(process.argv[2] ?? 1);
const next = numbers(seed);
const started = process.cpuUsage().user;
let lineCount = 0;
let shortCount = 0;
const found: string[] = [];
for (let index = 0; index < PARAGRAPHS; index += 1) {
  const text = paragraph(next, 20 + Math.floor(next() * 240));
  for (const measure of MEASURES) {
    const lines = setLines(text, measure, { indent: 2 }) ?? [];
    lineCount += lines.length;
    shortCount += lines.slice(0, -1).filter((line) => line.width < measure * 12 - 0.02).length;
    for (const wrong of wrongs(lines, measure * 12)) found.push(`${measure}: ${wrong}\n  ${text}`);
    if (readBack(lines) !== text.replace(/\p{White_Space}/gu, '')) found.push(`${measure}: lost text\n  ${text}`);
  }
}
const seconds = ((process.cpuUsage().user - started) / 1e6).toFixed(0);
console.log(found.slice(0, 20).join('\n'));
console.log(
  `${PARAGRAPHS} paragraphs × ${MEASURES.length} measures, ${lineCount} lines, ${seconds} s: ${found.length} rules broken.`,
);
console.log(`${shortCount} lines stay short of the measure, since no gap opens beyond 0.12 em.`);
process.exitCode = found.length > 0 ? 1 : 0;
