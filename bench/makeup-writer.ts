/** Writes the copy of random pages: numbers and Chinese text from a stream of random numbers. */
import type { Block } from '../src/issue/model.ts';

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

const WORDS =
  '长沙 城市 记者 昨日 获悉 项目 建设 发展 市民 服务 社区 企业 创新 数据 经济 文化 学校 医院 交通 地铁 公园 活动 时间 今年 首次 全国 推进 改革 开放 市场 技术 产业 工程 安全 环境 生态 教育 就业 医疗 住房 养老 旅游 消费 电影 图书 青年 老人 孩子 志愿 春节 夜间 河边 街道 老城 新区 机场 高铁 公交 骑行 步行 菜场 粮食 蔬菜 天气 降温 晴朗 湘江 岳麓 橘洲 的 了 和 在 对 为 与 把 让 从 到 已 将 正 更 很 也 都 就 还'.split(
    ' ',
  );

/** What the generator asks for of a language; `letters` is how many of its letters take the room of a Han character. */
export interface Copywriter {
  readonly letters: number;
  /** Name of the page. */
  readonly section: string;
  kicker(): string;
  title(): string;
  deck(): string;
  caption(): string;
  credit(): string;
  dateline(): string;
  byline(): readonly string[];
  body(length: number): readonly Block[];
  /** The dress of `makeup-dressed.ts`. */
  name(): string;
  label(): string;
  note(): string;
  group(): { readonly title: string; readonly note: string };
}

/** Numbers and choices from a stream of random numbers. */
export class Writer {
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
}

/** Writes Chinese copy, asked for in characters. */
export class ChineseWriter extends Writer implements Copywriter {
  readonly letters = 1;
  readonly section = '要闻';
  #words(length: number): string {
    let text = '';
    while (text.length < length) text += this.pick(WORDS);
    return text.slice(0, length);
  }
  #paragraph(length: number): string {
    let text = '';
    while (text.length < length - 14) text += `${this.#words(this.between(5, 13))}，`;
    return `${text}${this.#words(Math.max(3, length - text.length - 1))}。`;
  }
  kicker(): string {
    return this.#words(this.between(10, 18));
  }
  title(): string {
    return this.#words(this.between(8, 18));
  }
  deck(): string {
    return this.#words(this.between(14, 24));
  }
  caption(): string {
    return `${this.#words(this.between(12, 30))}。`;
  }
  credit(): string {
    return `记者 ${this.#words(2)} 摄`;
  }
  dateline(): string {
    return '本报1月7日讯(记者 程望舒)';
  }
  byline(): readonly string[] {
    return [];
  }
  name(): string {
    return '程望舒';
  }
  label(): string {
    return '今日关注';
  }
  note(): string {
    return '编者按：这几篇稿件来自同一条街道。';
  }
  group(): { readonly title: string; readonly note: string } {
    return { title: '一条街道的新年', note: '编者按：三个切面。' };
  }
  body(length: number): readonly Block[] {
    const blocks: Block[] = [];
    for (let left = length; left > 0; ) {
      const take = left < 130 ? left : Math.min(left - 25, this.between(45, 170));
      blocks.push({ kind: 'paragraph', spans: [{ text: this.#paragraph(take) }] });
      left -= take;
    }
    const subheads = length > 1600 && this.random() < 0.5 ? this.between(1, 3) : 0;
    for (let nth = 1; nth <= subheads; nth += 1) {
      const at = Math.floor((blocks.length * nth) / (subheads + 1));
      blocks.splice(at, 0, { kind: 'subhead', level: 2, spans: [{ text: this.#words(this.between(7, 12)) }] });
    }
    return blocks;
  }
}
