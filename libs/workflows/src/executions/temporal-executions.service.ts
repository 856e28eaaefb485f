import { Injectable } from '@nestjs/common';
import { TemporalConnection } from '@orkestra/core';
import { PENDING_TASKS_QUERY, type PendingTask } from '@orkestra/sdk';
import { WorkflowFailedError, WorkflowNotFoundError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { type Ending, ENDINGS } from '../workflow/ending';

const DEADLINE_MS = 10_000;

export interface Outcome {
  result?: unknown;
  error?: { type: string; message: string };
}

/** What an execution says of itself. It costs a call for each, so only those are asked that have to be. */
@Injectable()
export class TemporalExecutions {
  constructor(private readonly temporal: TemporalConnection) {}

  /** How a workflow ended; null when it has not. */
  async ending(workflowId: string): Promise<Ending | null> {
    const { workflow } = this.temporal.client;
    try {
      const { status, runId, closeTime } = await this.soon(() => workflow.getHandle(workflowId).describe());
      const ending = ENDINGS[status.name];
      return ending === undefined ? null : { status: ending, runId, closedAt: closeTime ?? null };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return { status: 'unknown', runId: null, closedAt: null };
      throw error;
    }
  }

  /** What a run that has ended left: its result, or its error in words. */
  async outcome(workflowId: string, runId: string): Promise<Outcome> {
    const handle = this.temporal.client.workflow.getHandle(workflowId, runId, { followRuns: false });
    try {
      return { result: (await this.soon(() => handle.result())) as unknown };
    } catch (error) {
      if (error instanceof WorkflowFailedError) return { error: describe(error.cause ?? error) };
      throw error;
    }
  }

  /** The request keys of the tasks that a running workflow waits for; null when it does not answer. */
  async pendingKeys(workflowId: string): Promise<Set<string> | null> {
    const handle = this.temporal.client.workflow.getHandle(workflowId);
    try {
      const pending = await this.soon(() => handle.query<PendingTask[]>(PENDING_TASKS_QUERY));
      return new Set(pending.map(({ requestKey }) => requestKey));
    } catch {
      // No worker, no SDK in it, or closed by now: somebody else's task until a later round.
      return null;
    }
  }

  private soon<T>(call: () => Promise<T>): Promise<T> {
    return this.temporal.client.withDeadline(Date.now() + DEADLINE_MS, call);
  }
}

function describe(error: Error): { type: string; message: string } {
  const type = error instanceof ApplicationFailure ? (error.type ?? error.name) : error.name;
  return { type, message: error.message };
}
