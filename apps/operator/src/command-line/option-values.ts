import { WrongUsageError } from './operator.errors';
import type { OptionValues } from './command';

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

export function textOf(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** @throws WrongUsageError */
export function requiredText(options: OptionValues, name: string): string {
  const value = textOf(options, name);
  if (value === undefined) throw new WrongUsageError(`--${name} is missing.`);
  return value;
}

/** The items of an option that stands several times, or has commas between them. */
export function listOf(options: OptionValues, name: string): string[] {
  const value = options[name];
  const all = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
  return all
    .flatMap((one) => one.split(','))
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** A whole number from 1 on. @throws WrongUsageError */
export function numberOf(options: OptionValues, name: string, preset: number, most: number): number {
  const text = textOf(options, name);
  if (text === undefined) return preset;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new WrongUsageError(`--${name} takes a whole number from 1 to ${most}.`);
}

/** Such as `30m`, `48h` or `90d`, in milliseconds. @throws WrongUsageError */
export function durationOf(options: OptionValues, name: string, most: number): number | undefined {
  const text = textOf(options, name);
  if (text === undefined) return undefined;
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  const value = Number(count) * UNITS[unit as keyof typeof UNITS];
  if (value > 0 && value <= most) return value;
  throw new WrongUsageError(`--${name} takes a time such as 30m, 48h or 7d, at most ${most / UNITS.d}d.`);
}
