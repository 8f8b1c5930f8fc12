/** The command line's own words, in English and in Chinese, chosen by the locale. */
import { type Fault, isChinese } from '../fault.ts';

/** The stages of all commands, by the names that `--json` has, in Chinese. */
const STAGES = {
  reading: '读稿',
  'inspecting pictures': '看图片',
  'making up': '排版',
  'comparing with the last build': '与上次输出比对',
  'print document': '备付印文档',
  'pictures for the browser': '备印样图片',
  'pictures for the press': '图片分色',
  printing: '出版面',
  'comparing with the plan': '核对版面',
  'prepress and preflight': '印前制作与检查',
  'writing the press files': '写付印文件',
  'web edition': '做网络版',
  site: '更新网站',
  'records of the pages': '写版面记录',
  'archive records': '写归档记录',
  'proof sheets': '打大样',
  publishing: '发布',
  importing: '导入',
  sealing: '封存',
  zipping: '打 ZIP 包',
  'packing the web archive': '打网页归档包',
  indexing: '更新归档目录',
  verifying: '查验',
  'building again': '重建',
} as const;

/** A stage of the run, as `--json` names it. */
export type Stage = keyof typeof STAGES;

/** What commander says of a wrong command line, in Chinese. */
const MISUSES: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command '(.*)'/, '没有命令“$1”'],
  [/^error: unknown option '(.*)'/, '没有选项“$1”'],
  [/^error: required option '(.*)' not specified/, '缺选项“$1”'],
  [/^error: missing required argument '(.*)'/, '缺参数“<$1>”'],
  [/^error: option '(.*)' argument missing/, '选项“$1”缺值'],
  [/^error: too many arguments.*/, '参数太多'],
  [/\(Did you mean (.*)\?\)/, '（是不是 $1？）'],
];

/** Titles of commander's help, in Chinese. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** What stands for words to be typed in commander's usage lines, in Chinese. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  options: '选项',
  command: '命令',
  issue: '期',
  file: '文件',
  date: '日期',
  snapshot: '快照',
  shell: '终端',
  dir: '文件夹',
  parts: '项目',
  text: '缘由',
  page: '版次',
  port: '端口',
};
const PLACEHOLDER = /[[<]([a-z]+)(?:\.\.\.)?[\]>]/g;
const inUsage = (usage: string): string =>
  usage.replaceAll(PLACEHOLDER, (whole, word: string) => whole.replace(word, PLACEHOLDERS[word] ?? word));

/** What the help says, in one language. */
export interface Words {
  /** The help: a title of a part, commander's placeholders in the usage, its own entries, and the way to it. */
  title(title: string): string;
  usage(usage: string): string;
  /** The help as commander has put it together: its blank after a title's colon is none in Chinese. */
  printed(help: string): string;
  readonly help: string;
  readonly helpCommand: string;
  readonly version: string;
  seeHelp(command: string, example?: string): string;
  /** What commander says of a wrong command line. */
  misuse(text: string): string;
  /** The commands that have an option which this one has not. */
  elsewhere(option: string, commands: readonly string[]): string;
  /** Tag of the language, for what is said elsewhere. */
  readonly language: 'en' | 'zh';
  stage(name: Stage): string;
  /** Between the kind of a fault and what it says, and between that and its name. */
  readonly colon: string;
  readonly gap: string;
  readonly error: string;
  readonly warning: string;
  readonly interrupted: string;
  running(stage: string): string;
  /** One line after the faults; empty when there is nothing to say. */
  summary(faults: readonly Fault[]): string;
}

const count = (faults: readonly Fault[], severity: Fault['severity']): number =>
  faults.filter((fault) => fault.severity === severity).length;

const plural = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

const english: Words = {
  title: (title) => title,
  usage: (usage) => usage,
  printed: (help) => help,
  help: 'display help for command',
  helpCommand: 'display help for command',
  version: 'output the version number',
  seeHelp: (command, example) =>
    example === undefined
      ? `(${command} --help shows what there is)`
      : `(for example: ${example}; ${command} --help shows what there is)`,
  misuse: (text) => text,
  elsewhere: (option, commands) => `(${option} is an option of ${commands.join(', ')})`,
  language: 'en',
  stage: (name) => name,
  colon: ': ',
  gap: ' ',
  error: 'fault',
  warning: 'warning',
  interrupted: 'Interrupted; nothing was changed.',
  running: (stage) => `${stage} …`,
  summary(faults) {
    const errors = count(faults, 'error');
    const warnings = count(faults, 'warning');
    const parts = [
      ...(errors > 0 ? [plural(errors, 'fault')] : []),
      ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
    ];
    return parts.length === 0 ? '' : `${parts.join(', ')}.`;
  },
};

const chinese: Words = {
  title: (title) => TITLES[title] ?? title,
  usage: inUsage,
  printed: (help) => help.replaceAll('用法： ', '用法：'),
  help: '显示用法',
  helpCommand: '显示某个命令的用法',
  version: '显示版本号',
  seeHelp: (command, example) =>
    example === undefined ? `（${command} --help 看用法）` : `（例：${example}；${command} --help 看用法）`,
  misuse: (text) => inUsage(MISUSES.reduce((said, [pattern, chinese]) => said.replace(pattern, chinese), text)),
  elsewhere: (option, commands) => `（${option} 是 ${commands.join('、')} 的选项）`,
  language: 'zh',
  stage: (name) => STAGES[name],
  colon: '：',
  gap: '',
  error: '错误',
  warning: '提醒',
  interrupted: '已中断，未作任何改动。',
  running: (stage) => `${stage}……`,
  summary(faults) {
    const errors = count(faults, 'error');
    const warnings = count(faults, 'warning');
    const parts = [...(errors > 0 ? [`${errors} 处错误`] : []), ...(warnings > 0 ? [`${warnings} 处提醒`] : [])];
    return parts.length === 0 ? '' : `${parts.join('，')}。`;
  },
};

/** The locale of a POSIX environment; empty where none is set. */
export const localeOf = (env: Readonly<Record<string, string | undefined>>): string =>
  env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';

/** The words for a POSIX locale environment (LC_ALL before LC_MESSAGES before LANG). */
export function wordsFor(env: Readonly<Record<string, string | undefined>>): Words {
  return isChinese(localeOf(env)) ? chinese : english;
}
