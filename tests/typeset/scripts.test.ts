/** Stories in the other script than the paper's: each is set by the rules of its own. */
import { describe, expect, it } from 'vitest';
import { parseBody } from '../../src/issue/markdown.ts';
import { openTypesetter } from '../../src/typeset/typesetter.ts';
import { article, paper } from '../builders.ts';

const chinese = await openTypesetter(paper());
const english = await openTypesetter(paper({ language: 'en' }));

const PROSE =
  'The council voted on Wednesday to close the bridge for fourteen months, and Mr. Okonkwo said so "at once".';
const faces = (typesetter: typeof chinese, markdown: string, title: string): readonly string[] => {
  const copy = typesetter.copy(article({ title: [title], body: parseBody(markdown) }));
  const body = copy.body(300).blocks.flatMap(({ variants }) => variants[0]?.lines ?? []);
  const request = { width: 700, maxSize: 30, minSize: 20, family: 'song', align: 'left' } as const;
  const head = copy.heads(request)[0]?.parts.find(({ role }) => role === 'headline')?.lines ?? [];
  const of = (lines: readonly { readonly runs: readonly { readonly face: string }[] }[]) =>
    new Set(lines.flatMap(({ runs }) => runs.map(({ face }) => face)));
  return [[...of(head)].join('+'), [...of(body)].join('+')];
};

describe('a story', () => {
  it('in English has English type in a Chinese paper', () => {
    expect(faces(chinese, PROSE, 'Bridge to close')).toEqual(['serif-latin-black', 'serif-latin']);
    expect(faces(chinese, PROSE, 'Bridge to close')).toEqual(faces(english, PROSE, 'Bridge to close'));
  });

  it('in Chinese has Chinese type in an English paper', () => {
    expect(faces(english, '市议会周三投票决定封桥。', '大桥封闭')).toEqual(['song-black', 'song']);
  });

  it('with names of the other script stays in the paper’s', () => {
    expect(faces(chinese, '微软（Microsoft）与OpenAI周三签约。', 'OpenAI签约')[0]).toContain('song-black');
    expect(faces(english, `${PROSE} The word is 桥.`, 'Bridge 桥')[0]).toContain('serif-latin-black');
  });

  it('has subheads of its script: a Chinese one between blank rows, an English one under them, and none over it at a leg’s head', () => {
    const subheads = (language: string, markdown: string) => {
      const typesetter = language === 'en' ? english : chinese;
      const { blocks } = typesetter.copy(article({ title: ['题'], body: parseBody(markdown) })).body(300);
      const { variants = [] } = blocks.find(({ kind }) => kind === 'subhead') ?? {};
      return variants.map(({ rows, headAir, lines }) => ({ rows, headAir, line: lines[0]?.row }));
    };
    expect(subheads('zh', '## 桥的价钱\n\n市议会投票决定封桥。\n')).toEqual([
      { rows: 2, headAir: 1, line: 1 },
      { rows: 3, headAir: 1, line: 1 },
    ]);
    expect(subheads('en', `## The price\n\n${PROSE}\n`)).toEqual([
      { rows: 2, headAir: 1, line: 1 },
      { rows: 3, headAir: 2, line: 2 },
    ]);
  });
});

describe('a subhead of two lines', () => {
  const linesOf = (language: string, markdown: string, measure: number): readonly string[] => {
    const typesetter = language === 'en' ? english : chinese;
    const { blocks } = typesetter.copy(article({ title: ['题'], body: parseBody(markdown) })).body(measure);
    const { variants = [] } = blocks.find(({ kind }) => kind === 'subhead') ?? {};
    return (variants[0]?.lines ?? []).map(({ runs }) => runs.map(({ text }) => text).join(''));
  };

  it.each([
    ['zh', '## 扁担年代：一根扁担挑起半座城\n\n正文。\n', 156, ['扁担年代：', '一根扁担挑起半座城']],
    ['zh', '## 岸桥年代：机器来了，人往哪里去\n\n正文。\n', 156, ['岸桥年代：机器来了，', '人往哪里去']],
    ['en', `## Ferries every ten minutes\n\n${PROSE}\n`, 144, ['Ferries every', 'ten minutes']],
  ])('ends them where a head would (%s: %s)', (language, markdown, measure, lines) =>
    expect(linesOf(language, markdown, measure)).toEqual(lines),
  );

  it('is filled where no such lines fit', () =>
    expect(linesOf('zh', '## 市第一人民医院与二十六家社区卫生服务中心\n\n正文。\n', 156)[0]).toHaveLength(11));
});

describe('a name of another alphabet in a Chinese text', () => {
  const runs = (title: string, markdown: string) => {
    const copy = chinese.copy(article({ title: [title], body: parseBody(markdown) }));
    const request = { width: 700, maxSize: 30, minSize: 20, family: 'song', align: 'left' } as const;
    const head = copy.heads(request)[0]?.parts.find(({ role }) => role === 'headline')?.lines ?? [];
    const body = copy.body(300).blocks.flatMap(({ variants }) => variants[0]?.lines ?? []);
    return [head, body].map((lines) => lines.flatMap((line) => line.runs.map(({ text, face }) => `${face} ${text}`)));
  };

  it('keeps its wide letters together', () => {
    const [head, body] = runs('题', '在Жижиця与Œuvres之间。');
    expect(head).toEqual(['song-black 题']);
    expect(body).toEqual(['song 在', 'song Жижиця', 'song 与', 'song Œuvres', 'song 之间', 'song 。']);
  });

  it('is drawn in Song’s own kind of letter where Song lacks one', () => {
    const [head, body] = runs('Łódź的雨', '去Łódź。');
    expect(head?.filter((run) => run.includes('latin'))).toEqual(['serif-latin-black Ł', 'serif-latin-black ź']);
    expect(body?.filter((run) => run.includes('latin'))).toEqual(['serif-latin Ł', 'serif-latin ź']);
  });
});
