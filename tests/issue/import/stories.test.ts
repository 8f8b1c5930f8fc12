/** Pages of many kinds, and what stories the import finds on them. */
import { describe, expect, it } from 'vitest';
import { imported, lines } from './imported.ts';

/** Pages of other kinds: the raw text, what the stories become, and how many things are asked of the editor. */
const PAGES: Readonly<Record<string, { raw: string; stories: readonly (readonly string[])[]; asks: number }>> = {
  'no headline at all': {
    raw: '江城晚报讯 昨日下了一场雨。\n\n雨停了。\n',
    stories: [['01-story', ': 江城晚报讯', '昨日下了一场雨。', '雨停了。']],
    asks: 1,
  },
  'heads that nothing marks, before datelines': {
    raw: '大桥合龙\n一条通道连两岸\n本报讯（记者 甲）大桥昨日合龙。\n全长三公里。\n\n食堂打折\n本报讯（记者 乙）食堂今起打折。\n',
    stories: [
      ['01-story', '# 大桥合龙', 'v 一条通道连两岸', ': 本报讯（记者 甲）', '大桥昨日合龙。', '全长三公里。'],
      ['02-story', '# 食堂打折', ': 本报讯（记者 乙）', '食堂今起打折。'],
    ],
    asks: 2,
  },
  'a head that nothing marks under the title of a section': {
    raw: '## 要闻\n\n大桥合龙\n\n本报讯（记者 甲）大桥昨日合龙。\n',
    stories: [['01-news', '§ 要闻', '# 大桥合龙', ': 本报讯（记者 甲）', '大桥昨日合龙。']],
    asks: 1,
  },
  'hard-wrapped, with a sentence that ends where a line does': {
    raw: '# 桥\n\n本报讯 大桥昨日合龙，桥长三公里，比计划短了四十天。\n两岸各有一条慢行道，周末向市民开放，不收一分钱费。\n明年再开一条公交线路。\n',
    stories: [
      [
        '01-story',
        '# 桥',
        ': 本报讯',
        '大桥昨日合龙，桥长三公里，比计划短了四十天。两岸各有一条慢行道，周末向市民开放，不收一分钱费。明年再开一条公交线路。',
      ],
    ],
    asks: 0,
  },
  'two short lines over a text, which no column breaks so: each join is listed': {
    raw: '# 大桥合龙\n\n大桥昨日合龙。\n\n短讯\n降温\n明日最低气温零下2℃，市民请添衣。\n',
    stories: [['01-story', '# 大桥合龙', '大桥昨日合龙。', '短讯降温明日最低气温零下2℃，市民请添衣。']],
    asks: 2,
  },
  'briefs one after another': {
    raw: '# 简讯\n\n本报讯 一号桥通车。\n\n本报讯 二号桥开工。\n',
    stories: [
      ['01-story', '# 简讯', ': 本报讯', '一号桥通车。'],
      ['02-story', ': 本报讯', '二号桥开工。'],
    ],
    asks: 1,
  },
  'English, hard-wrapped': {
    raw: '# Bridge Closes the Gap\n\nBy Ann Lee and Bob Roe\n\nJIANGCHENG, Jan. 7 (Xinhua) -- The eighth bridge of the city was\nclosed on Wednesday, forty days ahead of the plan that had been\nmade for it, and will be opened to traffic in spring.\n\nThe bridge has six lanes. Photographs were taken by the pub-\n\nlic from both banks.\n\nWorkers greet each other at the middle of the bridge. Photo by Ann Lee\n',
    stories: [
      [
        '01-bridge-closes-the-gap',
        '# Bridge Closes the Gap',
        '@ By Ann Lee and Bob Roe',
        ': JIANGCHENG, Jan. 7 (Xinhua) --',
        'The eighth bridge of the city was closed on Wednesday, forty days ahead of the plan that had been made for it, and will be opened to traffic in spring.',
        'The bridge has six lanes. Photographs were taken by the pub-lic from both banks.',
        '[photos/01-bridge-closes-the-gap-1.jpg] Workers greet each other at the middle of the bridge. | Photo by Ann Lee',
      ],
    ],
    asks: 1,
  },
  'captions with 摄, 图, and none': {
    raw: '# 雨\n\n雨下了三天。\n\n市民在雨中赶路。 江城晚报记者 甲小白 摄\n\n▲江水漫过石阶\n\n图为抢修现场。（乙之江 摄）\n\n水位图。制图/丙一\n\n新华社发的一幅照片。新华社发（丁二 摄）\n\n![桥](photos/bridge.jpg "戊三 摄")\n\n雨停了。\n',
    stories: [
      [
        '01-story',
        '# 雨',
        '雨下了三天。',
        '雨停了。',
        '[photos/01-story-1.jpg] 市民在雨中赶路。 | 江城晚报记者 甲小白 摄',
        '[photos/01-story-2.jpg] ▲江水漫过石阶 | ',
        '[photos/01-story-3.jpg] 图为抢修现场。 | （乙之江 摄）',
        '[photos/01-story-4.jpg] 水位图。 | 制图/丙一',
        '[photos/01-story-5.jpg] 新华社发的一幅照片。 | 新华社发（丁二 摄）',
        '[photos/bridge.jpg] 桥 | 戊三 摄',
      ],
    ],
    asks: 0,
  },
  'several bylines, a note and a dash deck': {
    raw: '# 雨\n\n——江城防汛见闻\n\n□ 本报记者 甲小白\n\n通讯员 乙之江 丙一\n\n文/丁二 图/戊三\n\n编者按：连日大雨。\n\n雨下了三天。\n',
    stories: [
      [
        '01-story',
        '# 雨',
        'v ——江城防汛见闻',
        '@ □ 本报记者 甲小白',
        '@ 通讯员 乙之江 丙一',
        '@ 文/丁二 图/戊三',
        '! 编者按：连日大雨。',
        '雨下了三天。',
      ],
    ],
    asks: 0,
  },
  'several sections, and heads of one level': {
    raw: '## 要闻\n\n## 大桥合龙\n\n本报讯 合龙。\n\n## 食堂打折\n\n本报讯 打折。\n\n## 体育\n\n### 球队夺冠\n\n新华社江城1月7日电 夺冠。\n',
    stories: [
      ['01-news', '§ 要闻', '# 大桥合龙', ': 本报讯', '合龙。'],
      ['02-news', '§ 要闻', '# 食堂打折', ': 本报讯', '打折。'],
      ['03-sports', '§ 体育', '# 球队夺冠', ': 新华社江城1月7日电', '夺冠。'],
    ],
    asks: 0,
  },
  'section titles that nothing marks, and one without stories': {
    raw: '要闻\n\n大桥合龙\n\n本报讯 合龙。\n\n体育\n\n# 球队夺冠\n\n夺冠。\n\n## 副刊\n',
    stories: [
      ['01-news', '§ 要闻', '# 大桥合龙', ': 本报讯', '合龙。'],
      ['02-sports', '§ 体育', '# 球队夺冠', '夺冠。'],
    ],
    asks: 2,
  },
  'kicker, title and deck as headings': {
    raw: '## 两部门通知\n\n# 食堂打折\n\n## 每餐最多省五元\n\n### 怎么打\n\n凭卡打。\n',
    stories: [['01-story', '^ 两部门通知', '# 食堂打折', 'v 每餐最多省五元', '### 怎么打', '凭卡打。']],
    asks: 0,
  },
  'a headline as short as a section’s name, with its deck': {
    raw: '# 夜市开张\n\n## 首夜来了三千人\n\n夜市昨晚开张，来了三千人。\n',
    stories: [['01-story', '# 夜市开张', 'v 首夜来了三千人', '夜市昨晚开张，来了三千人。']],
    asks: 0,
  },
  'a section of the paper’s own over two stories': {
    raw: '# 城南事\n\n## 夜市昨晚开张了\n\n来了三千人。\n\n## 大桥合龙\n\n本报讯 昨日，大桥合龙。\n',
    stories: [
      ['01-story', '§ 城南事', '# 夜市昨晚开张了', '来了三千人。'],
      ['02-story', '§ 城南事', '# 大桥合龙', ': 本报讯', '昨日，大桥合龙。'],
    ],
    asks: 1,
  },
  'subheads of the second level': {
    raw: '# 雨\n\n雨下了三天。\n\n## 水位\n\n水涨了。\n',
    stories: [['01-story', '# 雨', '雨下了三天。', '## 水位', '水涨了。']],
    asks: 1,
  },
  'a folio, and words that Markdown would take': {
    raw: '2026年1月8日 星期四\n\n# 3*4*5的账\n\n1. 这不是列表，_也不是_强调，[更不是]链接，价格<100元>。\n\n#话题#在网上很热。\n',
    stories: [
      ['01-story', '# 3*4*5的账', '1. 这不是列表，_也不是_强调，[更不是]链接，价格<100元>。', '#话题#在网上很热。'],
    ],
    asks: 1,
  },
  'a table and a list stay': {
    raw: '# 水位\n\n| 站 | 米 |\n|---|---|\n| 甲 | 3 |\n\n- 一\n- 二\n\n水涨了。\n',
    stories: [['01-story', '# 水位', '站\n米\n甲\n3', '一\n二', '水涨了。']],
    asks: 0,
  },
  'a story that stops in mid-sentence': {
    raw: '# 雨\n\n雨下了三天，江水\n\n# 晴\n\n天晴了。\n',
    stories: [
      ['01-story', '# 雨', '雨下了三天，江水'],
      ['02-story', '# 晴', '天晴了。'],
    ],
    asks: 1,
  },
};

describe('pages of other kinds', () => {
  it.each(Object.entries(PAGES))('%s', (_, { raw, stories, asks }) => {
    const { articles, undecided } = imported(raw);
    expect(articles.map(lines)).toEqual(stories);
    // Every page here but the first kind leaves the paper's name open.
    expect(undecided.filter((ask) => !ask.includes('which paper'))).toHaveLength(asks);
  });
});
