import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Logger, TemporalConnection } from '@orkestra/core';
import { Outbox, type OutboxRow } from '@orkestra/tasks';
import { DecisionDeliveryService } from '@orkestra/workflows';
import { isOutage, isOutOfSignals, WorkflowProblems } from '@orkestra/workflows/worker';
import { BackgroundLoop } from './background-loop';

const ROWS_AT_ONCE = 50;
const LEASE_MS = 15_000;
const DELIVERY_TIMEOUT_MS = 5_000;
/** Until a run that takes no more signals may have gone on in another, or ended. */
const NEXT_RUN_WAIT_MS = 60_000;

/**
 * Delivers the decisions that the process which wrote them could not. Any number of relays may run:
 * each due row is leased to one of them.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger: Logger;
  private readonly loop: BackgroundLoop;
  private outage = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly delivery: DecisionDeliveryService,
    private readonly temporal: TemporalConnection,
    private readonly problems: WorkflowProblems,
    logger: Logger,
  ) {
    this.logger = logger.child('outbox-relay');
    this.loop = new BackgroundLoop({
      work: () => this.round(),
      idleMs: 500,
      longestWaitMs: 2_000,
      logger: this.logger,
    });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  private async round(): Promise<boolean> {
    // While Temporal is away no row is touched, so that an outage uses up no attempts.
    if (this.outage) await this.temporal.ping();
    this.outage = false;
    const rows = await this.outbox.claimDue(ROWS_AT_ONCE, LEASE_MS);
    await Promise.all(rows.map((row) => this.deliver(row)));
    return rows.length === ROWS_AT_ONCE;
  }

  private async deliver(row: OutboxRow): Promise<void> {
    try {
      const message = await this.outbox.message(row);
      if (message === null && row.kind === 'task.closed') {
        return await this.outbox.fail(row, 'The task has not ended.');
      }
      await this.delivery.deliver({ ...row, message }, DELIVERY_TIMEOUT_MS);
    } catch (error) {
      this.outage ||= isOutage(error);
      const { taskId, attempts } = row;
      this.logger.warn({ err: error, task: taskId, attempts }, 'A decision could not be delivered');
      if (isOutOfSignals(error)) return await this.waitForNextRun(row, String(error));
      if (isOutage(error)) return await this.outbox.defer(row, String(error));
      await this.outbox.fail(row, String(error));
    }
  }

  /** Shown at the execution, and delivered as soon as the workflow goes on in another run; it never counts as dead. */
  private async waitForNextRun(row: OutboxRow, error: string): Promise<void> {
    const { workflow } = this.temporal.client;
    const { runId } = await workflow.getHandle(row.workflowId).describe();
    await this.problems.report('signals_exhausted', [{ ...row, detail: runId }]);
    await this.outbox.defer(row, error, NEXT_RUN_WAIT_MS);
  }
}
