/**
 * The reference for the desk, `docs/reference.md`, made from the table of commands and the schema of the input, so
 * that it cannot say anything else than the program does.
 */
import * as z from 'zod';
import { inEnglish } from '../fault.ts';
import { articleSchema, issueSchema, newspaperSchema } from '../issue/schema.ts';
import { expectation } from '../issue/values.ts';
import { COMMANDS, COMMON, type CommandRow, EXIT_CODES, type OptionRow } from './table.ts';

/** The whole reference as Markdown. */
export function reference(): string {
  return [
    '# Reference',
    '<!-- Made by `npm run reference` from the command table and the schema. Do not edit: a test compares. -->',
    '## Commands',
    ...COMMANDS.map(commandSection),
    '## Options of every command',
    optionTable(COMMON),
    '## Exit codes',
    table(
      ['Code', 'Meaning'],
      EXIT_CODES.map(([code, meaning]) => [String(code), meaning]),
    ),
    '## `newspaper.yaml`',
    keyTable(newspaperSchema),
    '## `issue.yaml`',
    keyTable(issueSchema),
    '## Front matter of an article',
    keyTable(articleSchema),
  ]
    .join('\n\n')
    .concat('\n');
}

const commandSection = ({ name, operands, summary, options }: CommandRow): string =>
  [
    `### \`${`broadsheet ${name} ${operands}`.trim()}\``,
    sentence(inEnglish(summary)),
    ...(options.length > 0 ? [optionTable(options)] : []),
  ].join('\n\n');

const sentence = (words: string): string => `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}.`;

const optionTable = (options: readonly OptionRow[]): string =>
  table(
    ['Option', 'Meaning'],
    options.map(({ flags, summary, required }) => [
      `\`${flags}\``,
      required === true ? `${inEnglish(summary)} (required)` : inEnglish(summary),
    ]),
  );

const keyTable = (schema: z.ZodObject): string => table(['Key', 'Value', 'Meaning'], keysOf(schema, ''));

/** One row a key, nested ones under their parents. */
function keysOf(schema: z.ZodObject, prefix: string): readonly (readonly string[])[] {
  return Object.entries(schema.shape).flatMap(([key, value]) => {
    const name = `${prefix}${key}`;
    const isRequired = !(value instanceof z.ZodOptional);
    const row = [
      `\`${name}\`${isRequired ? ' (required)' : ''}`,
      expectationOf(value),
      z.globalRegistry.get(value)?.description ?? '',
    ];
    return [row, ...nestedKeys(value, name)];
  });
}

function nestedKeys(value: unknown, name: string): readonly (readonly string[])[] {
  if (value instanceof z.ZodOptional) return nestedKeys(value.unwrap(), name);
  if (value instanceof z.ZodPipe) return nestedKeys(value.in, name);
  if (value instanceof z.ZodObject) return keysOf(value, `${name}.`);
  if (value instanceof z.ZodArray) return nestedKeys(value.element, `${name}[]`);
  if (value instanceof z.ZodRecord) return nestedKeys(value.valueType, `${name}.NAME`);
  if (value instanceof z.ZodUnion) return value.options.flatMap((option) => nestedKeys(option, name));
  return [];
}

/** What the desk is told to write there: the schema's own words, which complete “Expected …”. */
function expectationOf(schema: unknown): string {
  if (!(schema instanceof z.ZodType)) return '';
  const tried = schema.safeParse(null);
  const message = tried.success ? '' : inEnglish(expectation(tried.error.issues[0]?.message ?? ''));
  // Maps have no words of their own: they are explained key by key.
  return message.startsWith('Invalid input') ? 'a map' : message;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
