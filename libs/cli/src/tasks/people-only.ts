import { CommandError } from '../command-line/command.errors';
import type { GatewayClient } from '../graphql/gateway-client';

/** What the gateway says where only people may do it. */
const PEOPLE_ONLY = ['task.service_may_not_decide', 'task.agent_may_not_decide'];

/** Adds to such an error what is possible instead; others stay as they are. */
export function forPeople(error: CommandError, client: GatewayClient, taskId: string): CommandError {
  if (!PEOPLE_ONLY.includes(error.code)) return error;
  const { exitCode, code, message, more } = error;
  const page = `${client.origin}/tasks/${encodeURIComponent(taskId)}`;
  return new CommandError(exitCode, code, message, [
    ...more,
    `  In the admin app: ${page}`,
    '  On the stack of npm start, as a person of the demo: --as EMAIL',
    '  A key answers a task only where the workflow says decidableBy: "anyone", the key has the scope',
    '  tasks:complete, and it is not the key that asked.',
  ]);
}
