import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import type { HandedOver } from './command.words';
import { type CommandInput, type CommandName, documents } from './commands';
import { operationDone, operationIdFor } from './operation-id';

/** The task after a command. */
interface Changed extends HandedOver {
  revision: number;
}

/** Every command answers with the task. */
type Answered = Record<string, { task: Changed }>;

export type RunCommand = <Name extends CommandName>(
  name: Name,
  taskId: string,
  input: CommandInput<Name>,
) => Promise<Changed>;

/** Runs a command on a task; resolves to what it is after it. Rejects with Apollo's error; `readApiError` reads it. */
export function useTaskCommands(): RunCommand {
  const apollo = useApolloClient();
  return useCallback(
    async (name, taskId, input) => {
      const command = { ...input, taskId };
      const operationId = operationIdFor({ [name]: command });
      const mutation = documents[name] as unknown as TypedDocumentNode<Answered, { input: object }>;
      const { data } = await apollo.mutate({ mutation, variables: { input: { ...command, operationId } } });
      operationDone();
      const [answer] = Object.values(data ?? {});
      return answer?.task ?? { revision: 0 };
    },
    [apollo],
  );
}
