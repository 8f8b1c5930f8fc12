/** How much copy is over or missing, in the measure that its desk counts by: characters, or words. */
import { both, isChinese, type Phrase } from '../fault.ts';

/** What is too much on a page, or too little: lines of a basic column, in the paper's language. */
export interface Lack {
  readonly page: number;
  readonly lines: number;
  readonly language: string;
}

const thousands = (count: number): string => new Intl.NumberFormat('en-US').format(count);

/** Copy to a free line of a basic column: some of the room goes to heads and to lines that end early. */
const CHARACTERS = 10;
const WORDS = 4;

/** About how much copy fills so many lines: characters, or words in a language of letters. A few lines are said as they are. */
export function copyOf(lines: number, language: string): Phrase {
  const letters = !isChinese(language);
  const [each, step] = letters ? [WORDS, 50] : [CHARACTERS, 100];
  const count = lines < 10 ? lines * each : Math.max(step, Math.round((lines * each) / step) * step);
  return both(`about ${thousands(count)} ${letters ? 'words' : 'characters'}`, `约 ${count} ${letters ? '词' : '字'}`);
}
