/**
 * Random pages for the make-up, the same for the same seed: 3–9 stories of 80–3,500 characters, 0–4 photos, 0–2 ads,
 * body lines between 65 % and 85 % of what furniture and ads leave, and a photo at least where they stay below 70 %.
 */
import type { AdRequest, Article, Block, Issue, Newspaper, PhotoRequest } from '../src/issue/model.ts';
import { frontRows } from '../src/makeup/furniture/front.ts';
import { gridOf } from '../src/makeup/grid.ts';
import type { Picture } from '../src/photo/model.ts';
import type { Typesetter } from '../src/typeset/model.ts';
import { BODY } from '../src/units.ts';

/** Numbers between 0 and 1 (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A page to make up, and how full it is. */
export interface RandomPage {
  readonly issue: Issue;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly stories: number;
  /** Body lines as a share of the lines that furniture and ads leave. */
  readonly share: number;
}

const WORDS =
  '长沙 城市 记者 昨日 获悉 项目 建设 发展 市民 服务 社区 企业 创新 数据 经济 文化 学校 医院 交通 地铁 公园 活动 时间 今年 首次 全国 推进 改革 开放 市场 技术 产业 工程 安全 环境 生态 教育 就业 医疗 住房 养老 旅游 消费 电影 图书 青年 老人 孩子 志愿 春节 夜间 河边 街道 老城 新区 机场 高铁 公交 骑行 步行 菜场 粮食 蔬菜 天气 降温 晴朗 湘江 岳麓 橘洲 的 了 和 在 对 为 与 把 让 从 到 已 将 正 更 很 也 都 就 还'.split(
    ' ',
  );

class Writer {
  readonly random: () => number;
  constructor(random: () => number) {
    this.random = random;
  }
  between(low: number, high: number): number {
    return low + Math.floor(this.random() * (high - low + 1));
  }
  pick<T>(values: readonly T[]): T {
    return values[this.between(0, values.length - 1)] as T;
  }
  words(length: number): string {
    let text = '';
    while (text.length < length) text += this.pick(WORDS);
    return text.slice(0, length);
  }
  paragraph(length: number): string {
    let text = '';
    while (text.length < length - 14) text += `${this.words(this.between(5, 13))}，`;
    return `${text}${this.words(Math.max(3, length - text.length - 1))}。`;
  }
  body(length: number): Block[] {
    const blocks: Block[] = [];
    for (let left = length; left > 0; ) {
      const take = left < 130 ? left : Math.min(left - 25, this.between(45, 170));
      blocks.push({ kind: 'paragraph', spans: [{ text: this.paragraph(take) }] });
      left -= take;
    }
    const subheads = length > 1600 && this.random() < 0.5 ? this.between(1, 3) : 0;
    for (let nth = 1; nth <= subheads; nth += 1) {
      const at = Math.floor((blocks.length * nth) / (subheads + 1));
      blocks.splice(at, 0, { kind: 'subhead', level: 2, spans: [{ text: this.words(this.between(7, 12)) }] });
    }
    return blocks;
  }
}

/** What a caller wants of a page instead of leaving it to the seed. */
export interface Wanted {
  readonly photos?: number;
  /** False: no ads. */
  readonly ads?: false;
}

/** The page of a seed, on this paper. */
export function randomPage(seed: number, paper: Newspaper, typesetter: Typesetter, wanted: Wanted = {}): RandomPage {
  const random = randomOf(seed * 7919 + 17);
  const write = new Writer(random);
  const grid = gridOf(paper.format);
  const front = seed % 3 === 0;
  const number = front ? 1 : write.between(2, 8);
  const drawn = adsOf(write, number, grid.columns, grid.rows);
  const ads = wanted.ads === false ? [] : drawn;
  const booked = ads.reduce((sum, ad) => sum + ad.width * (ad.height + 1), 0);
  const room = grid.columns * (grid.rows - (front ? frontRows(grid, { articles: [], ads: [] }) : 0)) - booked;
  const target = 0.65 + 0.2 * random();
  const count = write.between(3, 9);
  const photos = wanted.photos ?? (target < 0.7 ? write.between(1, 4) : write.between(0, 4));
  const lengths = lengthsOf(write, count, target * room * grid.measure * 0.94);
  const articles = articlesOf(write, lengths, photos, number, target < 0.7);
  const lines = (all: readonly Article[]) =>
    all.reduce((sum, one) => sum + typesetter.copy(one).body(grid.measure * BODY).rows.best, 0);
  let trimmed = articles;
  for (let round = 0; round < 12 && Math.abs(lines(trimmed) / room - target) > 0.004; round += 1) {
    const factor = (target * room) / lines(trimmed);
    const scaled = trimmed.map((one) => lengthOf(one) * factor).map((length) => Math.min(3500, Math.max(80, length)));
    trimmed = trimmed.map((one, index) => ({
      ...one,
      body: new Writer(randomOf(seed * 31 + index)).body(Math.round(scaled[index] ?? 80)),
    }));
  }
  const pages = [{ number, color: true, locked: false, name: '要闻' }];
  const issue: Issue = {
    paper,
    date: '2026-01-08',
    id: `seed-${seed}`,
    number: 1,
    pages,
    groups: {},
    ads,
    fillers: [],
    articles: trimmed,
  };
  return { issue, pictures: picturesOf(write, trimmed, ads), stories: count, share: lines(trimmed) / room };
}

const lengthOf = (article: Article): number =>
  article.body.reduce(
    (sum, block) => sum + ('spans' in block ? block.spans.reduce((all, span) => all + span.text.length, 0) : 0),
    0,
  );

function adsOf(write: Writer, page: number, columns: number, rows: number): AdRequest[] {
  const ads: AdRequest[] = [];
  for (let left = write.pick([0, 0, 0, 1, 1, 2]); left > 0; left -= 1) {
    const width = left === 2 ? columns / 2 : write.pick([columns / 2, columns, columns / 2]);
    const used = ads.reduce((sum, ad) => sum + ad.width, 0);
    if (used + width > columns) continue;
    ads.push({
      file: `ads/${left}.jpg`,
      page,
      position: 'foot',
      width,
      height: Math.round(rows * write.pick([0.14, 0.18, 0.24])),
    });
  }
  return ads;
}

function lengthsOf(write: Writer, count: number, total: number): number[] {
  const shares = Array.from({ length: count }, () => 0.25 + write.random() ** 2 * 3);
  const sum = shares.reduce((all, share) => all + share, 0);
  return shares.map((share) => Math.min(3500, Math.max(80, Math.round((total * share) / sum)))).sort((a, b) => b - a);
}

function articlesOf(
  write: Writer,
  lengths: readonly number[],
  photos: number,
  page: number,
  pictured: boolean,
): Article[] {
  const owners = Array.from({ length: photos }, (_, index) =>
    pictured && index === 0 ? 0 : write.between(0, Math.min(lengths.length - 1, 3)),
  );
  return lengths.map((length, index): Article => {
    const own: PhotoRequest[] = owners.flatMap((owner, nth) =>
      owner === index
        ? [
            {
              file: `photos/${index}-${nth}.jpg`,
              caption: `${write.words(write.between(12, 30))}。`,
              credit: `记者 ${write.words(2)} 摄`,
              focus: [0.5, 0.45],
              prominence: 'support',
              missing: false,
            },
          ]
        : [],
    );
    const priority = Math.min(
      5,
      1 + Math.floor((index * 5) / lengths.length) + (write.random() < 0.2 ? 1 : 0),
    ) as Article['priority'];
    return {
      slug: `s${index}`,
      place: { file: `s${index}.md` },
      ...(write.random() < 0.35 && priority < 4 ? { kicker: write.words(write.between(10, 18)) } : {}),
      title: [write.words(write.between(8, 18))],
      deck: write.random() < 0.35 && priority < 4 ? [write.words(write.between(14, 24))] : [],
      byline: [],
      ...(write.random() < 0.5 ? { dateline: '本报1月7日讯(记者 程望舒)' } : {}),
      page,
      priority,
      genre: length < 180 ? 'brief' : 'news',
      aside: [],
      keepApart: [],
      hold: false,
      jump: true,
      abridged: false,
      web: true,
      review: [],
      photos: own,
      keywords: [],
      body: write.body(length),
    };
  });
}

function picturesOf(write: Writer, articles: readonly Article[], ads: readonly AdRequest[]): Map<string, Picture> {
  const picture = (file: string, width: number, height: number): Picture => ({
    file,
    kind: 'photo',
    width,
    height,
    grey: false,
    sha256: file,
  });
  const sizes = [
    [3000, 2000],
    [3000, 2000],
    [3000, 2250],
    [2000, 3000],
    [3200, 1800],
  ] as const;
  const files = articles.flatMap((article) => article.photos.map((one) => one.file));
  return new Map([
    ...files.map((file) => {
      const [width, height] = write.pick(sizes);
      return [file, picture(file, width, height)] as const;
    }),
    ...ads.map((ad) => [ad.file, picture(ad.file, ad.width * 1000, ad.height * 110)] as const),
  ]);
}
