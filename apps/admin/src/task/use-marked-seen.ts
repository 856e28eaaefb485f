import { useMutation } from '@apollo/client/react';
import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect } from 'react';
import { graphql } from '../generated';

const MarkTaskSeen = graphql(`
  mutation MarkTaskSeen($input: MarkTaskSeenInput!) {
    markTaskSeen(input: $input) {
      task {
        id
      }
    }
  }
`);

export interface Shown {
  id: string;
  revision: number;
  closedAt?: string | null;
}

/** Records that the person sees an open task, and each version of it; a tab in the background shows nothing. */
export function useMarkedSeen({ id, revision, closedAt }: Shown): void {
  const [mark] = useMutation(MarkTaskSeen);
  const visible = useDocumentVisibility() === 'visible';
  const open = !closedAt;
  useEffect(() => {
    if (!open || !visible) return;
    // Nobody waits for it: of a version that has gone by the next one is marked.
    mark({ variables: { input: { taskId: id, revision } } }).catch(() => undefined);
  }, [mark, id, revision, open, visible]);
}
