import type { OptionValues } from '../command-line/command';
import { WrongUsageError } from '../command-line/operator.errors';
import { textOf } from '../command-line/option-values';

/** A day, or a moment with its zone, in ISO 8601. @throws WrongUsageError */
export function momentOf(options: OptionValues, name: string): Date | undefined {
  const text = textOf(options, name);
  if (text === undefined) return undefined;
  const isMoment = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text);
  const moment = new Date(text);
  if (isMoment && !Number.isNaN(moment.getTime())) return moment;
  throw new WrongUsageError(`--${name} takes a day such as 2026-11-01 (UTC), or 2026-11-01T08:00:00Z.`);
}
