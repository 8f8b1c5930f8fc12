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
 * Signs that are rare in a paper and have broken setting somewhere: letters with marks, fractions, units, addresses, rare Han, other
 * scripts, invisible characters, every dash and ellipsis, quotes in quotes.
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
] as const;

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
  const title = copy.random() < 0.2 ? [copy.title(), copy.title()] : copy.title();
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
  const texts = paragraphs.map((block) => ('spans' in block ? block.spans.map(({ text }) => text).join('') : ''));
  const plain = texts.filter((text) => text !== '').map((text) => dressed(copy, text, near));
  const extras = Array.from({ length: copy.between(0, 3) }, () => construct(copy, near));
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
  ];
  return `${text.slice(0, at)}${copy.pick(insides)}${text.slice(at)}`;
}

/** A block that is no paragraph. */
function construct(copy: Copy, { slug }: Neighbours): string {
  const row = (cells: number): string => `| ${Array.from({ length: cells }, () => copy.label()).join(' | ')} |`;
  const cells = copy.between(2, 7);
  const note = `${slug}-${copy.between(1, 999)}`;
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
  ];
  return copy.pick(kinds)();
}
