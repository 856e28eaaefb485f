import type { ApolloCache } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { readApiError } from '../errors/api-error';
import { DraftFields, SaveTaskDraft } from './draft-operations';
import type { SaveResult } from './draft-saver';

/** Saves a draft on the server; whatever goes wrong is a result, not an error. */
export function useSaveDraft(
  taskId: string,
): (data: unknown, expectedVersion: number) => Promise<SaveResult> {
  const apollo = useApolloClient();
  return useCallback(
    async (data, expectedVersion) => {
      const variables = { input: { taskId, data: data ?? {}, expectedVersion } };
      try {
        const { data: answer } = await apollo.mutate({ mutation: SaveTaskDraft, variables });
        if (!answer) return { kind: 'failed' };
        const { draft, task } = answer.saveTaskDraft;
        remember(apollo.cache, taskId, { data: data ?? {}, version: draft.version, savedAt: draft.savedAt });
        return { kind: 'saved', version: draft.version, savedAt: draft.savedAt, revision: task.revision };
      } catch (error) {
        return resultOf(error);
      }
    },
    [apollo, taskId],
  );
}

/** Whoever opens the task again on this page finds the draft in the cache. */
function remember(
  cache: ApolloCache,
  taskId: string,
  draft: { data: unknown; version: number; savedAt: string },
): void {
  // The cache needs the names of the types, which the generated types leave out.
  const data = { __typename: 'Task', id: taskId, draft: { __typename: 'TaskDraft', ...draft } };
  const id = cache.identify({ __typename: 'Task', id: taskId });
  cache.writeFragment({ id, fragment: DraftFields, fragmentName: 'Draft', data });
}

const passing = new Set([
  'NETWORK',
  'UNAVAILABLE',
  'RATE_LIMITED',
  'INTERNAL_SERVER_ERROR',
  'UNAUTHENTICATED',
]);

function resultOf(error: unknown): SaveResult {
  const { code, reason, message, details } = readApiError(error);
  if (reason === 'task.draft_conflict') {
    const { version, savedAt } = details;
    return {
      kind: 'conflict',
      version: typeof version === 'number' ? version : null,
      savedAt: typeof savedAt === 'string' ? savedAt : null,
    };
  }
  return passing.has(code) ? { kind: 'failed' } : { kind: 'refused', message };
}
