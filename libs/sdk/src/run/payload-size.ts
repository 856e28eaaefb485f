import type { ApplicationFailure } from '@temporalio/workflow';
import { defaultPayloadConverter } from '@temporalio/workflow';
import { LARGEST_PAYLOAD } from '../contract/contract';
import { workflowFailure } from '../contract/sdk.errors';

/**
 * Why Temporal would not take these values together; nothing when it would. It tells nobody: the step that sends them
 * is tried again for ever.
 * @param what that they are, to begin a sentence with
 */
export function sizeFailure(what: string, values: readonly unknown[]): ApplicationFailure | undefined {
  const bytes = sizeOf(values);
  if (bytes <= LARGEST_PAYLOAD) return undefined;
  return workflowFailure(
    'payload.too_large',
    `${what} holds ${bytes} bytes; at most ${LARGEST_PAYLOAD} are allowed. ` +
      'Keep large data elsewhere, and hand on where it lies.',
    { bytes, limit: LARGEST_PAYLOAD },
  );
}

/** Zero for what is no JSON: whoever sends it says so. */
function sizeOf(values: readonly unknown[]): number {
  try {
    const payloads = values.map((value) => defaultPayloadConverter.toPayload(value));
    return payloads.reduce((sum, { data }) => sum + (data?.length ?? 0), 0);
  } catch {
    return 0;
  }
}
