import { CompleteAsyncError } from '@temporalio/activity';
import { ApplicationFailure, TemporalFailure } from '@temporalio/common';
import { DomainError, type ErrorKind, type Logger } from '@orkestra/core';

const RETRIED: Record<ErrorKind, boolean> = {
  invalid: false,
  unauthenticated: false,
  forbidden: false,
  not_found: false,
  conflict: false,
  limited: true,
  unavailable: true,
};

/** What a workflow gets to see of an error in an activity of the server. */
export function activityFailure(error: unknown, activity: string, logger: Logger): unknown {
  if (error instanceof TemporalFailure || error instanceof CompleteAsyncError) return error;
  if (error instanceof DomainError) {
    const { message, code, details, kind } = error;
    if (kind === 'unavailable') logger.failure({ err: error, activity }, 'An activity will be tried again');
    return ApplicationFailure.create({
      message,
      type: code,
      details: [details],
      nonRetryable: !RETRIED[kind],
    });
  }
  logger.error({ err: error, activity }, 'An activity failed; it will be retried');
  return ApplicationFailure.create({ message: 'Internal error', type: 'internal', nonRetryable: false });
}
