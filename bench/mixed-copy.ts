/**
 * Articles with everything that Markdown and front matter allow, mixed at random: the same for the same stream of numbers. What a
 * desk would hardly do twice on a page is done here on every one.
 */
import { stringify } from 'yaml';
import { GENRES } from '../src/issue/schema/article.ts';
import { EnglishWriter } from './makeup-english.ts';
import type { ChineseWriter, Writer } from './makeup-writer.ts';

/** The languages that the copy is written in. */
export type Tongue = 'zh-CN' | 'en';

/** What an article may refer to. */
export interface Neighbours {
  readonly slug: string;
  readonly slugs: readonly string[];
  readonly groups: readonly string[];
  readonly photos: readonly string[];
  readonly pages: number;
}

type Copy = (ChineseWriter | EnglishWriter) & Writer;

/**
 * Signs that are rare in a paper and have broken setting somewhere: letters with marks, fractions, units, addresses, rare Han, quotes in
 * quotes, every dash and every ellipsis, what is invisible, entities and escapes of Markdown.
 */
const SIGNS = [
  'Zoë Wójciechowska',
  'Владивосток',
  'Đà Nẵng',
  '½ 和 3⅔',
  '①②③',
  '-3℃～11℃',
  '100㎡×2',
  '“引号里‘还有’引号”',
  '——破折号……',
  'COVID-19',
  '0731-82205555',
  'https://example.org/a/very/long/address/that/has/no/blank/in/it?with=query&and=more',
  '第3届',
  '《书名〈篇名〉》',
  '喆、堃、镕',
  '亚历山大·谢尔盖耶维奇·普希金',
  'AI+时代',
  'e.g. 3,000.50%',
  '（括号（里）的括号）',
  '3/4英寸、⅞、1½杯',
  '+86 (731) 8220-5555转801',
  '400-820-8820/010-12345678',
  'www.example.org/新闻/2026?id=1#top',
  'zhang.san+desk@mail.example.com.cn',
  '巴黎圣母院(Cathédrale Notre-Dame de Paris)',
  'Tedros Adhanom Ghebreyesus（谭德塞）',
  '中文名 Zhāng Wěi（张伟）和 Lü Bùwéi',
  '漢字《かんじ》、カタカナ・한국어',
  '{汉|hàn}{字|zì}',
  '&amp; &copy; &nbsp; &lt;p&gt; &#x4e2d; &hellip; &madeup;',
  '10\u00a0000\u202f€\u00a0/\u00a0Jahr',
  'Donau\u00addampf\u00adschiff',
  'zero\u200bwidth\u200cjoin\u2060er',
  '1998–2003、pp. 12–15、A – B',
  'wait... 等等。。。好吧……嗯…啊⋯⋯',
  '—单破折号—，──，--，―',
  `"直引号"和'单的'，「直角」『双直角』`,
  '!!!???！！？？!?⁉',
  '№ 5、§ 3、® ™ © ¥ $ € £ ￥ ‰',
  '①⑳㈠㊣㎡㏄℡',
  'ＡＢＣ　１２３，全角',
  'α-β-γ、Ω、∑x²≤∞、√2、a≠b、→←↑↓',
  '10:30—12:00、3∶2、1:0',
  'C++、C#、.NET、Node.js、iPhone 17 Pro Max',
  '5G/6G、O₂、H₂O、CO₂e、m²',
  'A.B.C.D.E.F.G.H.I.J.K.L.M.N.O.P.Q.R.S.T.U.V.W.X.Y.Z.',
  'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
  '哈哈哈哈哈哈（笑）~~~',
  '\\*不是强调\\*、\\[不是链接\\]、a_b_c、2*3*4',
  'Māori、Łódź、İstanbul、São Tomé、Reykjavík、Þingvellir、Čačak',
  'Tiếng Việt: Nguyễn Thị Minh Khai',
  '“‘’”、（）、《》、[]、{}',
  '25 km/h、9.8 m/s²、±0.5 ℃、60 kW·h',
  'e\u0301le\u0300ve、n\u0303andu',
] as const;

/** What no font of the house has: scripts and pictures that are refused, and must be refused well. */
const ALIEN = [
  '10⁻⁶ μg/m³',
  'Z\u0351\u036b\u0343a',
  '𠮷野家、𡘙',
  'السلام عليكم',
  'שָׁלוֹם עולם 123',
  'สวัสดีชาวโลก',
  'नमस्ते दुनिया',
  '👨‍👩‍👧‍👦🏳️‍🌈👍🏽1️⃣',
  'Ǆ',
] as const;

/** Of so many articles one has them: an issue that is refused tries nothing else. */
const ALIEN_SHARE = 0.004;

/** An article as its file holds it. */
export function mixedArticle(copy: Copy, tongue: Tongue, near: Neighbours): string {
  const front = Object.fromEntries(Object.entries(frontMatter(copy, near)).filter(([, value]) => value !== undefined));
  const said = { ...front, ...languageOf(copy, tongue) };
  const body = near.photos.length > 0 && copy.random() < 0.1 ? '' : mixedBody(copy, near);
  return `---\n${stringify(said, { lineWidth: 0 })}---\n\n${body}\n`;
}

/** Copy of the other language says nothing of it: the program has to see it. */
const languageOf = (copy: Copy, tongue: Tongue): object =>
  copy.random() < 0.5 ? {} : { keywords: tongue === 'en' ? ['trade', 'port'] : ['外贸', '自贸区'] };

function frontMatter(copy: Copy, { slug, slugs, groups, photos, pages }: Neighbours): Record<string, unknown> {
  const may = <T>(chance: number, make: () => T): T | undefined => (copy.random() < chance ? make() : undefined);
  const others = slugs.filter((one) => one !== slug);
  const head = (): string => (copy.random() < 0.1 ? `${copy.title()} ${copy.pick(SIGNS)}` : copy.title());
  const title = copy.random() < 0.2 ? [head(), head()] : head();
  return {
    kicker: may(0.3, () => copy.kicker()),
    title: may(0.95, () => title) ?? copy.title(),
    deck: may(0.4, () => (copy.random() < 0.3 ? [copy.deck(), copy.deck()] : copy.deck())),
    byline: may(0.4, () => (copy.random() < 0.5 ? copy.name() : [copy.name(), copy.name()])),
    dateline: may(0.3, () => copy.dateline()),
    source: may(0.2, () => '新华社'),
    page: may(0.3, () => copy.between(1, pages)),
    priority: may(0.6, () => copy.between(1, 5)),
    order: may(0.1, () => copy.between(1, 4)),
    section: may(0.3, () => copy.pick(['要闻', '本地', 'Sport'])),
    label: may(0.2, () => copy.label()),
    genre: may(0.4, () => copy.pick(GENRES.filter((genre) => genre !== 'index'))),
    group: groups.length > 0 ? may(0.25, () => copy.pick(groups)) : undefined,
    note: may(0.1, () => copy.note()),
    keepApart: others.length > 0 ? may(0.1, () => [copy.pick(others)]) : undefined,
    hold: may(0.1, () => true),
    jump: may(0.2, () => copy.random() < 0.7),
    abridged: may(0.1, () => true),
    web: may(0.15, () => copy.pick([false, 'withdrawn'])),
    review: may(0.1, () => ['初审 甲', '复审 乙', '终审 丙']),
    qr: may(0.1, () => `https://example.org/${slug}`),
    updated: may(0.1, () => '2026-01-08T06:30:00+08:00'),
    photos:
      photos.length === 0
        ? undefined
        : photos.map((file) => ({
            file,
            caption: may(0.85, () => copy.caption()),
            credit: may(0.7, () => copy.credit()),
            focus: may(0.3, () => [copy.random(), copy.random()].map((at) => Math.round(at * 100) / 100)),
            prominence: may(0.3, () => copy.pick(['main', 'support', 'head'])),
          })),
  };
}

function mixedBody(copy: Copy, near: Neighbours): string {
  const length = copy.pick([60, 150, 300, 500, 900, 1600]);
  const paragraphs = copy.body(Math.round(length * (copy instanceof EnglishWriter ? 2 : 1)));
  const strange = copy.random() < ALIEN_SHARE ? [copy.pick(ALIEN)] : [];
  const texts = paragraphs.map((block) => ('spans' in block ? block.spans.map(({ text }) => text).join('') : ''));
  const plain = texts.filter((text) => text !== '').map((text) => dressed(copy, text, near));
  const extras = [...strange, ...Array.from({ length: copy.between(0, 3) }, () => construct(copy, near))];
  for (const extra of extras) plain.splice(copy.between(0, plain.length), 0, extra);
  return plain.join('\n\n');
}

/** A paragraph with something inside it. */
function dressed(copy: Copy, text: string, { slugs }: Neighbours): string {
  const at = copy.between(0, text.length);
  const insides = [
    '',
    '',
    '',
    copy.pick(SIGNS),
    `**${copy.pick(SIGNS)}**`,
    `*${copy.label()}*`,
    `\`code ${copy.between(1, 99)}\``,
    `[${copy.label()}](https://example.org/)`,
    `[${copy.label()}](${copy.pick(slugs)})`,
    `~~${copy.label()}~~`,
    '\\\n',
    '  \n',
    ` **${copy.label()}**${copy.pick(SIGNS)}*${copy.pick(SIGNS)}* `,
    `<https://example.org/${copy.between(1, 99)}>`,
    `<span>${copy.label()}</span>`,
    `${copy.pick(SIGNS)}${copy.pick(SIGNS)}`,
  ];
  return `${text.slice(0, at)}${copy.pick(insides)}${text.slice(at)}`;
}

/** A block that is no paragraph. */
function construct(copy: Copy, near: Neighbours): string {
  const row = (cells: number): string => `| ${Array.from({ length: cells }, () => copy.label()).join(' | ')} |`;
  const cells = copy.between(2, 7);
  const note = `${near.slug}-${copy.between(1, 999)}`;
  const kinds = [
    () => `## ${copy.title()}`,
    () => `### ${copy.label()}\n\n${copy.caption()}`,
    () => `- ${copy.caption()}\n- ${copy.deck()}\n  - ${copy.label()}\n- ${copy.label()}`,
    () => `${copy.between(1, 9)}. ${copy.caption()}\n2. ${copy.deck()}`,
    () => `> ${copy.caption()}\n>\n> ${copy.deck()}`,
    () =>
      [row(cells), `|${' --- |'.repeat(cells)}`, ...Array.from({ length: copy.between(1, 8) }, () => row(cells))].join(
        '\n',
      ),
    () => `${copy.caption()}[^${note}]\n\n[^${note}]: ${copy.deck()}`,
    () => `\`\`\`\n${copy.label()}\n  ${copy.between(1, 9999)}\n\`\`\``,
    () => '---',
    () => copy.pick(SIGNS),
    () => `“${copy.deck()}”`,
    () => `<b>${copy.label()}</b> & ${copy.label()}`,
    ...rarer(copy, note, near),
  ];
  return copy.pick(kinds)();
}

/** Blocks that a desk pastes from elsewhere, or writes once a year. */
function rarer(copy: Copy, note: string, { photos }: Neighbours): readonly (() => string)[] {
  const sign = (): string => copy.pick(SIGNS);
  const [photo] = photos;
  return [
    () =>
      `- ${copy.caption()}\n\n  ${copy.deck()}\n\n  1. ${sign()}\n  2. ${copy.label()}\n     - ${sign()}\n\n- ${copy.label()}`,
    () => `- [ ] ${copy.label()}\n- [x] ${sign()}`,
    () => [1978, 1992, 2001].map((year) => `${year}. ${copy.caption()}`).join('\n'),
    () => `> ${copy.caption()}\n>\n> - ${sign()}\n> - ${copy.label()}\n>\n> > ${copy.deck()}`,
    () => Array.from({ length: copy.between(3, 6) }, () => copy.label()).join('\\\n'),
    () => `${copy.caption()}[^${note}]${copy.deck()}[^${note}]\n\n[^${note}]: ${copy.deck()}\n\n    ${sign()}`,
    () =>
      `| ${copy.label()} | | ${sign().replaceAll('|', '/')} |\n|:--|:-:|--:|\n| **${copy.label()}** | a \\| b | |\n| | ${copy.between(1, 99999)}.5 | \`x\` |`,
    () => `#### ${copy.label()}\n\n${copy.deck()}`,
    () => `${copy.label()}\n===\n\n${copy.deck()}`,
    () => `[${copy.label()}][${note}] ${copy.deck()}\n\n[${note}]: https://example.org/${note} "${copy.label()}"`,
    () =>
      photo === undefined ? '***' : `${copy.caption()}![${copy.caption()}](${photo} "${copy.credit()}")${copy.deck()}`,
    () =>
      copy.pick([
        '&nbsp;',
        '\u3000',
        '<br>',
        '\u00a0\u00a0',
        '<!-- 略 -->',
        '\\',
        '……',
        '*',
        '_ _',
        '\u3000\u3000\u3000\n\n\n\n',
      ]),
    () => `\u3000\u3000${copy.caption()}\n\u3000\u3000${copy.deck()}`,
    () => `${copy.label()}：\n1.${copy.label()}\n2.${sign()}`,
    () => `    ${copy.label()}\n    ${sign()}`,
    () => `<table><tr><td>${copy.label()}</td></tr></table>`,
    () => `$E = mc^2$ ${sign()} \\(a^2\\)`,
  ];
}
