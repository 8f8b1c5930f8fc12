/** Completion for the shells, made from the command table. */
import { inChinese, inEnglish, type Phrase } from '../fault.ts';
import { COMMANDS, COMMON, type CommandRow, type OptionRow } from './table.ts';

/** A shell that completes words by a script. */
export type Shell = 'bash' | 'zsh' | 'fish';
export const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish'];

/** The script that a shell's start-up file is to read. */
export function completionScript(shell: Shell, language: 'en' | 'zh' = 'en'): string {
  switch (shell) {
    case 'bash':
      return bash();
    case 'zsh':
      return `#compdef broadsheet\nautoload -U +X bashcompinit && bashcompinit\n${bash()}`;
    case 'fish':
      return fish(language === 'zh' ? inChinese : inEnglish);
  }
}

const longFlag = ({ flags }: OptionRow): string => /--[a-z-]+/.exec(flags)?.[0] ?? flags;
const optionsOf = ({ options }: CommandRow): readonly OptionRow[] => [...options, ...COMMON];

/** Commands first; then the command's options after a dash, and else files, which issues are. */
function bash(): string {
  const cases = COMMANDS.map((row) => `    ${row.name}) options="${optionsOf(row).map(longFlag).join(' ')}" ;;`).join(
    '\n',
  );
  return `_broadsheet() {
  local word="\${COMP_WORDS[COMP_CWORD]}" options=""
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W "${COMMANDS.map(({ name }) => name).join(' ')}" -- "$word")
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases}
  esac
  if [[ "$word" == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -F _broadsheet broadsheet
`;
}

function fish(say: (phrase: Phrase) => string): string {
  const lines = COMMANDS.flatMap((row) => [
    `complete -c broadsheet -n __fish_use_subcommand -f -a ${row.name} -d ${quoted(say(row.summary))}`,
    ...optionsOf(row).map((option) => {
      const takes = option.flags.includes('<') ? ' -r' : '';
      const name = longFlag(option).slice(2);
      return `complete -c broadsheet -n '__fish_seen_subcommand_from ${row.name}' -l ${name}${takes} -d ${quoted(say(option.summary))}`;
    }),
  ]);
  return `${lines.join('\n')}\n`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;
