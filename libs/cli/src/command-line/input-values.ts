import { readFileSync } from 'node:fs';
import { CommandError, WrongUsageError } from './command.errors';
import { EXIT } from './exit-code';
import { firstInexact, isObject, type JsonObject, readExactly } from './exact-json';
import { textOf, textsOf } from './option-values';
import type { OptionValues } from './read-command';

/**
 * The object of `--input`, with what `--set` and `--set-text` put over it; undefined where none is given.
 * @throws WrongUsageError, CommandError when the file can't be read or a number would not be kept
 */
export function inputValues(options: OptionValues): JsonObject | undefined {
  const file = textOf(options, 'input');
  const set = textsOf(options, 'set').map((pair) => memberOf(pair, 'set', valueOf));
  const texts = textsOf(options, 'set-text').map((pair) => memberOf(pair, 'set-text', (text) => text));
  if (file === undefined && set.length + texts.length === 0) return undefined;
  const given = file === undefined ? {} : objectIn(file);
  // `fromEntries` defines members, so that no name reaches the prototype.
  const values = Object.fromEntries([...Object.entries(given), ...set, ...texts]);
  const inexact = firstInexact(values);
  if (inexact === undefined) return values;
  throw new WrongUsageError(
    `${inexact} has more digits than a number keeps exactly. Send it as text: in quotes, or by --set-text.`,
  );
}

function memberOf<T>(pair: string, option: string, read: (text: string) => T): [string, T] {
  const at = pair.indexOf('=');
  if (at < 1) throw new WrongUsageError(`--${option} takes NAME=VALUE, not "${pair}".`);
  return [pair.slice(0, at), read(pair.slice(at + 1))];
}

/** JSON where it is some; `Yes` and `01234` are text. */
function valueOf(text: string): unknown {
  try {
    return readExactly(text);
  } catch {
    return text;
  }
}

function objectIn(file: string): JsonObject {
  const name = file === '-' ? 'stdin' : file;
  const value = parsed(textIn(file, name), name);
  if (isObject(value)) return value;
  throw new CommandError(EXIT.usage, 'input', `${name} must hold a JSON object, such as {"answer": "Yes"}.`);
}

function textIn(file: string, name: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(EXIT.usage, 'input', `${name} can't be read (${code ?? 'error'}).`);
  }
}

function parsed(text: string, name: string): unknown {
  try {
    return readExactly(text);
  } catch (error) {
    throw new CommandError(EXIT.usage, 'input', `${name} is no JSON: ${(error as Error).message}.`);
  }
}
