import type { Environment } from './environment/environment';

type Run = (args: readonly string[], env: Environment) => Promise<void>;

/** Commands whose words and options stand in the table. Each is loaded only now, with what it needs. */
const COMMANDS: Readonly<Record<string, () => Promise<Run>>> = {
  tasks: async () => (await import('./tasks/task-commands.js')).tasks,
  workflows: async () => (await import('./workflows/workflow-commands.js')).workflows,
  doctor: async () => (await import('./doctor/doctor-command.js')).doctor,
  completion: async () => (await import('./completion/completion-command.js')).completion,
};

export function isTableCommand(word: string | undefined): word is string {
  return word !== undefined && Object.hasOwn(COMMANDS, word);
}

/** Says by the exit code how it ended. */
export async function runTableCommand(args: readonly string[], env: Environment): Promise<void> {
  const run = await COMMANDS[args[0] ?? '']?.();
  await run?.(args, env);
}
