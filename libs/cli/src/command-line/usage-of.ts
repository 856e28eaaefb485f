import type { CommandSpec, OptionSpec } from './command-row';

const EXITS =
  'It ends with 0 when it is done, 1 when it failed, 2 when what was typed or a setting is wrong,\n' +
  '3 when what you named is not there, 4 when it was refused.';

/** How one command is used, or in short those of a group. */
export function usageOf(specs: readonly CommandSpec[]): string {
  const [only, ...others] = specs;
  if (only !== undefined && others.length === 0) return usageOfOne(only);
  const lines = specs.flatMap((spec) => [`  ${synopsis(spec)}`, `      ${spec.summary}`]);
  return ['Usage:', ...lines, '', 'Each has --help with its options.', '', EXITS].join('\n');
}

function usageOfOne(spec: CommandSpec): string {
  const options = Object.entries(spec.options ?? {}).map(([name, option]) => [
    signature(name, option),
    helpOf(option),
  ]);
  const width = Math.max(0, ...options.map(([name = '']) => name.length));
  const lines = options.map(([name = '', help = '']) => `  ${name.padEnd(width)}   ${help}`.trimEnd());
  const block = lines.length === 0 ? [] : ['', 'Options:', ...lines];
  return [`Usage: ${synopsis(spec)}`, '', spec.summary, ...block, '', EXITS].join('\n');
}

function synopsis({ name, words, options = {} }: CommandSpec): string {
  const some = Object.keys(options).length > 0 ? '[options]' : undefined;
  return ['orkestra', name, words, some].filter((part) => part !== undefined).join(' ');
}

function signature(name: string, { value, short }: OptionSpec): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}

function helpOf({ help = '', choices, multiple }: OptionSpec): string {
  const which = choices === undefined ? '' : `: ${choices.join(', ')}`;
  return `${help}${which}${multiple === true ? ' (may be repeated)' : ''}`;
}
