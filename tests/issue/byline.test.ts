/** A name that the opening of a story gives: which byline says nothing more. */
import { describe, expect, it } from 'vitest';
import { isNamedAlready, writersOf } from '../../src/issue/byline.ts';
import { articleText } from '../../src/issue/digest.ts';
import { read } from './desk.ts';

/** Byline, dateline, first paragraph. */
type Story = readonly [readonly string[], string | undefined, string];

const TWICE: readonly Story[] = [
  [['周妍'], '星城晚报1月7日讯（记者 周妍）', '昨日。'],
  [['记者 周妍 王珂'], '本报讯（全媒体记者 周妍 王珂）', '昨日。'],
  [['本报记者 周妍', '通讯员 柏青'], '本报讯(记者 周妍 通讯员 柏青)', '昨日。'],
  [['王小明'], '（中央社记者王小明台北7日电）', '昨日。'],
  [['记者 周妍'], undefined, '本报记者 周妍 1月7日从市发改委获悉，一季度开工。'],
  [['周妍'], undefined, '本报记者周妍从市发改委获悉，一季度开工。'],
];

const ONCE: readonly Story[] = [
  [[], '本报讯（记者 周妍）', '昨日。'],
  [['周妍'], undefined, '昨日，周妍走上讲台。'],
  [['周妍'], '新华社北京1月7日电', '记者会上，周妍说。'],
  [['周妍'], '本报讯（记者 周妍菲）', '昨日。'],
  [['文/周妍 图/李明'], '本报讯（记者 周妍）', '昨日。'],
  [['周妍 王珂'], '本报讯（记者 周妍）', '昨日。'],
  [['本报记者'], '本报讯（记者 周妍）', '昨日。'],
  [['Piers Whitcombe'], 'LONDON, March 16 —', 'The bank held its rate.'],
];

describe('a byline', () => {
  it.each(TWICE)('%j is named in %j %j', (byline, dateline, opening) => {
    expect(isNamedAlready(byline, dateline, opening)).toBe(true);
  });
  it.each(ONCE)('%j is not named in %j %j', (byline, dateline, opening) => {
    expect(isNamedAlready(byline, dateline, opening)).toBe(false);
  });

  it('that says nothing more is no line of the story, but its record keeps the author', async () => {
    const text = '---\ntitle: 好\nbyline: 记者 周妍\n---\n本报讯（记者 周妍）昨日开工。\n';
    const { issue } = await read({ 'a.md': text });
    const [story] = issue?.articles ?? [];
    expect([story?.byline, story?.authors]).toEqual([[], ['记者 周妍']]);
    expect(story && articleText(story)).toBe('好本报讯（记者周妍）昨日开工。');
  });
});

/** A byline, the people it names, the offices. */
const SIGNED: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['周妍 王珂', ['周妍', '王珂'], []],
  ['本报记者 周妍 王珂 通讯员 柏青', ['周妍', '王珂', '柏青'], []],
  ['本报记者周妍、王珂 通讯员柏青', ['周妍', '王珂', '柏青'], []],
  ['新华社记者 樊曦、周圆', ['樊曦', '周圆'], []],
  ['周　妍　王小珂', ['周妍', '王小珂'], []],
  ['文/周妍 图/王珂', ['周妍', '王珂'], []],
  ['阿依古丽·买买提', ['阿依古丽·买买提'], []],
  ['本报记者 周妍 Ruth Delaney', ['周妍', 'Ruth Delaney'], []],
  ['新华社', [], ['新华社']],
  ['記者 王小明 中央社', ['王小明'], ['中央社']],
  ['综合报道', [], []],
  ['Ruth Delaney, Tom Ashby and Mei Lin', ['Ruth Delaney', 'Tom Ashby', 'Mei Lin'], []],
  ['By Tom Ashby, Harbour Correspondent', ['Tom Ashby'], []],
  ['Ruth Delaney in London and Tom Ashby', ['Ruth Delaney', 'Tom Ashby'], []],
  ['Martin King, Jr.', ['Martin King Jr.'], []],
  ['Press Association', [], ['Press Association']],
  ['Reuters', [], ['Reuters']],
];

describe('writers', () => {
  it.each(SIGNED)('of %s', (byline, people, offices) => {
    const writers = writersOf(byline);
    const called = (kind: string) => writers.filter((one) => one.kind === kind).map(({ name }) => name);
    expect([called('person'), called('organization')]).toEqual([people, offices]);
  });
});
