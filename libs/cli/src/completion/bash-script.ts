import type { CommandSpec, OptionSpec } from '../command-line/command-row';
import { firstWords } from './command-table';

/** For bash 3.2 (macOS) and newer, so without `mapfile`. */
export function bashScript(table: readonly CommandSpec[]): string {
  const first = firstWords(table);
  const groups = first.filter(({ seconds }) => seconds.length > 0);
  return `# Completion of orkestra for bash. Put this into ~/.bashrc:  eval "$(orkestra completion bash)"
_orkestra_words() {
  local word
  COMPREPLY=()
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen "$1" "$2" -- "$3")
}
_orkestra_paths() {
  local path
  COMPREPLY=()
  while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$1" -- "$2")
  compopt -o filenames 2>/dev/null
}
_orkestra() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]} options='' words='' paths=''
  COMPREPLY=()
  # bash takes --option=value for three words.
  if [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD - 2]}; elif [[ $cur == = ]]; then cur=''; fi
  if ((COMP_CWORD == 1)); then
    _orkestra_words -W '${[...first.map(({ word }) => word), '--help', '--version'].join(' ')}' "$cur"
    return
  fi
  case $command in
${groups.map(groupCase).join('\n')}
  esac
  case "$command $prev" in
${table.flatMap(valueCases).join('\n')}
  esac
  case $command in
${table.map(commandCase).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    _orkestra_words -W "$options" "$cur"
  elif [[ -n $paths ]]; then
    _orkestra_paths "$paths" "$cur"
  else
    _orkestra_words -W "$words" "$cur"
  fi
}
complete -F _orkestra orkestra
`;
}

function groupCase({ word, seconds }: ReturnType<typeof firstWords>[number]): string {
  return `    ${word})
      if ((COMP_CWORD == 2)); then
        _orkestra_words -W '${seconds.map((one) => one.word).join(' ')} --help' "$cur"
        return
      fi
      command="$command \${COMP_WORDS[2]}"
      ;;`;
}

/** What stands after an option that takes a value. */
function valueCases({ name, options = {} }: CommandSpec): string[] {
  return Object.entries(options)
    .filter(([, { value }]) => value !== undefined)
    .map(([option, spec]) => `    '${name} --${option}') ${valueOf(spec)}return ;;`);
}

function valueOf({ choices, path }: OptionSpec): string {
  if (choices !== undefined) return `_orkestra_words -W '${choices.join(' ')}' "$cur"; `;
  return path === undefined ? '' : `_orkestra_paths ${pathFlag(path)} "$cur"; `;
}

function commandCase({ name, options = {}, choices = [], path }: CommandSpec): string {
  const names = [...Object.keys(options), 'help'].map((option) => `--${option}`);
  const words = choices.length === 0 ? '' : ` words='${choices.join(' ')}'`;
  const paths = path === undefined ? '' : ` paths=${pathFlag(path)}`;
  return `    '${name}') options='${names.join(' ')}'${words}${paths} ;;`;
}

function pathFlag(path: 'file' | 'folder'): string {
  return path === 'folder' ? '-d' : '-f';
}
