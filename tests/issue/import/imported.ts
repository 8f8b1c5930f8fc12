/** Imports raw texts for the tests, and shows what became of them. */
import { readArticle } from '../../../src/issue/article.ts';
import { blocksText } from '../../../src/issue/digest.ts';
import { readPage } from '../../../src/issue/import/import-page.ts';
import type { Article } from '../../../src/issue/model.ts';
import { LIMITS } from '../../../src/issue/newspaper.ts';
import { shown } from '../desk.ts';

export interface Read {
  readonly articles: readonly Article[];
  readonly undecided: readonly string[];
  readonly toCome: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

/** Imports a raw text and reads the articles back. */
export function imported(raw: string): Read {
  const { files, undecided, photosToCome } = readPage(raw, { date: '2026-01-08', withPaper: true, file: 'page.txt' });
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
export const lines = ({
  slug,
  section,
  kicker,
  title,
  deck,
  byline,
  dateline,
  note,
  body,
  photos,
}: Article): string[] => [
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

/** A page as it comes: heads on two levels, a kicker, pieces of paragraphs, a caption in the middle of a sentence. */
export const PAGE = `

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
