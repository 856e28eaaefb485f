import { LARGEST_PAYLOAD } from '@orkestra/sdk';
import { ApplicationFailure, defaultPayloadConverter } from '@temporalio/common';

/**
 * The result of an activity, when Temporal takes it. A larger one would never leave the worker, and the activity would
 * run again and again until its time is up.
 * @throws ApplicationFailure `payload.too_large`, not retried
 */
export function fitResult<T>(result: T, activity: string): T {
  const bytes = sizeOf(result);
  if (bytes <= LARGEST_PAYLOAD) return result;
  const message =
    `The result of "${activity}" holds ${bytes} bytes; at most ${LARGEST_PAYLOAD} are allowed. ` +
    'Keep large data elsewhere, and hand on where it lies.';
  const details = [{ bytes, limit: LARGEST_PAYLOAD }];
  throw ApplicationFailure.create({ message, type: 'payload.too_large', details, nonRetryable: true });
}

/** Zero for what is no JSON: Temporal says so itself. */
function sizeOf(result: unknown): number {
  try {
    return defaultPayloadConverter.toPayload(result).data?.length ?? 0;
  } catch {
    return 0;
  }
}
