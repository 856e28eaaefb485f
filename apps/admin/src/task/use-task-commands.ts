import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import { graphql } from '../generated';
import { operationDone, operationIdFor } from './operation-id';

const ClaimTask = graphql(`
  mutation ClaimTask($input: ClaimTaskInput!) {
    claimTask(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);

const ReleaseTask = graphql(`
  mutation ReleaseTask($input: ReleaseTaskInput!) {
    releaseTask(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);

const CompleteTask = graphql(`
  mutation CompleteTask($input: CompleteTaskInput!) {
    completeTask(input: $input) {
      task {
        id
        ...TaskRow
        ...NextSteps
      }
    }
  }
`);

export interface Completion {
  taskId: string;
  data: unknown;
  /** Claim it in the same step. */
  claim: boolean;
  /** The revision that the person saw. */
  expectedRevision: number;
}

export interface TaskCommands {
  claim: (taskId: string) => Promise<void>;
  release: (taskId: string) => Promise<void>;
  complete: (completion: Completion) => Promise<void>;
}

/** The commands on a task. Each rejects with Apollo's error; `readApiError` reads it. */
export function useTaskCommands(): TaskCommands {
  const apollo = useApolloClient();
  return useMemo(
    () => ({
      claim: async (taskId) => {
        const operationId = operationIdFor({ claim: taskId });
        await apollo.mutate({ mutation: ClaimTask, variables: { input: { taskId, operationId } } });
        operationDone();
      },
      release: async (taskId) => {
        const operationId = operationIdFor({ release: taskId });
        await apollo.mutate({ mutation: ReleaseTask, variables: { input: { taskId, operationId } } });
        operationDone();
      },
      complete: async (completion) => {
        const input = { ...completion, operationId: operationIdFor(completion) };
        await apollo.mutate({ mutation: CompleteTask, variables: { input } });
        operationDone();
      },
    }),
    [apollo],
  );
}
