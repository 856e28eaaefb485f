import { parseArgs, type ParseArgsConfig } from 'node:util';
import { WrongUsageError } from './command.errors';
import type { CommandSpec, OptionSpecs } from './command-row';

export interface ReadCommand {
  readonly spec: CommandSpec;
  /** What stands behind the name. */
  readonly words: readonly string[];
  readonly options: OptionValues;
  readonly help: boolean;
}

export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/**
 * The command of the table that the arguments name, with its words and options.
 * @throws WrongUsageError
 */
export function readCommand(table: readonly CommandSpec[], args: readonly string[]): ReadCommand {
  const spec = table.find(({ name }) => name === args.slice(0, name.split(' ').length).join(' '));
  if (spec === undefined) throw unknown(table, args);
  const rest = args.slice(spec.name.split(' ').length);
  const { values, positionals } = parse(rest, spec.options ?? {});
  const help = values['help'] === true;
  const [least, most] = spec.count ?? [0, 0];
  if (!help && positionals.length < least)
    throw new WrongUsageError(`It is used so: orkestra ${spec.name} ${spec.words ?? ''}`.trimEnd());
  if (!help && positionals.length > most)
    throw new WrongUsageError(`"${positionals.slice(most).join(' ')}" is not understood.`);
  return { spec, words: positionals, options: values, help };
}

function parse(args: string[], options: OptionSpecs): { values: OptionValues; positionals: string[] } {
  const known = Object.entries(options).map(([name, { value, multiple = false, short }]) => [
    name,
    { type: value === undefined ? 'boolean' : 'string', multiple, ...(short !== undefined && { short }) },
  ]);
  const config: ParseArgsConfig = {
    args,
    options: {
      ...(Object.fromEntries(known) as ParseArgsConfig['options']),
      help: { type: 'boolean', short: 'h' },
    },
    allowPositionals: true,
  };
  try {
    const { values, positionals } = parseArgs(config);
    return { values: values as OptionValues, positionals };
  } catch (error) {
    throw new WrongUsageError((error as Error).message);
  }
}

function unknown(table: readonly CommandSpec[], [group = '', word]: readonly string[]): WrongUsageError {
  const names = table.map(({ name }) => name.split(' ')[1]).filter((name) => name !== undefined);
  const known = `There are: ${names.join(', ')}.`;
  if (word === undefined || word.startsWith('-'))
    return new WrongUsageError(`Say what to do with ${group}. ${known}`);
  return new WrongUsageError(`There is no command "${group} ${word}". ${known}`);
}
