/** A page of documentation as what its twin must have too. */

/** What stands below one heading, up to the next. */
export interface Part {
  readonly level: number;
  readonly title: string;
  /** Lines of code blocks without what is translated in them: comments, explanations, what the program says. */
  readonly code: readonly string[];
  /** Code within sentences, in the order of the alphabet: each language puts it where its sentence wants it. */
  readonly spans: readonly string[];
  readonly rows: number;
  readonly items: number;
  /** Where its links lead, whatever the language; the way to the twin left out. */
  readonly targets: readonly string[];
  /** The same as they are written. */
  readonly links: readonly string[];
  readonly numbers: readonly string[];
}

/** The parts of a page in its order. */
export function outlineOf(page: string): readonly Part[] {
  const blocks: string[] = [];
  const bare = page
    .replace(/^```\w*\n([\s\S]*?)^```$/gm, (_, code: string) => `⟦${blocks.push(code) - 1}⟧`)
    .replace(/<!--(?!neighbours|notices)[\s\S]*?-->/g, '');
  return bare.split(/^(?=#{1,6} )/m).map((text) => partOf(text, blocks));
}

function partOf(text: string, blocks: readonly string[]): Part {
  const [, marks = '', title = ''] = /^(#+) (.*)/.exec(text) ?? [];
  const inside = [...text.matchAll(/⟦(\d+)⟧/g)].map(([, index]) => blocks[Number(index)] ?? '');
  const links = [...text.replace(/`[^`\n]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  const prose = text.replace(/⟦\d+⟧/g, '');
  return {
    level: marks.length,
    title,
    code: inside.flatMap((block) => block.split('\n').map(lineOfCode)),
    spans: [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => wordless(span)).sort(),
    rows: prose.match(/^\|/gm)?.length ?? 0,
    items: prose.match(/^(?:[-*]|\d+\.) /gm)?.length ?? 0,
    targets: links
      .map((link) => link.replace('.zh-CN', '').replace(/#.*/, '#'))
      .filter((_, index) => !(marks.length === 1 && index === 0))
      .sort(),
    links,
    numbers: numbersOf(prose.replace(/\]\([^)]*\)/g, ']')),
  };
}

/** A line of code without its comment, the explanation beside a path, quoted words, and what a fault says. */
const lineOfCode = (line: string): string =>
  line
    .replace(/(\S)\s+(?:#|\/\/) .*$/, '$1')
    .replace(/(\S)\s{3,}\S.*$/, '$1')
    .replace(/"[^"]*"/g, '""')
    .replace(/^(\S+:\d+: ?).*(\[[\w-]+\])$/, '$1$2')
    .replace(/^( *→).*/, '$1');

/** A span without the words that stand for the desk's own. */
const wordless = (span: string): string => span.replace(/"[^"]*"/g, '""').replace(/!\[[^\]]*\]/g, '![]');

/** Numbers as both languages write them: no commas between thousands. */
const numbersOf = (prose: string): readonly string[] =>
  prose.replace(/(\d),(?=\d{3})/g, '$1').match(/\d+(?:\.\d+)*/g) ?? [];

/** The anchor that GitHub makes of a heading. */
export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
