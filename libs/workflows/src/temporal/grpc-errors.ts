import { isGrpcServiceError } from '@temporalio/client';

/** Of grpc/status.ts; the client does not export it. */
const NOT_FOUND = 5;
const INVALID_ARGUMENT = 3;
/** Cancelled, deadline exceeded, resource exhausted, unavailable. */
const OUTAGES = [1, 4, 8, 14];

/** Whether the workflow is closed or was never there; not so when the whole namespace is missing. */
export function isWorkflowGone(error: unknown): boolean {
  return isGrpcServiceError(error) && codeOf(error) === NOT_FOUND && !/^namespace\b/i.test(error.details);
}

/** Whether Temporal does not understand the request, such as a query for what it does not know yet. */
export function isInvalidArgument(error: unknown): boolean {
  return isGrpcServiceError(error) && codeOf(error) === INVALID_ARGUMENT;
}

/** Whether the run has had all the signals that Temporal takes for one run; no other one will reach it. */
export function isOutOfSignals(error: unknown): boolean {
  return (
    isGrpcServiceError(error) && isInvalidArgument(error) && /limit for signal events/i.test(error.details)
  );
}

/** Whether Temporal is not to be reached or overloaded, which says nothing about the one workflow. */
export function isOutage(error: unknown): boolean {
  return isGrpcServiceError(error) && OUTAGES.includes(codeOf(error));
}

function codeOf({ code }: { code: number }): number {
  return code;
}
