/** What the edition says by itself in an English paper: teasers, dates, words. */
import { describe, expect, it } from 'vitest';
import { fullDate } from '#src/edition/data/dates.ts';
import { frontView } from '#src/edition/data/front.ts';
import { makeRecord, sentencesOf } from '#src/edition/data/make-record.ts';
import { titleOf } from '#src/edition/data/record.ts';
import { wordsFor } from '#src/edition/words.ts';
import type { Block } from '#src/issue/model.ts';
import { wordsOf } from '#src/makeup/furniture/words.ts';
import { TINY_ISSUE, TINY_PLAN } from './tiny.ts';

/** The teaser of a story with this text, or with this body. */
const teaser = (given: string | readonly Block[]): string => {
  const body = typeof given === 'string' ? [paragraph(given)] : given;
  const articles = TINY_ISSUE.articles.map((article) => ({ ...article, body }));
  const [first] = makeRecord({ ...TINY_ISSUE, articles }, TINY_PLAN, new Map()).articles;
  return first?.bodies.find(({ role }) => role === 'excerpt')?.value ?? '';
};

const paragraph = (text: string): Block => ({ kind: 'paragraph', spans: [{ text }] });

it('names the writers of a story in a row, joined in English', () => {
  const by = (more: object) => {
    const articles = TINY_ISSUE.articles.map((one) => ({ ...one, byline: ['甲', '乙'], ...more }));
    return makeRecord({ ...TINY_ISSUE, articles }, TINY_PLAN, new Map()).articles[0]?.by;
  };
  expect(by({})).toBe('甲 乙');
  expect(by({ title: ['Bridge opens'], deck: [], body: [paragraph('It opened.')] })).toBe('甲 and 乙');
});

it('calls a story without a head by whole words', () => {
  const body = [paragraph('An article on Tuesday incorrectly misstated the length of the new bridge. It is 300 m.')];
  const articles = TINY_ISSUE.articles.map((one) => ({ ...one, title: [], photos: [], body }));
  const [first] = makeRecord({ ...TINY_ISSUE, articles }, TINY_PLAN, new Map()).articles;
  expect(first && titleOf(first)).toBe('An article on Tuesday incorrectly misstated the length of…');
});

describe('a title made of a caption', () => {
  it('is cut between words', () => {
    const [article] = makeRecord(TINY_ISSUE, TINY_PLAN, new Map()).articles;
    if (article === undefined) throw new Error('no article');
    const value = 'Passengers wait at Harbour End on Tuesday morning before the first boat in eleven years';
    const descriptions = [{ role: 'caption' as const, value }];
    const photo = { name: 'photo-1', type: 'picture' as const, descriptions, renditions: [] };
    const called = titleOf({ ...article, headlines: [], associations: [photo] });
    expect(called).toBe('Passengers wait at Harbour End on Tuesday morning before…');
  });
});

describe('a teaser', () => {
  it('runs the lines of a verse and what a colon announces into one', () => {
    expect(teaser('退潮的时候，\n石头先醒来，\n它们数着自己的影子。')).toBe(
      '退潮的时候，石头先醒来，它们数着自己的影子。',
    );
    expect(teaser('When the water goes\nthe stones wake first,\ncounting shadows.')).toBe(
      'When the water goes; the stones wake first, counting shadows.',
    );
    const list = (...items: readonly string[]): Block => ({
      kind: 'list',
      ordered: false,
      start: 1,
      items: items.map((text) => [paragraph(text)]),
    });
    expect(teaser([paragraph('今年赶海要记住：'), list('看潮汐表；', '结伴同行。')])).toBe(
      '今年赶海要记住：看潮汐表；结伴同行。',
    );
    expect(teaser([paragraph('Before you go:'), list('Read the tables.', 'Go in twos.')])).toBe(
      'Before you go: Read the tables. Go in twos.',
    );
  });

  it('ends neither in a quotation that has just begun nor at a semicolon', () => {
    const words = 'The central bank left its rate unchanged and gave warning that the price of services was falling';
    const shown = teaser(
      `${words} from haircuts in the north to hotel rooms in the south of the country, “more slowly than we should like it to”.`,
    );
    expect(shown).toMatch(/of the country…$/);
    expect(
      teaser('全市新建一批社区公园，方便市民就近散步、健身和休息，年底前陆续开放，首批三十处已经动工；'.repeat(3)),
    ).toMatch(/动工……$/);
  });

  it('parts the items of a list', () => {
    const list = (...items: string[]): Block => ({
      kind: 'list',
      ordered: false,
      start: 1,
      items: items.map((item) => [paragraph(item)]),
    });
    expect(teaser([list('书架：84,312 册', '最老的一本')])).toBe('书架：84,312 册；最老的一本');
    expect(teaser([list('Books: 84,312', 'Oldest: a psalter.', 'Lost: 7')])).toBe(
      'Books: 84,312; Oldest: a psalter. Lost: 7',
    );
  });

  it('does not end at a decimal point, nor inside a word', () => {
    const rate = 'The central bank left its benchmark interest rate unchanged at 4.25 per cent, for the fourth time';
    const text = `${rate} on Tuesday, as every economist but one had expected, and said that prices of food, of energy and of rents would decide what it does in June.`;
    expect(teaser(`${rate}. ${text}`)).toBe(`${rate}.`);
    const shown = teaser(text);
    expect([shown.length > 150, shown.at(-1)]).toEqual([true, '…']);
    expect(text.startsWith(`${shown.slice(0, -1)} `)).toBe(true);
  });

  it('does not end at the full stop of 9.30 a.m. or of Mr. Lee', () => {
    const opening = 'The museum on the quay opens its new wing on Monday morning after eleven years of building work.';
    const going = `From then on it opens at 9.30 a.m. on weekdays, said Mr. Lee, who has kept its keys since the fire of 1998.`;
    expect(teaser(`${opening} ${going}`)).toBe(opening);
    expect(teaser(`${opening.slice(0, -1)}, and from then on it opens at 9.30 a.m. on weekdays. ${going}`)).toMatch(
      /on weekdays\.$/,
    );
  });

  it('in Chinese stays what it was: whole sentences, or ninety characters', () => {
    const sentence =
      '全市新建一批社区公园，方便市民就近散步、健身和休息，年底前陆续开放，首批三十处已经动工，涨幅4.25%。';
    expect(teaser(sentence.repeat(3))).toBe(sentence);
    expect(teaser('长'.repeat(100))).toBe(`${'长'.repeat(90)}……`);
  });
});

describe('a deck of several lines', () => {
  it.each([
    [['电影券将走进工会', '文旅券也在其中'], '电影券将走进工会；文旅券也在其中'],
    [['电影券将走进工会。', '文旅券也在其中。'], '电影券将走进工会。文旅券也在其中。'],
    [['Two members voted for a cut', 'Sterling rises'], 'Two members voted for a cut; Sterling rises'],
    [['“Too early,” she said.', 'Sterling rises'], '“Too early,” she said. Sterling rises'],
    [['一行'], '一行'],
    [[], ''],
  ])('%j is %s in one line', (lines, line) => {
    expect(sentencesOf(lines)).toBe(line);
  });
});

it('counts one by itself, and parts facts that stand in one line', () => {
  const { issues, pageCount, searchCountOne, beside, issueNumber } = wordsFor('en');
  expect([issues(1), issues(2), pageCount(1), searchCountOne]).toEqual(['1 issue', '2 issues', '1 page', '1 result']);
  expect(issueNumber(1) + beside + pageCount(1)).toBe('No. 1 · 1 page');
});

describe('a story in another language than its paper’s', () => {
  const ENGLISH = 'The central bank left its rate unchanged on Tuesday, as every economist but one had expected.';
  const CHINESE = '全市新建一批社区公园，方便市民就近散步、健身和休息，年底前陆续开放。';
  const languagesIn = (language: string) => {
    const texts = [ENGLISH, CHINESE];
    const articles = TINY_ISSUE.articles.map((article, at) => ({
      ...article,
      title: [texts[at] ?? ''],
      body: [paragraph(texts[at] ?? '')],
    }));
    return makeRecord({ ...TINY_ISSUE, paper: { ...TINY_ISSUE.paper, language }, articles }, TINY_PLAN, new Map());
  };

  it('says which it is, in its record and in lists', () => {
    const record = languagesIn('zh-CN');
    expect(record.articles.map(({ language }) => language)).toEqual(['en', 'zh-CN']);
    expect(languagesIn('en-GB').articles.map(({ language }) => language)).toEqual(['en-GB', 'zh-CN']);
    const front = frontView(record, '');
    expect(front.pages.flatMap(({ stories }) => stories).map(({ language }) => language)).toEqual(['en', undefined]);
  });
});

describe('a date', () => {
  it.each([
    ['zh-CN', '2026年1月8日 星期四'],
    ['en', 'Thursday, 8 January 2026'],
    ['en-GB', 'Thursday, 8 January 2026'],
    ['en-US', 'Thursday, January 8, 2026'],
  ])('reads in %s as on the printed page', (language, date) => {
    const bare = (text: string): string => text.replaceAll(',', '');
    expect(bare(fullDate('2026-01-08', language))).toBe(bare(date));
    expect(fullDate('2026-01-08', language)).toBe(wordsOf(language).date('2026-01-08'));
  });
});

it('has no Chinese among its English words', () => {
  const words = Object.values(wordsFor('en')).map((word) => (typeof word === 'function' ? '' : String(word)));
  expect(words.join(' ')).not.toMatch(/[\p{Script=Han}\u3000\uff00-\uffef]/u);
});

describe('a page', () => {
  it('has the number of its folio', () => {
    const labels = (language: string) => {
      const paper = { ...TINY_ISSUE.paper, language };
      return makeRecord({ ...TINY_ISSUE, paper }, TINY_PLAN, new Map()).pages.map(({ label }) => label);
    };
    const [plain, padded] = [labels('en-GB'), labels('zh-CN')];
    expect([plain[0], padded[0]]).toEqual(['1', '01']);
  });
});
