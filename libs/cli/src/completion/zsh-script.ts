import type { CommandSpec, OptionSpec } from '../command-line/command-row';
import { firstWords } from './command-table';

export function zshScript(table: readonly CommandSpec[]): string {
  const first = firstWords(table);
  const groups = first.filter(({ seconds }) => seconds.length > 0);
  return `#compdef orkestra
# Completion of orkestra for zsh. Put this into ~/.zshrc, below compinit:  eval "$(orkestra completion zsh)"
_orkestra() {
  local -a known
  local command=$words[2]
  if (( CURRENT == 2 )); then
    known=(${described(first)})
    _describe -t commands 'command of orkestra' known
    _arguments '--help[print the help]' '--version[print the version]'
    return
  fi
  case $command in
${groups.map(groupCase).join('\n')}
  esac
  # What is left is taken as a command line of its own.
  local -a taken=(\${(s: :)command})
  words=("$command" "\${(@)words[$#taken + 2,-1]}")
  (( CURRENT -= $#taken ))
  case $command in
${table.map(commandCase).join('\n')}
  esac
}
if [[ $funcstack[1] == _orkestra ]]; then _orkestra "$@"; else compdef _orkestra orkestra; fi
`;
}

function groupCase({ word, seconds }: ReturnType<typeof firstWords>[number]): string {
  return `    ${word})
      if (( CURRENT == 3 )); then
        known=(${described(seconds)})
        _describe -t commands 'command of orkestra ${word}' known
        return
      fi
      command="$command $words[3]"
      ;;`;
}

function described(words: readonly { word: string; summary: string }[]): string {
  return words.map(({ word, summary }) => quoted(`${word}:${summary}`)).join(' ');
}

function commandCase({ name, options = {}, words, choices, path, count = [0, 0] }: CommandSpec): string {
  const named = Object.entries(options).map(([option, spec]) => optionOf(option, spec));
  const rest =
    count[1] === 0 ? [] : [quoted(`*:${words ?? ''}:${actionOf({ choices, path })}`.replace(/\[|\]/g, ''))];
  return `    ${quoted(name)}) _arguments ${[...named, quoted('--help[print the help]'), ...rest].join(' ')} ;;`;
}

function optionOf(name: string, { value, help = '', multiple, choices, path }: OptionSpec): string {
  const often = multiple === true ? '*' : '';
  const words = help.replace(/[[\]:\\]/g, '');
  if (value === undefined) return quoted(`${often}--${name}[${words}]`);
  return quoted(`${often}--${name}=[${words}]:${value.replace(/:/g, '')}:${actionOf({ choices, path })}`);
}

function actionOf({ choices, path }: Pick<OptionSpec, 'choices' | 'path'>): string {
  if (choices !== undefined) return `(${choices.join(' ')})`;
  // Nothing to offer; a message in its place would keep the one option that fits from being taken.
  if (path === undefined) return '()';
  return path === 'folder' ? '_files -/' : '_files';
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
