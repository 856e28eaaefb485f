import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Command, OptionValues } from './command';
import { WrongUsageError } from './operator.errors';

const COMMON = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export interface Parsed {
  command: Command;
  words: string[];
  options: OptionValues;
}

/**
 * The command that the arguments name by their first two words.
 * @throws WrongUsageError
 */
export function parse(commands: readonly Command[], args: readonly string[]): Parsed {
  const name = args.slice(0, 2).join(' ');
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new WrongUsageError(`There is no command "${name}".`);
  const { values, positionals } = read(command, args.slice(2));
  const [least, most] = command.words;
  if (!values['help'] && (positionals.length < least || positionals.length > most)) {
    throw new WrongUsageError(`It is used so: orkestra ${name} ${command.usage}`);
  }
  return { command, words: positionals, options: values };
}

function read({ options }: Command, args: string[]): { values: OptionValues; positionals: string[] } {
  const config: ParseArgsConfig = { args, options: { ...options, ...COMMON }, allowPositionals: true };
  try {
    const { values, positionals } = parseArgs(config);
    return { values: values as OptionValues, positionals };
  } catch (error) {
    throw new WrongUsageError((error as Error).message);
  }
}
