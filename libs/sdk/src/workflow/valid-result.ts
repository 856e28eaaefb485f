import type { Payload } from '@temporalio/common';
import { defaultPayloadConverter } from '@temporalio/workflow';
import { workflowFailure } from '../contract/sdk.errors';
import { sizeFailure } from '../run/payload-size';

/**
 * Makes sure that a result can be kept as it is, by Temporal and by the server, before either is told that the workflow
 * has completed.
 *
 * @throws ApplicationFailure `payload.too_large`, `workflow.invalid_output`
 */
export function checkResult(name: string, result: unknown): void {
  const payload = payloadOf(name, result);
  const tooLarge = sizeFailure('The result', [result]);
  if (tooLarge) throw tooLarge;
  const pointer = unsafeNumberIn(defaultPayloadConverter.fromPayload(payload));
  if (pointer === undefined) return;
  const message = 'Has more digits than a number keeps exactly. Send it as text.';
  throw workflowFailure(
    'workflow.invalid_output',
    `The output of "${name}" does not fit: ${pointer || 'the output'}: ${message}`,
    { fields: [{ pointer, message }] },
  );
}

function payloadOf(name: string, result: unknown): Payload {
  try {
    return defaultPayloadConverter.toPayload(result);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw workflowFailure('workflow.invalid_output', `The output of "${name}" is no JSON value: ${why}`);
  }
}

/** The JSON pointer of a whole number beyond 2^53, of which nobody can tell whether it was rounded. */
function unsafeNumberIn(value: unknown): string | undefined {
  if (typeof value === 'number') {
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? '' : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const below = unsafeNumberIn(member);
    if (below !== undefined) return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}${below}`;
  }
  return undefined;
}
