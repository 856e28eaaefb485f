import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { readApiError } from '../errors/api-error';
import { SaveTaskDraft } from './draft-operations';
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
        return { kind: 'saved', version: draft.version, savedAt: draft.savedAt, revision: task.revision };
      } catch (error) {
        return resultOf(error);
      }
    },
    [apollo, taskId],
  );
}

const passing = new Set([
  'NETWORK',
  'UNAVAILABLE',
  'RATE_LIMITED',
  'INTERNAL_SERVER_ERROR',
  'UNAUTHENTICATED',
]);

function resultOf(error: unknown): SaveResult {
  const { code, reason, details } = readApiError(error);
  if (reason === 'task.draft_conflict') {
    const { version, savedAt } = details;
    return {
      kind: 'conflict',
      version: typeof version === 'number' ? version : null,
      savedAt: typeof savedAt === 'string' ? savedAt : null,
    };
  }
  return { kind: passing.has(code) ? 'failed' : 'refused' };
}
