import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import { Config, LiveBus, Logger, Metrics, runWithCorrelation, TemporalConnection } from '@orkestra/core';
import { type AppendedRow, Outbox, timerWorkflowId } from '@orkestra/tasks';
import type { Counter } from 'prom-client';
import type { Subscription } from 'rxjs';
import { OpenExecutions } from '../executions/open-executions.service';
import { Batch } from '../temporal/batch';
import { isWorkflowGone } from '../temporal/grpc-errors';
import { signalWorkflow } from './task-signal';
import { startTaskTimers } from './task-timers-start';

const SETTLE_AFTER_MS = 40;
/** As long as the writer's lease on its row: after that the relay takes over. */
const FAST_PATH_TIMEOUT_MS = 2_000;
const LONGEST_GOODBYE_MS = 5_000;

export type DeliveryOutcome = 'delivered' | 'moot';

/**
 * Carries decisions to their workflows. The process that wrote a decision delivers it right after the commit,
 * beside the request; what that misses, the worker's relay delivers.
 */
@Injectable()
export class DecisionDeliveryService implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger: Logger;
  private readonly inFlight = new Set<Promise<void>>();
  private readonly settled: Record<DeliveryOutcome, Batch<string>>;
  private readonly deliveries: Counter<'kind' | 'outcome'>;
  private subscription: Subscription | undefined;

  constructor(
    private readonly outbox: Outbox,
    private readonly temporal: TemporalConnection,
    private readonly config: Config,
    private readonly live: LiveBus,
    private readonly executions: OpenExecutions,
    metrics: Metrics,
    logger: Logger,
  ) {
    this.logger = logger.child('decision-delivery');
    this.deliveries = metrics.counter(
      'orkestra_deliveries_total',
      'What workflows were told of their tasks, by whether they were still there.',
      ['kind', 'outcome'],
    );
    this.settled = { delivered: this.settling('delivered'), moot: this.settling('moot') };
  }

  onModuleInit(): void {
    this.subscription = this.outbox.appended.subscribe((row) => {
      const delivery = this.deliverOwn(row).finally(() => this.inFlight.delete(delivery));
      this.inFlight.add(delivery);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.subscription?.unsubscribe();
    await within(LONGEST_GOODBYE_MS, Promise.allSettled(this.inFlight));
    await Promise.all([this.settled.delivered.close(), this.settled.moot.close()]);
  }

  /**
   * Signals the workflow of one row and settles the row soon after.
   * @throws whatever Temporal's client throws; the row then stays pending
   */
  async deliver(row: AppendedRow, timeoutMs: number): Promise<DeliveryOutcome> {
    return runWithCorrelation(row.correlationId, async () => {
      const outcome = await this.signal(row, timeoutMs);
      this.settled[outcome].add(row.id);
      return outcome;
    });
  }

  private async signal(row: AppendedRow, timeoutMs: number): Promise<DeliveryOutcome> {
    try {
      await this.tell(row, timeoutMs);
      return 'delivered';
    } catch (error) {
      if (!isWorkflowGone(error)) throw error;
      this.logger.info({ task: row.taskId, workflow: row.workflowId }, 'The workflow of a decision is gone');
      return 'moot';
    }
  }

  private async tell(row: AppendedRow, timeoutMs: number): Promise<void> {
    const { client } = this.temporal;
    if (row.kind !== 'task.closed' && row.workflowId === timerWorkflowId({ ...row, id: row.taskId })) {
      // The workflow of the timers is started again where it has closed although the task is open.
      await startTaskTimers(client, row, this.config.TASK_QUEUE, timeoutMs);
    }
    if (row.kind !== 'task.timers') await signalWorkflow(client, row, timeoutMs);
  }

  private async deliverOwn(row: AppendedRow): Promise<void> {
    await this.deliver(row, FAST_PATH_TIMEOUT_MS).catch((error: unknown) => {
      this.logger.warn(
        { err: error, task: row.taskId },
        'A decision could not be delivered at once; the relay will',
      );
    });
  }

  /** Ends the rows, and has the pages of decided tasks show what became of the decision. */
  private async settle(ids: readonly string[], outcome: DeliveryOutcome): Promise<void> {
    const rows = await this.outbox.settle(ids, outcome);
    for (const { tenantId, taskId, kind, revision } of rows) {
      this.deliveries.inc({ kind, outcome });
      if (kind !== 'task.closed' || revision === null) continue;
      this.live.publish({ tenantId, topic: 'task', id: taskId, revision, kind: outcome });
    }
    // Beside the delivery: whoever reads the execution should not see it running for long.
    if (outcome === 'moot') {
      await this.executions.lookFor(rows.filter(({ decided }) => decided)).catch((error: unknown) => {
        this.logger.warn({ err: error }, 'Workflows that are gone will be looked at by the reconciler');
      });
    }
  }

  private settling(outcome: DeliveryOutcome): Batch<string> {
    return new Batch(
      SETTLE_AFTER_MS,
      (ids) => this.settle(ids, outcome),
      (error, ids) => this.logger.warn({ err: error, count: ids.length }, 'Deliveries will be repeated'),
    );
  }
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}
