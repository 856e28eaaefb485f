import { WrongUsageError } from '../command-line/command.errors';
import { Console } from '../command-line/console';
import { readCommand } from '../command-line/read-command';
import { usageOf } from '../command-line/usage-of';
import { writeFailure } from '../command-line/write-failure';
import type { CommandSpec } from '../command-line/command-row';
import type { Environment } from '../environment/environment';
import { bashScript } from './bash-script';
import { COMMAND_TABLE } from './command-table';
import { COMPLETION_TABLE, SHELLS } from './completion-table';
import { fishScript } from './fish-script';
import { zshScript } from './zsh-script';

const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], (table: readonly CommandSpec[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** Prints the script for a shell; it asks nothing of anybody. */
export async function completion(args: readonly string[], env: Environment): Promise<void> {
  const console = Console.ofProcess(env);
  const usage = usageOf(COMPLETION_TABLE);
  try {
    const { words, help } = readCommand(COMPLETION_TABLE, args);
    if (help) return await console.print([usage]);
    const shell = SHELLS.find((one) => one === words[0]);
    if (shell === undefined) throw new WrongUsageError(`There are scripts for ${SHELLS.join(', ')}.`);
    await console.print([SCRIPTS[shell](COMMAND_TABLE).trimEnd()]);
  } catch (error) {
    process.exitCode = writeFailure(console, error, false, usage);
  }
}
