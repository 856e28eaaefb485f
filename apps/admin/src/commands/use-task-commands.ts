import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { type CommandInput, type CommandName, documents } from './commands';
import { operationDone, operationIdFor } from './operation-id';

export type RunCommand = <Name extends CommandName>(
  name: Name,
  taskId: string,
  input: CommandInput<Name>,
) => Promise<void>;

/** Runs a command on a task. Rejects with Apollo's error; `readApiError` reads it. */
export function useTaskCommands(): RunCommand {
  const apollo = useApolloClient();
  return useCallback(
    async (name, taskId, input) => {
      const command = { ...input, taskId };
      const operationId = operationIdFor({ [name]: command });
      const mutation = documents[name] as TypedDocumentNode<unknown, { input: object }>;
      await apollo.mutate({ mutation, variables: { input: { ...command, operationId } } });
      operationDone();
    },
    [apollo],
  );
}
