import type { CommandSpec } from '../command-line/command-row';
import { Console } from '../command-line/console';
import { EXIT } from '../command-line/exit-code';
import { numberOf, textOf } from '../command-line/option-values';
import { type OptionValues, readCommand } from '../command-line/read-command';
import { usageOf } from '../command-line/usage-of';
import { writeFailure } from '../command-line/write-failure';
import type { Environment } from '../environment/environment';
import { callerFor } from './caller';
import { GatewayClient } from './gateway-client';

const TIMEOUT_S = 30;

/** What a command that asks the gateway was called with. */
export interface RemoteCall {
  readonly words: readonly string[];
  readonly options: OptionValues;
  readonly asJson: boolean;
  readonly client: GatewayClient;
  readonly console: Console;
}

export type RemoteHandlers = Readonly<Record<string, (call: RemoteCall) => Promise<void>>>;

/** Runs the command of the table that the arguments name, and says how it ended by the exit code. */
export async function runRemote(
  table: readonly CommandSpec[],
  handlers: RemoteHandlers,
  args: readonly string[],
  env: Environment,
): Promise<void> {
  const console = Console.ofProcess(env);
  const named = table.filter(({ name }) => name === args.slice(0, 2).join(' '));
  const usage = usageOf(named.length > 0 ? named : table);
  if (args[1] === '--help' || args[1] === '-h') return console.print([usage]);
  try {
    const { spec, words, options, help } = readCommand(table, args);
    if (help) return await console.print([usage]);
    const timeoutMs = (numberOf(options, 'timeout', [1, 600]) ?? TIMEOUT_S) * 1_000;
    const client = new GatewayClient(callerFor(env, textOf(options, 'as')), timeoutMs);
    const call = { words, options, asJson: options['json'] === true, client, console };
    await client.during(async () => handlers[spec.name]?.(call));
    process.exitCode = EXIT.ok;
  } catch (error) {
    process.exitCode = writeFailure(console, error, args.includes('--json'), usage);
  }
}
