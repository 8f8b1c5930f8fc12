/**
 * The reference for the desk, `docs/reference.md` and its Chinese twin, made from the table of commands, the schema of the
 * input and the rules of the page, so that it cannot say anything else than the program does.
 */
import * as z from 'zod';
import { both, inChinese, inEnglish, type Phrase } from '../fault.ts';
import { articleSchema } from '../issue/schema/article.ts';
import { issueSchema } from '../issue/schema/issue.ts';
import { meaningOf } from '../issue/schema/key.ts';
import { newspaperSchema } from '../issue/schema/newspaper.ts';
import { expectation } from '../issue/values.ts';
import { HARD, type Rule, SOFT } from '../makeup/rules.ts';
import { COMMANDS, COMMON, type CommandRow, EXIT_CODES, type OptionRow } from './table.ts';

/** What a phrase says in the language of the page. */
type Say = (phrase: Phrase) => string;

/** What stands at the head of a page that is made by `npm run reference`. */
export const NOTICE = both(
  'Made by `npm run reference` from what the program itself reads. Do not edit: a test compares.',
  '由 `npm run reference` 从程序自身的数据生成，请勿手改：有测试比对。',
);

/** The whole reference as Markdown, by the file below docs/ that it is. */
export const REFERENCES: Readonly<Record<string, () => string>> = {
  'reference.md': () => reference(inEnglish, '[中文](reference.zh-CN.md)'),
  'reference.zh-CN.md': () => reference(inChinese, '[English](reference.md)'),
};

function reference(say: Say, twin: string): string {
  return [
    `# ${say(both('Reference', '参考手册'))}`,
    twin,
    `<!-- ${say(NOTICE)} -->`,
    `## ${say(both('Commands', '命令'))}`,
    ...COMMANDS.map((row) => commandSection(row, say)),
    `## ${say(both('Options of every command', '各命令通用的选项'))}`,
    optionTable(COMMON, say),
    `## ${say(both('Exit codes', '退出码'))}`,
    table(
      [both('Code', '退出码'), both('Meaning', '含义')].map(say),
      EXIT_CODES.map(([code, meaning]) => [String(code), say(meaning)]),
    ),
    '## `newspaper.yaml`',
    keyTable(newspaperSchema, say),
    '## `issue.yaml`',
    keyTable(issueSchema, say),
    `## ${say(both('Front matter of an article', '稿件开头的各项'))}`,
    keyTable(articleSchema, say),
    `## ${say(both('Rules that no page breaks', '版面硬规则'))}`,
    say(NEVER_BROKEN),
    ruleTable(HARD, say),
    `## ${say(both('Rules that cost points', '版面软规则'))}`,
    say(COSTLY),
    ruleTable(SOFT, say),
  ]
    .join('\n\n')
    .concat('\n');
}

const commandSection = ({ name, operands, summary, options }: CommandRow, say: Say): string =>
  [
    `### \`${`broadsheet ${name} ${operands}`.trim()}\``,
    sentence(say(summary), say),
    ...(options.length > 0 ? [optionTable(options, say)] : []),
  ].join('\n\n');

const sentence = (words: string, say: Say): string =>
  `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}${say(both('.', '。'))}`;

const optionTable = (options: readonly OptionRow[], say: Say): string =>
  table(
    [both('Option', '选项'), both('Meaning', '含义')].map(say),
    options.map(({ flags, summary, required }) => [
      `\`${flags}\``,
      required === true ? `${say(summary)}${say(REQUIRED)}` : say(summary),
    ]),
  );

const REQUIRED = both(' (required)', '（必填）');

const NEVER_BROKEN = both(
  'A page that breaks one of them is not printed: the report names the rule, the stories and what to do.',
  '版面违反其中任何一条都不付印：报告写明规则、稿件和处理办法。',
);

const COSTLY = both(
  'Of all pages that break no rule, the one with the fewest points is taken. One point is a flaw that an attentive reader would just see; ten, one that a subeditor would mend. `makeup:` in `newspaper.yaml` weighs them: `R23: 2` doubles a rule, `R23: 0` silences it.',
  '在不违反硬规则的各种版面里，取扣分最少的。一分，细心的读者刚好看得出；十分，版面编辑会动手改。`newspaper.yaml` 的 `makeup:` 调整轻重：`R23: 2` 加倍，`R23: 0` 不计。',
);

const ruleTable = (rules: Readonly<Record<string, Rule>>, say: Say): string =>
  table(
    [both('Rule', '规则'), both('Source', '出处'), both('What it asks', '要求')].map(say),
    Object.entries(rules).map(([number, { title, zh, source }]) => [
      `\`${number}\``,
      source === 'house' ? say(both('house', '本系统')) : source,
      say(both(title, zh)),
    ]),
  );

const keyTable = (schema: z.ZodObject, say: Say): string =>
  table([both('Key', '键'), both('Value', '值'), both('Meaning', '含义')].map(say), keysOf(schema, '', say));

/** One row a key, nested ones under their parents. */
function keysOf(schema: z.ZodObject, prefix: string, say: Say): readonly (readonly string[])[] {
  return Object.entries(schema.shape).flatMap(([key, value]) => {
    const name = `${prefix}${key}`;
    const isRequired = !(value instanceof z.ZodOptional);
    const row = [`\`${name}\`${isRequired ? say(REQUIRED) : ''}`, expectationOf(value, say), say(meaningOf(value))];
    return [row, ...nestedKeys(value, name, say)];
  });
}

function nestedKeys(value: unknown, name: string, say: Say): readonly (readonly string[])[] {
  if (value instanceof z.ZodOptional) return nestedKeys(value.unwrap(), name, say);
  if (value instanceof z.ZodPipe) return nestedKeys(value.in, name, say);
  if (value instanceof z.ZodObject) return keysOf(value, `${name}.`, say);
  if (value instanceof z.ZodArray) return nestedKeys(value.element, `${name}[]`, say);
  if (value instanceof z.ZodRecord) return nestedKeys(value.valueType, `${name}.NAME`, say);
  if (value instanceof z.ZodUnion) return value.options.flatMap((option) => nestedKeys(option, name, say));
  return [];
}

/** What the desk is told to write there: the schema's own words, which complete “Expected …” and 应写……. */
function expectationOf(schema: unknown, say: Say): string {
  if (!(schema instanceof z.ZodType)) return '';
  const tried = schema.safeParse(null);
  const message = tried.success ? '' : (tried.error.issues[0]?.message ?? '');
  // Maps have no words of their own: they are explained key by key.
  return message.startsWith('Invalid input') ? say(both('a map', '一组“键: 值”')) : say(expectation(message));
}

/** A table of Markdown; strokes inside cells are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
