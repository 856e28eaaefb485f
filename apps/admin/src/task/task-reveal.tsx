import { useMutation } from '@apollo/client/react';
import { type ReactNode, useCallback } from 'react';
import { graphql } from '../generated';
import { Revealing } from '../interface/values/revealing';

const RevealTask = graphql(`
  mutation RevealTask($input: RevealTaskInput!) {
    revealTask(input: $input) {
      value
    }
  }
`);

/** Lets the masks of a task be revealed, wherever they stand in it. */
export function TaskReveal({ taskId, children }: { taskId: string; children: ReactNode }) {
  // What was revealed is shown and nothing more: the cache does not keep it.
  const [send] = useMutation(RevealTask, { fetchPolicy: 'no-cache' });
  const reveal = useCallback(
    async (path: string): Promise<unknown> => {
      const { data } = await send({ variables: { input: { taskId, path } } });
      return data?.revealTask.value;
    },
    [send, taskId],
  );
  return <Revealing value={reveal}>{children}</Revealing>;
}
