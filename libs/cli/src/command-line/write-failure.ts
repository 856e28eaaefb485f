import type { Console } from './console';
import { CommandError, WrongUsageError } from './command.errors';
import { EXIT } from './exit-code';
import { escapedJson, onOneLine } from './foreign-text';

/** An error as other parts of the command throw it, with the exit code that they chose. */
interface Coded {
  exitCode?: number;
}

/** Says on stderr why the command ended. @returns the exit code */
export function writeFailure(console: Console, error: unknown, asJson: boolean, usage: string): number {
  const { exitCode, code, message, more } = failureOf(error);
  if (asJson) console.tell(escapedJson(JSON.stringify({ error: { code, message, ...details(more) } })));
  else for (const line of [`orkestra: ${onOneLine(message)}`, ...more.map(onOneLine)]) console.tell(line);
  if (!asJson && error instanceof WrongUsageError) console.tell(`\n${usage}`);
  return exitCode;
}

function failureOf(error: unknown): Pick<CommandError, 'exitCode' | 'code' | 'message' | 'more'> {
  if (error instanceof CommandError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const { exitCode = EXIT.failed } = (typeof error === 'object' ? error : {}) as Coded;
  return { exitCode, code: exitCode === EXIT.usage ? 'usage' : 'failed', message, more: [] };
}

function details(more: readonly string[]): { details?: readonly string[] } {
  return more.length === 0 ? {} : { details: more };
}
