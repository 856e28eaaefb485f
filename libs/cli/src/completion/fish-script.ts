import type { CommandSpec, OptionSpec } from '../command-line/command-row';
import { firstWords } from './command-table';

export function fishScript(table: readonly CommandSpec[]): string {
  const first = firstWords(table);
  return `# Completion of orkestra for fish. Write it into ~/.config/fish/completions/orkestra.fish
function __orkestra_begins
    set -l typed (commandline -opc)
    set -e typed[1]
    test (count $typed) -ge (count $argv); or return 1
    for at in (seq (count $argv))
        test "$typed[$at]" = "$argv[$at]"; or return 1
    end
end
function __orkestra_is
    test (count (commandline -opc)) -eq (math (count $argv) + 1); and __orkestra_begins $argv
end
complete -c orkestra -f
complete -c orkestra -n __orkestra_is -l help -d 'print the help'
complete -c orkestra -n __orkestra_is -l version -d 'print the version'
${first.map(({ word, summary }) => `complete -c orkestra -n __orkestra_is -a ${word} -d ${quoted(summary)}`).join('\n')}
${first.flatMap(({ word, seconds }) => seconds.map((second) => `complete -c orkestra -n '__orkestra_is ${word}' -a ${second.word} -d ${quoted(second.summary)}`)).join('\n')}
${table.flatMap(linesOf).join('\n')}
`;
}

function linesOf({ name, options = {}, choices, path }: CommandSpec): string[] {
  const here = `complete -c orkestra -n '__orkestra_begins ${name}'`;
  const words = choices === undefined ? [] : [`${here} -a ${quoted(choices.join(' '))}`];
  const paths = path === undefined ? [] : [`${here} ${pathsOf(path)}`];
  const named = Object.entries(options).map(([option, spec]) => `${here} -l ${option}${rest(spec)}`);
  return [...words, ...paths, ...named, `${here} -l help -d 'print the help'`];
}

function rest({ value, help, choices, path }: OptionSpec): string {
  const said = help === undefined ? '' : ` -d ${quoted(help)}`;
  if (value === undefined) return said;
  if (choices !== undefined) return ` -x -a ${quoted(choices.join(' '))}${said}`;
  return path === undefined ? ` -x${said}` : ` -r ${pathsOf(path)}${said}`;
}

function pathsOf(path: 'file' | 'folder'): string {
  return path === 'file' ? '-F' : "-a '(__fish_complete_directories)'";
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
