import { isGrpcServiceError } from '@temporalio/client';

/** Of grpc/status.ts; the client does not export it. */
const NOT_FOUND = 5;
/** Cancelled, deadline exceeded, resource exhausted, unavailable. */
const OUTAGES = [1, 4, 8, 14];

/** Whether the workflow is closed or was never there; not so when the whole namespace is missing. */
export function isWorkflowGone(error: unknown): boolean {
  return isGrpcServiceError(error) && codeOf(error) === NOT_FOUND && !/^namespace\b/i.test(error.details);
}

/** Whether Temporal is not to be reached or overloaded, which says nothing about the one workflow. */
export function isOutage(error: unknown): boolean {
  return isGrpcServiceError(error) && OUTAGES.includes(codeOf(error));
}

function codeOf({ code }: { code: number }): number {
  return code;
}
