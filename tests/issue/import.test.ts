/** The import: what it makes of pages as they really come, and that it loses nothing of any text. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/issue/article.ts';
import { articleText, blocksText } from '../../src/issue/digest.ts';
import { importPage, readPage } from '../../src/issue/import/import-page.ts';
import type { Article } from '../../src/issue/model.ts';
import { LIMITS } from '../../src/issue/newspaper.ts';
import { readIssue } from '../../src/issue/read.ts';
import { desk, shown } from './desk.ts';

interface Read {
  readonly articles: readonly Article[];
  readonly undecided: readonly string[];
  readonly toCome: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

/** Imports a raw text and reads the articles back. */
function imported(raw: string): Read {
  const { files, undecided, photosToCome } = readPage(raw, { date: '2026-01-08', withPaper: true });
  const byName = Object.fromEntries(files.map((file) => [file.path.replace('issues/2026-01-08/', ''), file.text]));
  const articles = Object.entries(byName)
    .filter(([name]) => name.endsWith('.md'))
    .map(([name, text]) => {
      const { article, faults } = readArticle({ slug: name.slice(0, -3), file: name, text }, LIMITS);
      const wrong = faults.filter((fault) => fault.severity === 'error' && fault.name !== 'article-empty');
      if (!article || wrong.length > 0) throw new Error(`${name}: ${shown(wrong).join()}\n${text}`);
      return article;
    });
  return {
    articles,
    undecided: undecided.map(({ line, message }) => `${line}: ${message}`),
    toCome: photosToCome.map(({ file }) => file),
    files: byName,
  };
}

/** An article as lines, for comparison. */
const lines = ({ slug, section, kicker, title, deck, byline, dateline, note, body, photos }: Article): string[] => [
  slug,
  ...(section ? [`§ ${section}`] : []),
  ...(kicker ? [`^ ${kicker}`] : []),
  ...title.map((text) => `# ${text}`),
  ...deck.map((text) => `v ${text}`),
  ...byline.map((text) => `@ ${text}`),
  ...(note ? [`! ${note}`] : []),
  ...(dateline ? [`: ${dateline}`] : []),
  ...body.map((block) => (block.kind === 'subhead' ? `${'#'.repeat(block.level)} ` : '') + blocksText([block])),
  ...photos.map(({ file, caption, credit }) => `[${file}] ${caption ?? ''} | ${credit ?? ''}`),
];

const PAGE = `

# “桥”见江城新日子

## 一条过江通道“缝合”两岸十万人家

甲小白 乙之江

1月7日，江城第八座大桥合龙。桥长3.2公里，双向六车道，工期比计划短了四十天。

### 会算账：以“标准化”提速，一座桥省出一条路

建桥最怕返工。项目部把每一根钢筋的编号写进系统，“一筋一码”管到底。安装一个节段由七天

缩短到两天，累计少用钢材近千吨。同时，全桥的监测数据实时上传。

 
### 会过日子：以“慢行道”贯通，把江景还给步行的人

桥面两侧各留三米慢行道，周末向市民开放。

## 要闻

# 从修自行车到造电动巴士

## 江城老厂“出海”记：首批二十台车驶向南美

江城晚报1月7日讯(全媒体记者 丙一)清晨六点，码头的吊机开始转动。二十台电动巴士排成一列，等待装船。

“订单排到了四月，我们正在加班。”江城星火客车有限公司



江城星火客车有限公司的总装车间里，工人在检查电池组。企业供图

负责人一边说，一边核对装箱单。这家厂三十年前还在修自行车。

不靠海、不靠边，怎样把车卖到大洋

彼岸？厂里的回答是：先把售后做好。“车坏了，当天就要有人到。”

两部门联合通知：今年起社区食堂凭老年卡打折

## 全市六十岁以上老人每餐最多可省五元

新华社江城1月7日电(记者 丁二)社区食堂的打折标准今起统一……两部门当天印发通知，围绕补贴和监管作出安排。

通知明确，补贴按月发放。

# 首个！三校共建“少年天文台”

## 一中+二中+三中共享一台望远镜

江城晚报1月7日讯(全媒体记者 戊三 通讯员 己四)近日，三所中学签约共建天文台。学生可以与全国的

天文爱好者连线观星，每周一次。

校长说，将着力打通‘看见—记录—研究’的

整条路径，让孩子们“敢问天、会观星”。
`;

describe('a page with heads on two levels, cut paragraphs and a caption in the middle of a sentence', () => {
  const { articles, undecided, toCome, files } = imported(PAGE);

  it('gives four stories, each with its parts', () => {
    expect(articles.map(lines)).toEqual([
      [
        '01-story',
        '# “桥”见江城新日子',
        'v 一条过江通道“缝合”两岸十万人家',
        '@ 甲小白 乙之江',
        '1月7日，江城第八座大桥合龙。桥长3.2公里，双向六车道，工期比计划短了四十天。',
        '### 会算账：以“标准化”提速，一座桥省出一条路',
        '建桥最怕返工。项目部把每一根钢筋的编号写进系统，“一筋一码”管到底。安装一个节段由七天缩短到两天，累计少用钢材近千吨。同时，全桥的监测数据实时上传。',
        '### 会过日子：以“慢行道”贯通，把江景还给步行的人',
        '桥面两侧各留三米慢行道，周末向市民开放。',
      ],
      [
        '02-news',
        '§ 要闻',
        '# 从修自行车到造电动巴士',
        'v 江城老厂“出海”记：首批二十台车驶向南美',
        ': 江城晚报1月7日讯(全媒体记者 丙一)',
        '清晨六点，码头的吊机开始转动。二十台电动巴士排成一列，等待装船。',
        '“订单排到了四月，我们正在加班。”江城星火客车有限公司负责人一边说，一边核对装箱单。这家厂三十年前还在修自行车。',
        '不靠海、不靠边，怎样把车卖到大洋彼岸？厂里的回答是：先把售后做好。“车坏了，当天就要有人到。”',
        '[photos/02-news-1.jpg] 江城星火客车有限公司的总装车间里，工人在检查电池组。 | 企业供图',
      ],
      [
        '03-news',
        '§ 要闻',
        '^ 两部门联合通知：今年起社区食堂凭老年卡打折',
        '# 全市六十岁以上老人每餐最多可省五元',
        ': 新华社江城1月7日电(记者 丁二)',
        '社区食堂的打折标准今起统一……两部门当天印发通知，围绕补贴和监管作出安排。',
        '通知明确，补贴按月发放。',
      ],
      [
        '04-news',
        '§ 要闻',
        '# 首个！三校共建“少年天文台”',
        'v 一中+二中+三中共享一台望远镜',
        ': 江城晚报1月7日讯(全媒体记者 戊三 通讯员 己四)',
        '近日，三所中学签约共建天文台。学生可以与全国的天文爱好者连线观星，每周一次。',
        '校长说，将着力打通‘看见—记录—研究’的整条路径，让孩子们“敢问天、会观星”。',
      ],
    ]);
  });

  it('knows the paper, asks nothing, and waits for one picture', () => {
    expect(files['newspaper.yaml']).toBe('name: 江城晚报\n');
    expect(undecided).toEqual([]);
    expect(toCome).toEqual(['issues/2026-01-08/photos/02-news-1.jpg']);
  });
});

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

const bare = (text: string): string => text.replaceAll(/\p{White_Space}+/gu, '');
const sorted = (text: string): string => [...bare(text)].sort().join('');

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
          articles.map((article) => `${articleText(article)}${article.section ?? ''}${article.note ?? ''}`).join('') +
          (files['issue.yaml'] ?? '');
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
      { numRuns: 300 },
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
      { numRuns: 200 },
    );
  });
});

describe('importPage', () => {
  it('writes a folder that reads back, and waits only for the picture', async () => {
    using room = desk({}, { paper: null });
    const { written, faults } = await importPage(PAGE, { date: '2026-01-09', into: room.paper });
    expect(faults).toEqual([]);
    expect(written).toEqual([
      ...['01-story', '02-news', '03-news', '04-news'].map((slug) => `issues/2026-01-09/${slug}.md`),
      'issues/2026-01-09/issue.yaml',
      'newspaper.yaml',
    ]);
    const folder = path.join(room.paper, 'issues', '2026-01-09');
    expect(shown((await readIssue(folder)).faults)).toEqual(['photo-to-come 02-news.md:6']);
    writeFileSync(path.join(folder, 'photos', '02-news-1.jpg'), '');
    const { issue } = await readIssue(folder);
    expect(issue?.articles.length).toBe(4);
    const raw = PAGE.replaceAll(/^#+ /gm, '').replace('要闻\n', '');
    expect(sorted(issue?.articles.map(articleText).join('') ?? '')).toBe(sorted(raw));
  });

  it('touches no file that is there, and keeps the paper’s own newspaper.yaml', async () => {
    using room = desk({ '01-story.md': '旧稿。' });
    const { written, faults } = await importPage(PAGE, { date: '2026-01-08', into: room.paper });
    expect(written).toEqual([]);
    expect(shown(faults)).toEqual(['file-exists 01-story.md']);
    expect(readFileSync(path.join(room.issue, '01-story.md'), 'utf8')).toBe('旧稿。');
    const second = await importPage(PAGE, { date: '2026-01-09', into: room.paper });
    expect(second.written).not.toContain('newspaper.yaml');
  });

  it.each([
    ['', '2026-01-08', ['import-empty']],
    ['# 题\n\n文。', '2026-02-30', ['date-impossible']],
    [Uint8Array.from([0xd0, 0xc2]), '2026-01-08', ['not-utf8 the raw text', 'import-empty']],
  ])('refuses %j on %s', async (raw, date, names) => {
    using room = desk({}, { paper: null });
    const { faults, written } = await importPage(raw, { date, into: room.paper });
    expect([shown(faults), written]).toEqual([names, []]);
    expect(existsSync(path.join(room.paper, 'newspaper.yaml'))).toBe(false);
  });
});
