/** The digest against a second, naive reckoning: the words that went into the file, in the contract's order. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readArticle } from '../../src/issue/article.ts';
import { articleText, bodyCharacters, digestOf } from '../../src/issue/digest.ts';
import { LIMITS } from '../../src/issue/newspaper.ts';
import { article } from './desk.ts';
import { runs } from './runs.ts';

const words = fc
  .string({ unit: fc.constantFrom(...'新闻报纸甲乙丙丁，。“”abc129 　\u00a0\u2003𠮷'), minLength: 1, maxLength: 20 })
  .map((text) => `字${text}字`);

/** Pieces of a body: how each is written, and the words of it. */
const block = fc.oneof(
  words.map((text) => [text, text]),
  words.map((text) => [`## ${text}`, text]),
  fc.tuple(words, words).map(([one, two]) => [`- ${one}\n- **${two}**`, one + two]),
  fc.tuple(words, words).map(([one, two]) => [`> ${one}\n>\n> ${two}`, one + two]),
  fc
    .tuple(words, words, words, words)
    .map(([a, b, c, d]) => [`| ${a} | ${b} |\n|---|---|\n| ${c} | ${d} |`, a + b + c + d]),
  fc.tuple(words, words).map(([one, two]) => [`${one}[${two}](https://example.org/)`, one + two]),
);

const story = fc.record({
  kicker: words,
  title: fc.array(words, { minLength: 1, maxLength: 2 }),
  deck: fc.array(words, { minLength: 1, maxLength: 2 }),
  byline: fc.array(words, { minLength: 1, maxLength: 2 }),
  dateline: words,
  blocks: fc.array(block, { minLength: 1, maxLength: 6 }),
  footnote: words,
  photos: fc.array(fc.record({ file: fc.constant('a.jpg'), caption: words, credit: words }), { maxLength: 2 }),
});

/** White space by its code points, and not by the property that the program asks for. */
const naive = (text: string): string =>
  [...text]
    .filter(
      (character) =>
        ![9, 10, 11, 12, 13, 32, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000].includes(
          character.codePointAt(0) ?? 0,
        ) && !(character >= '\u2000' && character <= '\u200a'),
    )
    .join('');

describe('articleText', () => {
  it('is what went in, in the order of the contract', () => {
    fc.assert(
      fc.property(story, ({ blocks, footnote, ...front }) => {
        const { kicker, title, deck, byline, dateline, photos } = front;
        const body = `开头[^n]\n\n${blocks.map(([markdown]) => markdown).join('\n\n<!---->\n\n'.replace('<!---->', '----'))}\n\n[^n]: ${footnote}\n`;
        const text = `---\n${stringify(front, { lineWidth: 0 })}---\n${body}`;
        const read = readArticle({ slug: 'a', file: 'a.md', text }, LIMITS).article;
        const set = `开头${blocks.map(([, plain]) => plain).join('')}${footnote}`;
        const captions = photos.map(({ caption, credit }) => caption + credit).join('');
        const expected = naive([kicker, ...title, ...deck, ...byline, dateline, set, captions].join(''));
        expect(read && articleText(read)).toBe(expected);
        expect(read && bodyCharacters(read)).toBe([...naive(set)].length);
      }),
      { numRuns: runs(200) },
    );
  });

  it('leaves out what the program inserts: list numbers and the marks of footnotes', async () => {
    const found = await article('甲[^1]。\n\n1. 乙\n2. 丙\n\n[^1]: 丁\n');
    expect(articleText(found)).toBe('甲。乙丙丁');
  });
});

describe('digestOf', () => {
  it('is SHA-256 over UTF-8', () => {
    expect(digestOf('')).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(digestOf('报𠮷')).toBe(`sha256:${createHash('sha256').update(Buffer.from('报𠮷')).digest('hex')}`);
  });
});
