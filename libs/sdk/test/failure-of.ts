import { WorkflowFailedError } from '@temporalio/client';

/** What a workflow failed with; this fails itself when the workflow did not. */
export async function failureOf(result: Promise<unknown>): Promise<Error | undefined> {
  const error = await result.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof WorkflowFailedError) return error.cause;
  throw error instanceof Error ? error : new Error('The workflow did not fail');
}
