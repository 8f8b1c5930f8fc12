/** The import loses nothing of any text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleText, blocksText } from '../../../src/issue/digest.ts';
import { runs } from '../runs.ts';
import { imported } from './imported.ts';

const bare = (text: string): string => text.replaceAll(/\p{White_Space}+/gu, '');

describe('nothing is dropped', () => {
  const words = fc.string({
    unit: fc.constantFrom(...'新闻报纸甲乙丙丁，。！“”（）abcXYZ 129'),
    minLength: 1,
    maxLength: 40,
  });
  const part = fc.oneof(
    words,
    words.map((text) => `# 题${text}题`),
    words.map((text) => `## 副${text}副`),
    words.map((text) => `### 小${text}小`),
    words.map((text) => `${text}。企业供图`),
    words.map((text) => `本报讯（记者 甲）${text}`),
    fc.constantFrom(
      '要闻',
      '## 要闻',
      '甲乙 丙丁',
      '记者 甲小白',
      '编者按：说明。',
      '▲图注',
      '2026年1月8日 星期四',
      '1. 一',
      '> 引',
      '#话题#',
      '*',
      '_甲_',
      '`',
      '<b>',
      '[甲](乙)',
      '[^1]: 注',
      '~~~',
      '&amp;',
      '\\',
    ),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );

  it('every character of the text stands in the files, as often as it was there', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), fc.constantFrom('\n', '\n\n'), (parts, gap) => {
        const raw = parts.join(gap);
        const { articles, files } = imported(raw);
        const written =
          articles
            .map(
              (article) =>
                `${articleText(article)}${article.authors ?? ''}${article.section ?? ''}${article.note ?? ''}`,
            )
            .join('') + (files['issue.yaml'] ?? '');
        const counts = new Map<string, number>();
        for (const character of bare(written)) counts.set(character, (counts.get(character) ?? 0) + 1);
        // Signs of Markdown itself (heads, lists, rules, images) may go; a control character is taken out with a warning.
        const text = raw.replaceAll(/[#>|*_=~`!()[\]"\\&;^<-]|\p{C}|\ufeff/gu, '').replaceAll('amp', '');
        for (const character of bare(text)) {
          const left = counts.get(character) ?? 0;
          if (left === 0 && !/^\p{N}$|[.•·—–]/u.test(character))
            throw new Error(`lost “${character}” of ${JSON.stringify(raw)}`);
          counts.set(character, left - 1);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('and the paragraphs of a story keep their order', () => {
    const sentence = fc.string({ unit: fc.constantFrom(...'新闻报纸甲乙丙丁'), minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(sentence, fc.constantFrom('。', '，', '')), { minLength: 1, maxLength: 12 }),
        (pieces) => {
          const texts = pieces.map(([text, end]) => `第${text}${end}`);
          const { articles } = imported(`# 题\n\n本报讯（记者 甲）开头。\n\n${texts.join('\n\n')}\n\n完。\n`);
          expect(bare(articles.map(({ body }) => blocksText(body)).join(''))).toBe(bare(`开头。${texts.join('')}完。`));
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
