/** Datelines 电头: what is one, where it ends, and what only looks like one. */
import { describe, expect, it } from 'vitest';
import { abridgedDateline, dashAfter, dashedDateline, datelineLength } from '../../src/issue/dateline.ts';

/** `|` shows where the dateline ends. */
const DATELINES = [
  '新华社北京1月7日电(记者 宋砚秋)|各地工会',
  '新华社北京1月7日电（记者 宋砚秋、江牧野）|国务院',
  '新华社北京2025年12月31日电| 国家主席',
  '据新华社北京1月7日电|  记者从',
  '据新华社电| 外交部',
  '新华社东京1月7日专电|（题）'.replace('|（题）', '（记者 甲）|题'),
  '中新社香港1月7日电 (记者 韩星童)|香港',
  '星城晚报1月7日讯(全媒体记者 程望舒)|元旦刚过',
  '星城晚报1月7日讯(全媒体记者 何远舟 通讯员 沈一禾)|日前',
  '星城晚报讯（记者 甲）|昨日',
  '本报讯|近日，',
  '本报讯（记者 甲 通讯员 乙）|昨日，',
  '本报综合讯| 据报道',
  '本报北京1月7日电（记者 甲）|今天',
  '本报长沙1月7日讯| 今天',
  '人民日报北京1月7日电| 今天',
  '新华社“雪龙2”号1月7日电（记者 甲）|今天',
  '中新网1月7日电| 今天',
  '【本报讯】|昨日',
  '【记者王小明／台北報導】|昨日',
  '（中央社记者王小明台北7日电）|昨日',
  'BEIJING, Jan. 7 (Xinhua) --| China said',
  'WASHINGTON (AP) —| The',
  'LONDON —| It was',
  'SAN FRANCISCO, Calif., Jan. 7 (Reuters) -| A'.replace(' -|', ' --|'),
  'NEW YORK, Sept. 30, 2025 (AP) –| Stocks',
];

const NONE = [
  '1月7日，市人民代表大会会议开幕。',
  '国家电网1月7日电力调度平稳。',
  '新华社记者日前在北京采访。',
  '日报讯息平台上线了。',
  '报社电话开通。',
  '中国移动1月7日电视服务升级。',
  '本报记者在现场看到，电动巴士已经投用。',
  'BEIJING is cold in winter — very cold.',
  'IT IS raining.',
  '他说：“本报讯不是电报。”',
  '（记者 甲）昨日',
  '',
];

describe('datelineLength', () => {
  it.each(DATELINES)('%s', (marked) => {
    const text = marked.replace('|', '');
    expect(text.slice(0, datelineLength(text))).toBe(marked.split('|')[0]);
  });
  it.each(NONE)('none in: %s', (text) => {
    expect(datelineLength(text)).toBe(0);
  });
  it('is quick on long text without one', () => {
    const start = process.cpuUsage().user;
    for (const text of [
      '新'.repeat(20_000),
      `${'A'.repeat(20_000)}`,
      `新华社${'北'.repeat(20_000)}`,
      '（'.repeat(20_000),
    ])
      expect(datelineLength(text)).toBe(0);
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(200);
  });
});

describe('the dash of a dateline in letters', () => {
  it.each([
    ['BEIJING, Jan. 7 (Xinhua) --', 'BEIJING, Jan. 7 (Xinhua) —', ''],
    ['LONDON —', 'LONDON —', ''],
    ['ANTOFAGASTA, March 16 (AP)', 'ANTOFAGASTA, March 16 (AP)', '—'],
    ['新华社北京1月7日电', '新华社北京1月7日电', ''],
    ['【本报讯】', '【本报讯】', ''],
  ])('%s → %s, and after it “%s”', (typed, dashed, after) => {
    expect([dashedDateline(typed), dashAfter(typed)]).toEqual([dashed, after]);
  });
});

describe('abridgedDateline', () => {
  it.each([
    ['新华社北京1月7日电', '据新华社北京1月7日电'],
    ['据新华社电', '据新华社电'],
    ['BEIJING, Jan. 7 (Xinhua) --', 'BEIJING, Jan. 7 (Xinhua) --'],
  ])('%s → %s', (full, cut) => {
    expect(abridgedDateline(full)).toBe(cut);
  });
});
