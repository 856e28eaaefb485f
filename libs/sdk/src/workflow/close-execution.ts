import {
  ApplicationFailure,
  CancellationScope,
  ContinueAsNew,
  TemporalFailure,
  isCancellation,
} from '@temporalio/workflow';
import type { CloseExecutionActivityInput } from '../contract/contract';
import type { WorkflowContext } from '../run/workflow-context';
import { sizeFailure } from '../run/payload-size';
import { runOf } from '../run/workflow-context';

/** Characters of a failure's message that are recorded. */
const LONGEST_MESSAGE = 10_000;

/** How this error ends the execution, or nothing where it goes on (as new, or after a repair of its code). */
export function endingOf(error: unknown): CloseExecutionActivityInput | undefined {
  if (error instanceof ContinueAsNew) return undefined;
  // Temporal retries the workflow task of any other error, until the code is repaired.
  if (!(error instanceof TemporalFailure)) return undefined;
  if (CancellationScope.current().consideredCancelled && isCancellation(error)) {
    return { status: 'cancelled', error: describeFailure(error) };
  }
  return { status: 'failed', error: describeFailure(error) };
}

/** Tells the server how the execution ended. Never throws: the reconciler closes what this could not. */
export async function closeExecution(
  ctx: WorkflowContext,
  ending: CloseExecutionActivityInput,
): Promise<void> {
  const { calls } = runOf(ctx);
  try {
    await CancellationScope.nonCancellable(() =>
      calls.call('closeExecution', ending, { startToCloseTimeout: '10s', scheduleToCloseTimeout: '1m' }),
    );
  } catch (error) {
    ctx.log.warn('The end of the execution could not be recorded; the reconciler will do it', {
      error: describeFailure(error),
    });
  }
}

/** A failure that Temporal takes: without its details, and its message cut, where it would not take the whole. */
export function fitFailure(error: unknown): unknown {
  if (!(error instanceof ApplicationFailure)) return error;
  if (!sizeFailure('The failure', [error.message, error.stack, error.details])) return error;
  return ApplicationFailure.create({ ...describeFailure(error), nonRetryable: error.nonRetryable ?? false });
}

function describeFailure(error: unknown): { type: string; message: string } {
  const { type, message } = typeAndMessage(error);
  const isLong = message.length > LONGEST_MESSAGE;
  return { type, message: isLong ? message.slice(0, LONGEST_MESSAGE) + '…' : message };
}

function typeAndMessage(error: unknown): { type: string; message: string } {
  if (error instanceof ApplicationFailure) return { type: error.type ?? error.name, message: error.message };
  // An activity or a child failed: what it failed with says more than that it failed.
  if (error instanceof TemporalFailure && error.cause) return typeAndMessage(error.cause);
  if (error instanceof Error) return { type: error.name, message: error.message };
  return { type: 'Error', message: String(error) };
}
