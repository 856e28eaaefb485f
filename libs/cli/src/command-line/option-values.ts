import { WrongUsageError } from './command.errors';
import type { OptionValues } from './read-command';

export function textOf(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

export function textsOf(options: OptionValues, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? (value as string[]) : [];
}

/** A whole number. @throws WrongUsageError */
export function numberOf(
  options: OptionValues,
  name: string,
  [least, most]: readonly [number, number],
): number | undefined {
  const text = textOf(options, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d{1,15}$/.test(text) && value >= least && value <= most) return value;
  throw new WrongUsageError(`--${name} takes a whole number from ${least} to ${most}.`);
}

/** A moment as the API takes it; a day alone begins at midnight here. @throws WrongUsageError */
export function momentOf(options: OptionValues, name: string): string | undefined {
  const text = textOf(options, name);
  if (text === undefined) return undefined;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.test(text);
  const moment = new Date(isDay ? `${text}T00:00:00` : text);
  if ((isDay || isMoment) && !Number.isNaN(moment.getTime())) return moment.toISOString();
  throw new WrongUsageError(
    `--${name} takes a day such as 2030-01-31, or a moment such as 2030-01-31T09:00:00Z.`,
  );
}

/** Names as the API spells them, of an option whose choices are in the table. @throws WrongUsageError */
export function enumsOf(options: OptionValues, name: string, choices: readonly string[]): string[] {
  const given = textsOf(options, name).concat(textOf(options, name) ?? []);
  return given.flatMap((one) => one.split(',')).map((one) => enumOf(one.trim(), name, choices));
}

function enumOf(text: string, name: string, choices: readonly string[]): string {
  const choice = text.toLowerCase().replaceAll('_', '-');
  if (choices.includes(choice)) return choice.toUpperCase().replaceAll('-', '_');
  throw new WrongUsageError(`--${name} takes ${choices.join(', ')}.`);
}
