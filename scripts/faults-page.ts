/**
 * The catalogue of faults for who reads a log or writes a program: `docs/faults.md` and its Chinese twin. Each row is what the
 * constructor of that fault really says of the samples of its test; what a sample only holds the place of is `…`.
 */
import { NOTICE, table } from '../src/cli/reference.ts';
import { both, type Fault, inChinese, inEnglish, isChinese, type Phrase, told } from '../src/fault.ts';
import { makersOf } from '../tests/fault-samples/catalogues.ts';
import { other, phrase } from '../tests/fault-samples/given.ts';

/** What each room's faults are about, in the order of a build. */
const ROOMS: Readonly<Record<string, Phrase>> = {
  issue: both('The issue’s files', '稿件与文件'),
  typeset: both('Type', '文字'),
  photo: both('Pictures', '图片'),
  makeup: both('Pages', '版面'),
  edition: both('The web edition', '网页版'),
  browser: both('The browser', '浏览器'),
  press: both('The press', '印版'),
  archive: both('The archive', '存档'),
  cli: both('Commands', '命令'),
};

const ABOUT = both(
  'Names are permanent: a program may look for them in `--json` and in `report.json`. An error ends the run with the code beside it; a warning does not (0). The words are examples. What the preflight finds is called `preflight-` and its rule, see [the press room](press-room.md#the-preflight); the rules of a page stand in the [reference](reference.md).',
  '名称固定不变，程序可以在 `--json` 和 `report.json` 里查找。错误以所列退出码结束运行，警告不影响（0）。文字为示例。印前检查的发现名为 `preflight-` 加规则名，见[印前](press-room.zh-CN.md#预检)；版面规则见[参考手册](reference.zh-CN.md)。',
);

/** The pages by the file below docs/ that each is. */
export const FAULT_PAGES: Readonly<Record<string, () => string>> = {
  'faults.md': () => page('en', '[中文](faults.zh-CN.md)'),
  'faults.zh-CN.md': () => page('zh-CN', '[English](faults.md)'),
};

function page(language: string, twin: string): string {
  const say = isChinese(language) ? inChinese : inEnglish;
  return [
    `# ${say(both('Faults and warnings', '错误与警告'))}`,
    twin,
    `<!-- ${say(NOTICE)} -->`,
    say(ABOUT),
    ...Object.entries(ROOMS).flatMap(([room, about]) => [`## ${say(about)}`, roomTable(room, language, say)]),
  ]
    .join('\n\n')
    .concat('\n');
}

function roomTable(room: string, language: string, say: (phrase: Phrase) => string): string {
  const head = [
    both('Name', '名称'),
    both('Exit', '退出码'),
    both('What it says', '说什么'),
    both('What to do', '怎么办'),
  ];
  const rows = faultsOf(room).map((fault) => {
    const { message, hint } = told(fault, language);
    return [
      `\`${fault.name}\``,
      String(fault.severity === 'error' ? fault.exit : 0),
      open(message, say),
      open(hint, say),
    ];
  });
  return table(head.map(say), rows);
}

/** The first fault of each name, in the order of the alphabet. */
function faultsOf(room: string): readonly Fault[] {
  const faults = makersOf(room).flatMap(({ make, samples }) =>
    (samples ?? []).slice(0, 1).map((given) => make(...given)),
  );
  const byName = new Map<string, Fault>();
  for (const fault of faults) if (!byName.has(fault.name)) byName.set(fault.name, fault);
  return [...byName.values()]
    .filter(({ name }) => !name.startsWith('preflight-'))
    .sort((one, two) => (one.name < two.name ? -1 : 1));
}

/** A sample's stand-ins as `…`. */
const open = (text: string, say: (phrase: Phrase) => string): string =>
  [phrase, other]
    .reduce<string>((result, standIn) => result.replaceAll(say(standIn), '…'), text)
    .replace(/(`[^`]*`)|</g, (_, code?: string) => code ?? '&lt;');
