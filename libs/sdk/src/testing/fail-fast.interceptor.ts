import type { WorkflowInterceptors } from '@temporalio/workflow';
import { ApplicationFailure, ContinueAsNew, TemporalFailure } from '@temporalio/workflow';

/** Fails a workflow whose code has a fault, which outside of tests waits until somebody has repaired it. */
export function interceptors(): WorkflowInterceptors {
  return {
    inbound: [
      {
        execute: async (input, next) => {
          try {
            return await next(input);
          } catch (error) {
            if (error instanceof TemporalFailure || error instanceof ContinueAsNew) throw error;
            throw ApplicationFailure.fromError(error, { nonRetryable: true });
          }
        },
      },
    ],
  };
}
