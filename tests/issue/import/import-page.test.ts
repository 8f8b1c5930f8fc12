/** The import of a page as it comes, and what it writes. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleText } from '../../../src/issue/digest.ts';
import { importPage } from '../../../src/issue/import/import-page.ts';
import { readIssue } from '../../../src/issue/read.ts';
import { desk, shown } from '../desk.ts';
import { imported, lines, PAGE } from './imported.ts';

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
    expect(Object.values(files).join('')).not.toContain('[]');
    expect(undecided).toEqual([]);
    expect(toCome).toEqual(['issues/2026-01-08/photos/02-news-1.jpg']);
  });
});

const bare = (text: string): string => text.replaceAll(/\p{White_Space}+/gu, '');
const sorted = (text: string): string => [...bare(text)].sort().join('');

describe('importPage', () => {
  it('writes a folder that reads back, and waits only for the picture', async () => {
    using room = desk({}, { paper: null });
    const { written, faults } = await importPage(PAGE, { date: '2026-01-09', into: room.paper, file: 'page.txt' });
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

  it.each([
    [PAGE, '没有写的各项用默认值'],
    ['# The bridge opens\n\nBy noon it was full.\n', 'What is absent has its default'],
  ])('says in the language of the copy what issue.yaml may hold', async (raw, words) => {
    using room = desk({}, { paper: null });
    await importPage(raw, { date: '2026-01-09', into: room.paper, file: 'page.txt' });
    expect(readFileSync(path.join(room.paper, 'issues', '2026-01-09', 'issue.yaml'), 'utf8')).toContain(words);
  });

  it('touches no file that is there, and keeps the paper’s own newspaper.yaml', async () => {
    using room = desk({ '01-story.md': '旧稿。' });
    const { written, faults } = await importPage(PAGE, { date: '2026-01-08', into: room.paper, file: 'page.txt' });
    expect(written).toEqual([]);
    expect(shown(faults)).toEqual(['file-exists 01-story.md']);
    expect(readFileSync(path.join(room.issue, '01-story.md'), 'utf8')).toBe('旧稿。');
    const second = await importPage(PAGE, { date: '2026-01-09', into: room.paper, file: 'page.txt' });
    expect(second.written).not.toContain('newspaper.yaml');
  });

  it.each([
    ['', '2026-01-08', ['import-empty']],
    ['# 题\n\n文。', '2026-02-30', ['date-given']],
    [Uint8Array.from([0xd0, 0xc2]), '2026-01-08', ['not-utf8 page.txt']],
    [Buffer.from('{\\rtf1\\ansi text}'), '2026-01-08', ['not-text page.txt']],
    [Buffer.from('PK\u0003\u0004\u0014'), '2026-01-08', ['not-text page.txt']],
    ['\n---\n# 题头\ntitle: 题\n---\n文。', '2026-01-08', ['import-story page.txt:2']],
    ['# 题\n\n<<<<<<< HEAD\n文。\n=======\n文。\n>>>>>>> x\n', '2026-01-08', ['merge-unfinished page.txt:3']],
  ])('refuses %j on %s', async (raw, date, names) => {
    using room = desk({}, { paper: null });
    const { faults, written } = await importPage(raw, { date, into: room.paper, file: 'page.txt' });
    expect([shown(faults), written]).toEqual([names, []]);
    expect(existsSync(path.join(room.paper, 'newspaper.yaml'))).toBe(false);
  });
});
