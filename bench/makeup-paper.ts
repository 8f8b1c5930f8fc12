/** Papers for the make-up's benchmarks: the house's broadsheet, nothing else set; and others by language and format. */
import type { Newspaper } from '../src/issue/model.ts';
import { decideNewspaper } from '../src/issue/newspaper.ts';
import { paper } from '../tests/builders.ts';

export const SAMPLE_PAPER: Newspaper = paper({
  name: '试验日报',
  colours: { nameplate: { rgb: '#c8102e', cmyk: [0, 95, 85, 5] } },
});

const PAPERS = {
  zh: SAMPLE_PAPER,
  en: { ...SAMPLE_PAPER, name: 'The Trial Gazette', language: 'en-GB' },
} as const satisfies Record<string, Newspaper>;

/** Formats by name; the berliner is one of those that a paper gives by its trim. */
export const FORMATS = { broadsheet: 'broadsheet', tabloid: 'tabloid', berliner: { trim: [315, 470] } } as const;

/** The paper of a language and a format, both as a command line names them. */
export function paperOf(language = 'zh', format = 'broadsheet'): Newspaper {
  const base = PAPERS[language as keyof typeof PAPERS];
  const asked = FORMATS[format as keyof typeof FORMATS];
  if (!base || !asked)
    throw new RangeError(
      `Expected a language of ${Object.keys(PAPERS)} and a format of ${Object.keys(FORMATS)}, got ${language} ${format}.`,
    );
  const { paper: decided } = decideNewspaper({ name: base.name, format: asked as never }, () => ({ file: '' }));
  return { ...base, format: decided.format };
}
